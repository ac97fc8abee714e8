import { type ReadonlySignal, type Signal, signal } from "@preact/signals";

/**
 * What was typed and is not part of the notebook yet, since it is wrong or not finished. It outlives the field it
 * was typed into, and a reload of the page.
 */
export class Drafts {
  private readonly texts = new Map<string, Signal<string | undefined>>();

  /** @param notebook the id of the notebook */
  constructor(private readonly notebook: string) {}

  /** The draft of a field; undefined where there is none. */
  of(field: string): ReadonlySignal<string | undefined> {
    return this.text(field);
  }

  /** Keeps a draft, or gives it up where `text` is undefined. */
  keep(field: string, text: string | undefined): void {
    this.text(field).value = text;
    try {
      if (text === undefined) sessionStorage.removeItem(this.key(field));
      else sessionStorage.setItem(this.key(field), text);
    } catch {
      // A browser that keeps nothing, or has no room left, forgets it with the page.
    }
  }

  private text(field: string): Signal<string | undefined> {
    const known = this.texts.get(field) ?? signal(this.remembered(field));
    this.texts.set(field, known);
    return known;
  }

  private remembered(field: string): string | undefined {
    try {
      return sessionStorage.getItem(this.key(field)) ?? undefined;
    } catch {
      return undefined; // the browser lets nobody read it
    }
  }

  private key(field: string): string {
    return `draft ${this.notebook} ${field}`;
  }
}
