import { join } from "node:path";
import type { CellTask, TaskEvent, TaskOutcome } from "@/pipeline/kernel/executor.ts";
import { NotebookKernel, type NotebookKernelOptions } from "@/pipeline/kernel/notebook_kernel.ts";
import { cellKinds } from "./test_cells.ts";

/** A kernel over the test cells in a folder of its own, and what it printed. */
export interface OpenKernel extends AsyncDisposable {
  readonly kernel: NotebookKernel;
  readonly folder: string;
  readonly printed: string[];
  /** Executes a cell and keeps what is heard of it. */
  execute(
    kind: string,
    params?: unknown,
    more?: Partial<CellTask> & { signal?: AbortSignal; onEvent?: (event: TaskEvent) => void },
  ): Promise<TaskOutcome>;
}

export const testRegistry = new URL("./test_cells.ts", import.meta.url);

export async function openKernel(
  options: Partial<NotebookKernelOptions> = {},
  parent?: string,
): Promise<OpenKernel> {
  const folder = await Deno.makeTempDir({
    prefix: "kernel-",
    ...parent === undefined ? {} : { dir: parent },
  });
  const printed: string[] = [];
  const kernel = new NotebookKernel({
    folder: join(folder, "kernel"),
    placeFile: (sha256, target) => Deno.link(join(folder, sha256), target),
    registry: testRegistry,
    log: (line) => printed.push(line),
    ...options,
  });
  return {
    kernel,
    folder,
    printed,
    execute: (kind, params = {}, more = {}) => {
      const { signal = new AbortController().signal, onEvent = () => {}, ...task } = more;
      return kernel.execute({
        cell: kind,
        kind,
        version: 1,
        params: cellKinds.find((known) => known.kind === kind)?.params.parse(params),
        inputs: {},
        seed: 0,
        files: [],
        ...task,
      }, { signal, onEvent });
    },
    [Symbol.asyncDispose]: async () => {
      await kernel.close();
      await Deno.remove(folder, { recursive: true });
    },
  };
}
