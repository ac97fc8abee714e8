/// <reference lib="deno.worker" />
import { z } from "zod";
import { type CellKind, type CellResult, cellResultSchema } from "../cells/cell_kind.ts";
import { fileReferences } from "../cells/value.ts";
import { HealerError, type Problem } from "../problem.ts";
import { Random } from "../random.ts";
import { type CellFolders, WorkerCellContext } from "./cell_context.ts";
import { WorkerCheckpoint } from "./worker_checkpoint.ts";
import type { CellTask } from "./executor.ts";
import type { FromKernel, ToKernel } from "./kernel_messages.ts";
import { firstLine, kernelProblem } from "./kernel_problems.ts";
import { longestMessage } from "./message_lines.ts";
import { atCell, problemOf } from "./problem_schema.ts";
import { quietConsole } from "./quiet_console.ts";

/** What a worker is told first. */
export interface WorkerStart {
  readonly type: "start";
  /** The URL of the module that exports `cellKinds`. */
  readonly registry: string;
  /** How many threads a cell's own work may use. */
  readonly threads: number;
}

/** What a worker is told then, one task at a time. */
export interface WorkerTask {
  readonly type: "run";
  readonly id: string;
  readonly task: CellTask;
  /** The names of those an earlier attempt has left. */
  readonly checkpoints: readonly string[];
  readonly folders: CellFolders;
  /** One Int32 that becomes 1 once the cell shall stop. */
  readonly isCancelled: SharedArrayBuffer;
}

/** The answer to a task that wanted code to be run. */
export type WorkerCodeAnswer = Extract<ToKernel, { type: "code" }>;

/** What a worker says: JSON for the server, and whether the task has ended with it. */
export interface WorkerMessage {
  readonly json: string;
  readonly isLast: boolean;
}

/** In characters, of which each may become six on the way. */
const longestResult = longestMessage / 6;

let threads = 1;
let kinds: Promise<ReadonlyMap<string, CellKind>> | undefined;
let running: WorkerCellContext | undefined;

self.onmessage = ({ data }: MessageEvent<WorkerStart | WorkerTask | WorkerCodeAnswer>): void => {
  if (data.type === "run") return void run(data);
  if (data.type === "code") return running?.takeCodeAnswer(data);
  threads = data.threads;
  kinds = loadKinds(data.registry);
  // The first task hears of the failure.
  kinds.catch(() => {});
};

async function loadKinds(registry: string): Promise<ReadonlyMap<string, CellKind>> {
  const { cellKinds }: { cellKinds: readonly CellKind[] } = await import(registry);
  return new Map(cellKinds.map((kind) => [kind.kind, kind]));
}

async function run({ id, task, checkpoints, folders, isCancelled }: WorkerTask): Promise<void> {
  const flag = new Int32Array(isCancelled);
  const checkpoint = new WorkerCheckpoint(id, folders, checkpoints, tell);
  const context = new WorkerCellContext({ id, task, folders, threads, checkpoint }, flag, tell);
  running = context;
  // For packages that know no seed.
  const random = new Random(task.seed);
  Math.random = () => random.next();
  try {
    const kind = (await kinds)?.get(task.kind);
    if (kind?.version !== task.version) {
      throw new HealerError(kernelProblem.unknownKind(task.cell, task.kind));
    }
    const given = await kind.run(task.inputs, task.params, context);
    const result = checkedResult({ ...given, notices: context.notices }, kind, task, context);
    context.tellMetrics();
    finish({ type: "done", id, result, files: context.files }, task);
  } catch (error) {
    context.tellMetrics();
    finish(
      { type: "failed", id, problem: problemOf(error, task.cell) ?? defect(task, error) },
      task,
    );
  }
}

function checkedResult(
  given: CellResult,
  kind: CellKind,
  task: CellTask,
  context: WorkerCellContext,
): CellResult {
  const parsed = cellResultSchema.safeParse(given);
  if (!parsed.success) throw badResult(task, z.prettifyError(parsed.error));
  const result = parsed.data;
  for (const [port, type] of Object.entries(kind.gives)) {
    if (result.values[port]?.type !== type) {
      throw badResult(task, `the value "${port}" is not of type ${type}`);
    }
  }
  const known = new Set([...task.files, ...context.files].map(({ sha256 }) => sha256));
  const unknown = fileReferences([result.values, result.tables]).some(({ sha256 }) =>
    !known.has(sha256)
  );
  if (unknown) throw badResult(task, "it names a file that was not kept");
  return result;
}

function badResult(task: CellTask, what: string): HealerError {
  return new HealerError(kernelProblem.badResult(task.cell, what.replaceAll(/\s+/g, " ")));
}

function defect(task: CellTask, error: unknown): Problem {
  console.error(error);
  return atCell(kernelProblem.cellFailed(task.cell, error), task.cell);
}

/** Tells how the task ended, whatever it gave: what JSON cannot say is a bad result. */
function finish(message: Extract<FromKernel, { type: "done" | "failed" }>, task: CellTask): void {
  let json: string;
  try {
    json = JSON.stringify(message);
    if (json.length > longestResult) throw new RangeError("it is larger than 5 MB");
  } catch (error) {
    const { problem } = badResult(task, firstLine(error));
    json = JSON.stringify({ type: "failed", id: message.id, problem });
  }
  post({ json, isLast: true });
}

function tell(message: FromKernel): void {
  post({ json: JSON.stringify(message), isLast: false });
}

function post(message: WorkerMessage): void {
  self.postMessage(message);
}

/** A worker that left by itself would never answer. */
function stay(): never {
  throw new TypeError("A cell cannot end the process it runs in.");
}

quietConsole();
Object.assign(Deno, { exit: stay });
Object.assign(self, { close: stay });
