/**
 * How well a text answers to what was typed: higher is better, `undefined` when it does not. The letters must occur in their
 * order; beginnings of words and unbroken stretches count more.
 *
 * @param query in lower case
 */
export function score(query: string, text: string): number | undefined {
  if (query === '') {
    return 0;
  }
  const lower = text.toLocaleLowerCase();
  const whole = lower.indexOf(query);
  if (whole >= 0) {
    return 1000 - whole + (whole === 0 || isBoundary(lower, whole) ? 500 : 0) - text.length / 100;
  }
  let from = 0;
  let points = 0;
  let streak = 0;
  for (const letter of query) {
    if (letter === ' ') {
      streak = 0;
      continue;
    }
    const found = lower.indexOf(letter, from);
    if (found < 0) {
      return undefined;
    }
    streak = found === from ? streak + 1 : 0;
    points += 1 + streak * 2 + (isBoundary(lower, found) ? 6 : 0) - Math.min(found - from, 10) * 0.3;
    from = found + 1;
  }
  return points > query.length ? points - text.length / 100 : undefined;
}

function isBoundary(text: string, place: number): boolean {
  return place === 0 || !/[\p{L}\p{N}]/u.test(text.charAt(place - 1));
}

/** The best answers, the best first; what is equal stays in its order. */
export function best<T>(query: string, items: Iterable<T>, text: (item: T) => string, most: number): T[] {
  const wanted = query.trim().toLocaleLowerCase();
  const found: { item: T; points: number }[] = [];
  for (const item of items) {
    const points = score(wanted, text(item));
    if (points !== undefined) {
      found.push({ item, points });
    }
  }
  return found
    .sort((a, b) => b.points - a.points)
    .slice(0, most)
    .map(({ item }) => item);
}
