import type { CellResult } from "../cells/cell_kind.ts";
import type { FileReference, Value } from "../cells/value.ts";
import type { KeptCheckpoints } from "../checkpoint_files.ts";
import type { MetricPoint } from "../metric.ts";
import type { Problem, Text } from "../problem.ts";
import type { TableColumn } from "../table/column_type.ts";

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
  | { readonly type: "log"; readonly message: Text };

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

/** Some rows of a Parquet file. */
export interface TablePageRequest {
  readonly file: FileReference;
  /** The first row, from 0. */
  readonly offset: number;
  /** How many rows at most, up to 1,000. */
  readonly limit: number;
  readonly sort?: { readonly column: string; readonly descending: boolean };
}

/** What a cell of a table is to the browser. Times are ISO 8601 texts, holes are null. */
export type PageCell = string | number | boolean | null;

export interface TablePage {
  /** How many rows the whole file has. */
  readonly rows: number;
  readonly columns: readonly TableColumn[];
  /** The rows of the page, each with one cell a column. */
  readonly cells: readonly (readonly PageCell[])[];
}

/** Whatever executes cells: pure data goes in, files come out. */
export interface Executor {
  /**
   * @throws {HealerError} `run/cancelled` once the signal was followed, `kernel/…`, or what the cell threw,
   *   with `place.cell`
   */
  execute(task: CellTask, hooks: TaskHooks): Promise<TaskOutcome>;
  /** @throws {HealerError} `kernel/…` */
  tablePage(request: TablePageRequest): Promise<TablePage>;
  /** Calls `listener` whenever running work was lost and began anew, with the reason. */
  onRestart(listener: (reason: Problem) => void): void;
  /** Ends at once what runs; tasks reject with `run/cancelled`. */
  close(): Promise<void>;
}
