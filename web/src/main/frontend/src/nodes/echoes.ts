/** How long the event about a change made here is waited for; by then it has come, or there was nothing to tell. */
const PATIENCE_MILLIS = 10_000;

/**
 * Which events are expected because of changes made here: the server's answer to those is newer than what could be read
 * because of the event. A change is told of once, so a second event about the node is somebody else's, or one's own from
 * elsewhere.
 */
export function createEchoes() {
  const expected = new Map<string, number[]>();

  function waiting(id: string): number[] {
    return (expected.get(id) ?? []).filter((until) => until > Date.now());
  }

  function keep(id: string, times: number[]): void {
    if (times.length === 0) {
      expected.delete(id);
    } else {
      expected.set(id, times);
    }
  }

  return {
    /** A change of a node is sent. */
    expect: (id: string): void => keep(id, [...waiting(id), Date.now() + PATIENCE_MILLIS]),
    /** It was refused. */
    cancel: (id: string): void => keep(id, waiting(id).slice(1)),
    /** Whether an event about the node is one that was expected; each is expected once. */
    take(id: string): boolean {
      const times = waiting(id);
      keep(id, times.slice(1));
      return times.length > 0;
    },
  };
}
