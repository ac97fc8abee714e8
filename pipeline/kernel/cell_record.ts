import type { CellFacts, Unfinished } from "./cell_state.ts";
import type { TaskEvent } from "./executor.ts";
import { type MetricPoint, thinned } from "../metric.ts";
import type { Text } from "../problem.ts";
import type { StoredResult } from "./persistence.ts";
import { RemainingTime } from "./remaining_time.ts";

/** With more points of live curves than this, the curves of a running cell are thinned. */
const mostMetrics = 10_000;

/** How far a running cell is. */
export interface Progress {
  readonly fraction: number;
  readonly message?: Text;
  /** The seconds left, once they can be known. */
  readonly remaining?: number;
}

/** What of an event the listeners of a session hear. */
export type HeardOfCell =
  | ({ readonly type: "progress" } & Progress)
  | { readonly type: "metrics"; readonly from: number; readonly points: MetricPoint[] }
  | { readonly type: "log"; readonly message: Text };

/** One execution of a cell, from the wait for its turn on. */
export class CellExecution {
  started: string | undefined;
  progress: Progress | undefined;
  /** The points of live curves, thinned where there were very many. */
  metrics: readonly MetricPoint[] = [];
  /** How many points there were. */
  metricCount = 0;
  /** Resolves once it has ended, however. */
  done: Promise<void> = Promise.resolve();
  private readonly controller = new AbortController();
  private readonly remainingTime = new RemainingTime();

  /** @param key What its result will be kept under. */
  constructor(readonly key: string, readonly isForced: boolean) {}

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  cancel(): void {
    this.controller.abort();
  }

  /** Keeps what those want to see who come later, and returns what is to be told now. */
  *note(event: TaskEvent): Generator<HeardOfCell> {
    switch (event.type) {
      case "progress": {
        const { fraction, message = this.progress?.message } = event;
        const isNews = message !== undefined && message.en !== this.progress?.message?.en;
        const remaining = this.remainingTime.note(fraction, performance.now() / 1000);
        this.progress = {
          fraction,
          ...(message && { message }),
          ...(remaining !== undefined && { remaining }),
        };
        if (isNews) yield { type: "log", message };
        yield { type: "progress", ...this.progress };
        break;
      }
      case "metrics": {
        const from = this.metricCount;
        this.metricCount += event.points.length;
        const points = [...this.metrics, ...event.points];
        this.metrics = points.length > mostMetrics ? thinned(points) : points;
        yield { type: "metrics", from, points: [...event.points] };
        break;
      }
      case "log":
        yield event;
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
  /** How the last run ended that came to no result. */
  unfinished: Unfinished | undefined;
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
    this.unfinished = undefined;
  }

  facts(): CellFacts {
    const { last, running } = this;
    return {
      result: last &&
        { key: last.key, finished: last.stored.finished, seconds: last.stored.seconds },
      isFromCache: this.isFromCache,
      failure: this.failure,
      stale: this.stale,
      unfinished: this.unfinished,
      isWanted: this.wanted !== undefined,
      running: running && { key: running.key, started: running.started },
    };
  }
}
