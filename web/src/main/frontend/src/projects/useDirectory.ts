import { computed, ref, shallowRef } from 'vue';
import type { Caller, Project, Workspace } from '../api/model';
import { Problem } from '../api/problem';
import { createProject, createWorkspace, listProjects, listWorkspaces, readCaller } from './api';

const caller = shallowRef<Caller>();
const workspaces = shallowRef<Workspace[]>([]);
const projects = shallowRef<Project[]>([]);
const state = ref<'loading' | 'ready' | 'failed'>('loading');
const failure = shallowRef<Problem>();
let loading: Promise<void> | undefined;

async function load(): Promise<void> {
  state.value = 'loading';
  failure.value = undefined;
  try {
    [caller.value, workspaces.value] = await Promise.all([readCaller(), listWorkspaces()]);
    projects.value = (await Promise.all(workspaces.value.map((workspace) => listProjects(workspace.id)))).flat();
    state.value = 'ready';
  } catch (thrown) {
    failure.value = Problem.from(thrown);
    state.value = 'failed';
    loading = undefined;
  }
}

/** Who is signed in, and the workspaces and projects that they see. */
export function useDirectory() {
  return {
    caller,
    workspaces,
    projects,
    state,
    failure,
    me: computed(() => caller.value?.actor_id ?? ''),
    /** Reads everything once. */
    ready: () => (loading ??= load()),
    reload: () => (loading = load()),
    project: (key: string) => projects.value.find((project) => project.key === key),
    projectsOf: (workspaceId: string) => projects.value.filter((project) => project.workspace_id === workspaceId),
    async addWorkspace(name: string): Promise<Workspace> {
      const made = await createWorkspace(name);
      workspaces.value = [...workspaces.value, made];
      return made;
    },
    async addProject(workspaceId: string, key: string, name: string): Promise<Project> {
      const made = await createProject(workspaceId, key, name);
      projects.value = [...projects.value, made];
      return made;
    },
  };
}
