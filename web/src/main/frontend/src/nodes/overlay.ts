/** A change that a person sees before the server has agreed to it. */
export interface PendingChange {
  readonly ids: ReadonlySet<string>;
}

interface Change<T> extends PendingChange {
  readonly patch: (value: T) => T;
}

/**
 * Values as the server has confirmed them, with changes that are under way laid over them in their order. A change that
 * is dropped leaves no trace, also when others were made after it: nothing is ever restored from a copy.
 */
export class Overlay<T> {
  private readonly confirmed = new Map<string, T>();
  private readonly pending: Change<T>[] = [];
  private readonly shown = new Map<string, T>();

  /** What is shown for an id. */
  get(id: string): T | undefined {
    return this.shown.get(id);
  }

  /** All that is shown, in the order of first appearance. */
  values(): IterableIterator<T> {
    return this.shown.values();
  }

  has(id: string): boolean {
    return this.shown.has(id);
  }

  get size(): number {
    return this.shown.size;
  }

  /** Takes over what the server says. */
  confirm(id: string, value: T): void {
    this.confirmed.set(id, value);
    this.show(id);
  }

  /** Forgets a value that is no more. */
  remove(id: string): void {
    this.confirmed.delete(id);
    this.shown.delete(id);
  }

  /** What the server has confirmed last. */
  confirmedValue(id: string): T | undefined {
    return this.confirmed.get(id);
  }

  /** Shows a change at once. */
  apply(ids: readonly string[], patch: (value: T) => T): PendingChange {
    const change: Change<T> = { ids: new Set(ids), patch };
    this.pending.push(change);
    ids.forEach((id) => this.show(id));
    return change;
  }

  /** Ends a change: what it did goes, unless it has been confirmed meanwhile. */
  drop(change: PendingChange): void {
    const place = this.pending.findIndex((candidate) => candidate === change);
    if (place >= 0) {
      this.pending.splice(place, 1);
      change.ids.forEach((id) => this.show(id));
    }
  }

  private show(id: string): void {
    let value = this.confirmed.get(id);
    if (value === undefined) {
      return;
    }
    for (const change of this.pending) {
      if (change.ids.has(id)) {
        value = change.patch(value);
      }
    }
    this.shown.set(id, value);
  }
}
