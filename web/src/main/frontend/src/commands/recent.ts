const KEY = 'strata.recent';
const MOST = 20;

/** What was chosen in the palette lately, the last first. */
export function recent(): string[] {
  try {
    const ids: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(ids) ? ids.map(String) : [];
  } catch {
    return [];
  }
}

/** Puts an entry before the others. */
export function remember(id: string): void {
  localStorage.setItem(KEY, JSON.stringify([id, ...recent().filter((other) => other !== id)].slice(0, MOST)));
}
