/** A change that can be taken back. */
interface Undoable {
  readonly undo: () => Promise<void>;
}

const MOST = 100;
const done: Undoable[] = [];

/** Remembers how to take a change back; the answer takes back this one, whatever came after it. */
export function remember(undo: () => Promise<void>): () => void {
  const entry = { undo };
  done.push(entry);
  if (done.length > MOST) {
    done.shift();
  }
  return () => {
    const place = done.indexOf(entry);
    if (place >= 0) {
      done.splice(place, 1);
      void undo();
    }
  };
}

/** Takes back the last change; `false` when there is none. */
export function undoLast(): boolean {
  const entry = done.pop();
  void entry?.undo();
  return entry !== undefined;
}
