/// <reference lib="deno.worker" />
import { HealerError, type Problem } from "../problem.ts";
import { cancelled } from "../run_context.ts";
import type { ColumnSummary, TablePage } from "../table/paging/table_page.ts";
import { TableReader } from "../table/paging/table_reader.ts";
import type { ToKernel } from "./kernel_messages.ts";
import { firstLine, kernelProblem } from "./kernel_problems.ts";
import { quietConsole } from "./quiet_console.ts";

/** A question about a file that lies at `path`. */
export type PageTask = Extract<ToKernel, { type: "page" | "summary" }> & { readonly path: string };

/** What this worker is told; the memory it may use comes first. */
export type PageMessage =
  | { readonly type: "start"; readonly tableMemory: number }
  | PageTask
  | Extract<ToKernel, { type: "cancel" }>;

/** What it says: messages of the kernel that come out of lists nobody may change. */
type PageAnswer =
  | { readonly type: "page"; readonly id: string; readonly page: TablePage }
  | { readonly type: "summary"; readonly id: string; readonly columns: readonly ColumnSummary[] }
  | { readonly type: "failed"; readonly id: string; readonly problem: Problem };

let reader = new TableReader(0);
const waiting = new Map<string, PageTask>();
const withdrawn = new Set<string>();
/** The ids of what is worked on. */
const serving = new Set<string>();
let isWorking = false;

self.onmessage = ({ data }: MessageEvent<PageMessage>): void => {
  if (data.type === "start") reader = new TableReader(data.tableMemory);
  else if (data.type === "cancel") withdraw(data.id);
  else {
    waiting.set(data.id, data);
    void work();
  }
};

/** Answers what waits, one after the other. */
async function work(): Promise<void> {
  if (isWorking) return;
  isWorking = true;
  for (let task = next("page", "summary"); task; task = next("page", "summary")) await serve(task);
  isWorking = false;
}

/** The oldest task that waits, pages first. */
function next(...types: readonly PageTask["type"][]): PageTask | undefined {
  const tasks = [...waiting.values()].filter(({ type }) => types.includes(type));
  const task = tasks.find(({ type }) => type === "page") ?? tasks[0];
  if (task !== undefined) waiting.delete(task.id);
  return task;
}

async function serve(task: PageTask): Promise<void> {
  serving.add(task.id);
  self.postMessage(await answer(task));
  serving.delete(task.id);
  withdrawn.delete(task.id);
}

function withdraw(id: string): void {
  if (waiting.delete(id)) self.postMessage(failed(id, cancelled().problem));
  else if (serving.has(id)) withdrawn.add(id);
}

async function answer(task: PageTask): Promise<PageAnswer> {
  const { id, path } = task;
  try {
    if (task.type === "summary") {
      const { columns } = task.request;
      const summaries = await reader.summary(path, columns, () => turn(task));
      return { type: "summary", id, columns: summaries };
    }
    const page = await reader.page(path, task.request, () => turn(task));
    return { type: "page", id, page };
  } catch (error) {
    if (error instanceof HealerError) return failed(id, error.problem);
    console.error(error);
    return failed(id, kernelProblem.unreadableTable(firstLine(error)));
  }
}

/** Hears what has come in. Who waits for rows comes before who waits for a summary. */
async function turn({ id, type }: PageTask): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 0));
  if (type === "summary") {
    for (let task = next("page"); task; task = next("page")) await serve(task);
  }
  if (withdrawn.has(id)) throw cancelled();
}

function failed(id: string, problem: Problem): PageAnswer {
  return { type: "failed", id, problem };
}

quietConsole();
