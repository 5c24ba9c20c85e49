import { PRIORITIES } from '../api/model';
import { NOBODY } from './filter';
import type { WorkNode } from './node';

/** What a list is divided by. */
export const GROUPINGS = ['status', 'assignee', 'priority', 'none'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** What decides about the order within a group. */
export const ORDERS = ['priority', 'updated', 'created', 'title'] as const;
export type Order = (typeof ORDERS)[number];

/** A line of a view: the head of a group, or a node. */
export type Row =
  | { readonly type: 'group'; readonly key: string; readonly count: number; readonly collapsed: boolean }
  | {
      readonly type: 'node';
      readonly key: string;
      readonly node: WorkNode;
      readonly depth: number;
      /** Whether what hangs under it is shown; `undefined` when nothing does. */
      readonly expanded?: boolean;
      /** Shown only because something below it passes the filter. */
      readonly onlyPath?: boolean;
    };

const RANK = new Map<string, number>(PRIORITIES.map((priority, index) => [priority, index]));

/** Compares nodes by an order; short ids decide where it does not, so that rows never jump. */
export function comparison(order: Order): (a: WorkNode, b: WorkNode) => number {
  const primary: Record<Order, (a: WorkNode, b: WorkNode) => number> = {
    priority: (a, b) => (RANK.get(a.priority) ?? 0) - (RANK.get(b.priority) ?? 0),
    updated: (a, b) => (b.updated_at ?? '').localeCompare(a.updated_at ?? ''),
    created: (a, b) => (b.created_at ?? '').localeCompare(a.created_at ?? ''),
    title: (a, b) => a.title.localeCompare(b.title),
  };
  return (a, b) => primary[order](a, b) || compareIds(b.id, a.id);
}

/** Ids are in the order of time. */
function compareIds(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The group that a node belongs to. */
export function groupOf(node: WorkNode, grouping: Grouping): string {
  switch (grouping) {
    case 'status':
      return node.status ?? '';
    case 'assignee':
      return node.assignee_id ?? NOBODY;
    case 'priority':
      return node.priority;
    case 'none':
      return '';
  }
}

/**
 * The lines of a list.
 *
 * @param groups the groups that are known, in their order; what else there is follows
 */
export function listRows(
  nodes: readonly WorkNode[],
  grouping: Grouping,
  order: Order,
  groups: readonly string[],
  collapsed: ReadonlySet<string>,
): Row[] {
  const byGroup = new Map<string, WorkNode[]>(groups.map((group) => [group, []]));
  for (const node of nodes) {
    const group = groupOf(node, grouping);
    const members = byGroup.get(group);
    if (members === undefined) {
      byGroup.set(group, [node]);
    } else {
      members.push(node);
    }
  }
  const compare = comparison(order);
  const rows: Row[] = [];
  for (const [group, members] of byGroup) {
    if (members.length === 0) {
      continue;
    }
    const closed = grouping !== 'none' && collapsed.has(group);
    if (grouping !== 'none') {
      rows.push({ type: 'group', key: group, count: members.length, collapsed: closed });
    }
    if (!closed) {
      members.sort(compare).forEach((node) => rows.push({ type: 'node', key: node.id, node, depth: 0 }));
    }
  }
  return rows;
}

/**
 * The lines of a tree, each node before what hangs under it.
 *
 * @param passes whether the filter wants a node; `undefined` when there is no filter. What leads to a wanted node is shown
 *     too, opened.
 */
export function treeRows(
  roots: readonly WorkNode[],
  childrenOf: (id: string) => readonly WorkNode[],
  isExpanded: (id: string) => boolean,
  passes: ((node: WorkNode) => boolean) | undefined,
): Row[] {
  const wanted = passes === undefined ? undefined : withAncestors(roots, childrenOf, passes);
  const rows: Row[] = [];
  const walk = (nodes: readonly WorkNode[], depth: number): void => {
    for (const node of nodes) {
      if (wanted !== undefined && !wanted.has(node.id)) {
        continue;
      }
      const children = childrenOf(node.id);
      const open = wanted === undefined ? isExpanded(node.id) : children.some((child) => wanted.has(child.id));
      rows.push({
        type: 'node',
        key: node.id,
        node,
        depth,
        ...(children.length > 0 ? { expanded: open } : {}),
        ...(passes !== undefined && !passes(node) ? { onlyPath: true } : {}),
      });
      if (open) {
        walk(children, depth + 1);
      }
    }
  };
  walk(roots, 0);
  return rows;
}

function withAncestors(
  roots: readonly WorkNode[],
  childrenOf: (id: string) => readonly WorkNode[],
  passes: (node: WorkNode) => boolean,
): Set<string> {
  const wanted = new Set<string>();
  const visit = (node: WorkNode): boolean => {
    let found = passes(node);
    for (const child of childrenOf(node.id)) {
      found = visit(child) || found;
    }
    if (found) {
      wanted.add(node.id);
    }
    return found;
  };
  roots.forEach(visit);
  return wanted;
}
