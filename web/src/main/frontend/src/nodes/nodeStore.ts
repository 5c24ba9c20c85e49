import { computed, ref, shallowRef, triggerRef } from 'vue';
import { pages } from '../api/client';
import type { BulkItem, CreateNode, NodeView, Project } from '../api/model';
import { Problem } from '../api/problem';
import type { LiveEvent, Touched } from '../live/touched';
import { changeNode, changeNodes, createNode, deleteNode, listNodes, moveNode, readNode, readSubtree, restoreNode } from './api';
import { createEchoes } from './echoes';
import { edited, fromReference, fromView, request, type NodeEdit, type WorkNode } from './node';
import { Overlay } from './overlay';

/** How many items the server takes at once. */
const BULK = 500;

/** How long pages are collected before the views are renewed, but for the first one. */
const CALM_MILLIS = 200;

/** So many nodes that others have touched are always read one by one. */
const FEW_TOUCHED = 12;
/** About so many nodes come with each request when everything is read. */
const NODES_PER_REQUEST = 160;
const READ_AT_ONCE = 6;

/**
 * The nodes of a project in the browser's memory, so that filtering, grouping and moving about need no server. They come
 * in pages, the tree and the properties side by side; views show what is there already. Changes are shown at once and
 * taken back when the server refuses them.
 */
export function createNodeStore(project: Project) {
  const overlay = new Overlay<WorkNode>();
  const children = new Map<string, Set<string>>();
  /** Made here since the last reading began, which therefore may not have seen them. */
  const fresh = new Set<string>();
  /** Removed here since the last reading began, which therefore may bring them once more. */
  const gone = new Set<string>();
  const revision = shallowRef(overlay);
  const state = ref<'loading' | 'ready' | 'failed'>('loading');
  const failure = shallowRef<Problem>();
  const queues = new Map<string, Promise<unknown>>();
  const echoes = createEchoes();
  let renewal: ReturnType<typeof setTimeout> | undefined;
  let shownOnce = false;

  function renew(): void {
    clearTimeout(renewal);
    renewal = undefined;
    triggerRef(revision);
  }

  function renewSoon(): void {
    if (!shownOnce) {
      shownOnce = true;
      renew();
    } else {
      renewal ??= setTimeout(renew, CALM_MILLIS);
    }
  }

  function hang(id: string, parentId: string): void {
    const siblings = children.get(parentId);
    if (siblings === undefined) {
      children.set(parentId, new Set([id]));
    } else {
      siblings.add(id);
    }
  }

  function unhang(id: string, parentId: string | undefined): void {
    if (parentId !== undefined) {
      children.get(parentId)?.delete(id);
    }
  }

  /** Does something that may change what a node is shown to hang under, and hangs it there. */
  function rehang<T>(id: string, action: () => T): T {
    const before = overlay.get(id)?.parent_id;
    const result = action();
    const after = overlay.get(id)?.parent_id;
    if (before !== after) {
      unhang(id, before);
      if (after !== undefined) {
        hang(id, after);
      }
    }
    return result;
  }

  /** Takes over what the server says, unless it has said something newer before. */
  function confirm(view: NodeView, parentId?: string): void {
    const known = overlay.confirmedValue(view.id);
    if (known?.updated_at === undefined || !isBefore(view.updated_at, known.updated_at)) {
      rehang(view.id, () => overlay.confirm(view.id, fromView(view, parentId ?? known?.parent_id)));
    }
  }

  function forget(id: string): void {
    unhang(id, overlay.get(id)?.parent_id);
    for (const each of subtree(id)) {
      gone.add(each);
      overlay.remove(each);
      children.delete(each);
    }
  }

  /** Reads everything; what is there already stays visible meanwhile, what is gone goes at the end. */
  async function load(): Promise<void> {
    failure.value = undefined;
    const seen = new Set<string>([project.root_id]);
    fresh.clear();
    gone.clear();
    try {
      await Promise.all([loadTree(seen), loadProperties()]);
      for (const node of [...overlay.values()]) {
        if (!seen.has(node.id) && !fresh.has(node.id)) {
          overlay.remove(node.id);
        }
      }
      state.value = 'ready';
    } catch (thrown) {
      failure.value = Problem.from(thrown);
      state.value = state.value === 'ready' ? 'ready' : 'failed';
    }
    renew();
  }

  async function loadTree(seen: Set<string>): Promise<void> {
    const order: string[] = [];
    for await (const rows of pages((cursor) => readSubtree(project.root_id, cursor))) {
      for (const { node, parent_id } of rows.filter((row) => !gone.has(row.node.id))) {
        seen.add(node.id);
        order.push(node.id);
        const known = overlay.confirmedValue(node.id);
        rehang(node.id, () =>
          overlay.confirm(node.id, known === undefined ? fromReference(node, parent_id) : { ...known, parent_id }),
        );
      }
      renewSoon();
    }
    // In the order of the tree, which is not that in which they came to be known.
    children.clear();
    [...order, ...fresh].forEach((id) => {
      const parent = overlay.get(id)?.parent_id;
      if (parent !== undefined) {
        hang(id, parent);
      }
    });
  }

  async function loadProperties(): Promise<void> {
    for await (const views of pages((cursor) => listNodes(project.id, cursor))) {
      views.filter((view) => !gone.has(view.id)).forEach((view) => confirm(view));
      renewSoon();
    }
  }

  /** Lets requests about the same node reach the server one after the other, in the order that a person made them. */
  async function inTurn<T>(ids: readonly string[], task: () => Promise<T>): Promise<T> {
    const before = Promise.allSettled(ids.map((id) => queues.get(id) ?? Promise.resolve()));
    const turn = before.then(task);
    const settled = turn.catch(() => undefined);
    ids.forEach((id) => queues.set(id, settled));
    try {
      return await turn;
    } finally {
      ids.filter((id) => queues.get(id) === settled).forEach((id) => queues.delete(id));
    }
  }

  /** Shows changes, sends them, and takes them back when they are refused. */
  async function change(edits: ReadonlyMap<string, NodeEdit>): Promise<void> {
    const ids = [...edits.keys()];
    const pending = overlay.apply(ids, (node) => edited(node, edits.get(node.id) ?? {}));
    renew();
    ids.forEach(echoes.expect);
    try {
      const views = await inTurn(ids, () => send(edits));
      views.forEach((view) => confirm(view));
    } catch (thrown) {
      ids.forEach(echoes.cancel);
      throw thrown;
    } finally {
      overlay.drop(pending);
      renew();
    }
  }

  async function send(edits: ReadonlyMap<string, NodeEdit>): Promise<NodeView[]> {
    const items = [...edits].map(([node, edit]): BulkItem => ({ op: 'patch', node, changes: request(edit) }));
    const [first] = edits;
    if (items.length === 1 && first !== undefined) {
      return [await changeNode(first[0], request(first[1]))];
    }
    const views: NodeView[] = [];
    for (let from = 0; from < items.length; from += BULK) {
      views.push(...(await changeNodes(project.id, items.slice(from, from + BULK))));
    }
    return views;
  }

  /** Makes a node; it is shown as soon as it has its short id. */
  async function create(draft: CreateNode): Promise<WorkNode> {
    const view = await createNode(project.id, draft);
    const node = fromView(view, draft.parent_id ?? project.root_id);
    fresh.add(node.id);
    overlay.confirm(node.id, node);
    hang(node.id, node.parent_id ?? project.root_id);
    renew();
    return node;
  }

  /** Hangs nodes under another one, all of them or none. */
  async function move(ids: readonly string[], parentId: string): Promise<void> {
    const pending = ids.map((id) => rehang(id, () => ({ id, change: overlay.apply([id], (node) => ({ ...node, parent_id: parentId })) })));
    renew();
    try {
      const views = await inTurn(ids, () => sendMove(ids, parentId));
      views.forEach((view) => confirm(view, parentId));
    } finally {
      pending.forEach(({ id, change: made }) => rehang(id, () => overlay.drop(made)));
      renew();
    }
  }

  async function sendMove(ids: readonly string[], parentId: string): Promise<NodeView[]> {
    const [first] = ids;
    return ids.length === 1 && first !== undefined
      ? [await moveNode(first, parentId)]
      : changeNodes(
          project.id,
          ids.map((node): BulkItem => ({ op: 'move', node, parent_id: parentId })),
        );
  }

  /** The ids of a node and of all that hangs under it. */
  function subtree(id: string): string[] {
    const found = new Set([id]);
    // What is added while it is walked is walked as well.
    for (const each of found) {
      children.get(each)?.forEach((child) => found.add(child));
    }
    return [...found];
  }

  /** Puts nodes into the trash, each with what hangs under it. What is refused comes back. */
  async function remove(ids: readonly string[]): Promise<void> {
    const below = [...new Set(ids.flatMap(subtree))];
    const kept = below.map((id) => overlay.confirmedValue(id)).filter((node) => node !== undefined);
    const tops = ids.filter((id) => !ids.some((other) => other !== id && subtree(other).includes(id)));
    const parents = new Map(tops.map((id) => [id, overlay.get(id)?.parent_id]));
    below.forEach((id) => {
      gone.add(id);
      overlay.remove(id);
    });
    parents.forEach((parent, id) => unhang(id, parent));
    renew();
    try {
      await inTurn(below, async () => {
        if (tops.length === 1 && tops[0] !== undefined) {
          await deleteNode(tops[0]);
        } else {
          await changeNodes(
            project.id,
            tops.map((node): BulkItem => ({ op: 'delete', node })),
          );
        }
      });
    } catch (thrown) {
      below.forEach((id) => gone.delete(id));
      kept.forEach((node) => overlay.confirm(node.id, node));
      parents.forEach((parent, id) => hang(id, parent ?? project.root_id));
      renew();
      throw thrown;
    }
  }

  /** Brings nodes back from the trash, with what went with them. */
  async function restore(ids: readonly string[]): Promise<void> {
    for (const id of ids) {
      await restoreNode(id);
    }
    await load();
  }

  /** Takes over what others have done; only what they have touched is read. */
  async function takeOver(touched: Touched): Promise<void> {
    touched.removed.forEach(forget);
    for (const node of [...overlay.values()]) {
      const known = overlay.confirmedValue(node.id);
      if (known?.cycle_id !== undefined && touched.removedCycles.has(known.cycle_id)) {
        overlay.confirm(node.id, { ...known, cycle_id: undefined });
      }
    }
    renew();
    // When they are very many, everything takes fewer requests.
    if (touched.nodes.size > Math.max(FEW_TOUCHED, overlay.size / NODES_PER_REQUEST)) {
      await load();
      return;
    }
    const waiting = [...touched.nodes];
    const readers = Array.from({ length: READ_AT_ONCE }, async () => {
      for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
        await readAgain(...next);
      }
    });
    await Promise.all(readers);
    renew();
  }

  /** Reads a node that somebody has touched; who may not see it any more sees it go. */
  async function readAgain(id: string, parentId: string | undefined): Promise<void> {
    gone.delete(id);
    try {
      const { node, path } = await readNode(id);
      const parent = path.at(-1)?.id ?? parentId;
      if (!overlay.has(id)) {
        fresh.add(id);
      }
      if (!gone.has(id) && node.project_id === project.id) {
        confirm(node, parent);
      }
    } catch (thrown) {
      if (Problem.from(thrown).status === 404) {
        forget(id);
      }
      // Anything else: the node stays as it was known, and is read with the next event or the next reading of everything.
    }
  }

  /** Whether an event tells of what was done here, and is known. */
  function knows({ type, subject_id: id, data }: LiveEvent): boolean {
    switch (type) {
      case 'node.created':
        return overlay.has(id);
      case 'node.moved':
        return overlay.get(id)?.parent_id === data?.to;
      case 'node.restored':
        return overlay.has(id);
      case 'node.changed':
      case 'node.status_changed':
        return echoes.take(id);
      default:
        return false;
    }
  }

  const all = computed<WorkNode[]>(() => [...revision.value.values()]);
  const issues = computed(() => all.value.filter((node) => node.kind === 'issue'));
  const labels = computed(() =>
    [...new Set(all.value.flatMap((node) => node.labels))].sort((a, b) => a.localeCompare(b)),
  );

  return {
    project,
    state,
    failure,
    all,
    issues,
    labels,
    /** A node by id; renewed with the views. */
    node: (id: string) => revision.value.get(id),
    byShortId: (shortId: string) => all.value.find((node) => node.short_id === shortId),
    childrenOf: (id: string): WorkNode[] =>
      [...(children.get(id) ?? [])].map((child) => revision.value.get(child)).filter((child) => child !== undefined),
    isBelow: (id: string, ancestor: string) => subtree(ancestor).includes(id),
    load,
    change,
    create,
    move,
    remove,
    restore,
    takeOver,
    knows,
    /** Takes over a node that was read elsewhere. */
    confirm: (view: NodeView) => {
      confirm(view);
      renew();
    },
  };
}

export type NodeStore = ReturnType<typeof createNodeStore>;

/** Whether a time in the form of the API is before another; both are UTC, and of different precision. */
function isBefore(time: string, other: string): boolean {
  return time.replace('Z', '') < other.replace('Z', '');
}
