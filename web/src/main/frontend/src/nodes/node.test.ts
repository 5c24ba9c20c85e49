import { expect, test } from 'vitest';
import { edited, inverse, request, type WorkNode } from './node';

const NODE: WorkNode = {
  id: '1',
  kind: 'issue',
  short_id: 'NL-1',
  title: 'Double orders',
  status: 'todo',
  labels: ['bug'],
  priority: 'high',
  assignee_id: 'ada',
};

test('takes a property away by null and leaves what is absent', () => {
  const changed = edited(NODE, { assignee_id: null, due_date: '2026-12-01' });

  expect(changed.assignee_id).toBeUndefined();
  expect(changed.due_date).toBe('2026-12-01');
  expect(changed.title).toBe('Double orders');
});

test('is as before after a change and its inverse', () => {
  const edit = { title: 'Other', status: 'done', labels: [], priority: 'low', assignee_id: null, estimate: 3 } as const;

  expect(edited(edited(NODE, edit), inverse(NODE, edit))).toEqual({ ...NODE, estimate: undefined });
});

test('names for the server what is to be taken away', () => {
  expect(request({ assignee_id: null, due_date: null, title: 'Other' })).toEqual({
    title: 'Other',
    clear: ['assignee_id', 'due_date'],
  });
});

test('sends only what changes', () => {
  expect(request({ status: 'done' })).toEqual({ status: 'done' });
});
