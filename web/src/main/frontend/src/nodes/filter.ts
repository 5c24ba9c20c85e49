import type { LocationQuery } from 'vue-router';
import type { WorkNode } from './node';

/** Which nodes a view shows. Of several values of one property any will do; all properties must be right. */
export interface NodeFilter {
  text: string;
  kind: string[];
  status: string[];
  label: string[];
  assignee: string[];
  priority: string[];
}

/** The properties that a filter has values of. */
export const FILTER_PROPERTIES = ['status', 'assignee', 'label', 'priority', 'kind'] as const;
export type FilterProperty = (typeof FILTER_PROPERTIES)[number];

/** The value of the filter by assignee that stands for nobody. */
export const NOBODY = 'none';

/** The value of the filter by assignee that stands for whoever looks. */
export const ME = 'me';

const TEXT = 'q';

/** Reads the filter from an address. */
export function readFilter(query: LocationQuery): NodeFilter {
  return {
    text: one(query[TEXT]) ?? '',
    kind: several(query.kind),
    status: several(query.status),
    label: several(query.label),
    assignee: several(query.assignee),
    priority: several(query.priority),
  };
}

/** Puts a filter into an address, beside what else is in it. */
export function writeFilter(query: LocationQuery, filter: NodeFilter): LocationQuery {
  const ours: readonly string[] = [TEXT, ...FILTER_PROPERTIES];
  const written: LocationQuery = Object.fromEntries(Object.entries(query).filter(([name]) => !ours.includes(name)));
  if (filter.text !== '') {
    written[TEXT] = filter.text;
  }
  for (const property of FILTER_PROPERTIES) {
    if (filter[property].length > 0) {
      written[property] = filter[property];
    }
  }
  return written;
}

export function isEmpty(filter: NodeFilter): boolean {
  return filter.text === '' && FILTER_PROPERTIES.every((property) => filter[property].length === 0);
}

/**
 * Makes the question whether a node passes. The words of the text must all occur in title, short id or labels.
 *
 * @param me the id of whoever looks
 */
export function matcher(filter: NodeFilter, me: string): (node: WorkNode) => boolean {
  const words = filter.text.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const assignees = new Set(filter.assignee.map((value) => (value === ME ? me : value)));
  const chosen = {
    kind: new Set(filter.kind),
    status: new Set(filter.status),
    label: new Set(filter.label),
    priority: new Set(filter.priority),
  };
  return (node) =>
    passes(chosen.kind, node.kind) &&
    passes(chosen.status, node.status) &&
    (chosen.priority.size === 0 || (node.kind === 'issue' && chosen.priority.has(node.priority))) &&
    (chosen.label.size === 0 || node.labels.some((label) => chosen.label.has(label))) &&
    passes(assignees, node.assignee_id ?? NOBODY) &&
    (words.length === 0 || contains(node, words));
}

function passes(chosen: ReadonlySet<string>, value: string | undefined): boolean {
  return chosen.size === 0 || (value !== undefined && chosen.has(value));
}

function contains(node: WorkNode, words: readonly string[]): boolean {
  const text = `${node.title} ${node.short_id} ${node.labels.join(' ')}`.toLocaleLowerCase();
  return words.every((word) => text.includes(word));
}

type QueryValue = LocationQuery[string] | undefined;

function one(value: QueryValue): string | undefined {
  return several(value)[0];
}

function several(value: QueryValue): string[] {
  return (Array.isArray(value) ? value : [value]).filter((item) => typeof item === 'string' && item !== '') as string[];
}
