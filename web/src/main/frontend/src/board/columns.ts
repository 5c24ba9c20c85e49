import { comparison, type Order } from '../nodes/arrange';
import type { WorkNode } from '../nodes/node';

/** A column of the board: the issues of one status, in their order. */
export interface Column {
  readonly status: string;
  readonly cards: readonly WorkNode[];
}

/** Divides issues into the columns of a workflow. */
export function columns(issues: readonly WorkNode[], statuses: readonly string[], order: Order): Column[] {
  const byStatus = new Map<string, WorkNode[]>(statuses.map((status) => [status, []]));
  for (const issue of issues) {
    byStatus.get(issue.status ?? '')?.push(issue);
  }
  const compare = comparison(order);
  return [...byStatus].map(([status, cards]) => ({ status, cards: cards.sort(compare) }));
}
