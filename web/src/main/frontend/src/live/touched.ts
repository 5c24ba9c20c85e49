/** Something that happened, as the server tells it. */
export interface LiveEvent {
  /** Its place in the order of all events; gaps mean nothing. */
  readonly sequence: number;
  readonly type: string;
  readonly subject_id: string;
  readonly project_id?: string;
  readonly actor_id?: string;
  readonly data?: Readonly<Record<string, unknown>>;
}

/** What has to be read again after some events, and what is known without reading. */
export interface Touched {
  /** Nodes that were made, changed or moved, with the parent where the events name it. */
  readonly nodes: ReadonlyMap<string, string | undefined>;
  /** Nodes that are gone, each with all that hung under it. */
  readonly removed: ReadonlySet<string>;
  /** Cycles that are gone. */
  readonly removedCycles: ReadonlySet<string>;
  /** What describes the project: its workflow, cycles, members and name. */
  readonly description: boolean;
  /** Everything: more came back or came into sight than the events name. */
  readonly whole: boolean;
}

/** Events after which a node has other properties. */
const CHANGES = new Set(['node.changed', 'node.status_changed', 'node.restored']);

/**
 * Puts together what events are about, in their order.
 *
 * @param isEcho whether an event only tells what is known here already
 */
export function touchedBy(events: readonly LiveEvent[], isEcho: (event: LiveEvent) => boolean): Touched {
  const nodes = new Map<string, string | undefined>();
  const removed = new Set<string>();
  const removedCycles = new Set<string>();
  let description = false;
  let whole = false;
  const touch = (id: string, parent?: string): void => {
    removed.delete(id);
    nodes.set(id, parent ?? nodes.get(id));
  };
  for (const event of events) {
    const [subject] = event.type.split('.');
    description ||= subject === 'cycle' || subject === 'member' || subject === 'project';
    if (event.type === 'cycle.deleted') {
      removedCycles.add(event.subject_id);
    } else if (event.type === 'node.deleted') {
      nodes.delete(event.subject_id);
      removed.add(event.subject_id);
    } else if (isEcho(event)) {
      continue;
    } else if (subject === 'policy_rule' || (event.type === 'node.restored' && event.data?.restored !== 1)) {
      whole = true;
    } else if (CHANGES.has(event.type)) {
      touch(event.subject_id);
    } else if (event.type === 'node.created') {
      touch(event.subject_id, text(event.data?.parent_id));
    } else if (event.type === 'node.moved') {
      touch(event.subject_id, text(event.data?.to));
    }
  }
  return { nodes, removed, removedCycles, description, whole };
}

/** Whether an event is about a node or something that belongs to it: a comment, a link, a document. */
export function concerns(event: LiveEvent, nodeId: string): boolean {
  return event.subject_id === nodeId || event.data?.node_id === nodeId || event.data?.target_id === nodeId;
}

/** Events that say no more of a node than its properties, which the views have from elsewhere. */
const OF_PROPERTIES = new Set(['node.status_changed', 'assignment.changed', 'watcher.added', 'watcher.removed']);

/**
 * Whether what hangs on a node, or its description, may be other than it was: its links, its documents, its place.
 *
 * @param isOwn whether it was done by whoever looks, whose changes of properties are known
 */
export function changesContext(event: LiveEvent, nodeId: string, isOwn: boolean): boolean {
  const fields = event.data?.fields;
  const ofProperties =
    OF_PROPERTIES.has(event.type) ||
    (event.type === 'node.changed' && !(Array.isArray(fields) && fields.includes('description')));
  return concerns(event, nodeId) && !event.type.startsWith('comment.') && !(isOwn && ofProperties);
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
