import type { CellKind } from "@/pipeline/cells/cell_kind.ts";
import { isReadyState } from "@/pipeline/kernel/cell_state.ts";
import type { Notebook } from "@/pipeline/kernel/notebook.ts";
import type { RunRequest } from "@/pipeline/kernel/run_plan.ts";
import { HealerError } from "@/pipeline/problem.ts";
import { cancelled } from "@/pipeline/run_context.ts";
import { type ExportSource, exportSource } from "@/web/export/export_source.ts";
import { HeadlessNotebook, showProgress, stopOnInterrupt } from "./headless_notebook.ts";
import { runProblem } from "./run_problems.ts";
import type { GivenFile } from "./run_settings.ts";
import type { Language, Terminal } from "./terminal.ts";

/** What of a notebook is run, and for what. */
export interface RunOrder {
  readonly notebook: Notebook;
  readonly kinds: ReadonlyMap<string, CellKind>;
  readonly files: readonly GivenFile[];
  /** The cells that run, besides what they read. */
  readonly cells: RunRequest;
  /** Of the texts in what is exported. */
  readonly language: Language;
  /** The cell that is exported, where only one is. */
  readonly cell?: string | undefined;
}

/** Runs cells of a notebook, tells their notices, and gives what came of them to `use` before all of it is gone. */
export async function withFinished<Result>(
  { notebook, kinds, files, cells, language, cell }: RunOrder,
  terminal: Terminal,
  use: (source: ExportSource) => Promise<Result>,
): Promise<Result> {
  await using open = await HeadlessNotebook.open(notebook, kinds, files);
  const { session, persistence } = open;
  if (cells.length > 0) {
    using bar = terminal.progress(0);
    showProgress(session, cells === "all" ? notebook.cells.length : cells.length, bar);
    using _interruption = stopOnInterrupt(session);
    await session.run(cells);
    await session.idle();
  }
  const source = exportSource(session, {
    notebook,
    kinds,
    language,
    cell,
    pathOf: ({ sha256 }) => persistence.blobPath(sha256),
    catalogueOf: () => [],
  });
  for (const { result } of source.cells) result?.notices.forEach(terminal.notice);
  return await use(source);
}

/**
 * Refuses a run in which one of `cells` came to no result.
 *
 * @throws {HealerError} `run/cells-failed`, `run/cancelled`
 */
export function refuseFailed(
  cells: readonly Pick<ExportSource["cells"][number], "id" | "state">[],
): void {
  const unfinished = cells.filter(({ state }) => !isReadyState(state));
  for (const { id, state } of unfinished) {
    if (state.state !== "failed") continue;
    const others = unfinished.filter((cell) => cell.id !== id).map((cell) => cell.id);
    throw new HealerError(runProblem.cellsFailed(id, state.problem, others));
  }
  if (unfinished.length > 0) throw cancelled();
}
