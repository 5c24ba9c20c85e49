// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest';
import { all, api, body, reachable } from './client';
import { Problem } from './problem';

const answer = (status: number, json: unknown, headers: Record<string, string> = {}) =>
  new Response(json === undefined ? null : JSON.stringify(json), {
    status,
    headers: { 'Content-Type': 'application/json', ...headers },
  });

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test('throws a refusal with the words of the server', async () => {
  const refusal = {
    error: { code: 'validation_error', message: 'no', details: [{ field: 'status', message: 'leads nowhere' }] },
  };
  vi.stubGlobal('fetch', () => Promise.resolve(answer(422, refusal)));

  const call = body(api.GET('/api/v1/auth/me'));

  await expect(call).rejects.toMatchObject({ status: 422, code: 'validation_error', reason: 'status: leads nowhere' });
});

test('knows that the server is away, and that it is back', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('failed to fetch')));
  await expect(body(api.GET('/api/v1/auth/me'))).rejects.toBeInstanceOf(Problem);
  expect(reachable.value).toBe(false);

  vi.stubGlobal('fetch', () => Promise.resolve(answer(200, {})));
  await body(api.GET('/api/v1/auth/me'));
  expect(reachable.value).toBe(true);
});

test('waits with a read as long as the server asks for', async () => {
  vi.useFakeTimers();
  const answers = [answer(429, {}, { 'Retry-After': '2' }), answer(200, { handle: 'ada' })];
  const fetched = vi.fn(() => Promise.resolve(answers.shift()));
  vi.stubGlobal('fetch', fetched);

  const call = body(api.GET('/api/v1/auth/me'));
  await vi.advanceTimersByTimeAsync(1_900);
  expect(fetched).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(200);

  await expect(call).resolves.toEqual({ handle: 'ada' });
});

test('reads a list to its end', async () => {
  const read = (cursor?: string) =>
    Promise.resolve(cursor === undefined ? { items: [1, 2], next_cursor: 'more' } : { items: [3] });

  await expect(all(read)).resolves.toEqual([1, 2, 3]);
});
