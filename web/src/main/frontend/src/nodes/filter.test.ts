import { expect, test } from 'vitest';
import { isEmpty, matcher, readFilter, writeFilter } from './filter';
import type { WorkNode } from './node';

const node = (more: Partial<WorkNode> = {}): WorkNode => ({
  id: '1',
  kind: 'issue',
  short_id: 'NL-42',
  title: 'Double orders in the checkout',
  status: 'todo',
  labels: ['bug'],
  priority: 'none',
  ...more,
});
const passes = (query: Record<string, string | string[]>, one: WorkNode) => matcher(readFilter(query), 'ada')(one);

test('comes back from the address as it was written, beside what else is there', () => {
  const filter = readFilter({ q: 'checkout', status: ['todo', 'done'], label: 'bug' });
  const query = writeFilter({ node: 'NL-1', status: 'other' }, filter);

  expect(query.node).toBe('NL-1');
  expect(readFilter(query)).toEqual(filter);
  expect(isEmpty(readFilter(writeFilter(query, readFilter({}))))).toBe(true);
});

test('wants all words, wherever they are', () => {
  expect(passes({ q: 'CHECKOUT double' }, node())).toBe(true);
  expect(passes({ q: 'nl-42' }, node())).toBe(true);
  expect(passes({ q: 'checkout refunds' }, node())).toBe(false);
});

test('wants one of the values of each property', () => {
  expect(passes({ status: ['done', 'todo'] }, node())).toBe(true);
  expect(passes({ status: ['done', 'todo'], label: 'feature' }, node())).toBe(false);
});

test('knows who looks, and nobody', () => {
  expect(passes({ assignee: 'me' }, node({ assignee_id: 'ada' }))).toBe(true);
  expect(passes({ assignee: 'me' }, node())).toBe(false);
  expect(passes({ assignee: 'none' }, node())).toBe(true);
});

test('shows no component for a priority: components have none', () => {
  expect(passes({ priority: 'none' }, node({ kind: 'component' }))).toBe(false);
  expect(passes({ priority: 'none' }, node())).toBe(true);
});
