import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { FileReference } from "../cells/value.ts";
import type { KeptCheckpoints } from "../checkpoint_files.ts";
import type { ModelFeatures } from "../diagnosis/model_features.ts";
import type { RowAnswer } from "../diagnosis/row_answer.ts";
import { HealerError, type Problem } from "../problem.ts";
import { cancelled } from "../run_context.ts";
import type { ColumnSummary, TablePage } from "../table/paging/table_page.ts";
import { CodeRuns } from "./code_runs.ts";
import type {
  CellTask,
  Executor,
  ProducedFile,
  TablePageRequest,
  TableSummaryRequest,
  TaskHooks,
  TaskOutcome,
} from "./executor.ts";
import { type KernelFolders, makeKernelFolders } from "./kernel_command.ts";
import { firstLine, kernelProblem } from "./kernel_problems.ts";
import {
  type Answer,
  type Interim,
  KernelEnded,
  KernelProcess,
  type Request,
} from "./kernel_process.ts";
import type { ToKernel } from "./kernel_messages.ts";
import type { ModelQuestion } from "./model_messages.ts";
import { atCell } from "./problem_schema.ts";
import { defaultMemoryLimit } from "./memory_limit.ts";
import { ownFile } from "./own_file.ts";
import { SharedLock } from "./shared_lock.ts";

type PageMessage = Extract<ToKernel, { type: "page" }>;

export interface NotebookKernelOptions {
  /** An empty folder of its own, in the file system of the blobs; it is removed on closing. */
  readonly folder: string;
  /** Makes the file of that content readable at `target`, a path where nothing is yet. */
  placeFile(sha256: string, target: string): Promise<void>;
  /** The URL of the module that exports `cellKinds`; the project's own by default. */
  readonly registry?: URL;
  /** Bytes of resident memory a kernel may hold; 60 % of the machine's by default. */
  readonly memoryLimit?: number;
  /** Threads of native libraries. With 1, the default, no more threads work than cells run. */
  readonly nativeThreads?: number;
  /** Threads that a cell's own work may use; as many as there are cores by default. */
  readonly threads?: number;
  /** Milliseconds that a cancelled cell has to stop by itself; 2,000 by default. */
  readonly patience?: number;
  /** Seconds without a sign of life after which a kernel is killed; 30 by default. */
  readonly silenceLimit?: number;
  /** Takes what kernels and their libraries print; goes to standard error by default. */
  readonly log?: (line: string) => void;
}

/**
 * Executes the cells of one notebook in a process of its own, which is started with the first piece of work
 * and again whenever it was lost. A crash fails the cell that ran alone; where several ran, each is tried again
 * alone, so that the innocent ones come through.
 */
export class NotebookKernel implements Executor {
  private readonly folders: Promise<KernelFolders>;
  private process: KernelProcess | undefined;
  private starting: Promise<KernelProcess> | undefined;
  private readonly placed = new Map<string, Promise<void>>();
  private readonly lock = new SharedLock();
  private readonly listeners: ((reason: Problem) => void)[] = [];
  private isClosed = false;

  constructor(private readonly options: NotebookKernelOptions) {
    this.folders = makeKernelFolders(options.folder).catch((cause) => {
      throw new HealerError(kernelProblem.notStarted(firstLine(cause)), { cause });
    });
    // Whoever needs the folders hears of the failure.
    this.folders.catch(() => {});
  }

  /** Starts the process ahead of the first cell. */
  async warmUp(): Promise<void> {
    await this.running();
  }

  async execute(task: CellTask, hooks: TaskHooks): Promise<TaskOutcome> {
    for (let alone = false;;) {
      const release = await this.lock.acquire(alone, hooks.signal).catch(() => {
        throw cancelled();
      });
      try {
        return await this.attempt(task, hooks);
      } catch (error) {
        if (!(error instanceof KernelEnded)) throw error;
        if (hooks.signal.aborted || this.isClosed) throw cancelled();
        if (error.problem.code === "kernel/killed") continue;
        if (alone || error.wasAlone) throw new HealerError(atCell(error.problem, task.cell));
        alone = true;
      } finally {
        release();
      }
    }
  }

  async tablePage(request: TablePageRequest, signal?: AbortSignal): Promise<TablePage> {
    const id = crypto.randomUUID();
    const message = { type: "page", id, request: plain(request) } as const;
    const answer = await this.answerOf(message, request.file, signal);
    if (answer.type === "page") return answer.page;
    throw new HealerError(problemIn(answer));
  }

  async tableSummary(
    request: TableSummaryRequest,
    signal?: AbortSignal,
  ): Promise<ColumnSummary[]> {
    const id = crypto.randomUUID();
    const columns = [...request.columns];
    const message = { type: "summary", id, request: { ...request, columns } } as const;
    const answer = await this.answerOf(message, request.file, signal);
    if (answer.type === "summary") return answer.columns;
    throw new HealerError(problemIn(answer));
  }

  async ask(question: ModelQuestion, signal?: AbortSignal): Promise<RowAnswer> {
    const message = { type: "ask", id: crypto.randomUUID(), question } as const;
    const answer = await this.modelAnswer(message, question.model, signal);
    if (answer.type === "answer") return answer.answer;
    throw new HealerError(problemIn(answer));
  }

  async modelFeatures(model: FileReference, signal?: AbortSignal): Promise<ModelFeatures> {
    const message = { type: "features", id: crypto.randomUUID(), model } as const;
    const answer = await this.modelAnswer(message, model, signal);
    if (answer.type === "features") return answer.features;
    throw new HealerError(problemIn(answer));
  }

  onRestart(listener: (reason: Problem) => void): void {
    this.listeners.push(listener);
  }

  async close(): Promise<void> {
    this.isClosed = true;
    await this.starting?.catch(() => {});
    this.process?.kill(kernelProblem.killed());
    await this.process?.exited;
    const isThere = await this.folders.then(() => true, () => false);
    if (isThere) await removeFolder(this.options.folder);
  }

  private async attempt(task: CellTask, hooks: TaskHooks): Promise<TaskOutcome> {
    const { signal } = hooks;
    await Promise.all(task.files.map(({ sha256 }) => this.place(sha256)));
    const process = await this.running();
    const id = crypto.randomUUID();
    const { inputs, scratch } = await this.folders;
    const folder = join(scratch, id), placed = join(inputs, id);
    const message = { ...task, inputs: { ...task.inputs }, files: [...task.files] };
    const ending = this.endOnAbort(process, id, signal);
    await Deno.mkdir(folder);
    try {
      if (signal.aborted) throw cancelled();
      await using codeRuns = new CodeRuns(process, folder, this.memoryLimit, hooks);
      const forward = (message: Interim): void => {
        if (message.type === "code") codeRuns.run(message);
        else this.forward(message, hooks, folder);
      };
      const checkpoints = await placeCheckpoints(hooks.checkpoints, placed);
      const run = { type: "run", id, task: message, checkpoints } as const;
      const answer = await process.request(run, forward);
      if (answer.type !== "done") throw new HealerError(problemIn(answer));
      const files = answer.files.map((file) => checked(file, folder));
      const remove = () => removeFolder(folder);
      return { result: answer.result, files, [Symbol.asyncDispose]: remove };
    } catch (error) {
      await removeFolder(folder);
      throw error;
    } finally {
      ending[Symbol.dispose]();
      await removeFolder(placed);
    }
  }

  /** Hands on what is heard of a cell. Work does not end because its checkpoint cannot be kept. */
  private forward(
    message: Exclude<Interim, { type: "code" }>,
    { onEvent, checkpoints }: TaskHooks,
    folder: string,
  ): void {
    switch (message.type) {
      case "progress": {
        const { fraction, message: text } = message;
        return onEvent({ type: "progress", fraction, ...(text && { message: text }) });
      }
      case "metrics":
        return onEvent({ type: "metrics", points: message.points });
      case "log":
        return onEvent({ type: "log", message: message.message });
      case "partial":
        return onEvent({ type: "partial", value: message.value });
      case "checkpoint": {
        const { name, path } = message;
        if (checkpoints === undefined) return;
        try {
          checkpoints.take(name, ownFile(path, join(folder, "checkpoints")));
        } catch (error) {
          this.log(`Cannot keep the checkpoint "${name}": ${firstLine(error)}`);
        }
      }
    }
  }

  /** The answer of a model; a process that was lost is told of in words that fit a question. */
  private async modelAnswer(
    message: Extract<Request, { type: "ask" | "features" }>,
    model: FileReference,
    signal: AbortSignal | undefined,
  ): Promise<Answer> {
    try {
      return await this.answerOf(message, model, signal);
    } catch (error) {
      if (!(error instanceof HealerError) || !(error.cause instanceof KernelEnded)) throw error;
      throw new HealerError(kernelProblem.noAnswer(error.problem), { cause: error });
    }
  }

  /** The answer about a file; another process is asked where one was lost meanwhile. */
  private async answerOf(
    message: Exclude<Request, { type: "run" }>,
    file: FileReference,
    signal: AbortSignal | undefined,
  ): Promise<Answer> {
    await this.place(file.sha256);
    for (let attempt = 1;; attempt++) {
      if (signal?.aborted) throw cancelled();
      const process = await this.running();
      const cancel = (): void => process.cancel(message.id);
      signal?.addEventListener("abort", cancel, { once: true });
      try {
        return await process.request(message);
      } catch (error) {
        if (!(error instanceof KernelEnded)) throw error;
        if (attempt === 3) throw new HealerError(error.problem, { cause: error });
      } finally {
        signal?.removeEventListener("abort", cancel);
      }
    }
  }

  private get memoryLimit(): number {
    return this.options.memoryLimit ?? defaultMemoryLimit();
  }

  private log(line: string): void {
    if (this.options.log) this.options.log(line);
    else console.error(line);
  }

  /** Asks the cell to stop when `signal` says so, and kills the process where it does not listen. */
  private endOnAbort(process: KernelProcess, id: string, signal: AbortSignal): Disposable {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const end = () => {
      process.cancel(id);
      timer = setTimeout(() => process.kill(kernelProblem.killed()), this.options.patience ?? 2000);
    };
    signal.addEventListener("abort", end, { once: true });
    return {
      [Symbol.dispose]: () => {
        signal.removeEventListener("abort", end);
        clearTimeout(timer);
      },
    };
  }

  /** The process that takes work, started where there is none. */
  private async running(): Promise<KernelProcess> {
    if (this.isClosed) throw cancelled();
    if (this.process !== undefined && !this.process.hasEnded) return this.process;
    this.starting ??= this.start().finally(() => this.starting = undefined);
    return await this.starting;
  }

  private async start(): Promise<KernelProcess> {
    const { options } = this;
    const process = await KernelProcess.start({
      folders: await this.folders,
      registry: options.registry ?? new URL("../cells/registry.ts", import.meta.url),
      nativeThreads: options.nativeThreads ?? 1,
      threads: options.threads ?? navigator.hardwareConcurrency,
      memoryLimit: this.memoryLimit,
      silenceLimit: options.silenceLimit ?? 30,
      log: (line) => this.log(line),
    });
    this.process = process;
    process.exited.then((reason) => {
      if (!this.isClosed) this.listeners.forEach((listener) => listener(reason));
    });
    return process;
  }

  /** Puts a file where the kernel may read it. */
  private async place(sha256: string): Promise<void> {
    const { inputs } = await this.folders;
    let placing = this.placed.get(sha256);
    if (placing === undefined) {
      placing = this.options.placeFile(sha256, join(inputs, sha256));
      this.placed.set(sha256, placing);
      placing.catch(() => this.placed.delete(sha256));
    }
    await placing;
  }
}

/** The request as a message, whose lists are its own. */
function plain({ columns, sort, filter, ...rest }: TablePageRequest): PageMessage["request"] {
  return {
    ...rest,
    ...(columns === undefined ? {} : { columns: [...columns] }),
    ...(sort === undefined ? {} : { sort: [...sort] }),
    ...(filter === undefined ? {} : { filter: [...filter] }),
  };
}

/** A file as the kernel names it, once it is known to be one that the cell has made. */
function checked(file: ProducedFile, folder: string): ProducedFile {
  ownFile(file.path, folder);
  return file;
}

/** Lays out in `folder` what an earlier attempt has left, and names it. */
async function placeCheckpoints(
  checkpoints: KeptCheckpoints | undefined,
  folder: string,
): Promise<string[]> {
  const names = [...checkpoints?.names() ?? []];
  if (names.length > 0) await Deno.mkdir(folder);
  for (const name of names) checkpoints?.place(name, join(folder, name));
  return names;
}

function problemIn(answer: Answer): Problem {
  return answer.type === "failed"
    ? answer.problem
    : kernelProblem.crashed(`an answer of type ${answer.type}`);
}

async function removeFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}
