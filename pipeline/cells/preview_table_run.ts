import pl from "nodejs-polars";
import { HealerError, type Notice } from "../problem.ts";
import { nameList } from "../name_list.ts";
import type { ColumnType, TableColumn } from "../table/column_type.ts";
import { FrameColumns } from "../table/frame_columns.ts";
import { misreadColumns } from "../table/misread_columns.ts";
import type { ReadOptions } from "../table/open_table.ts";
import { noRowsLeft } from "../table/read_table.ts";
import type { RoleOverrides } from "../table/role.ts";
import { guessRoles, type TableRoles } from "../table/roles.ts";
import type { CellContext, CellInputs, CellOutput } from "./cell_kind.ts";
import type { ImportParams } from "./import.ts";
import { readingOf, rolesOf } from "./import_options.ts";
import { keepBytes } from "./keep_bytes.ts";
import { cellProblem } from "./problems.ts";
import { readHead, type TableStart } from "./read_head.ts";
import { misreadTypes, reportTable } from "./report_table.ts";
import { underNames } from "./table_file.ts";
import type { TablePreview } from "./table_report.ts";
import { typesOf } from "./type_params.ts";

/** How many rows are shown. */
const shownRows = 50;

/** A cell is shown so far. */
const shownLength = 300;

/** See {@linkcode previewTable}. */
export async function runPreview(
  _inputs: CellInputs,
  params: ImportParams,
  context: CellContext,
): Promise<CellOutput> {
  const { file } = params;
  if (file === null) throw new HealerError(cellProblem.noFile());
  const path = context.pathOf(file.content);
  const names = new Map([[path, file.name]]);
  const preview = await underNames(names, async () => await previewOf(path, params, context));
  const bytes = new TextEncoder().encode(JSON.stringify(preview));
  await keepBytes(bytes, { extension: "json", media: "application/json" }, context);
  const summary = {
    en: `${preview.head.lines.length} rows`,
    zh: `${preview.head.lines.length} 行`,
  };
  return { summary, figures: [], tables: [], values: {} };
}

async function previewOf(
  path: string,
  params: ImportParams,
  context: CellContext,
): Promise<TablePreview> {
  const { head, roles, chosen, misread, absent } = await readAndGuess(path, params, context);
  const { source, badRows, badCells } = head;
  const frame = head.frame ?? emptyFrame(source.columns);
  const badCellsOf = new Map<string, number>();
  for (const { column } of badCells) badCellsOf.set(column, (badCellsOf.get(column) ?? 0) + 1);
  const report = reportTable(
    {
      ...source,
      types: misreadTypes(source.types, source.columns, misread),
      roles: roles.roles,
      frame,
      rows: frame.height,
      isWhole: head.isWhole,
      badRows,
      badRowCount: badRows.length,
      badCells,
      badCellCount: badCells.length,
      badCellsOf,
      notices: [
        ...source.notices,
        ...roles.notices,
        ...absentNotice(absent),
      ],
      ...(frame.height > 0 ? {} : { problem: noRowsLeft(path, badRows.length, badRows[0]) }),
    },
    chosen,
    new Map([[path, params.file?.name ?? ""]]),
  );
  return { report, head: headOf(frame, source.columns, head.lines) };
}

interface Guessed {
  readonly head: TableStart;
  readonly roles: TableRoles;
  /** The types that were asked for, of columns that are there. */
  readonly chosen: ReadonlyMap<string, ColumnType>;
  /** The columns that had to be read once more, as text. */
  readonly misread: ReadonlySet<string>;
  /** Columns that choices were made for, but which are not there. */
  readonly absent: readonly string[];
}

/** Reads as the import cell does, but passes over choices for columns that another delimiter has made vanish. */
async function readAndGuess(
  path: string,
  params: ImportParams,
  context: CellContext,
): Promise<Guessed> {
  const reading = readingOf(params);
  const asked = typesOf(params);
  let head = await readHead(path, reading, context);
  const present = new Set(head.source.columns.map(({ name }) => name));
  const chosen = new Map([...asked].filter(([name]) => present.has(name)));
  const { overrides, named } = presentRoles(rolesOf(params), present);
  const absent = new Set([...asked.keys(), ...named].filter((name) => !present.has(name)));
  const misread = new Set<string>();
  for (;;) {
    const { columns } = head.source;
    const roles = head.frame === undefined
      ? { roles: new Map(), notices: [] }
      : guessRoles(columns, head.frame, overrides);
    const again = misreadColumns(columns, roles.roles, head.badRows)
      .filter((name) => !misread.has(name));
    if (again.length === 0) return { head, roles, chosen, misread, absent: [...absent] };
    for (const name of again) misread.add(name);
    head = await readHead(path, withTexts(reading, misread), context);
  }
}

function emptyFrame(columns: readonly TableColumn[]): pl.DataFrame {
  return pl.DataFrame(
    columns.map(({ name, type }) =>
      pl.Series(name, [], type === "number" ? pl.Float64 : type === "boolean" ? pl.Bool : pl.Utf8)
    ),
  );
}

function withTexts(reading: ReadOptions, names: ReadonlySet<string>): ReadOptions {
  const types = new Map(reading.types);
  for (const name of names) types.set(name, "text");
  return { ...reading, types };
}

/** The roles of columns that are there, and the names of all columns that have been given one. */
function presentRoles(
  { label, id, group, time, features = [], ignore = [] }: RoleOverrides,
  present: ReadonlySet<string>,
): { overrides: RoleOverrides; named: string[] } {
  const single = Object.entries({ label, id, group, time })
    .flatMap(([role, name]) => name === undefined ? [] : [[role, name] as const]);
  return {
    overrides: {
      ...Object.fromEntries(single.filter(([, name]) => present.has(name))),
      features: features.filter((name) => present.has(name)),
      ignore: ignore.filter((name) => present.has(name)),
    },
    named: [...single.map(([, name]) => name), ...features, ...ignore],
  };
}

function absentNotice(names: readonly string[]): Notice[] {
  if (names.length === 0) return [];
  const list = nameList(names);
  return [{
    code: "cells/choices-without-column",
    message: {
      en: `Choices for columns that are not there as the file is read now wait: ${list.en}.`,
      zh: `按当前读取方式不存在的列，其设置暂不生效：${list.zh}。`,
    },
  }];
}

function headOf(
  frame: pl.DataFrame,
  columns: readonly TableColumn[],
  lines: readonly number[],
): TablePreview["head"] {
  const rows = frame.head(shownRows);
  const series = new FrameColumns(rows);
  const cells = columns.map(({ name }) =>
    rows.height === 0 ? [] : series.get(name).toArray().map(shownCell)
  );
  return {
    lines: lines.slice(0, rows.height),
    cells: Array.from({ length: rows.height }, (_, row) => cells.map((each) => each[row] ?? null)),
  };
}

function shownCell(value: unknown): string | number | boolean | null {
  switch (typeof value) {
    case "number":
      return Number.isFinite(value) ? value : null;
    case "boolean":
      return value;
    case "string":
      return value.length > shownLength ? `${value.slice(0, shownLength - 1)}…` : value;
    default:
      return value === null || value === undefined ? null : String(value);
  }
}
