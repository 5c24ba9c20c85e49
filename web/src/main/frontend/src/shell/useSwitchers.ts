import { useI18n } from 'vue-i18n';
import { useRouter } from 'vue-router';
import { signIn } from '../api/client';
import { usePicker } from '../pick/usePicker';
import { signOut } from '../projects/api';
import { lastPlace } from '../projects/lastPlace';
import { useDirectory } from '../projects/useDirectory';
import { useProject } from '../projects/useProject';
import { useToasts } from './useToasts';

/** Going to another workspace or project, and away. */
export function useSwitchers() {
  const { t } = useI18n();
  const router = useRouter();
  const directory = useDirectory();
  const { project } = useProject();
  const { pick } = usePicker();
  const toasts = useToasts();

  const openProject = (key: string) => void router.push({ name: lastPlace()?.view ?? 'list', params: { projectKey: key } });

  return {
    openProject,
    async switchProject(anchor?: Element): Promise<void> {
      const key = await pick({
        title: t('command.project'),
        options: directory.projects.value.map((one) => ({ value: one.key, label: one.name, hint: one.key })),
        chosen: project.value === undefined ? [] : [project.value.key],
        anchor,
      });
      if (key !== undefined) {
        openProject(key);
      }
    },
    async switchWorkspace(anchor?: Element): Promise<void> {
      const id = await pick({
        title: t('command.workspace'),
        options: directory.workspaces.value.map((one) => ({ value: one.id, label: one.name })),
        anchor,
      });
      if (id === undefined) {
        return;
      }
      await directory.readProjects(id).catch((thrown: unknown) => toasts.refused(t('command.workspace'), thrown));
      const [first] = directory.projectsOf(id);
      if (first === undefined) {
        void router.push({ name: 'workspace', params: { workspaceId: id } });
      } else {
        openProject(first.key);
      }
    },
    /** Ends the sign-in. */
    async leave(): Promise<void> {
      try {
        await signOut();
        signIn();
      } catch (thrown) {
        toasts.refused(t('command.signOut'), thrown);
      }
    },
  };
}
