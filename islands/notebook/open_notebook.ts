import { batch, computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { NotebookEvent } from "@/pipeline/kernel/events.ts";
import type { Problem } from "@/pipeline/problem.ts";
import type {
  ApiKind as Kind,
  NotebookContent,
  NotebookViewAnswer,
  RunSummary,
} from "@/web/api_schema.ts";
import { api, problemOf, type RunRequest } from "../api.ts";
import type { Heard } from "../event_stream.ts";
import type { NotebookCell } from "./edits.ts";
import { Folding } from "./folding.ts";
import { History } from "./history.ts";
import { after, keyOf, type LiveCell, liveCell, missesPoints, unknownCell } from "./live_cell.ts";
import { Saving } from "./saving.ts";
import { type Structure, structureOf } from "./structure.ts";

/** Something to tell at the edge of the page for a while. */
export type Message =
  /** A cell was deleted, which can be undone. */
  | { readonly kind: "deleted"; readonly title: string }
  | { readonly kind: "problem"; readonly problem: Problem };

/** The notebook on the screen: what it is, how its cells stand, and what the user does to it. */
export class OpenNotebook {
  readonly notebook: ReadonlySignal<NotebookContent>;
  /** Changes less often than `notebook`, so that not all of the page is drawn anew for each letter. */
  readonly structure: ReadonlySignal<Structure>;
  /** The id of the run under way. */
  readonly run = signal<string | null>(null);
  /** The run before, until there is another one. */
  readonly lastRun = signal<RunSummary | null>(null);
  readonly message = signal<Message | null>(null);
  /** What a screen reader shall say next. */
  readonly announcement = signal("");
  readonly isConnected = signal(true);
  readonly saving: Saving;
  /** Which cells show their head only. */
  readonly folding: Folding;
  private readonly document: Signal<NotebookContent>;
  private readonly contents: ReadonlySignal<ReadonlyMap<string, NotebookCell>>;
  private readonly contentSignals = new Map<string, ReadonlySignal<NotebookCell | undefined>>();
  private readonly cells = new Map<string, Signal<LiveCell>>();
  private readonly history = new History<NotebookContent>();
  private readonly steps = signal({ canUndo: false, canRedo: false });
  readonly id: string;

  constructor(opened: NotebookViewAnswer, readonly kinds: ReadonlyMap<string, Kind>) {
    this.id = opened.id;
    this.document = signal(opened.notebook);
    this.notebook = this.document;
    let structure = structureOf(opened.notebook);
    this.structure = computed(() => structure = structureOf(this.document.value, structure));
    this.contents = computed(() =>
      new Map(this.document.value.cells.map((cell) => [cell.id, cell]))
    );
    this.folding = new Folding(opened.id);
    this.saving = new Saving(opened.id, opened);
    this.takeCells(opened);
  }

  /** What can be undone and redone. */
  get historySteps(): ReadonlySignal<{ readonly canUndo: boolean; readonly canRedo: boolean }> {
    return this.steps;
  }

  /** A cell as the notebook has it; it changes only with that cell. */
  content(id: string): ReadonlySignal<NotebookCell | undefined> {
    const known = this.contentSignals.get(id) ?? computed(() => this.contents.value.get(id));
    this.contentSignals.set(id, known);
    return known;
  }

  /** A cell as it stands. */
  live(id: string): Signal<LiveCell> {
    const known = this.cells.get(id) ?? signal(unknownCell(id));
    this.cells.set(id, known);
    return known;
  }

  /** Changes the notebook; it is saved by itself. Changes of one `subject` in a row are one step back. */
  edit(change: (notebook: NotebookContent) => NotebookContent, subject: string): void {
    const before = this.document.value;
    const changed = change(before);
    if (changed === before) return;
    this.history.note(before, subject, Date.now());
    this.show(changed);
  }

  undo(): void {
    const earlier = this.history.undo(this.document.value);
    if (earlier !== undefined) this.show(earlier);
  }

  redo(): void {
    const later = this.history.redo(this.document.value);
    if (later !== undefined) this.show(later);
  }

  /** Saves, then lets cells run. */
  async runCells(cells: RunRequest): Promise<void> {
    await this.attempt(async () => {
      if (await this.saving.flush()) this.run.value = (await api.run(this.id, cells)).run;
    });
  }

  /** Stops cells that run or wait, all of them where none is named. */
  async cancel(cells?: readonly string[]): Promise<void> {
    await this.attempt(() => api.cancel(this.id, cells));
  }

  /** Ends a conflict by saving what is here after what the server has. */
  async keepMine(): Promise<void> {
    await this.attempt(async () => {
      const { revision } = await api.notebook(this.id);
      await this.saving.overwrite(revision);
    });
  }

  /** Ends a conflict by showing what the server has; what was here is one step back. */
  async takeTheirs(): Promise<void> {
    await this.attempt(async () => {
      const opened = await api.notebook(this.id);
      this.history.note(this.document.value, "theirs", Date.now());
      this.saving.accept(opened);
      this.document.value = opened.notebook;
      this.takeCells(opened);
      this.countSteps();
    });
  }

  /** Takes what the stream tells. */
  onHeard(heard: Heard): void {
    switch (heard.event) {
      case "hello":
      case "lost":
        this.isConnected.value = heard.event === "hello";
        break;
      case "changed":
        this.onChanged(heard.data);
        break;
      case "notebook":
        if (heard.data.notebook === this.id) this.onEvent(heard.data.event);
    }
  }

  /** Asks for what happened while nothing was heard. */
  async reload(): Promise<void> {
    await this.attempt(async () => {
      const opened = await api.notebook(this.id);
      const { state } = this.saving;
      if (!this.saving.hasUnsaved && state.value.kind === "saved") {
        if (opened.revision !== state.value.revision) this.document.value = opened.notebook;
        this.saving.accept(opened);
      }
      this.takeCells(opened);
    });
  }

  /** Somebody has saved this notebook in another tab. */
  private onChanged({ id, revision }: { id: string; revision?: number }): void {
    const saved = this.saving.state.value;
    if (id !== this.id || revision === undefined || saved.kind !== "saved") return;
    if (revision > saved.revision && !this.saving.hasUnsaved) void this.reload();
  }

  private onEvent(event: NotebookEvent): void {
    if (event.type === "run-started") {
      this.run.value = event.run;
      this.lastRun.value = null;
    } else if (event.type === "run-finished") this.run.value = null;
    else if (event.type === "kernel-restarted") {
      this.message.value = { kind: "problem", problem: event.reason };
    } else this.onCellEvent(event);
  }

  private onCellEvent(event: Extract<NotebookEvent, { cell: string }>): void {
    const cell = this.live(event.cell);
    if (missesPoints(cell.value, event)) void this.loadCurves(event.cell);
    cell.value = after(cell.value, event);
    if (event.type === "state" && keyOf(event.state) !== cell.value.resultKey) {
      void this.loadCell(event.cell);
    }
  }

  /** Asks for a cell's result; while it runs, what is heard of it meanwhile stays. */
  private async loadCell(id: string): Promise<void> {
    await this.attempt(async () => {
      const { result, model, state } = await api.cell(this.id, id);
      if (result === undefined) return;
      const cell = this.live(id);
      const { model: _, ...others } = cell.value;
      const found = model === undefined ? {} : { model };
      cell.value = { ...others, ...found, result, resultKey: keyOf(state) };
    });
  }

  /** Asks for the curves of a running cell anew: some of their points were not heard of. */
  private async loadCurves(id: string): Promise<void> {
    await this.attempt(async () => {
      const { metrics, metricCount } = await api.cell(this.id, id);
      const cell = this.live(id);
      // What came meanwhile stays where it is the newer.
      if (metricCount < cell.value.metricCount) return;
      cell.value = { ...cell.value, metrics, metricCount };
    });
  }

  private takeCells({ cells, run, lastRun }: NotebookViewAnswer): void {
    batch(() => {
      this.run.value = run;
      this.lastRun.value = lastRun;
      for (const view of cells) this.live(view.id).value = liveCell(view);
    });
  }

  private show(notebook: NotebookContent): void {
    batch(() => {
      this.document.value = notebook;
      this.saving.change(notebook);
      this.countSteps();
    });
  }

  private countSteps(): void {
    const { canUndo, canRedo } = this.history;
    this.steps.value = { canUndo, canRedo };
  }

  private async attempt(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.message.value = { kind: "problem", problem: problemOf(error) };
    }
  }
}
