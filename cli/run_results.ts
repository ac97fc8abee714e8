import { join } from "node:path";
import { AtomicFile, writeAtomically } from "@/pipeline/atomic_file.ts";
import type { CellResult } from "@/pipeline/cells/cell_kind.ts";
import type { CellState } from "@/pipeline/kernel/cell_state.ts";
import { HealerError, type Notice } from "@/pipeline/problem.ts";
import { allFiles, type TakenFile } from "@/web/export/all_files.ts";
import type { ExportSource } from "@/web/export/export_source.ts";

/** What is written of a cell. */
export interface WrittenCell {
  readonly id: string;
  readonly kind: string;
  readonly state: CellState;
  readonly result: CellResult | undefined;
  /** The names of its files in the folder. */
  readonly files: readonly string[];
}

/** What was written of a notebook. */
export interface WrittenResults {
  readonly cells: readonly WrittenCell[];
  /** The names of the files of the notebook as a whole. */
  readonly files: readonly string[];
  /** Why the notebook could not be put into some form. */
  readonly leftOut: readonly Notice[];
}

/**
 * Writes all that a finished notebook gives into `folder`: the files that the page offers, and everything that is
 * no file in `results.json`.
 *
 * @throws {HealerError} `file/not-writable`
 */
export async function writeResults(folder: string, source: ExportSource): Promise<WrittenResults> {
  const names = new Map<string | undefined, string[]>();
  const leftOut: Notice[] = [];
  for (const file of allFiles(source)) {
    const refusal = await writeFile(folder, file);
    if (refusal !== undefined) leftOut.push(refusal);
    else names.set(file.cell, [...names.get(file.cell) ?? [], file.name]);
  }
  const cells = source.cells.map(({ id, kind, state, result }): WrittenCell => {
    return { id, kind, state, result, files: names.get(id) ?? [] };
  });
  const text = JSON.stringify({ notebook: source.notebook.title, cells }) + "\n";
  await writeAtomically(join(folder, resultsName), new TextEncoder().encode(text));
  return { cells, files: [...names.get(undefined) ?? [], resultsName], leftOut };
}

const resultsName = "results.json";

/** Writes a file and returns undefined, or why there is no such file. */
async function writeFile(folder: string, file: TakenFile): Promise<Notice | undefined> {
  await using target = await AtomicFile.create(join(folder, file.name));
  try {
    await file.write(async (piece) => await target.write(piece));
  } catch (error) {
    if (!file.isOptional || !(error instanceof HealerError)) throw error;
    const { code, message, place } = error.problem;
    return { code, message, place: { ...place, file: file.name } };
  }
  await target.commit();
  return undefined;
}
