import type { EventPage } from './api';
import type { LiveEvent } from './touched';

/** How long events are collected before they are told: a person does not see it, and many come at once. */
const GATHER_MILLIS = 30;
/** How often is asked where no socket can be opened: some networks let none through. */
const ASK_MILLIS = 3_000;
const FIRST_PAUSE_MILLIS = 400;
const LONGEST_PAUSE_MILLIS = 15_000;
const PAUSE_AFTER_TOO_MANY_MILLIS = 60_000;
/** A connection that does not answer for so long leads nowhere any more. */
const ANSWER_MILLIS = 5_000;
/** After so many attempts in a row that did not lead to a connection, events are asked for. */
const VAIN_ATTEMPTS = 3;
/** While it asks, it tries to connect once in so many times. */
const ASKED_BETWEEN_ATTEMPTS = 10;

const SIGN_IN_ENDED = 4401;
const TOO_MANY = 4429;

/** Who hears of events. */
export interface Listener {
  /** Some have happened; in their order, none twice, none left out. */
  heard(events: readonly LiveEvent[]): void;
  /** More has happened than is kept: what is known has to be read anew. */
  reset(): void;
}

/** What connects to the server; tests put their own in its place. */
export interface Wire {
  open(): WebSocket;
  read(channel: string, after?: number): Promise<EventPage>;
  /** Whether the server answered when it was asked last; while it does not, connecting is in vain. */
  reachable(): boolean;
}

/** How events come: over a connection, by asking from time to time, or not at the moment. */
export type Liveness = 'connected' | 'asking' | 'away';

/** What the server says over a socket. */
interface Message {
  readonly type?: string;
  readonly event?: LiveEvent;
  readonly sequence?: number;
  readonly code?: string;
}

/**
 * Follows a channel of events. Whoever has the place of the last event misses nothing, so after a lost connection it goes on
 * there. Where no socket can be opened, it asks.
 *
 * @param after the place where it begins
 * @param changed called when events come in another way than before
 */
export function followChannel(
  channel: string,
  after: number,
  listener: Listener,
  wire: Wire,
  changed: (now: Liveness) => void,
) {
  let place = after;
  let socket: WebSocket | undefined;
  let greeted = false;
  let vain = 0;
  let closed = false;
  let liveness: Liveness = 'away';
  let gathered: LiveEvent[] = [];
  let gathering: ReturnType<typeof setTimeout> | undefined;
  let again: ReturnType<typeof setTimeout> | undefined;
  let unanswered: ReturnType<typeof setTimeout> | undefined;
  let asking: Promise<void> | undefined;

  function become(now: Liveness): void {
    if (now !== liveness) {
      liveness = now;
      changed(now);
    }
  }

  function tell(): void {
    clearTimeout(gathering);
    gathering = undefined;
    const events = gathered;
    gathered = [];
    if (events.length > 0 && !closed) {
      listener.heard(events);
    }
  }

  function take(event: LiveEvent): void {
    if (event.sequence > place) {
      place = event.sequence;
      gathered.push(event);
      gathering ??= setTimeout(tell, GATHER_MILLIS);
    }
  }

  function restart(sequence: number): void {
    gathered = [];
    place = Math.max(place, sequence);
    listener.reset();
  }

  function connect(): void {
    clearTimeout(again);
    if (closed || socket !== undefined) {
      return;
    }
    const opened = wire.open();
    socket = opened;
    greeted = false;
    opened.onmessage = (message) => hear(opened, JSON.parse(String(message.data)) as Message);
    opened.onclose = ({ code }) => lose(opened, code);
  }

  function hear(from: WebSocket, message: Message): void {
    if (from !== socket || closed) {
      return;
    }
    if (message.type === 'authenticated') {
      subscribe(from);
    } else if (message.type === 'subscribed') {
      clearTimeout(unanswered);
      greeted = true;
      vain = 0;
      become('connected');
    } else if (message.type === 'event' && message.event !== undefined) {
      take(message.event);
    } else if (message.type === 'reset') {
      restart(message.sequence ?? place);
    } else if (message.type === 'error' && message.code === 'not_found') {
      // What was followed is no more, or is not for this person any more; there is nothing to come back to.
      close();
    }
  }

  function subscribe(to: WebSocket): void {
    to.send(JSON.stringify({ type: 'subscribe', channels: [channel], after: place }));
    clearTimeout(unanswered);
    unanswered = setTimeout(drop, ANSWER_MILLIS);
  }

  function lose(from: WebSocket, code?: number): void {
    if (from !== socket || closed) {
      return;
    }
    clearTimeout(unanswered);
    socket = undefined;
    const lost = greeted;
    greeted = false;
    vain = lost ? 0 : vain + 1;
    if (liveness === 'connected') {
      become('away');
    }
    if (wire.reachable() && (lost || code === SIGN_IN_ENDED || vain >= VAIN_ATTEMPTS)) {
      // A request tells whether it is the sign-in, the server or only the socket.
      void ask();
    }
    const pause = Math.min(LONGEST_PAUSE_MILLIS, FIRST_PAUSE_MILLIS * 2 ** vain) * (0.75 + Math.random() / 2);
    again = setTimeout(retry, code === TOO_MANY ? PAUSE_AFTER_TOO_MANY_MILLIS : liveness === 'asking' ? ASK_MILLIS : pause);
  }

  function retry(): void {
    if (!wire.reachable()) {
      again = setTimeout(retry, ASK_MILLIS);
    } else if (vain < VAIN_ATTEMPTS || vain % ASKED_BETWEEN_ATTEMPTS === 0) {
      connect();
    } else {
      vain++;
      void ask();
      again = setTimeout(retry, ASK_MILLIS);
    }
  }

  /** Reads what has happened since, however much it is. */
  function ask(): Promise<void> {
    asking ??= read().finally(() => (asking = undefined));
    return asking;
  }

  async function read(): Promise<void> {
    try {
      for (let more = true; more && !closed; ) {
        const page = await wire.read(channel, place);
        if (page.reset) {
          restart(page.last);
        } else {
          page.items.forEach(take);
          place = Math.max(place, page.last);
        }
        ({ more } = page);
      }
      if (!greeted) {
        become('asking');
      }
    } catch {
      // Whoever reads learns of it elsewhere; what was missed is read with the next attempt.
      become(greeted ? 'connected' : 'away');
    }
  }

  function close(): void {
    closed = true;
    clearTimeout(again);
    clearTimeout(gathering);
    clearTimeout(unanswered);
    socket?.close();
    socket = undefined;
  }

  /** Lets go of a connection that is known to lead nowhere. */
  function drop(): void {
    const lost = socket;
    if (lost !== undefined) {
      lose(lost);
      lost.close();
    }
  }

  connect();
  return {
    close,
    drop,
    /** Makes sure that nothing is missed after the page slept or the network was away. */
    async wake(): Promise<void> {
      vain = 0;
      if (socket === undefined) {
        connect();
      } else if (greeted) {
        subscribe(socket);
      }
      await ask();
    },
  };
}

export type EventChannel = ReturnType<typeof followChannel>;
