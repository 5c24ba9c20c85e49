import { expect, test } from 'vitest';
import type { WorkNode } from '../nodes/node';
import { bars, dateOf, dayOf, lines, spanOf } from './plan';

const issue = (id: string, created_at: string, due_date?: string): WorkNode => ({
  id,
  kind: 'issue',
  short_id: id,
  title: id,
  labels: [],
  priority: 'none',
  created_at,
  due_date,
});

test('shows what is due, from when it was written down, the next first', () => {
  const all = bars([
    issue('late', '2026-11-01T10:00:00Z', '2026-12-24'),
    issue('soon', '2026-11-20T23:59:00Z', '2026-11-21'),
    issue('never', '2026-11-01T10:00:00Z'),
    issue('past', '2026-11-20T10:00:00Z', '2026-11-01'),
  ]);

  expect(all.map(({ node, from, to }) => [node.id, dateOf(from), dateOf(to)])).toEqual([
    ['past', '2026-11-01', '2026-11-01'],
    ['soon', '2026-11-20', '2026-11-21'],
    ['late', '2026-11-01', '2026-12-24'],
  ]);
});

test('has room for all of it and for today', () => {
  const today = dayOf('2026-11-21');
  const span = spanOf(bars([issue('a', '2026-11-25T10:00:00Z', '2026-12-24')]), today);

  expect(dateOf(span.from)).toBe('2026-11-07');
  expect(dateOf(span.to)).toBe('2027-01-07');
});

test('draws a line for each day, Monday or month', () => {
  const span = { from: dayOf('2026-11-28'), to: dayOf('2026-12-08') };

  expect(lines(span, 'week')).toHaveLength(11);
  expect(lines(span, 'month').map(dateOf)).toEqual(['2026-11-30', '2026-12-07']);
  expect(lines(span, 'quarter').map(dateOf)).toEqual(['2026-12-01']);
});
