import type { CellKind } from "@/pipeline/cells/cell_kind.ts";
import type { Notebook } from "@/pipeline/kernel/notebook.ts";
import { HealerError, inFile, type Text } from "@/pipeline/problem.ts";
import { readOpening } from "@/web/opening/read_opening.ts";
import { runProblem } from "./run_problems.ts";
import { type GivenFile, withFiles, withParams } from "./run_settings.ts";
import { userPath } from "./terminal.ts";

/** What the user says of a notebook beside its file. */
export interface NotebookSettings {
  /** `CELL=FILE` each. */
  readonly data: readonly string[];
  /** `CELL.PARAM=VALUE` each. */
  readonly set: readonly string[];
}

/**
 * Reads a notebook from its file, or from a Jupyter notebook that was made of one, with the files and params that
 * the user names.
 *
 * @throws {HealerError} `run/no-notebook`, `run/bad-setting`; `opening/…`, `notebook/…` where the file is none
 */
export async function readNotebook(
  path: string,
  { data, set }: NotebookSettings,
  kinds: ReadonlyMap<string, CellKind>,
): Promise<{ notebook: Notebook; files: GivenFile[] }> {
  const bytes = await readBytes(path);
  const read = await inFile(path, () => Promise.resolve(notebookIn(path, bytes, kinds)));
  const { notebook, files } = await withFiles(read, data, kinds, userPath);
  return { notebook: withParams(notebook, set, kinds), files };
}

function notebookIn(
  path: string,
  bytes: Uint8Array,
  kinds: ReadonlyMap<string, CellKind>,
): Notebook {
  // Of a Jupyter notebook nothing runs but what it carries of the workbench.
  const reading = /\.ipynb$/i.test(path) ? "own" : undefined;
  const read = readOpening({ name: path, bytes }, { kinds, language: "en", reading });
  if (read.kind === "pipeline") throw new HealerError(runProblem.isPipeline(path));
  return read.parsed.notebook;
}

async function readBytes(path: string): Promise<Uint8Array> {
  try {
    return await Deno.readFile(userPath(path));
  } catch (cause) {
    throw new HealerError(runProblem.noNotebook(path, stateOf(cause)), { cause });
  }
}

function stateOf(cause: unknown): Text {
  if (cause instanceof Deno.errors.NotFound) {
    return { en: "there is no such file", zh: "文件不存在" };
  }
  const detail = cause instanceof Error ? cause.message : String(cause);
  return { en: detail, zh: detail };
}
