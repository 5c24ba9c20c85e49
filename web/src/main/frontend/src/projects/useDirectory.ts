import { computed, ref, shallowRef } from 'vue';
import type { Caller, Project, Workspace } from '../api/model';
import { Problem } from '../api/problem';
import { createProject, createWorkspace, listProjects, listWorkspaces, readCaller } from './api';

/** Up to so many workspaces the projects of all are read at once, so that all can be found by name. */
const FEW_WORKSPACES = 20;
const AT_ONCE = 6;

const caller = shallowRef<Caller>();
const workspaces = shallowRef<Workspace[]>([]);
const projects = shallowRef<Project[]>([]);
const state = ref<'loading' | 'ready' | 'failed'>('loading');
const failure = shallowRef<Problem>();
const reading = new Map<string, Promise<void>>();
let loading: Promise<void> | undefined;

async function load(): Promise<void> {
  state.value = 'loading';
  failure.value = undefined;
  reading.clear();
  try {
    [caller.value, workspaces.value] = await Promise.all([readCaller(), listWorkspaces()]);
    state.value = 'ready';
    if (workspaces.value.length <= FEW_WORKSPACES) {
      await Promise.allSettled(workspaces.value.map((workspace) => readProjects(workspace.id)));
    }
  } catch (thrown) {
    failure.value = Problem.from(thrown);
    state.value = 'failed';
    loading = undefined;
  }
}

/** Reads the projects of a workspace once. */
function readProjects(workspaceId: string): Promise<void> {
  const known = reading.get(workspaceId);
  if (known !== undefined) {
    return known;
  }
  const read = listProjects(workspaceId).then((found) => {
    projects.value = [...projects.value.filter((one) => one.workspace_id !== workspaceId), ...found];
  });
  reading.set(workspaceId, read);
  read.catch(() => reading.delete(workspaceId));
  return read;
}

function knownProject(key: string): Project | undefined {
  return projects.value.find((project) => project.key === key);
}

/**
 * A project by its key. The API knows projects by their ids only, so the workspaces are looked through, the likeliest first.
 *
 * @param likely the workspace in which it was seen last
 */
async function findProject(key: string, likely?: string): Promise<Project | undefined> {
  const ids = workspaces.value.map((workspace) => workspace.id);
  const steps = likely !== undefined && ids.includes(likely) ? [[likely]] : [];
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    steps.push(ids.slice(from, from + AT_ONCE));
  }
  for (const step of steps) {
    if (knownProject(key) !== undefined) {
      break;
    }
    await Promise.all(step.map(readProjects));
  }
  return knownProject(key);
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
    /** Reads who is there and the workspaces, once. */
    ready: () => (loading ??= load()),
    reload: () => (loading = load()),
    /** A project that has been read already. */
    project: knownProject,
    findProject,
    readProjects,
    /** Reads the projects of a workspace once more. */
    async renewProjects(workspaceId: string): Promise<void> {
      reading.delete(workspaceId);
      await readProjects(workspaceId);
    },
    projectsOf: (workspaceId: string) => projects.value.filter((project) => project.workspace_id === workspaceId),
    async addWorkspace(name: string): Promise<Workspace> {
      const made = await createWorkspace(name);
      workspaces.value = [...workspaces.value, made];
      return made;
    },
    async addProject(workspaceId: string, key: string, name: string): Promise<Project> {
      const made = await createProject(workspaceId, key, name);
      await readProjects(workspaceId);
      projects.value = [...projects.value.filter((project) => project.id !== made.id), made];
      return made;
    },
  };
}
