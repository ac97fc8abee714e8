import { type ReadonlySignal, signal } from "@preact/signals";

/** Which cells of a notebook show their head only; this browser remembers it, the notebook does not. */
export class Folding {
  private readonly folded = signal<ReadonlySet<string>>(new Set());
  private readonly key: string;

  constructor(notebook: string) {
    this.key = `folded ${notebook}`;
    this.folded.value = new Set(remembered(this.key));
  }

  /** The ids of the cells that are folded. */
  get cells(): ReadonlySignal<ReadonlySet<string>> {
    return this.folded;
  }

  /** Folds a cell, or unfolds it. */
  toggle(id: string): void {
    const next = new Set(this.folded.value);
    if (!next.delete(id)) next.add(id);
    this.set(next);
  }

  /** Folds exactly these cells. */
  set(ids: Iterable<string>): void {
    this.folded.value = new Set(ids);
    try {
      localStorage.setItem(this.key, JSON.stringify([...this.folded.value]));
    } catch {
      // A browser that keeps nothing, or has no room left, forgets it with the page.
    }
  }
}

function remembered(key: string): string[] {
  try {
    const ids: unknown = JSON.parse(localStorage.getItem(key) ?? "[]");
    return Array.isArray(ids) ? ids.filter((id) => typeof id === "string") : [];
  } catch {
    return []; // it was never ours, or the browser lets nobody read it
  }
}
