const KEY = 'strata.place';

/** Where a person was last, so that they come back there. */
export function rememberPlace(projectKey: string, view: string): void {
  localStorage.setItem(KEY, JSON.stringify({ projectKey, view }));
}

/** The place that was remembered last, if there is one. */
export function lastPlace(): { projectKey: string; view: string } | undefined {
  try {
    const place: unknown = JSON.parse(localStorage.getItem(KEY) ?? 'null');
    return typeof place === 'object' && place !== null && 'projectKey' in place && 'view' in place
      ? { projectKey: String(place.projectKey), view: String(place.view) }
      : undefined;
  } catch {
    return undefined;
  }
}
