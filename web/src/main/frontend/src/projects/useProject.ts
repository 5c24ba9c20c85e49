import { computed, shallowRef } from 'vue';
import type { Cycle, Member, Project, StatusCategory, Workflow } from '../api/model';
import { createNodeStore, type NodeStore } from '../nodes/nodeStore';
import { useToasts } from '../shell/useToasts';
import { listCycles, listMembers, readWorkflow } from './api';
import { useDirectory } from './useDirectory';

const store = shallowRef<NodeStore>();
const workflow = shallowRef<Workflow>({ statuses: [], transitions: {} });
const members = shallowRef<Member[]>([]);
const cycles = shallowRef<Cycle[]>([]);

const project = computed(() => store.value?.project);
const categories = computed(
  () => new Map<string, StatusCategory>(workflow.value.statuses.map((status) => [status.name, status.category])),
);
const memberById = computed(() => new Map(members.value.map((member) => [member.actor_id, member])));

/**
 * Shows another project; its nodes come while it is shown.
 *
 * @param prepare what has to be done before they are read
 */
function open(next: Project, prepare: () => Promise<void>): void {
  if (store.value?.project.id === next.id) {
    return;
  }
  const opened = createNodeStore(next);
  store.value = opened;
  workflow.value = {
    statuses: next.statuses.map((name) => ({ name, category: 'todo' })),
    transitions: {},
  };
  members.value = [];
  cycles.value = [];
  void prepare().then(() => (store.value === opened ? opened.load() : undefined));
  void describe(next);
}

async function describe(opened: Project): Promise<void> {
  try {
    const [newWorkflow, newMembers, newCycles] = await Promise.all([
      readWorkflow(opened.id),
      listMembers(opened.workspace_id),
      listCycles(opened.id),
    ]);
    if (store.value?.project.id === opened.id) {
      workflow.value = newWorkflow;
      members.value = newMembers;
      cycles.value = newCycles;
    }
  } catch (thrown) {
    useToasts().refused(opened.name, thrown);
  }
}

/** The project that is shown: its nodes, what its issues can be, and who belongs to its workspace. */
export function useProject() {
  const { workspaces } = useDirectory();
  return {
    store,
    project,
    workflow,
    categories,
    members,
    cycles,
    open,
    /** Reads again what describes the project: its workflow, cycles and members. */
    describe: async () => {
      if (store.value !== undefined) {
        await describe(store.value.project);
      }
    },
    /** Reads everything again, without hiding what is shown. */
    refresh: async () => {
      if (store.value !== undefined) {
        await Promise.all([store.value.load(), describe(store.value.project)]);
      }
    },
    member: (id: string | undefined) => (id === undefined ? undefined : memberById.value.get(id)),
    /** Whether whoever looks may change things, as far as their role says. */
    canWrite: computed(() => {
      const role = workspaces.value.find((workspace) => workspace.id === project.value?.workspace_id)?.role;
      return role !== undefined && role !== 'viewer';
    }),
    /** Where an issue may go from a status, itself included. */
    next: (status: string | undefined) => {
      const leads = status === undefined ? undefined : workflow.value.transitions[status];
      return workflow.value.statuses.filter(
        ({ name }) => leads === undefined || name === status || leads.includes(name),
      );
    },
  };
}
