import type { FileReference } from "@/pipeline/cells/value.ts";
import type { ModelFeatures } from "@/pipeline/diagnosis/model_features.ts";
import type { RowAnswer } from "@/pipeline/diagnosis/row_answer.ts";
import type {
  CellTask,
  Executor,
  TablePageRequest,
  TableSummaryRequest,
  TaskHooks,
  TaskOutcome,
} from "@/pipeline/kernel/executor.ts";
import type { ModelQuestion } from "@/pipeline/kernel/model_messages.ts";
import type { Problem } from "@/pipeline/problem.ts";
import { cancelled } from "@/pipeline/run_context.ts";
import type { ColumnSummary, TablePage } from "@/pipeline/table/paging/table_page.ts";

/**
 * A kernel that is there while it is needed: made for the first piece of work, and closed after a while without
 * any.
 */
export class IdleKernel implements Executor {
  private kernel: Executor | undefined;
  private working = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly closing = new Set<Promise<void>>();
  private readonly listeners: ((reason: Problem) => void)[] = [];
  private isClosed = false;

  /**
   * @param make Makes a kernel.
   * @param patience How many milliseconds it stays without work.
   * @param report Is told what keeps a kernel from being closed.
   */
  constructor(
    private readonly make: () => Executor,
    private readonly patience: number,
    private readonly report: (error: unknown) => void,
  ) {}

  async execute(task: CellTask, hooks: TaskHooks): Promise<TaskOutcome> {
    const kernel = this.begin();
    try {
      const outcome = await kernel.execute(task, hooks);
      return {
        result: outcome.result,
        files: outcome.files,
        // The files lie in the kernel's folder, so the kernel has to stay until they are taken.
        [Symbol.asyncDispose]: async () => {
          try {
            await outcome[Symbol.asyncDispose]();
          } finally {
            this.end();
          }
        },
      };
    } catch (error) {
      this.end();
      throw error;
    }
  }

  async tablePage(request: TablePageRequest, signal?: AbortSignal): Promise<TablePage> {
    return await this.whileOpen((kernel) => kernel.tablePage(request, signal));
  }

  async tableSummary(
    request: TableSummaryRequest,
    signal?: AbortSignal,
  ): Promise<ColumnSummary[]> {
    return await this.whileOpen((kernel) => kernel.tableSummary(request, signal));
  }

  async ask(question: ModelQuestion, signal?: AbortSignal): Promise<RowAnswer> {
    return await this.whileOpen((kernel) => kernel.ask(question, signal));
  }

  async modelFeatures(model: FileReference, signal?: AbortSignal): Promise<ModelFeatures> {
    return await this.whileOpen((kernel) => kernel.modelFeatures(model, signal));
  }

  async warmUp(): Promise<void> {
    await this.whileOpen(async (kernel) => await kernel.warmUp?.());
  }

  onRestart(listener: (reason: Problem) => void): void {
    this.listeners.push(listener);
  }

  async close(): Promise<void> {
    this.isClosed = true;
    this.retire();
    await Promise.all(this.closing);
  }

  private async whileOpen<Answer>(ask: (kernel: Executor) => Promise<Answer>): Promise<Answer> {
    const kernel = this.begin();
    try {
      return await ask(kernel);
    } finally {
      this.end();
    }
  }

  private begin(): Executor {
    if (this.isClosed) throw cancelled();
    clearTimeout(this.timer);
    this.working++;
    if (this.kernel === undefined) {
      this.kernel = this.make();
      this.kernel.onRestart((reason) => this.listeners.forEach((listener) => listener(reason)));
    }
    return this.kernel;
  }

  private end(): void {
    this.working--;
    if (this.working > 0 || this.isClosed) return;
    this.timer = setTimeout(() => this.retire(), this.patience);
  }

  /** Closes the kernel there is; the next piece of work gets another one. */
  private retire(): void {
    clearTimeout(this.timer);
    const { kernel } = this;
    this.kernel = undefined;
    if (kernel === undefined) return;
    const closing = kernel.close().catch(this.report);
    this.closing.add(closing);
    closing.then(() => this.closing.delete(closing));
  }
}
