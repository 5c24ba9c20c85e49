import { shallowRef, watch } from 'vue';
import { useI18n } from 'vue-i18n';
import type { Document, Topic } from '../api/model';
import { usePicker } from '../pick/usePicker';
import { useProject } from '../projects/useProject';
import { useToasts } from '../shell/useToasts';
import { remember } from '../shell/useUndo';
import { correctTopics, listTopics } from './api';

const topics = shallowRef<readonly Topic[]>([]);
let readFor: string | undefined;

/** The topics of the workspace, and saying which ones a document has. */
export function useTopics() {
  const { t } = useI18n();
  const { project } = useProject();
  const { pickSeveral } = usePicker();
  const toasts = useToasts();

  watch(
    () => project.value?.workspace_id,
    async (workspace) => {
      if (workspace !== undefined && workspace !== readFor) {
        readFor = workspace;
        try {
          topics.value = await listTopics(workspace);
        } catch (thrown) {
          readFor = undefined;
          toasts.refused(t('documents.topics'), thrown);
        }
      }
    },
    { immediate: true },
  );

  const options = () => topics.value.map(({ id, name }) => ({ value: id, label: name, icon: { kind: 'icon' as const, name: 'label' } }));

  return {
    topics,
    options,
    /**
     * Asks which topics a document has. The classifier learns from the answer.
     *
     * @param changed called with the document as it then is, also when it is undone
     */
    async correct(document: Document, anchor: Element | undefined, changed: (document: Document) => void): Promise<void> {
      const before = document.topics.map((topic) => topic.topic_id);
      const chosen = await pickSeveral({ title: t('documents.correct'), options: options(), chosen: before, anchor });
      if (chosen === undefined || (chosen.length === before.length && chosen.every((topic) => before.includes(topic)))) {
        return;
      }
      try {
        changed(await correctTopics(document.id, chosen));
      } catch (thrown) {
        toasts.refused(t('change.refused', { what: document.title }), thrown);
        return;
      }
      const undo = remember(async () => {
        try {
          changed(await correctTopics(document.id, before));
          toasts.done(t('undo.done', { what: document.title }));
        } catch (thrown) {
          toasts.refused(t('undo.refused', { what: document.title }), thrown);
        }
      });
      toasts.done(t('documents.corrected', { what: document.title }), { label: t('undo.action'), run: undo });
    },
  };
}
