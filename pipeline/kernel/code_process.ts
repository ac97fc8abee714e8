import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { CodeOutcome, CodeWork } from "../code/code_work.ts";
import { type Frame, frameKind, FrameReader, tokenLength } from "../code/frames.ts";
import { codeLimits } from "../code/limits.ts";
import { codeProblem, problemOfFailure } from "../code/problems.ts";
import type { GuardOrders } from "../code/guard.ts";
import { type FromGuard, fromGuardSchema } from "../code/guard_messages.ts";
import { HealerError, type Problem } from "../problem.ts";
import { cancelled } from "../run_context.ts";
import { firstLine } from "./kernel_problems.ts";

/** After so many seconds beyond its own limit a process is killed that has not ended itself. */
const patience = 15;

/** So many bytes may a table take: its cells in eight bytes each, its texts, and the names of its columns. */
const longestTable = 8 * codeLimits.cells + codeLimits.textBytes + 2 ** 24;

/** So deep may a figure be nested, which none that can be drawn is: deeper ones break who copies them. */
const figureDepth = 32;

const guard = new URL("../code/guard.ts", import.meta.url);

/** The folders of a process that runs code. */
export interface CodeFolders {
  /** An empty folder, where the process stands. */
  readonly empty: string;
  /** Where the table goes that the code gives. */
  readonly table: string;
}

/**
 * Runs the code of a cell in a process of its own that may do nothing but compute: no permission, no
 * environment, no module from anywhere, no folder to keep anything in.
 *
 * @param log Takes what the code prints, while it runs.
 * @throws {HealerError} `code/…`, `run/cancelled`
 */
export async function runCode(
  work: CodeWork,
  folders: CodeFolders,
  log: (line: string) => void,
  signal: AbortSignal,
): Promise<CodeOutcome> {
  if (signal.aborted) throw cancelled();
  const process = new CodeProcess(work, folders, log);
  const stop = (): void => process.kill(cancelled().problem);
  signal.addEventListener("abort", stop, { once: true });
  try {
    return await process.outcome();
  } finally {
    signal.removeEventListener("abort", stop);
  }
}

class CodeProcess {
  private readonly child: Deno.ChildProcess;
  private readonly token = crypto.getRandomValues(new Uint8Array(tokenLength));
  private reason: Problem | undefined;
  private ranOutOfMemory = false;
  private answer: Exclude<FromGuard, { line: string }> | undefined;
  private lines = 0;
  private tableBytes = 0;

  constructor(
    private readonly work: CodeWork,
    private readonly folders: CodeFolders,
    private readonly log: (line: string) => void,
  ) {
    try {
      this.child = codeCommand(guard, work.memory, folders.empty).spawn();
    } catch (cause) {
      throw new HealerError(codeProblem.notStarted(firstLine(cause)), { cause });
    }
  }

  /** Ends the process at once, whatever it does. */
  kill(reason: Problem): void {
    if (this.reason !== undefined) return;
    this.reason = reason;
    try {
      this.child.kill("SIGKILL");
    } catch (error) {
      // It was gone before.
      if (!(error instanceof TypeError)) throw error;
    }
  }

  async outcome(): Promise<CodeOutcome> {
    const { work } = this;
    const timer = setTimeout(
      () => this.kill(codeProblem.time(work.seconds)),
      (work.seconds + patience) * 1000,
    );
    const input = this.child.stdin.getWriter();
    try {
      const reading = [this.readFrames(), this.readErrors()];
      // Where it does not take everything it has ended, and how it did says more.
      await this.give(input).catch(() => {});
      await Promise.all(reading);
      const { signal, code } = await this.child.status;
      return this.conclude(signal ?? `exit code ${code}`);
    } finally {
      clearTimeout(timer);
      this.kill(cancelled().problem);
      await this.child.status;
      // It may be gone, and its end of the pipe with it.
      await input.abort().catch(() => {});
    }
  }

  private conclude(how: string): CodeOutcome {
    const { answer, reason, work } = this;
    if (reason !== undefined) throw new HealerError(reason);
    if (answer === undefined) {
      throw new HealerError(
        this.ranOutOfMemory ? codeProblem.memory(work.memory) : codeProblem.crashed(how),
      );
    }
    if ("failed" in answer) throw new HealerError(problemOfFailure(answer.failed, work));
    if ((answer.bytes ?? 0) !== this.tableBytes) {
      throw new HealerError(codeProblem.crashed("its table is cut off"));
    }
    const deep = answer.figures.findIndex((figure) => !isShallow(figure, figureDepth));
    if (deep >= 0) throw new HealerError(codeProblem.badFigure(deep + 1, "it is nested too deep"));
    return {
      table: answer.bytes === null ? null : this.folders.table,
      figures: answer.figures,
      unkeptLines: answer.lines - this.lines,
    };
  }

  /** Hands over the code and its data; the stream stays open, for the process ends with it. */
  private async give(input: WritableStreamDefaultWriter<Uint8Array>): Promise<void> {
    const { source, seed, seconds, memory, tables } = this.work;
    using file = await Deno.open(tables);
    const { size: bytes } = await file.stat();
    const orders: GuardOrders = { source, seed, seconds, memory, bytes };
    const json = new TextEncoder().encode(JSON.stringify(orders));
    const length = new Uint8Array(4);
    new DataView(length.buffer).setUint32(0, json.length, true);
    for (const part of [this.token, length, json]) await input.write(part);
    for (;;) {
      // A part that is being written must not change.
      const part = new Uint8Array(2 ** 18);
      const read = await file.read(part);
      if (read === null) return;
      await input.write(part.subarray(0, read));
    }
  }

  private async readFrames(): Promise<void> {
    const reader = new FrameReader(this.token);
    let file: Deno.FsFile | undefined;
    try {
      for await (const bytes of this.child.stdout) {
        for (const frame of reader.push(bytes)) {
          if (frame.kind === frameKind.json) this.take(frame);
          else {
            file ??= await Deno.open(this.folders.table, { write: true, createNew: true });
            await this.keep(frame, file);
          }
        }
      }
      if (!reader.isBetweenFrames) throw new RangeError("its answer is cut off");
    } catch (error) {
      this.kill(codeProblem.crashed(firstLine(error)));
    } finally {
      file?.close();
    }
  }

  private take({ content }: Frame): void {
    const { data: message } = fromGuardSchema.safeParse(
      JSON.parse(new TextDecoder().decode(content)),
    );
    if (message === undefined) throw new RangeError("its answer is not valid");
    if (!("line" in message)) this.answer = message;
    else if (this.lines < codeLimits.keptLines) {
      this.lines++;
      this.log(message.line);
    }
  }

  private async keep({ content }: Frame, file: Deno.FsFile): Promise<void> {
    this.tableBytes += content.length;
    if (this.tableBytes > longestTable) throw new RangeError("its table is too large");
    for (let written = 0; written < content.length;) {
      written += await file.write(content.subarray(written));
    }
  }

  /** Listens only for what V8 prints before it gives up. */
  private async readErrors(): Promise<void> {
    let rest = "";
    for await (const text of this.child.stderr.pipeThrough(new TextDecoderStream())) {
      rest = (rest + text).slice(-4096);
      if (/out of memory/i.test(rest)) this.ranOutOfMemory = true;
    }
  }
}

/** Whether nothing in `value` stands deeper in arrays and objects than `depth`. */
function isShallow(value: unknown, depth: number): boolean {
  if (typeof value !== "object" || value === null) return true;
  return depth > 0 && Object.values(value).every((member) => isShallow(member, depth - 1));
}

/** A folder that cannot be made: nothing that Deno would keep there is kept. */
const noFolder = "/dev/null/none";

/**
 * Has the system kill a process with the one that started it: code can stop its own process by a signal, and what
 * is stopped does not hear that its input has ended.
 */
const withParent = { program: "/usr/bin/setpriv", args: ["--pdeathsig", "KILL"] };

/** The command that runs `script` in `folder` as code runs: without permissions, environment and modules. */
export function codeCommand(script: URL, memory: number, folder: string): Deno.Command {
  const isBound = existsSync(withParent.program);
  return new Deno.Command(isBound ? withParent.program : Deno.execPath(), {
    args: [
      ...isBound ? [...withParent.args, Deno.execPath()] : [],
      "run",
      "--quiet",
      "--no-prompt",
      "--no-remote",
      "--no-npm",
      "--no-config",
      "--no-lock",
      `--v8-flags=--max-old-space-size=${Math.ceil(memory / 2 ** 20)}`,
      fileURLToPath(script),
    ],
    cwd: folder,
    clearEnv: true,
    env: { DENO_DIR: noFolder, DENO_NO_UPDATE_CHECK: "1", NO_COLOR: "1" },
    stdin: "piped",
    stdout: "piped",
    stderr: "piped",
  });
}
