import { expect, test } from 'vitest';
import type { Comment } from '../api/model';
import { threads } from './threads';

const comment = (id: string, parent_id?: string): Comment => ({
  id,
  node_id: 'n',
  deleted: false,
  mentions: [],
  reactions: [],
  attachments: [],
  created_at: '2026-11-21T10:00:00Z',
  updated_at: '2026-11-21T10:00:00Z',
  parent_id,
});

test('puts answers behind what they answer', () => {
  const shown = threads([comment('1'), comment('2'), comment('3', '1'), comment('4', '3'), comment('5', '1')]);

  expect(shown.map((thread) => [thread.comment.id, thread.depth])).toEqual([
    ['1', 0],
    ['3', 1],
    ['4', 2],
    ['5', 1],
    ['2', 0],
  ]);
});

test('shows an answer to something that cannot be seen', () => {
  expect(threads([comment('3', 'hidden')])).toHaveLength(1);
});
