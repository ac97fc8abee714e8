import { join } from "node:path";
import { type FileNames, renamed, underNames } from "../pipeline/cells/table_file.ts";
import { HealerError } from "../pipeline/problem.ts";
import { type Conversion, convertToParquet } from "../pipeline/table/convert_to_parquet.ts";
import { misreadColumns } from "../pipeline/table/misread_columns.ts";
import { openTable, type ReadOptions } from "../pipeline/table/open_table.ts";
import type { RoleOverrides } from "../pipeline/table/role.ts";
import { guessRoles, type TableRoles } from "../pipeline/table/roles.ts";
import { examineFile } from "../pipeline/table/table_file.ts";
import { toJson } from "./columns.ts";
import type { Dataset } from "./datasets.ts";
import { storeError } from "./failure.ts";
import type { Workspace } from "./workspace.ts";
import { writeAll } from "./write_all.ts";

/** What the caller may say about a table; everything left out is guessed. */
export interface ImportOptions {
  readonly reading?: ReadOptions;
  readonly roles?: RoleOverrides;
  /** Is told how far the work is, in [0, 1]. */
  readonly onProgress?: (fraction: number) => void;
}

/** Roles are guessed from so many rows at most, the first ones. */
const rowsForRoles = 200_000;

/**
 * Imports a CSV or Parquet file as a dataset, in bounded memory; keeps the file as it came, too. Where this
 * fails, or an upload breaks off, nothing is left behind.
 *
 * @param name What the user calls the table; stands for the file in messages too.
 * @param source The path of a file, or its content as it comes in.
 * @throws {HealerError} `table/…` and `role/…` for what is wrong with the table; `store/disk-full`,
 *   `store/not-writable`
 */
export async function importDataset(
  workspace: Workspace,
  name: string,
  source: string | ReadableStream<Uint8Array>,
  { reading = {}, roles = {}, onProgress = () => {} }: ImportOptions = {},
): Promise<Dataset> {
  await using folder = await workspace.scratch.newFolder();
  const path = join(folder.path, "source");
  const target = join(folder.path, "table.parquet");
  const names: FileNames = typeof source === "string"
    ? new Map([[source, name], [path, name]])
    : new Map([[path, name]]);
  const { understood, conversion, guesses } = await underNames(names, async () => {
    await receive(typeof source === "string" ? await open(source) : source, path, workspace);
    const { reading: understood } = await openTable(path, reading);
    const converting = (): Promise<ConvertedTable> =>
      convert(path, target, reading, roles, onProgress);
    return { understood, ...await asStoreError(target, workspace, converting) };
  });
  const notices = [...conversion.notices, ...guesses.notices];
  const quarantine = quarantineOf(conversion, names);
  const { blobs } = workspace;
  const quarantined = quarantine && await blobs.put(quarantine);
  const table = await blobs.put({ move: target });
  const original = await blobs.put({ move: path });
  return workspace.datasets.add({
    name,
    ...table,
    sourceSha256: original.sha256,
    sourceBytes: original.bytes,
    rows: conversion.rows,
    columns: conversion.columns.flatMap(({ name, type }) => {
      const role = guesses.roles.get(name);
      return role === undefined ? [] : [{ name, type, ...role }];
    }),
    reading: understood,
    notices: notices.map((notice) => renamed(notice, names)),
    quarantinedRows: conversion.badRowCount,
    quarantinedCells: conversion.badCellCount,
    quarantineSha256: quarantined?.sha256 ?? null,
  });
}

interface ConvertedTable {
  readonly conversion: Conversion;
  readonly guesses: TableRoles;
}

/** Converts the table; a label, id, group or time that only looks like numbers is read once more, as text. */
async function convert(
  path: string,
  target: string,
  reading: ReadOptions,
  overrides: RoleOverrides,
  onProgress: (fraction: number) => void,
): Promise<ConvertedTable> {
  const conversion = await convertToParquet(path, target, reading, onProgress);
  const guesses = await rolesOf(target, conversion, overrides);
  const misread = misreadColumns(conversion.columns, guesses.roles, conversion.badRows);
  if (misread.length === 0) return { conversion, guesses };
  const types = new Map(reading.types);
  for (const name of misread) types.set(name, "text");
  return await convert(path, target, { ...reading, types }, overrides, onProgress);
}

async function rolesOf(
  parquet: string,
  { columns }: Conversion,
  overrides: RoleOverrides,
): Promise<TableRoles> {
  const types = new Map(columns.map(({ name, type }) => [name, type]));
  const table = await openTable(parquet, { types, badCells: "hole", batchRows: rowsForRoles });
  for await (const { frame } of table.batches()) return guessRoles(columns, frame, overrides);
  throw new TypeError("A converted table has rows.");
}

/** What was set aside, as the blob of a dataset; undefined where that is nothing. */
function quarantineOf(
  { badRows, badCells }: Conversion,
  names: FileNames,
): Uint8Array | undefined {
  if (badRows.length + badCells.length === 0) return undefined;
  const rows = badRows.map((row) => ({ ...row, reason: renamed(row.reason, names) }));
  const cells = badCells.map((cell) => ({ ...cell, reason: renamed(cell.reason, names) }));
  return new TextEncoder().encode(toJson({ rows, cells }));
}

async function open(path: string): Promise<ReadableStream<Uint8Array>> {
  const { realPath } = await examineFile(path);
  return (await Deno.open(realPath)).readable;
}

/** Writes what comes in to a file. */
async function receive(
  source: ReadableStream<Uint8Array>,
  path: string,
  { folder }: Workspace,
): Promise<void> {
  const attempt = async <Result>(work: Promise<Result>): Promise<Result> => {
    try {
      return await work;
    } catch (cause) {
      throw storeError(folder, cause);
    }
  };
  using file = await attempt(Deno.open(path, { write: true, createNew: true, mode: 0o600 }));
  for await (const chunk of source) await attempt(writeAll(file, chunk));
}

/** That a table cannot be written is a matter of the workspace, whose inner paths are nobody's business. */
async function asStoreError<Result>(
  target: string,
  { folder }: Workspace,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (cause) {
    const isOurs = cause instanceof HealerError && cause.problem.place.file === target;
    throw isOurs ? storeError(folder, cause.cause) : cause;
  }
}
