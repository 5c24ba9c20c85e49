import { expect, test } from 'vitest';
import { changesContext, concerns, touchedBy, type LiveEvent } from './touched';

const event = (type: string, subject_id: string, data: Record<string, unknown> = {}): LiveEvent => ({
  sequence: 1,
  type,
  subject_id,
  data,
});
const never = () => false;

test('names each node once, with the parent that was told last', () => {
  const touched = touchedBy(
    [
      event('node.created', 'a', { parent_id: 'root' }),
      event('node.changed', 'a'),
      event('node.moved', 'b', { from: 'root', to: 'a' }),
      event('node.status_changed', 'c'),
      event('assignment.changed', 'd'),
      event('comment.created', 'e', { node_id: 'a' }),
    ],
    never,
  );

  expect([...touched.nodes]).toEqual([
    ['a', 'root'],
    ['b', 'a'],
    ['c', undefined],
  ]);
  expect(touched.description).toBe(false);
  expect(touched.whole).toBe(false);
});

test('does not read what is gone, unless it came back', () => {
  const gone = touchedBy([event('node.changed', 'a'), event('node.deleted', 'a')], never);
  const back = touchedBy([event('node.deleted', 'a'), event('node.restored', 'a', { restored: 1 })], never);

  expect([...gone.nodes]).toEqual([]);
  expect([...gone.removed]).toEqual(['a']);
  expect([...back.nodes.keys()]).toEqual(['a']);
  expect([...back.removed]).toEqual([]);
});

test('reads everything when more came into sight than is named', () => {
  expect(touchedBy([event('node.restored', 'a', { restored: 3 })], never).whole).toBe(true);
  expect(touchedBy([event('policy_rule.deleted', 'rule')], never).whole).toBe(true);
});

test('reads what describes the project when that has changed', () => {
  expect(touchedBy([event('project.workflow_changed', 'p')], never).description).toBe(true);
  expect(touchedBy([event('member.added', 'm')], never).description).toBe(true);
  expect([...touchedBy([event('cycle.deleted', 'x')], never).removedCycles]).toEqual(['x']);
});

test('leaves out what was done here', () => {
  const touched = touchedBy([event('node.changed', 'a'), event('node.changed', 'b')], (one) => one.subject_id === 'a');

  expect([...touched.nodes.keys()]).toEqual(['b']);
});

test('knows what belongs to a node', () => {
  expect(concerns(event('node.changed', 'a'), 'a')).toBe(true);
  expect(concerns(event('comment.created', 'c', { node_id: 'a' }), 'a')).toBe(true);
  expect(concerns(event('link.created', 'b', { target_id: 'a' }), 'a')).toBe(true);
  expect(concerns(event('link.created', 'b', { target_id: 'c' }), 'a')).toBe(false);
});

test('knows when the panel of a node has to be read again', () => {
  expect(changesContext(event('artifact.attached', 'x', { node_id: 'a' }), 'a', true)).toBe(true);
  expect(changesContext(event('node.status_changed', 'a'), 'a', false)).toBe(true);
  expect(changesContext(event('node.status_changed', 'a'), 'a', true)).toBe(false);
  expect(changesContext(event('node.changed', 'a', { fields: ['labels'] }), 'a', true)).toBe(false);
  expect(changesContext(event('node.changed', 'a', { fields: ['description'] }), 'a', true)).toBe(true);
  expect(changesContext(event('comment.created', 'x', { node_id: 'a' }), 'a', false)).toBe(false);
});
