import { computed, onScopeDispose, ref, shallowRef, watch, type Ref } from 'vue';
import type { Document, DocumentStatus } from '../api/model';
import { Problem } from '../api/problem';
import { onLive } from '../live/useLive';
import { useProject } from '../projects/useProject';
import { listDocuments, readDocument, type DocumentQuery } from './api';
import { useUploads } from './useUploads';

/** How long is waited for more of the same before the list is read again. */
const CALM_MILLIS = 250;

/** The documents of the project that is shown, as far as they have been read; what others do with them comes by itself. */
export function useDocuments(query: Readonly<Ref<DocumentQuery>>) {
  const { project } = useProject();
  const { settle, onArrival } = useUploads();
  const documents = shallowRef<readonly Document[]>([]);
  const state = ref<'loading' | 'ready' | 'failed'>('loading');
  const failure = shallowRef<Problem>();
  const cursor = ref<string>();
  let asked = 0;
  let renewal: ReturnType<typeof setTimeout> | undefined;
  let reading = false;

  async function load(): Promise<void> {
    const opened = project.value;
    const mine = ++asked;
    if (opened === undefined) {
      return;
    }
    failure.value = undefined;
    try {
      const page = await listDocuments(opened.workspace_id, opened.id, query.value);
      if (mine === asked) {
        documents.value = page.items;
        cursor.value = page.next_cursor;
        state.value = 'ready';
      }
    } catch (thrown) {
      if (mine === asked) {
        failure.value = Problem.from(thrown);
        state.value = 'failed';
      }
    }
  }

  /** Reads the next page. */
  async function more(): Promise<void> {
    const opened = project.value;
    const mine = asked;
    if (opened === undefined || cursor.value === undefined || reading) {
      return;
    }
    reading = true;
    try {
      const page = await listDocuments(opened.workspace_id, opened.id, query.value, cursor.value);
      if (mine === asked) {
        const known = new Set(documents.value.map((document) => document.id));
        documents.value = [...documents.value, ...page.items.filter((document) => !known.has(document.id))];
        cursor.value = page.next_cursor;
      }
    } catch (thrown) {
      failure.value = Problem.from(thrown);
    } finally {
      reading = false;
    }
  }

  function loadSoon(): void {
    clearTimeout(renewal);
    renewal = setTimeout(() => void load(), CALM_MILLIS);
  }

  /** Takes over what is known anew about a document; its snippet stays. */
  function put(document: Document): void {
    documents.value = documents.value.map((known) =>
      known.id === document.id ? { ...document, ...(known.snippet === undefined ? {} : { snippet: known.snippet }) } : known,
    );
    settle(document);
  }

  async function renew(id: string): Promise<void> {
    try {
      put(await readDocument(id));
    } catch (thrown) {
      if (Problem.from(thrown).status === 404) {
        documents.value = documents.value.filter((document) => document.id !== id);
      }
    }
  }

  onLive((events, reset) => {
    const touched = new Map(
      events
        .filter((event) => event.type === 'document.status_changed')
        .map((event) => [event.subject_id, event.data?.status as DocumentStatus]),
    );
    for (const [id, status] of touched) {
      const known = documents.value.find((document) => document.id === id);
      if (known === undefined || status === 'ready' || status === 'failed') {
        void renew(id);
      } else {
        put({ ...known, status });
      }
    }
    const unknown = [...touched.keys()].some((id) => !documents.value.some((document) => document.id === id));
    if (reset || unknown) {
      loadSoon();
    }
  });
  const stop = onArrival((document) => {
    if (document === undefined) {
      loadSoon();
    } else {
      put(document);
    }
  });
  onScopeDispose(() => {
    stop();
    clearTimeout(renewal);
  });
  watch([project, query], () => void load(), { immediate: true });

  return { documents, state, failure, hasMore: computed(() => cursor.value !== undefined), load, more, put };
}
