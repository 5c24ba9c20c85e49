import { expect, test } from 'vitest';
import type { WorkNode } from '../nodes/node';
import { columns } from './columns';

const issue = (id: string, status: string, priority: WorkNode['priority'] = 'none'): WorkNode => ({
  id,
  kind: 'issue',
  short_id: `NL-${id}`,
  title: id,
  status,
  labels: [],
  priority,
});

test('has a column for each status of the workflow, the empty ones too', () => {
  const shown = columns([issue('1', 'done'), issue('2', 'todo'), issue('3', 'todo', 'high')], ['todo', 'doing', 'done'], 'priority');

  expect(shown.map((column) => [column.status, column.cards.map((card) => card.id)])).toEqual([
    ['todo', ['3', '2']],
    ['doing', []],
    ['done', ['1']],
  ]);
});
