import type { WorkerCodeAnswer, WorkerMessage, WorkerStart, WorkerTask } from "./cell_worker.ts";
import { kernelProblem } from "./kernel_problems.ts";
import { atCell } from "./problem_schema.ts";

/** The workers of a kernel: as many as cells have run at the same time. */
export class CellWorkers {
  private readonly idle: Worker[] = [];
  private readonly busy = new Map<
    Worker,
    { readonly task: WorkerTask; readonly end: () => void }
  >();

  /**
   * Starts the first worker, so that the first cell finds its kind loaded.
   *
   * @param setup What the workers are told first.
   * @param tell Takes messages for the server, as JSON.
   */
  constructor(
    private readonly setup: Pick<WorkerStart, "registry" | "threads">,
    private readonly tell: (json: string) => void,
  ) {
    this.idle.push(this.start());
  }

  /** Runs one task; resolves once the server was told how it ended. */
  async run(task: WorkerTask): Promise<void> {
    const worker = this.idle.pop() ?? this.start();
    const { promise, resolve } = Promise.withResolvers<void>();
    this.busy.set(worker, { task, end: resolve });
    worker.postMessage(task);
    await promise;
  }

  /** Hands an answer to the task that waits for it. */
  answer(message: WorkerCodeAnswer): void {
    for (const [worker, { task }] of this.busy) {
      if (task.id === message.id) worker.postMessage(message);
    }
  }

  private start(): Worker {
    const worker = new Worker(new URL("./cell_worker.ts", import.meta.url), { type: "module" });
    worker.onmessage = ({ data }: MessageEvent<WorkerMessage>) => {
      this.tell(data.json);
      if (data.isLast) this.release(worker);
    };
    worker.onerror = (event) => {
      // Without this the whole kernel would end.
      event.preventDefault();
      this.drop(worker, event.message);
    };
    const { registry, threads } = this.setup;
    worker.postMessage({ type: "start", registry, threads } satisfies WorkerStart);
    return worker;
  }

  private release(worker: Worker): void {
    this.busy.get(worker)?.end();
    this.busy.delete(worker);
    this.idle.push(worker);
  }

  /** Gives up a worker that has thrown what nobody caught. */
  private drop(worker: Worker, message: string): void {
    worker.terminate();
    const index = this.idle.indexOf(worker);
    if (index >= 0) this.idle.splice(index, 1);
    const work = this.busy.get(worker);
    if (work === undefined) return;
    this.busy.delete(worker);
    const { id, task: { cell } } = work.task;
    const problem = atCell(kernelProblem.cellFailed(cell, message), cell);
    this.tell(JSON.stringify({ type: "failed", id, problem }));
    work.end();
  }
}
