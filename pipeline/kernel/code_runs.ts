import { join } from "node:path";
import { codeProblem } from "../code/problems.ts";
import { HealerError } from "../problem.ts";
import { runCode } from "./code_process.ts";
import type { TaskHooks } from "./executor.ts";
import { GatheredLines } from "./gathered_lines.ts";
import type { CodeAnswer, FromKernel } from "./kernel_messages.ts";
import { firstLine } from "./kernel_problems.ts";
import type { KernelProcess } from "./kernel_process.ts";
import { ownFile } from "./own_file.ts";

type CodeRequest = Extract<FromKernel, { type: "code" }>;

/** The code that one cell has asked the server to run. What still runs ends with the cell. */
export class CodeRuns implements AsyncDisposable {
  private readonly stop = new AbortController();
  private readonly runs: Promise<void>[] = [];

  /**
   * @param folder The scratch folder of the cell.
   * @param memoryLimit Bytes of memory that code may hold, whatever the cell allows.
   */
  constructor(
    private readonly process: KernelProcess,
    private readonly folder: string,
    private readonly memoryLimit: number,
    private readonly hooks: Pick<TaskHooks, "signal" | "onEvent">,
  ) {}

  /** Runs it, and tells the kernel what came of it. */
  run({ id, call, work }: CodeRequest): void {
    const running = this.answer(call, work).then((answer) =>
      this.process.answerCode({ type: "code", id, call, answer })
    );
    this.runs.push(running);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.stop.abort();
    await Promise.all(this.runs);
  }

  private async answer(call: number, work: CodeRequest["work"]): Promise<CodeAnswer> {
    const { folder, hooks } = this;
    const folders = {
      empty: join(folder, `code-${call}`),
      table: join(folder, `code-${call}.bin`),
    };
    const signal = AbortSignal.any([hooks.signal, this.stop.signal]);
    const lines = new GatheredLines((text) =>
      hooks.onEvent({ type: "log", message: { en: text, zh: text } })
    );
    const log = (line: string): void => lines.add(line);
    try {
      await Deno.mkdir(folders.empty);
      const tables = ownFile(work.tables, folder);
      const memory = Math.min(work.memory, this.memoryLimit);
      return { outcome: await runCode({ ...work, tables, memory }, folders, log, signal) };
    } catch (error) {
      if (error instanceof HealerError) return { problem: error.problem };
      return { problem: codeProblem.notStarted(firstLine(error)) };
    } finally {
      lines.flush();
    }
  }
}
