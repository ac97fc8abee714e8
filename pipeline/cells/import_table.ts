import type pl from "nodejs-polars";
import { HealerError, type Notice } from "../problem.ts";
import { partOf } from "../run_context.ts";
import type { ColumnType } from "../table/column_type.ts";
import { type Conversion, convertToParquet } from "../table/convert_to_parquet.ts";
import type { Guess } from "../table/guess.ts";
import { misreadColumns } from "../table/misread_columns.ts";
import { openTable, type ReadOptions } from "../table/open_table.ts";
import { tableProblem } from "../table/problems.ts";
import type { RoleOverrides } from "../table/role.ts";
import { guessRoles, type TableRoles } from "../table/roles.ts";
import type { CellContext } from "./cell_kind.ts";
import { countText } from "./number_text.ts";
import type { Prepared, PreparedColumn } from "./prepared_value.ts";
import { keepParquet } from "./stored_table.ts";
import { misreadTypes } from "./report_table.ts";
import { type FileNames, renamed, underNames } from "./table_file.ts";

/** A file to be made a table, and what is known of it. */
export interface TableSourceFile {
  readonly path: string;
  /** What the user calls it. */
  readonly name: string;
  readonly sha256: string;
  readonly reading: ReadOptions;
  readonly roles: RoleOverrides;
}

/** A table at the start of a notebook. */
export interface ImportedTable {
  readonly prepared: Prepared;
  readonly conversion: Conversion;
  /** The first rows, all where there are at most 200,000: what roles and profile are found from. */
  readonly head: pl.DataFrame;
  readonly roles: TableRoles;
  /** Why each of the columns has its type. */
  readonly types: readonly Guess<ColumnType>[];
  /** What there is to say of it, by the names that the user knows. */
  readonly notices: readonly Notice[];
  /** What the user calls the files. */
  readonly names: FileNames;
}

const headRows = 200_000;

/**
 * Reads a CSV or Parquet file, keeps it as Parquet and gives its columns their roles.
 *
 * @throws {HealerError} where the file cannot be read or a named column is absent; when cancelled
 */
export async function importTable(
  source: TableSourceFile,
  context: CellContext,
): Promise<ImportedTable> {
  const { path, name, sha256 } = source;
  const target = context.scratchPath("parquet");
  const files = new Map([[path, name], [target, name]]);
  return await underNames(files, async () => {
    const { conversion, roles, head, misread } = await convert(
      source,
      source.reading,
      target,
      context,
    );
    const notices = [...conversion.notices, ...headNotices(conversion.rows), ...roles.notices]
      .map((notice) => renamed(notice, files));
    for (const notice of notices) context.notice(notice);
    const columns: PreparedColumn[] = conversion.columns.map((column) => ({
      ...column,
      role: roles.roles.get(column.name)?.role ?? "ignored",
    }));
    const table = await keepParquet(target, context);
    const { rows, badRowCount: quarantined } = conversion;
    return {
      prepared: {
        type: "prepared",
        source: { name, sha256 },
        table,
        rows,
        quarantined,
        columns,
        steps: [],
        split: null,
        preview: { file: table, rows, columns, trainingOnly: false },
      },
      conversion,
      head,
      roles,
      types: misreadTypes(conversion.types, conversion.columns, misread),
      notices,
      names: files,
    };
  });
}

interface ConvertedTable {
  readonly conversion: Conversion;
  readonly roles: TableRoles;
  readonly head: pl.DataFrame;
  /** The columns that had to be read once more, as text. */
  readonly misread: ReadonlySet<string>;
}

/** Converts the table; a label, id, group or time that only looks like numbers is read once more, as text. */
async function convert(
  source: TableSourceFile,
  reading: ReadOptions,
  target: string,
  context: CellContext,
  before: ReadonlySet<string> = new Set(),
): Promise<ConvertedTable> {
  const part = partOf(context, 0, 0.8);
  const conversion = await convertToParquet(
    source.path,
    target,
    reading,
    (fraction) => part.progress(fraction, { en: "reading", zh: "读取" }),
  );
  const head = await readHead(target, conversion);
  const roles = guessRoles(conversion.columns, head, source.roles);
  const again = misreadColumns(conversion.columns, roles.roles, conversion.badRows);
  if (again.length === 0) return { conversion, roles, head, misread: before };
  const types = new Map(reading.types);
  for (const name of again) types.set(name, "text");
  const misread = new Set([...before, ...again]);
  return await convert(source, { ...reading, types }, target, context, misread);
}

async function readHead(path: string, { columns }: Conversion): Promise<pl.DataFrame> {
  const types = new Map(columns.map(({ name, type }) => [name, type]));
  const table = await openTable(path, { types, badCells: "hole", batchRows: headRows });
  for await (const { frame } of table.batches()) return frame;
  throw new HealerError(tableProblem.noRows(path));
}

function headNotices(rows: number): Notice[] {
  if (rows <= headRows) return [];
  const count = countText(headRows);
  return [{
    code: "cells/first-rows-only",
    message: {
      en: `Roles, profile and figures come from the first ${count} of ${countText(rows)} rows.`,
      zh: `列的角色、概况和图形来自 ${countText(rows)} 行中的前 ${count} 行。`,
    },
  }];
}
