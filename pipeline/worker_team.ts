import type { MetricPoint } from "./metric.ts";
import { HealerError, type Problem } from "./problem.ts";
import { cancelled, type RunContext } from "./run_context.ts";

/** What a worker is sent. `isCancelled` is one Int32 that becomes 1 once the work shall stop. */
export interface TeamTask<Task> {
  readonly task: Task;
  readonly seed: number;
  readonly isCancelled: SharedArrayBuffer;
  /** Whether somebody looks at the points of live curves. */
  readonly isWatched: boolean;
}

/** What a worker answers, the last message of a task being its result or why there is none. */
export type TeamMessage<Result> =
  | { readonly type: "progress"; readonly fraction: number }
  | { readonly type: "metrics"; readonly points: readonly MetricPoint[] }
  | { readonly type: "done"; readonly result: Result }
  | { readonly type: "problem"; readonly problem: Problem }
  | { readonly type: "defect"; readonly error: unknown };

/**
 * Some workers that run tasks of one kind side by side; their module calls `serveTeam` of `worker_task.ts`.
 * Tasks and results are cloned, but for the SharedArrayBuffers in them. `using` ends the workers.
 */
export class WorkerTeam<Task, Result> implements Disposable {
  private readonly workers: Worker[];

  /**
   * @param module The URL of the workers' module.
   * @param size How many workers there are.
   */
  constructor(module: URL, size: number) {
    this.workers = Array.from({ length: size }, () => new Worker(module, { type: "module" }));
  }

  /**
   * Runs every task, each on the next worker that is free; one call at a time.
   *
   * @param onResult Is told each result with the index of its task, as soon as it is there.
   * @returns the results in the order of the tasks
   * @throws {HealerError} `run/cancelled`, or the problem of the first task that failed; the others are stopped
   */
  async run(
    tasks: readonly Task[],
    context: RunContext,
    onResult: (index: number, result: Result) => void = () => {},
  ): Promise<Result[]> {
    const isCancelled = new SharedArrayBuffer(4);
    const stop = (): unknown => Atomics.store(new Int32Array(isCancelled), 0, 1);
    const fractions = new Float64Array(tasks.length);
    const results = new Array<Result>(tasks.length);
    const failures: unknown[] = [];
    const fail = (error: unknown): void => {
      failures.push(error);
      stop();
    };
    const tell = (index: number, fraction: number): void => {
      fractions[index] = fraction;
      if (failures.length > 0) return;
      try {
        context.progress(fractions.reduce((sum, each) => sum + each, 0) / tasks.length);
      } catch (error) {
        fail(error);
      }
    };
    let next = 0;
    await Promise.all(this.workers.map(async (worker) => {
      while (next < tasks.length && failures.length === 0) {
        const index = next++;
        const task: TeamTask<Task> = {
          task: tasks[index]!,
          seed: context.seed,
          isCancelled,
          isWatched: context.metric !== undefined,
        };
        try {
          const result = await answerOf<Task, Result>(worker, task, {
            progress: (part) => tell(index, part),
            metrics: (points) =>
              points.forEach(({ name, step, value, fold }) =>
                context.metric?.(name, step, value, fold)
              ),
          });
          results[index] = result;
          onResult(index, result);
        } catch (error) {
          fail(error);
        }
        tell(index, 1);
      }
    }));
    if (failures.length > 0) throw failures[0];
    return results;
  }

  [Symbol.dispose](): void {
    for (const worker of this.workers) worker.terminate();
  }
}

function answerOf<Task, Result>(
  worker: Worker,
  task: TeamTask<Task>,
  listener: {
    progress(fraction: number): void;
    metrics(points: readonly MetricPoint[]): void;
  },
): Promise<Result> {
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<TeamMessage<Result>>) => {
      if (data.type === "progress") listener.progress(data.fraction);
      else if (data.type === "metrics") listener.metrics(data.points);
      else if (data.type === "done") resolve(data.result);
      else if (data.type === "problem") reject(new HealerError(data.problem));
      else reject(data.error);
    };
    worker.onerror = (event) => {
      // Without this the whole program would end.
      event.preventDefault();
      reject(event.error ?? new Error(event.message));
    };
    worker.postMessage(task);
  });
}

/** The context of a task inside its worker. */
export function taskContext(
  { seed, isCancelled, isWatched }: TeamTask<unknown>,
  tell: (fraction: number) => void,
  note: (point: MetricPoint) => void,
): RunContext {
  const flag = new Int32Array(isCancelled);
  return {
    seed,
    ...(isWatched
      ? {
        metric: (name, step, value, fold) =>
          note({ name, step, value, ...(fold === undefined ? {} : { fold }) }),
      }
      : {}),
    progress: (fraction) => {
      if (Atomics.load(flag, 0) === 1) throw cancelled();
      tell(fraction);
    },
  };
}
