import { join } from "node:path";
import type { CellResult } from "@/pipeline/cells/cell_kind.ts";
import { fileReferences } from "@/pipeline/cells/value.ts";
import { AtomicFile, writeAtomically } from "@/pipeline/atomic_file.ts";
import type { FolderPersistence } from "@/pipeline/kernel/folder_persistence.ts";
import type { Notebook } from "@/pipeline/kernel/notebook.ts";
import type { CellView, NotebookSession } from "@/pipeline/kernel/notebook_session.ts";
import type { PageRequest } from "@/pipeline/table/paging/table_page.ts";
import { tableCsv } from "@/web/workbench/table_csv.ts";
import { fileOfValue } from "@/web/workbench/value_file.ts";

/** What is written of a cell. */
export interface WrittenCell {
  readonly id: string;
  readonly kind: string;
  readonly state: CellView["state"];
  readonly result: CellResult | undefined;
  /** The names of its files in the folder. */
  readonly files: readonly string[];
}

/**
 * Writes what the cells of a finished notebook gave into `folder`: models as `<cell>.onnx`, diagnoses as
 * `<cell>.csv`, other tables as `<cell>.<table>.csv`, and everything that is no file in `results.json`. Rows on
 * their way from cell to cell are no results.
 *
 * @throws {HealerError} `file/not-writable`
 */
export async function writeResults(
  folder: string,
  notebook: Notebook,
  session: NotebookSession,
  persistence: FolderPersistence,
): Promise<WrittenCell[]> {
  const cells: WrittenCell[] = [];
  for (const { id, state, result } of session.view().cells) {
    const files = result === undefined ? [] : [
      ...await writeValues(folder, id, result.result, persistence),
      ...await writeTables(folder, id, result.result, session),
    ];
    const kind = notebook.cells.find((cell) => cell.id === id)?.kind ?? "";
    cells.push({ id, kind, state, result: result?.result, files });
  }
  const text = JSON.stringify({ notebook: notebook.title, cells }) + "\n";
  await writeAtomically(join(folder, "results.json"), new TextEncoder().encode(text));
  return cells;
}

async function writeValues(
  folder: string,
  cell: string,
  { values }: CellResult,
  persistence: FolderPersistence,
): Promise<string[]> {
  const written: string[] = [];
  for (const value of Object.values(values)) {
    const found = fileOfValue(value);
    if (found === undefined) continue;
    const name = `${cell}${found.ending}`;
    await using file = await AtomicFile.create(join(folder, name));
    const blob = await Deno.open(persistence.blobPath(found.file.sha256));
    for await (const chunk of blob.readable) await file.write(chunk);
    await file.commit();
    written.push(name);
  }
  return written;
}

async function writeTables(
  folder: string,
  cell: string,
  { tables, values }: CellResult,
  session: NotebookSession,
): Promise<string[]> {
  const given = Object.values(values);
  const passedOn = new Set(
    given.filter(({ type }) => type === "prepared").flatMap(fileReferences)
      .map(({ sha256 }) => sha256),
  );
  const isDiagnosis = given.some(({ type }) => type === "diagnosis");
  const written: string[] = [];
  for (const [index, table] of tables.entries()) {
    // A diagnosis was written as the value that it is.
    if (passedOn.has(table.file.sha256) || (isDiagnosis && table.name === "diagnoses")) continue;
    const name = `${cell}.${table.name.replace(/[^\w-]+/g, "_")}.csv`;
    await using file = await AtomicFile.create(join(folder, name));
    const encoder = new TextEncoder();
    for await (const text of tableCsv((page) => pageOf(session, cell, index, page))) {
      await file.write(encoder.encode(text));
    }
    await file.commit();
    written.push(name);
  }
  return written;
}

async function pageOf(
  session: NotebookSession,
  cell: string,
  table: number,
  page: PageRequest,
): ReturnType<Parameters<typeof tableCsv>[0]> {
  const found = await session.tablePage({ cell, table }, page);
  if (found === undefined) throw new TypeError(`The cell "${cell}" has lost its table ${table}.`);
  return found;
}
