import { batch, computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { NotebookEvent } from "@/pipeline/kernel/events.ts";
import { isSameJson } from "@/pipeline/kernel/same_json.ts";
import type { Problem } from "@/pipeline/problem.ts";
import type { TableFilter } from "@/pipeline/table/paging/table_page.ts";
import type {
  ApiKind as Kind,
  NotebookContent,
  NotebookViewAnswer,
  RunSummary,
} from "@/web/api_schema.ts";
import { api, problemOf, type RunRequest } from "../api.ts";
import type { Heard } from "../event_stream.ts";
import { ChosenTabs } from "./chosen_tabs.ts";
import { Drafts } from "./drafts.ts";
import type { NotebookCell } from "./edits.ts";
import { Folding } from "./folding.ts";
import { History, type Step } from "./history.ts";
import { KeptEdits } from "./kept_edits.ts";
import { after, keyOf, type LiveCell, liveCell, missesPoints, unknownCell } from "./live_cell.ts";
import type { Side } from "./merge_notebooks.ts";
import { Saving } from "./saving.ts";
import { type Structure, structureOf } from "./structure.ts";

/** Something to tell at the edge of the page for a while. */
export type Message =
  /** A cell was deleted, which can be undone. */
  | { readonly kind: "deleted"; readonly title: string }
  /** What was not saved when a tab was closed is here again. */
  | { readonly kind: "resumed" }
  /** A revision was restored, which can be undone. */
  | { readonly kind: "restored"; readonly revision: number }
  | { readonly kind: "problem"; readonly problem: Problem };

/** The changes that would be undone and redone. */
export interface HistorySteps {
  readonly undo?: Step<NotebookContent> | undefined;
  readonly redo?: Step<NotebookContent> | undefined;
}

/** Some rows of a table of a cell. */
export interface ShownTable {
  readonly cell: string;
  readonly table: string;
  readonly filter: readonly TableFilter[];
}

/** The notebook on the screen: what it is, how its cells stand, and what the user does to it. */
export class OpenNotebook {
  readonly notebook: ReadonlySignal<NotebookContent>;
  /** Changes less often than `notebook`, so that not all of the page is drawn anew for each letter. */
  readonly structure: ReadonlySignal<Structure>;
  /** The params on the front panel. */
  readonly exposed: ReadonlySignal<NotebookContent["exposed"]>;
  /** Whether the page shows the front panel alone. */
  readonly isFrontOnly = signal(false);
  /** The id of the run under way. */
  readonly run = signal<string | null>(null);
  /** The cells of the run under way. */
  readonly runningCells = signal<readonly string[]>([]);
  /** What is open beside the cells. */
  readonly panel = signal<"outline" | "revisions" | null>(null);
  /** The id of the cell that is read, or has the focus. */
  readonly current = signal<string | undefined>(undefined);
  /** The run before, until there is another one. */
  readonly lastRun = signal<RunSummary | null>(null);
  readonly message = signal<Message | null>(null);
  /** The cells with code of strangers, for which all waits until something is run. */
  readonly held = signal<readonly string[]>([]);
  /** What a screen reader shall say next. */
  readonly announcement = signal("");
  readonly isConnected = signal(true);
  /** The rows that were asked for from elsewhere; their cell shows them. */
  readonly shownTable = signal<ShownTable | null>(null);
  readonly saving: Saving;
  /** Which cells show their head only. */
  readonly folding: Folding;
  readonly tabs = new ChosenTabs();
  readonly drafts: Drafts;
  private readonly document: Signal<NotebookContent>;
  private readonly contents: ReadonlySignal<ReadonlyMap<string, NotebookCell>>;
  private readonly contentSignals = new Map<string, ReadonlySignal<NotebookCell | undefined>>();
  /** What was heard since the notebook was asked for anew. */
  private meanwhile: NotebookEvent[] | undefined;
  private readonly cells = new Map<string, Signal<LiveCell>>();
  private readonly history = new History<NotebookContent>();
  private readonly steps = signal<HistorySteps>({});
  private readonly kept: KeptEdits;
  readonly id: string;

  constructor(opened: NotebookViewAnswer, readonly kinds: ReadonlyMap<string, Kind>) {
    this.id = opened.id;
    this.document = signal(opened.notebook);
    this.notebook = this.document;
    let structure = structureOf(opened.notebook);
    this.structure = computed(() => structure = structureOf(this.document.value, structure));
    this.exposed = computed(() => this.document.value.exposed);
    this.contents = computed(() =>
      new Map(this.document.value.cells.map((cell) => [cell.id, cell]))
    );
    this.folding = new Folding(opened.id);
    this.drafts = new Drafts(opened.id);
    this.kept = new KeptEdits(opened.id);
    this.saving = new Saving(opened.id, opened, {
      show: (merged) => this.document.value = merged,
      keep: (edits) => this.kept.keep(edits),
      forget: () => this.kept.forget(),
    });
    this.takeCells(opened);
  }

  /** Lets a cell show the rows of one of its tables that a filter leaves. @param table Its name. */
  showTable(cell: string, table: string, filter: readonly TableFilter[]): void {
    batch(() => {
      this.shownTable.value = { cell, table, filter };
      this.tabs.of(`results ${cell}`).value = `table ${table}`;
    });
    if (this.folding.cells.value.has(cell)) this.folding.toggle(cell);
    document.getElementById(cell)?.scrollIntoView({ block: "start" });
  }

  /** What would be undone and redone. */
  get historySteps(): ReadonlySignal<HistorySteps> {
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
    this.history.note(before, changed, subject, Date.now());
    this.show(changed);
  }

  /** Resolves once the server has a cell: of one that is new, or here again, it learns only by the next saving. */
  async known(cell: string): Promise<void> {
    if (!this.saving.knows(cell)) await this.saving.flush();
  }

  /** Takes the last change back and gives it; undefined where there is none. */
  async undo(): Promise<Step<NotebookContent> | undefined> {
    const step = this.history.undo();
    if (step !== undefined) await this.goFrom(step.after, step.before);
    return step;
  }

  /** Makes the last change that was taken back again and gives it; undefined where there is none. */
  async redo(): Promise<Step<NotebookContent> | undefined> {
    const step = this.history.redo();
    if (step !== undefined) await this.goFrom(step.before, step.after);
    return step;
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

  /** Ends a conflict as it is chosen, by the keys of conflicts; what was here is one step back. */
  async resolve(choices: ReadonlyMap<string, Side>): Promise<void> {
    const before = this.document.value;
    const merged = await this.saving.resolve(choices);
    if (merged === undefined) return;
    this.history.note(before, merged, "conflict", Date.now());
    this.show(merged);
    await this.saving.flush();
  }

  /** Takes up what tabs that are closed by now could not save. */
  async resumeLeft(): Promise<void> {
    for (const { base, mine, forget } of await this.kept.leftBehind()) {
      if (!await this.saving.flush()) return; // the rest waits for the next opening
      const before = this.document.value;
      this.document.value = mine;
      this.saving.resume({ base, mine });
      const isSaved = await this.saving.flush();
      const after = this.document.value;
      if (!isSameJson(before, after)) {
        this.history.note(before, after, "resumed", Date.now());
        this.countSteps();
        this.message.value = { kind: "resumed" };
      }
      if (isSaved || await this.saving.keepNow()) await forget();
    }
  }

  /** Saves the notebook anew as it was in an earlier revision, which can be undone. */
  async restoreRevision(revision: number): Promise<void> {
    await this.attempt(async () => {
      const { state } = this.saving;
      if (!await this.saving.flush() || state.value.kind !== "saved") return;
      const before = this.document.value;
      const { revisionCalls } = await import("./revision_calls.ts");
      await revisionCalls.restore(this.id, revision, state.value.revision);
      const opened = await api.notebook(this.id);
      this.history.note(before, opened.notebook, "restored", Date.now());
      // What was typed meanwhile is merged as it is saved.
      if (this.saving.hasUnsaved) await this.saving.flush();
      else {
        this.saving.accept(opened);
        this.document.value = opened.notebook;
      }
      this.takeCells(opened);
      this.countSteps();
      this.message.value = { kind: "restored", revision };
    });
  }

  /** Takes what the stream tells. */
  onHeard(heard: Heard): void {
    switch (heard.event) {
      case "hello":
      case "lost":
        this.isConnected.value = heard.event === "hello";
        if (heard.event === "hello") this.saving.retryNow();
        break;
      case "changed":
        this.onChanged(heard.data);
        break;
      case "notebook":
        if (heard.data.notebook !== this.id) break;
        this.meanwhile?.push(heard.data.event);
        this.onEvent(heard.data.event);
    }
  }

  /** Asks for what happened while nothing was heard. */
  async reload(): Promise<void> {
    // What is heard while the answer is on its way may be newer than the answer.
    const meanwhile: NotebookEvent[] = this.meanwhile = [];
    await this.attempt(async () => {
      const opened = await api.notebook(this.id);
      // What is undone from here on has to be merged, be the server there or not.
      if (this.isBehind(opened)) await import("./merge_notebooks.ts");
      if (this.meanwhile !== meanwhile) return; // it was asked for once more
      // Something may have been typed, or saved, while all that was on its way.
      if (this.isBehind(opened)) {
        this.document.value = opened.notebook;
        this.saving.accept(opened);
      }
      this.takeCells(opened);
      this.meanwhile = undefined;
      meanwhile.forEach((event) => this.onEvent(event));
    });
    if (this.meanwhile === meanwhile) this.meanwhile = undefined;
  }

  /** Whether the server has a later revision of all that is here. */
  private isBehind({ revision }: { readonly revision: number }): boolean {
    const saved = this.saving.state.value;
    return !this.saving.hasUnsaved && saved.kind === "saved" && revision > saved.revision;
  }

  /** Somebody has saved this notebook in another tab. */
  private onChanged({ id, revision }: { id: string; revision?: number }): void {
    if (id !== this.id || revision === undefined) return;
    const isConflict = this.saving.state.value.kind === "conflict";
    if (isConflict) void this.attempt(() => this.saving.renewConflict());
    if (this.isBehind({ revision })) void this.reload();
  }

  private onEvent(event: NotebookEvent): void {
    if (event.type === "run-started") {
      this.run.value = event.run;
      this.runningCells.value = event.cells;
      this.lastRun.value = null;
      this.held.value = [];
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
    // One that was deleted here may still be told of.
    if (!this.contents.value.has(id)) return;
    await this.attempt(async () => {
      const { result, model, state } = await api.cell(this.id, id);
      const cell = this.live(id);
      // Of another result a later event tells, or has told already.
      if (result === undefined || keyOf(state) !== keyOf(cell.value.state)) return;
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

  private takeCells({ cells, run, lastRun, held = [] }: NotebookViewAnswer): void {
    batch(() => {
      this.held.value = held;
      this.run.value = run;
      if (run !== null && lastRun?.id === run) this.runningCells.value = lastRun.cells;
      this.lastRun.value = lastRun;
      for (const view of cells) this.live(view.id).value = liveCell(view);
    });
  }

  /** Does what leads from one state to another; what others have changed since stays as it is. */
  private async goFrom(from: NotebookContent, to: NotebookContent): Promise<void> {
    if (this.document.value === from) return this.show(to);
    const { mergeNotebooks } = await import("./merge_notebooks.ts");
    this.show(mergeNotebooks(from, to, this.document.value).notebook);
  }

  private show(notebook: NotebookContent): void {
    batch(() => {
      this.document.value = notebook;
      this.saving.change(notebook);
      this.countSteps();
    });
  }

  private countSteps(): void {
    const { nextUndo, nextRedo } = this.history;
    this.steps.value = { undo: nextUndo, redo: nextRedo };
  }

  private async attempt(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.message.value = { kind: "problem", problem: problemOf(error) };
    }
  }
}
