import { expect, test } from 'vitest';
import { listRows, treeRows, type Row } from './arrange';
import type { WorkNode } from './node';

const node = (id: string, more: Partial<WorkNode> = {}): WorkNode => ({
  id,
  kind: 'issue',
  short_id: `NL-${id}`,
  title: id,
  status: 'todo',
  labels: [],
  priority: 'none',
  ...more,
});
const keys = (rows: readonly Row[]) => rows.map((row) => (row.type === 'group' ? `[${row.key} ${row.count}]` : row.key));

test('shows groups in the order of the workflow and leaves out the empty ones', () => {
  const nodes = [node('1', { status: 'done' }), node('2'), node('3', { status: 'done' })];

  const rows = listRows(nodes, 'status', 'created', ['todo', 'doing', 'done'], new Set());

  expect(keys(rows)).toEqual(['[todo 1]', '2', '[done 2]', '3', '1']);
});

test('counts what a closed group hides', () => {
  const rows = listRows([node('1'), node('2')], 'status', 'created', ['todo'], new Set(['todo']));

  expect(keys(rows)).toEqual(['[todo 2]']);
});

test('puts a status last that the workflow does not know', () => {
  const rows = listRows([node('1', { status: 'gone' }), node('2')], 'status', 'created', ['todo'], new Set());

  expect(keys(rows)).toEqual(['[todo 1]', '2', '[gone 1]', '1']);
});

test('orders by priority, the newest first among equals', () => {
  const nodes = [node('1'), node('2', { priority: 'urgent' }), node('3'), node('4', { priority: 'low' })];

  expect(keys(listRows(nodes, 'none', 'priority', [], new Set()))).toEqual(['2', '4', '3', '1']);
});

const root = node('root', { kind: 'component' });
const tree: Record<string, WorkNode[]> = {
  root: [node('a', { kind: 'component' }), node('b', { kind: 'component' })],
  a: [node('a1'), node('a2')],
  b: [node('b1')],
};
const childrenOf = (id: string) => tree[id] ?? [];

test('shows what is opened and nothing below what is closed', () => {
  const rows = treeRows([root], childrenOf, (id) => id === 'root' || id === 'b', undefined);

  expect(keys(rows)).toEqual(['root', 'a', 'b', 'b1']);
  expect(rows.map((row) => (row.type === 'node' ? row.depth : -1))).toEqual([0, 1, 1, 2]);
});

test('opens the way to what passes a filter and marks what is only on it', () => {
  const rows = treeRows([root], childrenOf, () => false, (one) => one.id === 'a2');

  expect(keys(rows)).toEqual(['root', 'a', 'a2']);
  expect(rows.map((row) => row.type === 'node' && row.onlyPath === true)).toEqual([true, true, false]);
});
