import type { NodeChanges, NodeReference, NodeView, Priority, NodeKind } from '../api/model';

/** A component or an issue as the views show it. */
export interface WorkNode {
  readonly id: string;
  readonly kind: NodeKind;
  readonly short_id: string;
  readonly title: string;
  readonly status?: string | undefined;
  readonly labels: readonly string[];
  readonly assignee_id?: string | undefined;
  readonly priority: Priority;
  readonly estimate?: number | undefined;
  readonly due_date?: string | undefined;
  readonly cycle_id?: string | undefined;
  readonly created_at?: string | undefined;
  readonly updated_at?: string | undefined;
  /** What it hangs under; not known before its place in the tree has been read. */
  readonly parent_id?: string | undefined;
}

/** What a person changes about a node; `null` takes a property away, what is absent stays. */
export interface NodeEdit {
  title?: string;
  status?: string;
  labels?: readonly string[];
  assignee_id?: string | null;
  priority?: Priority;
  estimate?: number | null;
  due_date?: string | null;
  cycle_id?: string | null;
}

/** Whether a node may hang under another one: components only under components. What is below it is another question. */
export function mayHang(node: WorkNode, parent: WorkNode): boolean {
  return node.id !== parent.id && (node.kind === 'issue' || parent.kind === 'component');
}

const CLEARABLE = ['assignee_id', 'estimate', 'due_date', 'cycle_id'] as const;

/** A node of which only a reference is known so far. */
export function fromReference(reference: NodeReference, parentId: string | undefined): WorkNode {
  const { id, kind, short_id, title, status } = reference;
  return { id, kind, short_id, title, status, labels: [], priority: 'none', parent_id: parentId };
}

/** A node as the server answers it; it does not say what the node hangs under. */
export function fromView(view: NodeView, parentId: string | undefined): WorkNode {
  return { ...view, priority: view.priority ?? 'none', parent_id: parentId };
}

/** The node as it is after a change. */
export function edited(node: WorkNode, edit: NodeEdit): WorkNode {
  const { assignee_id, estimate, due_date, cycle_id, ...rest } = edit;
  return {
    ...node,
    ...rest,
    ...(assignee_id === undefined ? {} : { assignee_id: assignee_id ?? undefined }),
    ...(estimate === undefined ? {} : { estimate: estimate ?? undefined }),
    ...(due_date === undefined ? {} : { due_date: due_date ?? undefined }),
    ...(cycle_id === undefined ? {} : { cycle_id: cycle_id ?? undefined }),
  };
}

/** The change that takes another one back, for the node as it was before. */
export function inverse(node: WorkNode, edit: NodeEdit): NodeEdit {
  const back: NodeEdit = {};
  if (edit.title !== undefined) back.title = node.title;
  if (edit.status !== undefined && node.status !== undefined) back.status = node.status;
  if (edit.labels !== undefined) back.labels = node.labels;
  if (edit.priority !== undefined) back.priority = node.priority;
  if (edit.assignee_id !== undefined) back.assignee_id = node.assignee_id ?? null;
  if (edit.estimate !== undefined) back.estimate = node.estimate ?? null;
  if (edit.due_date !== undefined) back.due_date = node.due_date ?? null;
  if (edit.cycle_id !== undefined) back.cycle_id = node.cycle_id ?? null;
  return back;
}

/** The change in the form of the API, which names what is to be taken away. */
export function request(edit: NodeEdit): NodeChanges {
  const clear = CLEARABLE.filter((name) => edit[name] === null);
  return {
    ...(edit.title === undefined ? {} : { title: edit.title }),
    ...(edit.status === undefined ? {} : { status: edit.status }),
    ...(edit.labels === undefined ? {} : { labels: [...edit.labels] }),
    ...(edit.priority === undefined ? {} : { priority: edit.priority }),
    ...(typeof edit.assignee_id === 'string' ? { assignee_id: edit.assignee_id } : {}),
    ...(typeof edit.estimate === 'number' ? { estimate: edit.estimate } : {}),
    ...(typeof edit.due_date === 'string' ? { due_date: edit.due_date } : {}),
    ...(typeof edit.cycle_id === 'string' ? { cycle_id: edit.cycle_id } : {}),
    ...(clear.length === 0 ? {} : { clear }),
  };
}
