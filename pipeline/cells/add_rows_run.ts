import pl from "nodejs-polars";
import { textCells } from "../diagnosis/diagnose_rows.ts";
import { unknownGroupColumn } from "../diagnosis/findings.ts";
import { FrameColumns } from "../table/frame_columns.ts";
import { numbersOf } from "../table/frame_to_matrix.ts";
import { readTable } from "../table/read_table.ts";
import type { AddRowsParams } from "./add_rows.ts";
import type { CellContext, CellInputs, CellOutput } from "./cell_kind.ts";
import type { PreparedColumn } from "./prepared_value.ts";
import { keepFrame, readStored } from "./stored_table.ts";
import type { FileReference } from "./value.ts";

/** See {@linkcode addRows}. */
export async function runAddRows(
  _inputs: CellInputs,
  params: AddRowsParams,
  context: CellContext,
): Promise<CellOutput> {
  const { base, features, source, label } = params;
  const chosen = await chosenRows(params, context);
  const before = await readStored(base.file, base.columns, context);
  const read = new FrameColumns(await readPlain(features, context));
  const groupOf = groupsOf(params);
  const fill = { label: () => label, id: (row: number) => `${source}:${row}`, group: groupOf };
  const known = new FrameColumns(before);
  const old = base.columns.map((column) => oldCells(column, before, known));
  const added = base.columns.map((column, index) => {
    if (isWritten(column.role)) return pl.Series("", chosen.map(fill[column.role]), pl.Utf8);
    const values = column.role === "feature" ? numbersOf(read.get(column.name)) : undefined;
    return newCells(column, chosen.map((row) => values?.[row - 1] ?? NaN), old[index]);
  });
  const frame = chosen.length === 0 ? named(old) : named(old).vstack(named(added));
  frame.columns = base.columns.map(({ name }) => name);
  const columns = base.columns.map(({ name, type, role }) => ({
    name,
    type: isWritten(role) ? "text" : type,
  }));
  return {
    summary: { en: `${chosen.length} rows added`, zh: `加入 ${chosen.length} 行` },
    figures: [],
    tables: [{
      name: "rows",
      title: { en: "Rows", zh: "数据行" },
      file: await keepFrame(frame, context),
      rows: frame.height,
      columns,
    }],
    values: {},
  };
}

/** The roles of which every new row has a cell of its own. */
const writtenRoles = ["label", "id", "group"] as const;

function isWritten(role: PreparedColumn["role"]): role is typeof writtenRoles[number] {
  return writtenRoles.some((each) => each === role);
}

/** A column as it was; what gets texts is a column of texts from now on. */
function oldCells(
  { name, type, role }: PreparedColumn,
  before: pl.DataFrame,
  known: FrameColumns,
): pl.Series {
  if (isWritten(role)) return pl.Series("", textCells(before, name), pl.Utf8);
  return type === "number" ? known.get(name).cast(pl.Float64) : known.get(name);
}

/** What new rows have in a column that is not written; nothing where nobody can know. */
function newCells(
  { type }: PreparedColumn,
  values: readonly number[],
  old: pl.Series | undefined,
): pl.Series {
  const present = values.map((value) => Number.isNaN(value) ? null : value);
  if (type === "number") return pl.Series("", present, pl.Float64);
  if (type === "boolean") {
    return pl.Series("", present.map((value) => value === null ? null : value !== 0), pl.Bool);
  }
  const nothing = pl.Series("", values.map(() => null), pl.Utf8);
  return old === undefined ? nothing : nothing.cast(old.dtype);
}

/** Series as a frame, by names that cannot collide. */
function named(series: readonly pl.Series[]): pl.DataFrame {
  return pl.DataFrame(series.map((each, index) => each.alias(`c${index}`)));
}

/** The numbers of the rows that are added, ascending. */
async function chosenRows(
  { result, group, rows }: AddRowsParams,
  context: CellContext,
): Promise<readonly number[]> {
  const frame = await readPlain(result, context);
  if (!frame.columns.includes(unknownGroupColumn)) return [];
  const wanted = rows === null ? undefined : new Set(rows);
  return textCells(frame, unknownGroupColumn).flatMap((cell, index) =>
    cell !== null && Number(cell) === group && wanted?.has(index + 1) !== false ? [index + 1] : []
  );
}

/** What keeps new rows together in cross-validation: the incident of each, else all are one group. */
function groupsOf({ source, group, incidents }: AddRowsParams): (row: number) => string {
  return (row) => {
    const own = incidents.find(({ firstRow, rows }) => row >= firstRow && row < firstRow + rows);
    return `${source}:${own?.group ?? `unknown-${group}`}`;
  };
}

async function readPlain(file: FileReference, context: CellContext): Promise<pl.DataFrame> {
  const { frame } = await readTable(context.pathOf(file), { badCells: "hole" });
  return frame;
}
