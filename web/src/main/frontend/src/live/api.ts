import { api, body } from '../api/client';
import type { LiveEvent } from './touched';

const LIMIT = 200;

/** A part of what has happened since a place. */
export interface EventPage {
  readonly items: readonly LiveEvent[];
  /** From where to go on. */
  readonly last: number;
  readonly more: boolean;
  /** What happened in between is not kept any more. */
  readonly reset: boolean;
}

/** What has happened on a channel since a place; without one, where it begins. */
export function readEvents(channel: string, after?: number): Promise<EventPage> {
  const query = { channels: channel, limit: LIMIT, ...(after === undefined ? {} : { after: String(after) }) };
  return body(api.GET('/api/v1/events', { params: { query } }));
}
