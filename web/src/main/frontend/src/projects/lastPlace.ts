const KEY = 'strata.place';

/** Where somebody was. */
export interface Place {
  readonly projectKey: string;
  readonly workspaceId: string;
  readonly view: string;
}

/** Where a person was last, so that they come back there. */
export function rememberPlace(place: Place): void {
  localStorage.setItem(KEY, JSON.stringify(place));
}

/** The place that was remembered last, if there is one. */
export function lastPlace(): Place | undefined {
  try {
    const place: unknown = JSON.parse(localStorage.getItem(KEY) ?? 'null');
    return typeof place === 'object' && place !== null && 'projectKey' in place && 'view' in place && 'workspaceId' in place
      ? { projectKey: String(place.projectKey), view: String(place.view), workspaceId: String(place.workspaceId) }
      : undefined;
  } catch {
    return undefined;
  }
}
