import { join } from "node:path";
import type { CellKind } from "@/pipeline/cells/cell_kind.ts";
import { FairQueue } from "@/pipeline/kernel/fair_queue.ts";
import { FolderPersistence } from "@/pipeline/kernel/folder_persistence.ts";
import type { Notebook } from "@/pipeline/kernel/notebook.ts";
import { NotebookKernel } from "@/pipeline/kernel/notebook_kernel.ts";
import { NotebookSession } from "@/pipeline/kernel/notebook_session.ts";
import type { GivenFile } from "./run_settings.ts";
import type { ProgressBar } from "./terminal.ts";

/** A notebook without a server: a kernel of its own, and a folder that is gone afterwards. */
export class HeadlessNotebook implements AsyncDisposable {
  private constructor(
    readonly session: NotebookSession,
    readonly persistence: FolderPersistence,
    private readonly scratch: string,
  ) {}

  /** Opens a notebook whose cells find `files`; nothing runs by itself. */
  static async open(
    notebook: Notebook,
    kinds: ReadonlyMap<string, CellKind>,
    files: readonly GivenFile[],
  ): Promise<HeadlessNotebook> {
    const scratch = await Deno.makeTempDir({ prefix: "systemhealer-run-" });
    try {
      const persistence = await FolderPersistence.open(join(scratch, "work"));
      for (const { sha256, path } of files) await persistence.addBlob(sha256, path);
      const executor = new NotebookKernel({
        folder: join(scratch, "kernel"),
        placeFile: (sha256, target) => persistence.placeFile(sha256, target),
      });
      const queue = new FairQueue();
      const options = { owner: "run", kinds, persistence, executor, queue, autoRun: () => false };
      const session = await NotebookSession.open(options, notebook, 1);
      return new HeadlessNotebook(session, persistence, scratch);
    } catch (error) {
      await Deno.remove(scratch, { recursive: true });
      throw error;
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.session.close();
    await Deno.remove(this.scratch, { recursive: true });
  }
}

/** Ctrl+C stops the cells, so that nothing temporary stays; pressed again it ends the program at once. */
export function stopOnInterrupt(session: NotebookSession): Disposable {
  let isFirst = true;
  const listener = (): void => {
    if (!isFirst) Deno.exit(130);
    isFirst = false;
    void session.cancelAll();
  };
  Deno.addSignalListener("SIGINT", listener);
  return { [Symbol.dispose]: () => Deno.removeSignalListener("SIGINT", listener) };
}

/** Draws how far a run is; every cell is the same part of the whole. Returns what ends that. */
export function showProgress(
  session: NotebookSession,
  cells: number,
  bar: ProgressBar,
): () => void {
  const done = new Map<string, number>();
  return session.subscribe((event) => {
    if (event.type === "finished") done.set(event.cell, 1);
    if (event.type === "progress") done.set(event.cell, event.fraction);
    const sum = [...done.values()].reduce((total, fraction) => total + fraction, 0);
    bar.progress(sum / Math.max(1, cells), event.type === "progress" ? event.message : undefined);
  });
}
