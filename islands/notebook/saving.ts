import { signal } from "@preact/signals";
import type { NotebookContent } from "@/web/api_schema.ts";
import type { Problem } from "@/pipeline/problem.ts";
import { api, isUnreachable, problemOf, saveAndLeave } from "../api.ts";

/** How far the notebook on the screen is from the one on the server. */
export type SaveState =
  | { readonly kind: "saved"; readonly revision: number; readonly time: string }
  | { readonly kind: "unsaved" }
  | { readonly kind: "offline" }
  /** Somebody else has saved another notebook meanwhile. */
  | { readonly kind: "conflict" }
  | { readonly kind: "refused"; readonly problem: Problem };

/** Milliseconds without a change after which a notebook is saved. */
const calm = 400;
const retryAfter = 2000;

/** Saves a notebook by itself, a moment after each change, one revision after another. */
export class Saving {
  readonly state = signal<SaveState>({ kind: "unsaved" });
  private revision: number;
  /** What is not on the server yet. */
  private pending: NotebookContent | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private turn: Promise<void> = Promise.resolve();

  constructor(private readonly id: string, { revision, updated }: Saved) {
    this.revision = revision;
    this.state.value = { kind: "saved", revision, time: updated };
  }

  /** Takes another notebook; it is saved soon, except in a conflict, which the user has to end first. */
  change(notebook: NotebookContent): void {
    this.pending = notebook;
    if (this.state.value.kind === "conflict") return;
    this.state.value = { kind: "unsaved" };
    this.later(calm);
  }

  /** Resolves once everything is on the server; false where it cannot be. */
  async flush(): Promise<boolean> {
    clearTimeout(this.timer);
    this.turn = this.turn.then(() => this.save());
    await this.turn;
    return this.pending === undefined;
  }

  /** Ends a conflict: `revision` is what the server has now, and what is here shall follow it. */
  async overwrite(revision: number): Promise<void> {
    this.revision = revision;
    this.state.value = { kind: "unsaved" };
    await this.flush();
  }

  /** Ends a conflict: what the server has counts, `pending` is given up. */
  accept({ revision, updated }: Saved): void {
    clearTimeout(this.timer);
    this.pending = undefined;
    this.revision = revision;
    this.state.value = { kind: "saved", revision, time: updated };
  }

  get hasUnsaved(): boolean {
    return this.pending !== undefined;
  }

  /** Sends what is not saved yet as the page goes away. */
  leave(): void {
    const { pending, revision } = this;
    if (pending === undefined || this.state.value.kind === "conflict") return;
    saveAndLeave(this.id, { basedOn: revision, notebook: pending });
  }

  private later(milliseconds: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), milliseconds);
  }

  private async save(): Promise<void> {
    try {
      while (this.pending !== undefined && this.state.value.kind !== "conflict") {
        const notebook = this.pending;
        const { revision, updated } = await api.save(this.id, { basedOn: this.revision, notebook });
        this.revision = revision;
        if (this.pending !== notebook) continue; // it was changed meanwhile
        this.pending = undefined;
        this.state.value = { kind: "saved", revision, time: updated };
      }
    } catch (error) {
      const problem = problemOf(error);
      if (isUnreachable(error)) {
        this.state.value = { kind: "offline" };
        this.later(retryAfter);
      } else if (problem.code.endsWith("conflict")) this.state.value = { kind: "conflict" };
      else this.state.value = { kind: "refused", problem };
    }
  }
}

interface Saved {
  readonly revision: number;
  readonly updated: string;
}
