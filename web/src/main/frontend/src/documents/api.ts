import { api, body, type Page } from '../api/client';
import type { Document, DocumentStatus, DocumentText, Topic } from '../api/model';
import { Problem } from '../api/problem';

const PAGE = 60;

/** Which documents of a project are wanted; what is absent does not matter. */
export interface DocumentQuery {
  readonly text: string;
  readonly status?: DocumentStatus | undefined;
  readonly topic?: string | undefined;
}

/** A page of documents: the newest first or, with words, the best match. */
export function listDocuments(
  workspace: string,
  project: string,
  { text, status, topic }: DocumentQuery,
  cursor?: string,
): Promise<Page<Document>> {
  const words = text.trim();
  const query = { project_id: project, status, topic_id: topic, cursor, limit: PAGE, ...(words === '' ? {} : { query: words }) };
  return body(api.GET('/api/v1/workspaces/{workspace}/documents', { params: { path: { workspace }, query } }));
}

export function readDocument(document: string): Promise<Document> {
  return body(api.GET('/api/v1/documents/{document}', { params: { path: { document } } }));
}

export function readText(document: string): Promise<DocumentText> {
  return body(api.GET('/api/v1/documents/{document}/text', { params: { path: { document } } }));
}

/** Processes a document once more. */
export function retryDocument(document: string): Promise<Document> {
  return body(api.POST('/api/v1/documents/{document}/retry', { params: { path: { document } } }));
}

/** Says which topics a document has. */
export function correctTopics(document: string, topics: readonly string[]): Promise<Document> {
  return body(
    api.PUT('/api/v1/documents/{document}/topics', {
      params: { path: { document } },
      body: { topic_ids: [...topics] },
    }),
  );
}

/** The topics of a workspace. */
export async function listTopics(workspace: string): Promise<Topic[]> {
  const page = await body<Page<Topic>>(
    api.GET('/api/v1/workspaces/{workspace}/topics', { params: { path: { workspace } } }),
  );
  return page.items;
}

/** The address of a document's bytes. */
export function contentOf(document: string, show: boolean): string {
  return `/api/v1/documents/${document}/content${show ? '?show=true' : ''}`;
}

/** What became of a file that was uploaded. */
interface Accepted {
  readonly id?: string;
  readonly error?: { readonly message: string };
}

/**
 * Uploads a file onto a node. Unlike all other requests it tells how far it has come, which `fetch` cannot.
 *
 * @param progress called with the share that is sent, from 0 to 1
 * @returns the id of the document
 */
export function uploadFile(
  workspace: string,
  nodeId: string,
  file: File,
  progress: (share: number) => void,
): Promise<string> {
  const form = new FormData();
  form.append('node_id', nodeId);
  form.append('file', file, file.name);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/api/v1/workspaces/${workspace}/documents`);
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => progress(total === 0 ? 0 : loaded / total);
    request.onerror = () => reject(new Problem(0, 'offline', file.name));
    request.onload = () => {
      const answer = request.response as { items?: Accepted[] } | null;
      const accepted = answer?.items?.[0];
      if (request.status >= 400 || accepted === undefined) {
        reject(Problem.of(request.status, answer));
      } else if (accepted.id === undefined) {
        reject(new Problem(422, 'validation_error', accepted.error?.message ?? ''));
      } else {
        resolve(accepted.id);
      }
    };
    request.send(form);
  });
}
