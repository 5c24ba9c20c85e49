// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Document } from '../api/model';
import { Problem } from '../api/problem';
import * as server from './api';
import { useUploads } from './useUploads';

vi.mock('./api');

const target = { workspaceId: 'w', nodeId: 'n', label: 'NL-1' };
const file = (name: string) => new File(['x'], name);
const document = (id: string, status: Document['status'], failure?: string) => ({ id, status, failure }) as Document;

beforeEach(() => {
  vi.resetAllMocks();
  vi.useFakeTimers();
});
afterEach(() => {
  useUploads().clear();
  vi.useRealTimers();
});

const states = () => useUploads().uploads.value.map((upload) => `${upload.name} ${upload.state}`);

test('sends two at a time and follows each until it is read', async () => {
  const answers: ((id: string) => void)[] = [];
  vi.mocked(server.uploadFile).mockImplementation((_workspace, _node, _file, progress) => {
    progress(0.5);
    return new Promise((resolve) => answers.push(resolve));
  });
  vi.mocked(server.readDocument).mockImplementation((id) => Promise.resolve(document(id, 'ready')));
  const { send, uploads, busy } = useUploads();

  send([file('a'), file('b'), file('c')], target);
  expect(states()).toEqual(['a sending', 'b sending', 'c waiting']);
  expect(uploads.value[0]?.sent).toBe(0.5);
  answers[0]?.('1');
  await vi.advanceTimersByTimeAsync(0);
  expect(states()).toEqual(['a pending', 'b sending', 'c sending']);

  answers[1]?.('2');
  answers[2]?.('3');
  await vi.advanceTimersByTimeAsync(4_000);
  expect(states()).toEqual(['a ready', 'b ready', 'c ready']);
  expect(busy.value).toBe(false);
});

test('says why a file was refused or could not be read', async () => {
  vi.mocked(server.uploadFile).mockRejectedValueOnce(new Problem(422, 'validation_error', 'too large'));
  vi.mocked(server.uploadFile).mockResolvedValueOnce('2');
  const { send, settle, uploads } = useUploads();

  send([file('a'), file('b')], target);
  await vi.advanceTimersByTimeAsync(0);
  settle(document('2', 'failed', 'is damaged'));

  expect(uploads.value.map(({ state, reason }) => [state, reason])).toEqual([
    ['refused', 'too large'],
    ['failed', 'is damaged'],
  ]);
});
