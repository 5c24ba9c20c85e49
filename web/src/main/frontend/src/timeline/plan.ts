import type { WorkNode } from '../nodes/node';

const DAY_MILLIS = 86_400_000;
const WEEKDAYS = 7;
/** 1970-01-05 was the first Monday of the count. */
const FIRST_MONDAY = 4;
/** Room before the first and after the last bar, in days. */
const MARGIN_DAYS = 14;

/** How wide a day is, in pixels, and where lines stand. */
export const SCALES = {
  week: { pixels: 30, lines: 'day' },
  month: { pixels: 11, lines: 'week' },
  quarter: { pixels: 4, lines: 'month' },
} as const;
export type Scale = keyof typeof SCALES;

/** The time of an issue, in days since 1970, both included: from when it was written down until it is due. */
export interface Bar {
  readonly node: WorkNode;
  readonly from: number;
  readonly to: number;
}

/** A stretch of days, both included. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** The number of a day, of a date or a time in the form of the API. */
export function dayOf(time: string): number {
  return Math.floor(Date.parse(time.slice(0, 10)) / DAY_MILLIS);
}

/** The date of a day as the API writes it. */
export function dateOf(day: number): string {
  return new Date(day * DAY_MILLIS).toISOString().slice(0, 10);
}

/** The issues that are due some day, those that are due first first. */
export function bars(issues: readonly WorkNode[]): Bar[] {
  return issues
    .flatMap((node) => {
      if (node.due_date === undefined) {
        return [];
      }
      const to = dayOf(node.due_date);
      return [{ node, from: Math.min(node.created_at === undefined ? to : dayOf(node.created_at), to), to }];
    })
    .sort((a, b) => a.to - b.to || a.from - b.from || (a.node.id < b.node.id ? -1 : 1));
}

/** What is shown: all bars and today, with a margin. */
export function spanOf(all: readonly Bar[], today: number): Span {
  let from = today;
  let to = today;
  for (const bar of all) {
    from = Math.min(from, bar.from);
    to = Math.max(to, bar.to);
  }
  return { from: from - MARGIN_DAYS, to: to + MARGIN_DAYS };
}

/** The days at which a line stands: each day, each Monday, or the first of each month. */
export function lines({ from, to }: Span, scale: Scale): number[] {
  const wanted = SCALES[scale].lines;
  const found: number[] = [];
  for (let day = from; day <= to; day++) {
    const isLine =
      wanted === 'day' || (wanted === 'week' ? (day - FIRST_MONDAY) % WEEKDAYS === 0 : dateOf(day).endsWith('-01'));
    if (isLine) {
      found.push(day);
    }
  }
  return found;
}
