import { type FromKernel, fromKernelSchema } from "./kernel_messages.ts";
import { firstLine, kernelProblem } from "./kernel_problems.ts";
import type { ModelMessage, ModelTask } from "./model_worker.ts";

/**
 * The workers of a kernel that ask models: one for what has to come at once while somebody drags a value, one for
 * explanations, which take some learners a while.
 */
export class ModelWorkers {
  private readonly quick: ModelLane;
  private readonly full: ModelLane;

  /**
   * @param modelBytes How many bytes the files of open models may have in all.
   * @param tell Takes answers.
   */
  constructor(modelBytes: number, tell: (message: FromKernel) => void) {
    this.quick = new ModelLane(modelBytes / 2, tell);
    this.full = new ModelLane(modelBytes / 2, tell);
  }

  ask(task: ModelTask): void {
    const isFull = task.type === "ask" && task.question.detail === "full";
    (isFull ? this.full : this.quick).ask(task);
  }

  /** Withdraws a question. @returns whether there is one of that id */
  cancel(id: string): boolean {
    return this.quick.cancel(id) || this.full.cancel(id);
  }
}

/** A worker, started with the first question to it and again after it has failed. */
class ModelLane {
  private worker: Worker | undefined;
  /** The ids of what is not answered yet. */
  private readonly open = new Set<string>();

  constructor(
    private readonly modelBytes: number,
    private readonly tell: (message: FromKernel) => void,
  ) {}

  ask(task: ModelTask): void {
    this.open.add(task.id);
    this.worker ??= this.start();
    this.worker.postMessage(task satisfies ModelMessage);
  }

  cancel(id: string): boolean {
    if (!this.open.has(id)) return false;
    this.worker?.postMessage({ type: "cancel", id } satisfies ModelMessage);
    return true;
  }

  private start(): Worker {
    const worker = new Worker(new URL("./model_worker.ts", import.meta.url), { type: "module" });
    worker.onmessage = ({ data }: MessageEvent<unknown>) => {
      const message = fromKernelSchema.parse(data);
      if ("id" in message) this.open.delete(message.id);
      this.tell(message);
    };
    worker.onerror = (event) => {
      // Without this the whole kernel would end.
      event.preventDefault();
      worker.terminate();
      this.worker = undefined;
      const problem = kernelProblem.questionFailed(firstLine(event.message));
      for (const id of this.open) this.tell({ type: "failed", id, problem });
      this.open.clear();
    };
    const { modelBytes } = this;
    worker.postMessage({ type: "start", modelBytes } satisfies ModelMessage);
    return worker;
  }
}
