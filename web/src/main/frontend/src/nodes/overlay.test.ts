import { beforeEach, expect, test } from 'vitest';
import { Overlay } from './overlay';

interface Thing {
  title: string;
  status: string;
}

let overlay: Overlay<Thing>;

beforeEach(() => {
  overlay = new Overlay<Thing>();
  overlay.confirm('1', { title: 'One', status: 'todo' });
});

const setStatus = (status: string) => overlay.apply(['1'], (thing) => ({ ...thing, status }));
const setTitle = (title: string) => overlay.apply(['1'], (thing) => ({ ...thing, title }));

test('shows a change at once', () => {
  setStatus('done');

  expect(overlay.get('1')?.status).toBe('done');
});

test('takes back a refused change and keeps the one that was made after it', () => {
  const refused = setStatus('done');
  setTitle('Other');

  overlay.drop(refused);

  expect(overlay.get('1')).toEqual({ title: 'Other', status: 'todo' });
});

test('keeps showing a later change when an earlier one is confirmed', () => {
  const first = setStatus('doing');
  setStatus('done');

  overlay.confirm('1', { title: 'One', status: 'doing' });
  overlay.drop(first);

  expect(overlay.get('1')?.status).toBe('done');
});

test('shows what the server has confirmed once nothing is under way', () => {
  const change = setStatus('done');

  overlay.confirm('1', { title: 'Renamed by somebody else', status: 'done' });
  overlay.drop(change);

  expect(overlay.get('1')).toEqual({ title: 'Renamed by somebody else', status: 'done' });
});

test('forgets what was removed, also while a change of it is under way', () => {
  const change = setStatus('done');

  overlay.remove('1');
  overlay.drop(change);

  expect(overlay.get('1')).toBeUndefined();
  expect(overlay.size).toBe(0);
});
