import type { Problem } from "../problem.ts";
import { HealerError } from "../problem.ts";
import { kernelCommand, type KernelFolders } from "./kernel_command.ts";
import { type FromKernel, fromKernelSchema, type ToKernel } from "./kernel_messages.ts";
import { firstLine, kernelProblem } from "./kernel_problems.ts";
import { MessageReader } from "./message_lines.ts";

/** How often signs of life are looked for, in milliseconds. */
const watchInterval = 500;

/** So many bytes of tables are kept at most to answer requests for rows; an eighth of the limit where that is less. */
const mostTableMemory = 256 * 2 ** 20;

/** So many bytes have the files of models that stay open at most; open, they take several times as much. */
const mostModelBytes = 128 * 2 ** 20;

export interface KernelProcessOptions {
  readonly folders: KernelFolders;
  /** The URL of the module that exports `cellKinds`. */
  readonly registry: URL;
  /** Threads of native libraries. */
  readonly nativeThreads: number;
  /** Threads that a cell's own work may use. */
  readonly threads: number;
  /** Bytes of resident memory above which it is killed. */
  readonly memoryLimit: number;
  /** After so many seconds without a sign of life it is killed. */
  readonly silenceLimit: number;
  /** Takes what the kernel and its libraries print, line by line. */
  readonly log: (line: string) => void;
}

/** The last message about a piece of work. */
export type Answer = Extract<
  FromKernel,
  { type: "done" | "page" | "summary" | "answer" | "features" | "failed" }
>;

/** A message that is answered. */
export type Request = Extract<
  ToKernel,
  { type: "run" | "page" | "summary" | "ask" | "features" }
>;

/** What is heard before that. */
export type Interim = Extract<
  FromKernel,
  { type: "progress" | "metrics" | "log" | "partial" | "checkpoint" | "code" }
>;

/** The process ended before it had answered. */
export class KernelEnded extends Error {
  override readonly name = "KernelEnded";

  /** @param wasAlone Whether no other cell ran in it, which might be the one to blame. */
  constructor(readonly problem: Problem, readonly wasAlone: boolean) {
    super(problem.message.en);
  }
}

interface Work {
  readonly type: Request["type"];
  readonly onInterim: (message: Interim) => void;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: KernelEnded) => void;
}

/**
 * One operating-system process that runs cells. It ends by itself when its standard input closes, so that it
 * never outlives the server.
 */
export class KernelProcess {
  /** Resolves with the reason once the process is gone. */
  readonly exited: Promise<Problem>;
  private readonly child: Deno.ChildProcess;
  private readonly input: WritableStreamDefaultWriter<Uint8Array>;
  private readonly works = new Map<string, Work>();
  private readonly ready = Promise.withResolvers<void>();
  private isReady = false;
  /** How it ended, for those who know the cause. */
  private ending = "no sign of life";
  private reason: Problem | undefined;
  private ranOutOfMemory = false;
  private silentFor = 0;

  private constructor(private readonly options: KernelProcessOptions) {
    const { inputs, scratch } = options.folders;
    const token = crypto.randomUUID();
    const { threads, nativeThreads, memoryLimit } = options;
    const tableMemory = Math.floor(Math.min(mostTableMemory, memoryLimit / 8));
    const registry = options.registry.href;
    const modelBytes = Math.floor(Math.min(mostModelBytes, memoryLimit / 32));
    const setup = { registry, inputs, scratch, threads, tableMemory, modelBytes, token };
    this.child = spawn(kernelCommand(options.folders, setup, nativeThreads));
    this.input = this.child.stdin.getWriter();
    this.exited = this.watch(new MessageReader(token, options.log));
  }

  /**
   * Starts a kernel and waits until it takes work.
   *
   * @throws {HealerError} `kernel/not-started`
   */
  static async start(options: KernelProcessOptions): Promise<KernelProcess> {
    const kernel = new KernelProcess(options);
    const problem = await Promise.race([kernel.ready.promise, kernel.exited]);
    if (problem !== undefined) throw new HealerError(kernelProblem.notStarted(kernel.ending));
    return kernel;
  }

  /** Whether it takes no more work. */
  get hasEnded(): boolean {
    return this.reason !== undefined;
  }

  get pid(): number {
    return this.child.pid;
  }

  /**
   * Hands over a piece of work and waits for the answer.
   *
   * @throws {KernelEnded}
   */
  async request(
    message: Request,
    onInterim: (message: Interim) => void = () => {},
  ): Promise<Answer> {
    const { promise, resolve, reject } = Promise.withResolvers<Answer>();
    if (this.reason !== undefined) throw new KernelEnded(this.reason, false);
    this.works.set(message.id, { type: message.type, onInterim, resolve, reject });
    this.send(message);
    return await promise;
  }

  /** Asks a piece of work to stop: a cell at its next sign of progress. */
  cancel(id: string): void {
    if (this.works.has(id)) this.send({ type: "cancel", id });
  }

  /** Answers a piece of work that has asked for code to be run. */
  answerCode(message: Extract<ToKernel, { type: "code" }>): void {
    if (this.works.has(message.id)) this.send(message);
  }

  /** Ends the process at once, whatever it does. */
  kill(reason: Problem): void {
    if (this.reason !== undefined) return;
    this.reason = reason;
    this.child.kill("SIGKILL");
  }

  private send(message: ToKernel): void {
    const line = new TextEncoder().encode(JSON.stringify(message) + "\n");
    // A pipe that breaks means that the process ends, which `exited` tells.
    this.input.write(line).catch(() => {});
  }

  private async watch(reader: MessageReader): Promise<Problem> {
    const timer = setInterval(() => this.look(), watchInterval);
    const [status] = await Promise.all([
      this.child.status,
      this.readMessages(reader),
      this.readLog(),
    ]);
    clearInterval(timer);
    // Closing a pipe whose other end is gone fails, and says nothing new.
    await this.input.abort().catch(() => {});
    const reason = this.reason ?? this.reasonOf(status);
    this.reason = reason;
    const wasAlone = [...this.works.values()].filter(({ type }) => type === "run").length === 1;
    for (const { reject } of this.works.values()) reject(new KernelEnded(reason, wasAlone));
    this.works.clear();
    return reason;
  }

  private reasonOf({ code, signal }: Deno.CommandStatus): Problem {
    this.ending = signal ?? `exit code ${code}`;
    return this.ranOutOfMemory ? kernelProblem.memory() : kernelProblem.crashed(this.ending);
  }

  private look(): void {
    const isAtRest = this.isReady && this.works.size === 0;
    if (isAtRest || this.hasEnded) return;
    // Ticks, not the clock: while the server itself stood still, it could not hear anything.
    this.silentFor += watchInterval / 1000;
    const { silenceLimit } = this.options;
    if (this.silentFor > silenceLimit) this.kill(kernelProblem.silent(silenceLimit));
  }

  private async readMessages(reader: MessageReader): Promise<void> {
    try {
      for await (const bytes of this.child.stdout) {
        this.silentFor = 0;
        for (const json of reader.push(bytes)) this.take(json);
      }
    } catch (error) {
      this.kill(kernelProblem.crashed(firstLine(error)));
    }
  }

  private take(json: string): void {
    const message = fromKernelSchema.parse(JSON.parse(json));
    if (message.type === "ready") {
      this.isReady = true;
      this.ready.resolve();
    }
    if (message.type === "alive" && message.resident > this.options.memoryLimit) {
      this.kill(kernelProblem.memory(this.options.memoryLimit));
    }
    if (message.type === "ready" || message.type === "alive") return;
    const work = this.works.get(message.id);
    switch (message.type) {
      case "done":
      case "page":
      case "summary":
      case "answer":
      case "features":
      case "failed":
        this.works.delete(message.id);
        work?.resolve(message);
        break;
      default:
        work?.onInterim(message);
    }
  }

  private async readLog(): Promise<void> {
    let rest = "";
    for await (const text of this.child.stderr.pipeThrough(new TextDecoderStream())) {
      const lines = (rest + text).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) {
        // What V8 prints before it gives up.
        if (line.includes("JavaScript out of memory")) this.ranOutOfMemory = true;
        this.options.log(line);
      }
    }
    if (rest !== "") this.options.log(rest);
  }
}

function spawn(command: Deno.Command): Deno.ChildProcess {
  try {
    return command.spawn();
  } catch (cause) {
    throw new HealerError(kernelProblem.notStarted(firstLine(cause)), { cause });
  }
}
