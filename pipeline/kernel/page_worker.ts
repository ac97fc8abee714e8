/// <reference lib="deno.worker" />
import { HealerError } from "../problem.ts";
import type { TablePageRequest } from "./executor.ts";
import type { FromKernel } from "./kernel_messages.ts";
import { firstLine, kernelProblem } from "./kernel_problems.ts";
import { quietConsole } from "./quiet_console.ts";
import { readTablePage } from "./table_page.ts";

/** What this worker is told. */
export interface PageTask {
  readonly id: string;
  readonly path: string;
  readonly request: TablePageRequest;
}

self.onmessage = async ({ data }: MessageEvent<PageTask>): Promise<void> => {
  self.postMessage(await answer(data));
};

async function answer({ id, path, request }: PageTask): Promise<FromKernel> {
  try {
    const { rows, columns, cells } = await readTablePage(path, request);
    return {
      type: "page",
      id,
      page: { rows, columns: [...columns], cells: cells.map((row) => [...row]) },
    };
  } catch (error) {
    if (error instanceof HealerError) return { type: "failed", id, problem: error.problem };
    console.error(error);
    return { type: "failed", id, problem: kernelProblem.unreadableTable(firstLine(error)) };
  }
}

quietConsole();
