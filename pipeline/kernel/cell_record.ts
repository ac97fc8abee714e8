import type { CellFacts } from "./cell_state.ts";
import type { TaskEvent } from "./executor.ts";
import type { StoredResult } from "./persistence.ts";

/** So many points of live curves are kept of a running cell; older ones give way. */
const keptMetrics = 10_000;

/** A point of a live curve. */
export type Metric = Omit<Extract<TaskEvent, { type: "metric" }>, "type">;

/** How far a running cell is. */
export type Progress = Omit<Extract<TaskEvent, { type: "progress" }>, "type">;

/** One execution of a cell, from the wait for its turn on. */
export class CellExecution {
  started: string | undefined;
  progress: Progress | undefined;
  readonly metrics: Metric[] = [];
  /** Resolves once it has ended, however. */
  done: Promise<void> = Promise.resolve();
  private readonly controller = new AbortController();

  /** @param key What its result will be kept under. */
  constructor(readonly key: string, readonly isForced: boolean) {}

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  cancel(): void {
    this.controller.abort();
  }

  /** Keeps what those want to see who come later. */
  note(event: TaskEvent): void {
    if (event.type === "progress") {
      const { type: _, ...progress } = event;
      this.progress = progress;
    } else {
      const { type: _, ...metric } = event;
      if (this.metrics.length === keptMetrics) this.metrics.splice(0, keptMetrics / 10);
      this.metrics.push(metric);
    }
  }
}

/** All that a session knows of one cell beside the notebook. */
export class CellRecord {
  /** The last result, of whatever key. */
  last: { readonly key: string; readonly stored: StoredResult } | undefined;
  isFromCache = false;
  failure: CellFacts["failure"];
  stale: CellFacts["stale"];
  /** It shall run: with `force` even where there is a result. */
  wanted: { readonly force: boolean } | undefined;
  running: CellExecution | undefined;
  /** The state that was told last, as JSON. */
  shown: string | undefined;

  /** Forgets what the former definition of the cell brought about. */
  outdate(key: string | undefined, time: string, because: readonly string[]): void {
    this.running?.cancel();
    this.wanted = undefined;
    if (this.last === undefined || this.last.key === key) this.stale = undefined;
    else {
      const { since = time, because: before = [] } = this.stale ?? {};
      this.stale = { since, because: [...new Set([...before, ...because])] };
    }
  }

  /** Takes a result that was computed, or found by its key. */
  take(key: string, stored: StoredResult, isFromCache: boolean): void {
    this.last = { key, stored };
    this.isFromCache = isFromCache;
    this.failure = undefined;
    this.stale = undefined;
  }

  facts(): CellFacts {
    const { last, running } = this;
    return {
      result: last &&
        { key: last.key, finished: last.stored.finished, seconds: last.stored.seconds },
      isFromCache: this.isFromCache,
      failure: this.failure,
      stale: this.stale,
      isWanted: this.wanted !== undefined,
      running: running && { key: running.key, started: running.started },
    };
  }
}
