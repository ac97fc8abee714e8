import type { CellContext } from "@/pipeline/cells/cell_kind.ts";
import type { CellTask, Executor, TaskHooks, TaskOutcome } from "@/pipeline/kernel/executor.ts";
import type { Problem } from "@/pipeline/problem.ts";
import { cancelled } from "@/pipeline/run_context.ts";
import { cellKinds } from "./test_cells.ts";

/** Executes cells right here, one promise turn after another, so that a test decides what happens meanwhile. */
export class FakeExecutor implements Executor {
  readonly executed: CellTask[] = [];
  readonly running = new Set<string>();
  isClosed = false;
  private readonly held = new Map<string, PromiseWithResolvers<void>>();
  private readonly listeners: ((reason: Problem) => void)[] = [];

  /** @param onExecute Sees every task before it runs. */
  constructor(private readonly onExecute: (task: CellTask) => void = () => {}) {}

  /** Keeps the next executions of a cell from ending, until it is let go. */
  hold(cell: string): void {
    if (!this.held.has(cell)) this.held.set(cell, Promise.withResolvers());
  }

  /** Lets them end. */
  letGo(cell: string): void {
    this.held.get(cell)?.resolve();
    this.held.delete(cell);
  }

  async execute(task: CellTask, { onEvent, signal }: TaskHooks): Promise<TaskOutcome> {
    const context: CellContext = {
      seed: task.seed,
      progress: (fraction) => {
        if (signal.aborted) throw cancelled();
        onEvent({ type: "progress", fraction });
      },
      notice() {},
      log: (message) => onEvent({ type: "log", message }),
      metric: (name, step, value) => {
        onEvent({ type: "metrics", points: [{ name, step, value }] });
      },
      pathOf: ({ sha256 }) => sha256,
      scratchPath: (extension) => `0.${extension}`,
      keep: () => Promise.reject(new Error("no files here")),
      runCode: () => Promise.reject(new Error("no code here")),
    };
    this.executed.push(task);
    this.onExecute(task);
    this.running.add(task.cell);
    try {
      context.progress(0);
      const aborted = Promise.withResolvers<never>();
      signal.addEventListener("abort", () => aborted.reject(cancelled()), { once: true });
      const kind = cellKinds.find((known) => known.kind === task.kind);
      const run = Promise.resolve(kind?.run(task.inputs, task.params, context));
      const [given] = await Promise.race([
        Promise.all([run, this.held.get(task.cell)?.promise]),
        aborted.promise,
      ]);
      if (given === undefined) throw new Error("no such kind");
      const result = { ...given, notices: [] };
      return { result, files: [], [Symbol.asyncDispose]: () => Promise.resolve() };
    } finally {
      this.running.delete(task.cell);
    }
  }

  tablePage(): Promise<never> {
    return Promise.reject(new Error("no tables here"));
  }

  tableSummary(): Promise<never> {
    return this.tablePage();
  }

  ask(): Promise<never> {
    return Promise.reject(new Error("no models here"));
  }

  modelFeatures(): Promise<never> {
    return this.ask();
  }

  onRestart(listener: (reason: Problem) => void): void {
    this.listeners.push(listener);
  }

  restart(reason: Problem): void {
    for (const listener of this.listeners) listener(reason);
  }

  close(): Promise<void> {
    this.isClosed = true;
    return Promise.resolve();
  }
}
