import type { CellKind } from "../cells/cell_kind.ts";
import type { FileReference } from "../cells/value.ts";
import type { MetricPoint } from "../metric.ts";
import type { Problem } from "../problem.ts";
import type { PageRequest, TablePage } from "../table/paging/table_page.ts";
import { canonicalJson } from "../canonical_json.ts";
import { computeCell, taskOf } from "./compute_cell.ts";
import { CellExecution, CellRecord, type Progress } from "./cell_record.ts";
import { type CellState, cellStates, isReadyState, type Unfinished } from "./cell_state.ts";
import type { Executor, TablePlace } from "./executor.ts";
import type { FairQueue } from "./fair_queue.ts";
import { ancestors, buildGraph, type GraphCell, type NotebookGraph } from "./graph.ts";
import { kernelProblem } from "./kernel_problems.ts";
import type { Notebook } from "./notebook.ts";
import type { Persistence, StandingCell, StoredResult } from "./persistence.ts";
import { problemOf } from "./problem_schema.ts";
import { resultKeys } from "./result_key.ts";
import { type EventBody, type EventListener, RunLog } from "./run_log.ts";
import { cheapFollowers, type RunRequest, wantedBy, withNeeded } from "./run_plan.ts";

export interface SessionOptions {
  /** Who waits in the queue: the notebook's id. */
  readonly owner: string;
  readonly kinds: ReadonlyMap<string, CellKind>;
  readonly persistence: Persistence;
  /** Is closed with the session. */
  readonly executor: Executor;
  /** One for all notebooks. */
  readonly queue: FairQueue;
  /** Whether cheap cells follow a change by themselves now, which is the default. */
  readonly autoRun?: () => boolean;
  /** Is told what went wrong behind the scenes. */
  readonly report?: (message: string) => void;
}

/** A cell as a page shows it that was opened just now. */
export interface CellView {
  readonly id: string;
  readonly state: CellState;
  /** Its last result, of whatever key: `state` tells whether it is of what the cell is now. */
  readonly result: StoredResult | undefined;
  readonly progress: Progress | undefined;
  /** Points of live curves, thinned where there were very many. */
  readonly metrics: readonly MetricPoint[];
  /** How many points there were. */
  readonly metricCount: number;
}

/** One open notebook: what it is, how its cells stand, what runs. */
export class NotebookSession implements AsyncDisposable {
  private graph: NotebookGraph = new Map();
  private keys: ReadonlyMap<string, string> = new Map();
  private states: ReadonlyMap<string, CellState> = new Map();
  private revision = 0;
  private readonly records = new Map<string, CellRecord>();
  private readonly executions = new Set<Promise<void>>();
  private readonly log: RunLog;
  private readonly report: (message: string) => void;
  /** Changes and requests wait for one another. */
  private turn: Promise<unknown> = Promise.resolve();
  private isClosed = false;

  private constructor(private readonly options: SessionOptions) {
    this.report = options.report ?? ((message) => console.error(message));
    this.log = new RunLog(options.persistence, this.report);
    options.executor.onRestart((reason) => {
      if (!this.isClosed) this.log.emit({ type: "kernel-restarted", reason });
    });
  }

  /** Opens a notebook; nothing runs yet. What is known by its key is there, and so is what was seen last. */
  static async open(
    options: SessionOptions,
    notebook: Notebook,
    revision: number,
  ): Promise<NotebookSession> {
    const session = new NotebookSession(options);
    const lastKeys = await options.persistence.lastKeys();
    const unfinished = await options.persistence.unfinishedRuns();
    await Promise.all(notebook.cells.map(async ({ id }) => {
      const cutOff = unfinished.get(id);
      if (cutOff !== undefined) session.leaveUnfinished(id, cutOff);
      const key = lastKeys.get(id);
      const stored = key === undefined ? undefined : await options.persistence.findResult(key);
      if (key === undefined || stored === undefined) return;
      session.recordOf(id).last = { key, stored };
      session.recordOf(id).isFromCache = true;
    }));
    await session.change(notebook, revision, true);
    return session;
  }

  /**
   * Takes another revision of the notebook: what runs on what is no more is cancelled, cheap cells follow. One
   * that is older than what it has already is left out.
   */
  async update(notebook: Notebook, revision: number): Promise<void> {
    await this.change(notebook, revision, false);
  }

  /**
   * Lets cells run, in a run of their own or in the one under way.
   *
   * @returns The id of the run; undefined where there is nothing to run.
   * @throws {HealerError} `kernel/no-such-cell`; for named cells also what keeps them from running
   */
  async run(request: RunRequest): Promise<string | undefined> {
    return await this.inTurn(() => {
      const wanted = wantedBy(request, this.graph, this.keys, this.states);
      return Promise.resolve(this.want(wanted, request !== "stale", "asked"));
    });
  }

  /** Stops cells, whether they run or wait, and resolves once they have stopped. */
  async cancel(...ids: readonly string[]): Promise<void> {
    await this.stop(ids);
  }

  /** Stops all that runs or waits, and resolves once it has stopped. */
  async cancelAll(): Promise<void> {
    await this.stop([...this.records.keys()]);
  }

  /** Resolves once nothing runs nor waits. */
  async idle(): Promise<void> {
    await this.turn;
    while (this.executions.size > 0) await Promise.all(this.executions);
  }

  /** The cells in the notebook's order. */
  view(): { revision: number; run: string | undefined; cells: CellView[] } {
    const cells = [...this.states].map(([id, state]) => {
      const { last, running } = this.recordOf(id);
      const { progress, metrics = [], metricCount = 0 } = running ?? {};
      return { id, state, result: last?.stored, progress, metrics, metricCount };
    });
    return { revision: this.revision, run: this.log.current, cells };
  }

  /** Listens to all that happens; returns what ends that. */
  subscribe(listener: EventListener): () => void {
    return this.log.subscribe(listener);
  }

  /** Asks about a table in a cell's last result; undefined where there is no such table. */
  async askTable<Answer>(
    { cell, table }: TablePlace,
    ask: (executor: Executor, file: FileReference) => Promise<Answer>,
  ): Promise<Answer | undefined> {
    const file = this.records.get(cell)?.last?.stored.result.tables[table]?.file;
    return file && await ask(this.options.executor, file);
  }

  /** Rows of such a table. */
  async tablePage(place: TablePlace, page: PageRequest): Promise<TablePage | undefined> {
    return await this.askTable(place, (executor, file) => executor.tablePage({ ...page, file }));
  }

  /** Ends everything at once. A run under way is not ended in its log: it was interrupted. */
  async close(): Promise<void> {
    this.isClosed = true;
    for (const { running } of this.records.values()) running?.cancel();
    await this.options.executor.close();
    await Promise.all(this.executions);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  private async change(notebook: Notebook, revision: number, isOpening: boolean): Promise<void> {
    await this.inTurn(async () => {
      if (revision < this.revision) return;
      const graph = buildGraph(notebook, this.options.kinds);
      const keys = resultKeys(graph);
      const found = new Map<string, StoredResult>();
      await Promise.all([...keys].map(async ([id, key]) => {
        if (this.records.get(id)?.last?.key === key) return;
        const stored = await this.options.persistence.findResult(key);
        if (stored !== undefined) found.set(id, stored);
      }));
      if (this.isClosed) return;
      const changed = this.replaceGraph(graph, keys);
      for (const [id, stored] of found) this.recordOf(id).take(keys.get(id) ?? "", stored, true);
      this.revision = revision;
      this.refresh();
      if (!isOpening) this.follow(changed);
      this.pump();
    });
  }

  /** Returns the cells that became others. */
  private replaceGraph(graph: NotebookGraph, keys: ReadonlyMap<string, string>): Set<string> {
    for (const [id, record] of this.records) {
      if (graph.has(id)) continue;
      record.running?.cancel();
      this.records.delete(id);
    }
    const changed = [...graph.keys()].filter((id) =>
      !this.graph.has(id) || keys.get(id) !== this.keys.get(id)
    );
    const edited = changed.filter((id) =>
      definition(graph.get(id)) !== definition(this.graph.get(id))
    );
    const time = new Date().toISOString();
    for (const id of changed) {
      const above = ancestors(graph, new Set([id]));
      const because = edited.filter((other) => other === id || above.has(other));
      this.recordOf(id).outdate(keys.get(id), time, because);
    }
    this.graph = graph;
    this.keys = keys;
    return new Set(changed);
  }

  /** Marks cells and all they need, so that {@linkcode pump} starts them. */
  private want(
    ids: ReadonlySet<string>,
    isExplicit: boolean,
    cause: "asked" | "change",
  ): string | undefined {
    if (this.isClosed || ids.size === 0) return this.log.current;
    const wanted = [...withNeeded(this.graph, this.states, ids)].filter((id) => {
      const { running } = this.recordOf(id);
      return running === undefined || running.key !== this.keys.get(id);
    });
    const run = this.log.start([...ids], this.revision, cause);
    for (const id of wanted) {
      // What was computed here or found already is computed again only where somebody asked for that cell.
      const force = isExplicit && ids.has(id) && isReadyState(this.states.get(id));
      this.recordOf(id).wanted ??= { force };
    }
    this.refresh();
    this.pump();
    return run;
  }

  /** Lets the cheap cells run that depend on `changed`. */
  private follow(changed: ReadonlySet<string>): void {
    if (this.options.autoRun?.() === false) return;
    try {
      this.want(cheapFollowers(this.graph, this.states, changed), false, "change");
    } catch (error) {
      this.report(`Cannot let cells follow a change: ${error}`);
    }
  }

  /** Starts every wanted cell whose inputs are there, and gives up those whose inputs will not come. */
  private pump(): void {
    if (this.isClosed) return;
    for (const [id, cell] of this.graph) {
      const record = this.recordOf(id);
      if (record.wanted === undefined || record.running !== undefined) continue;
      const sources = [...cell.wires.values()].map((source) => source.cell);
      const key = this.keys.get(id);
      if (key === undefined) record.wanted = undefined;
      else if (sources.every((source) => this.isReady(source))) this.begin(cell, key, record);
      else if (!sources.every((source) => this.isReady(source) || this.isUnderWay(source))) {
        record.wanted = undefined;
      }
    }
    this.refresh();
    const isWaiting = [...this.records.values()].some(({ wanted }) => wanted !== undefined);
    if (!isWaiting && this.executions.size === 0) this.log.end(() => this.standing());
  }

  private isReady(id: string): boolean {
    return isReadyState(this.states.get(id)) && !this.isUnderWay(id);
  }

  private isUnderWay(id: string): boolean {
    const { wanted, running } = this.recordOf(id);
    return wanted !== undefined || (running !== undefined && running.key === this.keys.get(id));
  }

  private begin(cell: GraphCell, key: string, record: CellRecord): void {
    const execution = new CellExecution(key, record.wanted?.force ?? false);
    record.wanted = undefined;
    record.running = execution;
    const done = this.execute(cell, execution, record).then(() => {
      this.executions.delete(done);
      if (this.isClosed) return;
      this.refresh();
      const isCurrent = this.keys.get(cell.id) === key;
      if (isCurrent && isReadyState(this.states.get(cell.id))) this.follow(new Set([cell.id]));
      this.pump();
    });
    execution.done = done;
    this.executions.add(done);
  }

  /** Finds the result of a cell by its key or computes it; never throws. */
  private async execute(
    cell: GraphCell,
    execution: CellExecution,
    record: CellRecord,
  ): Promise<void> {
    const { id } = cell;
    const { key, isForced, signal } = execution;
    const { persistence } = this.options;
    try {
      const task = taskOf(cell, (source) => this.records.get(source)?.last?.stored.result);
      const found = isForced ? undefined : await persistence.findResult(key);
      if (found !== undefined) return record.take(key, found, true);
      const stored = await computeCell(task, execution, {
        ...this.options,
        emit: (event) => this.tell(event),
        onStart: () => this.refresh(),
      });
      record.take(key, stored, false);
      this.tell({ type: "finished", cell: id, key, seconds: stored.seconds });
    } catch (error) {
      if (signal.aborted) {
        const { progress, started } = execution;
        const time = new Date().toISOString();
        const cutOff = { key, time, fraction: progress?.fraction, how: "cancelled" } as const;
        if (started !== undefined && !this.isClosed) this.leaveUnfinished(id, cutOff);
        return this.tell({ type: "cancelled", cell: id });
      }
      const problem = problemOf(error, id) ?? this.defect(id, error);
      record.failure = { key, problem, time: new Date().toISOString() };
      this.tell({ type: "failed", cell: id, problem });
    } finally {
      record.running = undefined;
    }
  }

  private leaveUnfinished(id: string, cutOff: Omit<Unfinished, "canContinue">): void {
    const canContinue = this.options.persistence.checkpoints(cutOff.key).names().length > 0;
    this.recordOf(id).unfinished = { ...cutOff, canContinue };
  }

  private standing(): StandingCell[] {
    return [...this.graph].flatMap(([cell, { kind, params }]) => {
      const last = this.records.get(cell)?.last;
      return last && kind && this.isReady(cell)
        ? [{ cell, kind: kind.kind, params, key: last.key, stored: last.stored }]
        : [];
    });
  }

  private defect(id: string, error: unknown): Problem {
    this.report(error instanceof Error ? error.stack ?? error.message : String(error));
    return kernelProblem.cellFailed(id, error);
  }

  private async stop(ids: readonly string[]): Promise<void> {
    const ending: Promise<void>[] = [];
    for (const id of ids) {
      const record = this.records.get(id);
      if (record?.wanted !== undefined) this.tell({ type: "cancelled", cell: id });
      if (record?.running !== undefined) {
        record.running.cancel();
        ending.push(record.running.done);
      }
      if (record !== undefined) record.wanted = undefined;
    }
    this.refresh();
    this.pump();
    await Promise.all(ending);
  }

  /** Computes all states anew and tells those that differ. */
  private refresh(): void {
    if (this.isClosed) return;
    const facts = new Map([...this.records].map(([id, record]) => [id, record.facts()]));
    this.states = cellStates(this.graph, this.keys, facts);
    for (const [cell, state] of this.states) {
      const record = this.recordOf(cell);
      const shown = JSON.stringify(state);
      if (record.shown === shown) continue;
      record.shown = shown;
      this.tell({ type: "state", cell, state });
    }
  }

  private tell(event: EventBody): void {
    if (!this.isClosed) this.log.emit(event);
  }

  private recordOf(id: string): CellRecord {
    const record = this.records.get(id) ?? new CellRecord();
    this.records.set(id, record);
    return record;
  }

  private inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.turn.then(work);
    // Whoever asked hears of a failure; those who come after do not care.
    this.turn = result.then(() => {}, () => {});
    return result;
  }
}

/** What makes a cell what it is, apart from what it reads. */
function definition(cell: GraphCell | undefined): string | undefined {
  if (cell === undefined) return undefined;
  const { kind, params, wires, filesUsed } = cell;
  return canonicalJson([kind?.kind, params, [...wires], filesUsed]);
}
