import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { EventPage } from './api';
import { followChannel, type Liveness } from './eventChannel';
import type { LiveEvent } from './touched';

/** The server's end of a socket. */
class Socket {
  readonly sent: unknown[] = [];
  onmessage: ((message: { data: string }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;
  close = vi.fn();
  send(text: string): void {
    this.sent.push(JSON.parse(text));
  }
  say(message: object): void {
    this.onmessage?.({ data: JSON.stringify(message) });
  }
  /** Greets, and takes the subscription. */
  greet(): void {
    this.say({ type: 'authenticated' });
    this.say({ type: 'subscribed' });
  }
  end(code = 1006): void {
    this.onclose?.({ code });
  }
}

const event = (sequence: number): LiveEvent => ({ sequence, type: 'node.changed', subject_id: `n${sequence}` });
const nothing: EventPage = { items: [], last: 0, more: false, reset: false };

let sockets: Socket[];
let heard: number[];
let resets: number;
let ways: Liveness[];
let read: ReturnType<typeof vi.fn<(channel: string, after?: number) => Promise<EventPage>>>;
let reachable: boolean;

beforeEach(() => {
  vi.useFakeTimers();
  sockets = [];
  heard = [];
  resets = 0;
  ways = [];
  reachable = true;
  read = vi.fn(() => Promise.resolve(nothing));
});
afterEach(() => vi.useRealTimers());

function follow() {
  const listener = {
    heard: (events: readonly LiveEvent[]) => heard.push(...events.map((one) => one.sequence)),
    reset: () => resets++,
  };
  const open = () => {
    const socket = new Socket();
    sockets.push(socket);
    return socket as unknown as WebSocket;
  };
  return followChannel('project:p', 10, listener, { open, read, reachable: () => reachable }, (now) => ways.push(now));
}

const socket = (index: number): Socket => sockets[index] ?? expect.fail(`no socket ${index}`);

test('begins at the place it was given and tells events together, none twice', () => {
  follow();
  socket(0).greet();
  [11, 12, 12, 13].forEach((sequence) => socket(0).say({ type: 'event', event: event(sequence) }));
  vi.runOnlyPendingTimers();

  expect(socket(0).sent).toEqual([{ type: 'subscribe', channels: ['project:p'], after: 10 }]);
  expect(heard).toEqual([11, 12, 13]);
  expect(ways).toEqual(['connected']);
});

test('goes on after a lost connection where it was', async () => {
  follow();
  socket(0).greet();
  socket(0).say({ type: 'event', event: event(14) });
  socket(0).end();
  await vi.advanceTimersByTimeAsync(2_000);
  socket(1).greet();

  expect(socket(1).sent).toEqual([{ type: 'subscribe', channels: ['project:p'], after: 14 }]);
  expect(ways.at(-1)).toBe('connected');
});

test('asks where no socket can be opened, to the end of what there is', async () => {
  read.mockResolvedValueOnce({ items: [event(11)], last: 11, more: true, reset: false });
  read.mockResolvedValueOnce({ items: [event(15)], last: 16, more: false, reset: false });
  follow();
  for (let attempt = 0; attempt < 3; attempt++) {
    socket(attempt).end();
    await vi.advanceTimersByTimeAsync(10_000);
  }

  expect(heard).toEqual([11, 15]);
  expect(read.mock.calls.slice(0, 3).map(([, after]) => after)).toEqual([10, 11, 16]);
  expect(ways).toEqual(['asking']);
});

test('does not try to connect while the server cannot be reached, and catches up when it is woken', async () => {
  const channel = follow();
  socket(0).greet();
  reachable = false;
  channel.drop();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(sockets).toHaveLength(1);

  reachable = true;
  read.mockResolvedValueOnce({ items: [event(11)], last: 11, more: false, reset: false });
  await channel.wake();
  await vi.advanceTimersByTimeAsync(100);

  expect(heard).toEqual([11]);
  expect(sockets).toHaveLength(2);
});

test('lets go of a connection that does not answer after a sleep', async () => {
  const channel = follow();
  socket(0).greet();
  await channel.wake();
  await vi.advanceTimersByTimeAsync(8_000);

  expect(socket(0).close).toHaveBeenCalled();
  expect(sockets.length).toBeGreaterThan(1);
});

test('has everything read anew when events are not kept any more', async () => {
  follow();
  socket(0).greet();
  socket(0).say({ type: 'event', event: event(11) });
  socket(0).say({ type: 'reset', sequence: 90 });
  socket(0).say({ type: 'event', event: event(91) });
  await vi.advanceTimersByTimeAsync(100);

  expect(resets).toBe(1);
  expect(heard).toEqual([91]);
});

test('ends for good when what it follows is no more', async () => {
  follow();
  socket(0).say({ type: 'authenticated' });
  socket(0).say({ type: 'error', code: 'not_found' });
  await vi.advanceTimersByTimeAsync(120_000);

  expect(sockets).toHaveLength(1);
  expect(read).not.toHaveBeenCalled();
});
