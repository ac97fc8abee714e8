import { signal } from "@preact/signals";
import { isSameJson } from "@/pipeline/kernel/same_json.ts";
import type { Problem } from "@/pipeline/problem.ts";
import type { NotebookContent } from "@/web/api_schema.ts";
import { api, isUnreachable, problemOf, saveAndLeave } from "../api.ts";
import type { Revision, UnsavedEdits } from "./kept_edits.ts";
import type { Side } from "./merge_notebooks.ts";

/** A notebook as the server has it. */
export interface SavedRevision extends Revision {
  /** When it was saved. */
  readonly updated: string;
}

/** How far the notebook on the screen is from the one on the server. */
export type SaveState =
  | { readonly kind: "saved"; readonly revision: number; readonly time: string }
  | { readonly kind: "unsaved" }
  | { readonly kind: "offline" }
  /** Somebody else has changed meanwhile what was changed here: `theirs` is what the server has, both come from `base`. */
  | { readonly kind: "conflict"; readonly base: Revision; readonly theirs: SavedRevision }
  | { readonly kind: "refused"; readonly problem: Problem };

/** What saving needs of the page around it. */
export interface SavingPage {
  /** Shows what came of a merge with another version. */
  readonly show: (merged: NotebookContent) => void;
  /** Keeps what is not saved in this browser; false where it cannot. */
  readonly keep: (edits: UnsavedEdits) => Promise<boolean>;
  /** Everything is saved: what was kept is not needed any more. */
  readonly forget: () => Promise<void>;
}

/** Milliseconds without a change after which a notebook is saved. */
const calm = 400;
/** Milliseconds after which a change is kept in this browser, where the server has not got it by then. */
const keepAfter = 150;
/** Milliseconds until the server is tried again, twice as many each time. */
const firstRetry = 1000;
const lastRetry = 30_000;

/** Saves a notebook by itself, a moment after each change, one revision after another, and merges with others. */
export class Saving {
  readonly state = signal<SaveState>({ kind: "unsaved" });
  /** What was changed here was changed from this. */
  private base: Revision;
  /** What is not on the server yet. */
  private pending: NotebookContent | undefined;
  /** What was sent without an answer, so that nobody knows whether the server has it. */
  private unanswered: NotebookContent[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;
  private keepTimer: ReturnType<typeof setTimeout> | undefined;
  private retries = 0;
  /** What this browser has kept. */
  private kept: NotebookContent | undefined;
  private turn: Promise<void> = Promise.resolve();

  constructor(
    private readonly id: string,
    opened: SavedRevision,
    private readonly page: SavingPage,
  ) {
    this.base = opened;
    this.state.value = savedState(opened);
  }

  /** Takes another notebook; it is saved soon, except in a conflict, which the user has to end first. */
  change(notebook: NotebookContent): void {
    this.pending = notebook;
    this.keepTimer ??= setTimeout(() => void this.keepNow(), keepAfter);
    if (this.state.value.kind === "conflict") return;
    this.state.value = { kind: "unsaved" };
    this.later(calm);
  }

  /** Takes up edits that were made to a revision that may be an old one by now. */
  resume({ base, mine }: UnsavedEdits): void {
    this.base = base;
    this.unanswered = [mine];
    this.change(mine);
  }

  /** Resolves once everything is on the server; false where it cannot be. */
  async flush(): Promise<boolean> {
    clearTimeout(this.timer);
    this.turn = this.turn.then(() => this.save());
    await this.turn;
    return this.pending === undefined;
  }

  /** The server answers again: what waits for it is saved at once. */
  retryNow(): void {
    if (this.state.value.kind === "offline") void this.flush();
  }

  /** Ends a conflict as it is chosen and gives what is to be shown from then on. */
  async resolve(choices: ReadonlyMap<string, Side>): Promise<NotebookContent | undefined> {
    const { mergeNotebooks } = await import("./merge_notebooks.ts");
    const state = this.state.value;
    if (state.kind !== "conflict" || this.pending === undefined) return undefined;
    const { base, theirs } = state;
    const { notebook } = mergeNotebooks(
      base.notebook,
      this.pending,
      theirs.notebook,
      choices,
    );
    this.base = theirs;
    this.pending = notebook;
    this.state.value = { kind: "unsaved" };
    return notebook;
  }

  /** Looks again what the server has, where there is a conflict with it. */
  async renewConflict(): Promise<void> {
    if (this.state.value.kind !== "conflict") return;
    const theirs = await api.notebook(this.id);
    const state = this.state.value;
    if (state.kind === "conflict") this.state.value = { ...state, theirs };
  }

  /** What the server has counts, `pending` is given up. */
  accept(opened: SavedRevision): void {
    clearTimeout(this.timer);
    this.base = opened;
    this.settle(opened);
  }

  /** Whether the server has a cell, as far as is known here. */
  knows(cell: string): boolean {
    return this.base.notebook.cells.some(({ id }) => id === cell);
  }

  get hasUnsaved(): boolean {
    return this.pending !== undefined;
  }

  /** Whether closing the tab loses something. */
  get isAtRisk(): boolean {
    return this.pending !== undefined && this.kept !== this.pending &&
      this.state.value.kind !== "unsaved";
  }

  /** Keeps what is not saved in this browser; false where it cannot, or there is nothing to keep. */
  async keepNow(): Promise<boolean> {
    clearTimeout(this.keepTimer);
    this.keepTimer = undefined;
    const { base, pending } = this;
    if (pending === undefined || !await this.page.keep({ base, mine: pending })) return false;
    this.kept = pending;
    if (this.pending === undefined) this.forgetKept(); // it was saved meanwhile
    return true;
  }

  /** Sends what is not saved yet as the page goes away. */
  leave(): void {
    const { pending, base } = this;
    if (pending === undefined) return;
    void this.keepNow();
    if (this.state.value.kind === "conflict") return;
    saveAndLeave(this.id, { basedOn: base.revision, notebook: pending });
  }

  private later(milliseconds: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), milliseconds);
  }

  private async save(): Promise<void> {
    try {
      while (this.pending !== undefined && this.state.value.kind !== "conflict") {
        await this.send(this.pending);
      }
    } catch (error) {
      if (isUnreachable(error)) {
        this.state.value = { kind: "offline" };
        this.later(Math.min(lastRetry, firstRetry * 2 ** this.retries++));
      } else this.state.value = { kind: "refused", problem: problemOf(error) };
    }
  }

  private async send(notebook: NotebookContent): Promise<void> {
    this.unanswered.push(notebook);
    try {
      const { revision, updated } = await api.save(this.id, {
        basedOn: this.base.revision,
        notebook,
      });
      this.base = { revision, notebook };
      if (this.pending === notebook) this.settle({ revision, updated });
      this.unanswered = [];
      this.retries = 0;
    } catch (error) {
      if (!problemOf(error).code.endsWith("conflict")) throw error;
      await this.merge();
    }
  }

  /** Brings what is here together with what the server has meanwhile. */
  private async merge(): Promise<void> {
    const theirs = await api.notebook(this.id);
    const base = await this.commonBase(theirs);
    const { mergeNotebooks } = await import("./merge_notebooks.ts");
    if (this.pending === undefined) return;
    const { notebook, conflicts } = mergeNotebooks(base.notebook, this.pending, theirs.notebook);
    this.unanswered = [];
    if (conflicts.length > 0) {
      this.base = base;
      this.state.value = { kind: "conflict", base, theirs };
      return;
    }
    this.base = theirs;
    this.pending = notebook;
    this.page.show(notebook);
    if (isSameJson(notebook, theirs.notebook)) this.settle(theirs);
  }

  /** The last revision that both versions come from: it may be one of here whose answer was lost. */
  private async commonBase(theirs: Revision): Promise<Revision> {
    if (this.unanswered.length === 0) return this.base;
    const next = this.base.revision + 1;
    const { revisionCalls } = await import("./revision_calls.ts");
    const followed = theirs.revision === next
      ? theirs
      : await revisionCalls.get(this.id, next).catch((error: unknown) => {
        // It was thinned out, so that the older base has to do.
        if (isUnreachable(error)) throw error;
      });
    const isMine = this.unanswered.some((sent) => isSameJson(sent, followed?.notebook));
    return followed !== undefined && isMine ? followed : this.base;
  }

  private settle({ revision, updated }: Pick<SavedRevision, "revision" | "updated">): void {
    this.pending = undefined;
    this.state.value = savedState({ revision, updated });
    clearTimeout(this.keepTimer);
    this.keepTimer = undefined;
    this.forgetKept();
  }

  private forgetKept(): void {
    if (this.kept === undefined) return;
    this.kept = undefined;
    void this.page.forget();
  }
}

function savedState({ revision, updated }: Pick<SavedRevision, "revision" | "updated">): SaveState {
  return { kind: "saved", revision, time: updated };
}
