import type { CellResult } from "../cells/cell_kind.ts";
import type { FileReference, Value } from "../cells/value.ts";
import type { KeptCheckpoints } from "../checkpoint_files.ts";
import type { ModelFeatures } from "../diagnosis/model_features.ts";
import type { RowAnswer } from "../diagnosis/row_answer.ts";
import type { MetricPoint } from "../metric.ts";
import type { Problem, Text } from "../problem.ts";
import type { ColumnSummary, PageRequest, TablePage } from "../table/paging/table_page.ts";
import type { ModelQuestion } from "./model_messages.ts";

/** One execution of a cell, as pure data: with the same task comes the same result. */
export interface CellTask {
  /** The cell's id, for the places of problems. */
  readonly cell: string;
  readonly kind: string;
  readonly version: number;
  /** With defaults filled in. */
  readonly params: unknown;
  /** By port. */
  readonly inputs: Readonly<Record<string, Value>>;
  readonly seed: number;
  /** Every file the cell may read: those of its inputs and those its params name. */
  readonly files: readonly FileReference[];
}

/** What is heard of a cell while it runs. */
export type TaskEvent =
  | { readonly type: "progress"; readonly fraction: number; readonly message?: Text }
  | { readonly type: "metrics"; readonly points: readonly MetricPoint[] }
  | { readonly type: "log"; readonly message: Text }
  /** What is known of the result so far, as the kind of the cell has it. */
  | { readonly type: "partial"; readonly value: unknown };

/** How the caller follows a task. */
export interface TaskHooks {
  onEvent(event: TaskEvent): void;
  /** Asks the cell to stop; what does not stop in time is killed. */
  readonly signal: AbortSignal;
  /** Where the work leaves what is finished of it, and finds what an earlier attempt has left. */
  readonly checkpoints?: KeptCheckpoints;
}

/** A file that a cell has made; it is still in the executor's scratch folder. */
export interface ProducedFile extends FileReference {
  readonly path: string;
}

/** What came of a task. The files are there until it is disposed of. */
export interface TaskOutcome extends AsyncDisposable {
  readonly result: CellResult;
  readonly files: readonly ProducedFile[];
}

/** Some rows of a Parquet file, 1,000 at most. */
export interface TablePageRequest extends PageRequest {
  readonly file: FileReference;
}

/** What some columns of a Parquet file hold. */
export interface TableSummaryRequest {
  readonly file: FileReference;
  readonly columns: readonly string[];
}

/** A table of a result: the cell, and its number among those of the result. */
export interface TablePlace {
  readonly cell: string;
  readonly table: number;
}

/** Whatever executes cells: pure data goes in, files come out. */
export interface Executor {
  /**
   * @throws {HealerError} `run/cancelled` once the signal was followed, `kernel/…`, or what the cell threw,
   *   with `place.cell`
   */
  execute(task: CellTask, hooks: TaskHooks): Promise<TaskOutcome>;
  /**
   * @param signal Says when nobody waits for the answer any more.
   * @throws {HealerError} `table/…`, `kernel/…`, `run/cancelled`
   */
  tablePage(request: TablePageRequest, signal?: AbortSignal): Promise<TablePage>;
  /** As {@linkcode tablePage}. */
  tableSummary(request: TableSummaryRequest, signal?: AbortSignal): Promise<ColumnSummary[]>;
  /**
   * What a model says of one row, at once.
   *
   * @param signal Says when nobody waits for the answer any more; a question that waits is then dropped.
   * @throws {HealerError} `model/…`, `onnx/…`, `kernel/…`, `run/cancelled`
   */
  ask(question: ModelQuestion, signal?: AbortSignal): Promise<RowAnswer>;
  /** What one has to know of a model to fill in a row for it. As {@linkcode ask}. */
  modelFeatures(model: FileReference, signal?: AbortSignal): Promise<ModelFeatures>;
  /** Gets ready for work that will come soon, where there is something to get ready. */
  warmUp?(): Promise<void>;
  /** Calls `listener` whenever running work was lost and began anew, with the reason. */
  onRestart(listener: (reason: Problem) => void): void;
  /** Ends at once what runs; tasks reject with `run/cancelled`. */
  close(): Promise<void>;
}
