import type pl from "nodejs-polars";
import type { Notice, Problem } from "../problem.ts";
import type { ColumnType, TableColumn } from "../table/column_type.ts";
import { type Guess, guessed } from "../table/guess.ts";
import type { BadCell, BadRow, Reading } from "../table/open_table.ts";
import { type ColumnProfile, profileTable } from "../table/profile.ts";
import type { ColumnRole } from "../table/role.ts";
import { type FileNames, renamed } from "./table_file.ts";
import type { ReportColumn, SetAside, TableReport } from "./table_report.ts";

/** What a report is made from. */
export interface ReportedTable {
  readonly reading: Reading;
  readonly columns: readonly TableColumn[];
  /** Why each of the columns has its type. */
  readonly types: readonly Guess<ColumnType>[];
  readonly roles: ReadonlyMap<string, ColumnRole>;
  /** The first rows, in which the columns are looked at. */
  readonly frame: pl.DataFrame;
  readonly rows: number;
  readonly isWhole: boolean;
  readonly badRows: readonly BadRow[];
  readonly badRowCount: number;
  readonly badCells: readonly BadCell[];
  readonly badCellCount: number;
  readonly badCellsOf: ReadonlyMap<string, number>;
  readonly notices: readonly Notice[];
  readonly problem?: Problem;
}

/** How many of the most frequent values are told. */
const toldValues = 5;

/** A value is told so far. */
const toldLength = 100;

/**
 * What was read of a table and how.
 *
 * @param chosen The types that the user has chosen: any other was guessed.
 * @param names What the user calls the files that problems speak of.
 */
export function reportTable(
  table: ReportedTable,
  chosen: ReadonlyMap<string, ColumnType>,
  names: FileNames,
): TableReport {
  const { reading, columns, frame, badRows, badCells, notices, problem } = table;
  const profiles = profileTable(frame, columns);
  return {
    reading: { ...reading },
    isWhole: table.isWhole,
    rows: table.rows,
    profiledRows: frame.height,
    columns: columns.map(({ name, type }, index): ReportColumn => {
      const profile = profiles[index];
      const role = table.roles.get(name);
      return {
        name,
        type: chosen.has(name) ? given(type) : table.types[index] ?? given(type),
        role: {
          value: role?.role ?? "ignored",
          reason: role?.reason ?? { en: "", zh: "" },
          guessed: role?.guessed ?? true,
        },
        missing: profile?.missing ?? 0,
        distinct: profile?.distinct ?? 0,
        unreadable: table.badCellsOf.get(name) ?? 0,
        distribution: profile === undefined ? null : distributionOf(profile),
      };
    }),
    badRows: {
      count: table.badRowCount,
      listed: badRows.map((bad) => setAside(bad, columns[(bad.column ?? 0) - 1]?.name, names)),
    },
    badCells: {
      count: table.badCellCount,
      listed: badCells.map((bad) => setAside(bad, bad.column, names)),
    },
    notices: notices.map((notice) => ({ ...renamed(notice, names) })),
    problem: problem === undefined ? null : renamed(problem, names),
  };
}

/** The types of columns that were read once more, as text. */
export function misreadTypes(
  types: readonly Guess<ColumnType>[],
  columns: readonly TableColumn[],
  misread: ReadonlySet<string>,
): Guess<ColumnType>[] {
  return types.map((type, index) =>
    misread.has(columns[index]?.name ?? "")
      ? guessed(
        "text" as const,
        "its role takes any text, and not all of its cells are numbers",
        "其角色可为任意文本，且并非所有单元格都是数值",
      )
      : type
  );
}

function given(value: ColumnType): Guess<ColumnType> {
  return { value, reason: { en: "chosen by you", zh: "由您指定" }, guessed: false };
}

function distributionOf({ numbers, frequent }: ColumnProfile): ReportColumn["distribution"] {
  if (numbers !== undefined) {
    const { histogram: { counts }, min, max } = numbers;
    return { bins: [...counts], min, max };
  }
  if (frequent === undefined || frequent.length === 0) return null;
  const values = frequent.slice(0, toldValues);
  return { values: values.map(({ value, count }) => ({ value: shortened(value), count })) };
}

function shortened(value: string): string {
  return value.length > toldLength ? `${value.slice(0, toldLength - 1)}…` : value;
}

function setAside(
  { row, line, reason, raw }: Pick<BadRow, "row" | "line" | "reason" | "raw">,
  column: string | undefined,
  names: FileNames,
): SetAside {
  const { code, message } = renamed(reason, names);
  return { row, line, column: column ?? null, code, reason: message, raw };
}
