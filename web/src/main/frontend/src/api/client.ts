import createClient, { type Middleware } from 'openapi-fetch';
import { ref } from 'vue';
import { Problem } from './problem';
import type { AsJson } from './model';
import type { paths } from './schema';

/** Whether the server could be reached the last time that it was asked. */
export const reachable = ref(true);

const LONGEST_PAUSE_SECONDS = 30;
const ATTEMPTS = 4;

/** Goes to the sign-in page, which leads back to where the person is. */
export function signIn(): void {
  const here = location.pathname + location.search;
  location.assign(`/login.xhtml?next=${encodeURIComponent(here)}`);
}

/**
 * Reads wait for their turn when the server asks for patience (429); writes do not, so that a person hears of it. A lost
 * sign-in leads to the sign-in page.
 */
async function patientFetch(request: Request): Promise<Response> {
  for (let attempt = 1; ; attempt++) {
    const response = await reach(request.clone());
    if (response.status !== 429 || request.method !== 'GET' || attempt === ATTEMPTS) {
      return response;
    }
    const seconds = Number(response.headers.get('Retry-After') ?? 1);
    await new Promise((resolve) => setTimeout(resolve, Math.min(seconds, LONGEST_PAUSE_SECONDS) * 1000));
  }
}

async function reach(request: Request): Promise<Response> {
  try {
    const response = await fetch(request);
    reachable.value = true;
    return response;
  } catch (failure) {
    reachable.value = false;
    throw new Problem(0, 'offline', String(failure));
  }
}

const problems: Middleware = {
  async onResponse({ response }) {
    if (response.ok) {
      return;
    }
    if (response.status === 401) {
      signIn();
    }
    throw Problem.of(response.status, await response.json().catch(() => undefined));
  },
};

/** Calls the API as its description says. Every refusal is thrown as a {@link Problem}. */
export const api = createClient<AsJson<paths>>({ baseUrl: location.origin, fetch: patientFetch });
api.use(problems);

/** The body of an answer. The middleware has thrown when there is none. */
export async function body<T>(answer: Promise<{ data?: unknown }>): Promise<T> {
  return (await answer).data as T;
}

interface Page<T> {
  items: T[];
  next_cursor?: string;
}

/** Reads a list to its end, a page at a time. */
export async function* pages<T>(read: (cursor?: string) => Promise<Page<T>>): AsyncGenerator<T[]> {
  let cursor: string | undefined;
  do {
    const page: Page<T> = await read(cursor);
    yield page.items;
    cursor = page.next_cursor;
  } while (cursor !== undefined);
}

/** A whole list that is known to be short. */
export async function all<T>(read: (cursor?: string) => Promise<Page<T>>): Promise<T[]> {
  const items: T[] = [];
  for await (const page of pages(read)) {
    items.push(...page);
  }
  return items;
}

export type { Page };
