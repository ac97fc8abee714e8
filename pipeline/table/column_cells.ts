import pl from "nodejs-polars";
import type { Place, Problem } from "../problem.ts";
import { isInfinite, isTime, parseBoolean, parseNumber } from "./cell.ts";
import type { MissingWords } from "./column_guess.ts";
import type { TableColumn } from "./column_type.ts";
import { rowProblem } from "./row_problems.ts";

/** Why a cell does not fit its column. */
export type CellFlaw = (place: Place, column: string, cell: string) => Problem;

/** The cells of one column, read from text one after the other. */
export interface ColumnCells {
  /** Stores a cell; null = missing. What it returns does not fit and was stored as missing. */
  read(row: number, cell: string | null): CellFlaw | undefined;
  /** The first `rows` cells, null = missing. */
  series(name: string, rows: number): pl.Series;
}

/** How cells are read. */
export interface CellFormat {
  readonly decimal: "." | ",";
  readonly missing: MissingWords;
  /** Words for missing numbers that were met are added here. */
  readonly seenWords: Set<string>;
  /** Columns whose cells are missing where they do not fit. */
  readonly holes: ReadonlySet<string>;
}

/** Room for the cells of a column. */
export function columnCells(
  { name, type }: TableColumn,
  capacity: number,
  format: CellFormat,
): ColumnCells {
  if (type === "number") return new NumberCells(capacity, format);
  if (type === "boolean") return new BooleanCells(format.missing.numbers);
  return new TextCells(format.missing.texts, isStrictTime({ name, type }, format));
}

/**
 * Whether every cell of the column has to be a time. Of one that was only guessed to hold times the others stay
 * as they are.
 */
export function isStrictTime({ name, type }: TableColumn, { holes }: CellFormat): boolean {
  return type === "time" && holes.has(name);
}

class NumberCells implements ColumnCells {
  private readonly values: Float64Array;

  constructor(capacity: number, private readonly format: CellFormat) {
    this.values = new Float64Array(capacity);
  }

  read(row: number, cell: string | null): CellFlaw | undefined {
    const { decimal, missing, seenWords } = this.format;
    const bare = cell?.trim() ?? "";
    const value = parseNumber(bare, decimal);
    if (!Number.isNaN(value) && !isInfinite(value)) {
      this.values[row] = missing.values.has(value) ? NaN : value;
      return undefined;
    }
    this.values[row] = NaN;
    if (missing.numbers.has(bare)) {
      if (bare !== "") seenWords.add(bare);
      return undefined;
    }
    return Number.isNaN(value) ? rowProblem.notANumber : rowProblem.infinite;
  }

  series(name: string, rows: number): pl.Series {
    const cells = pl.DataFrame([pl.Series(name, this.values.slice(0, rows))]);
    return cells.select(pl.col(name).fillNan(pl.lit(null))).toSeries(0);
  }
}

class BooleanCells implements ColumnCells {
  private readonly values: (boolean | null)[] = [];

  constructor(private readonly missing: ReadonlySet<string>) {}

  read(row: number, cell: string | null): CellFlaw | undefined {
    const bare = cell?.trim() ?? "";
    const value = parseBoolean(bare) ?? null;
    this.values[row] = value;
    return value === null && !this.missing.has(bare) ? rowProblem.notABoolean : undefined;
  }

  series(name: string, rows: number): pl.Series {
    return pl.Series(name, this.values.slice(0, rows), pl.Bool);
  }
}

class TextCells implements ColumnCells {
  private readonly values: (string | null)[] = [];

  constructor(
    private readonly missing: ReadonlySet<string>,
    private readonly onlyTimes: boolean,
  ) {}

  read(row: number, cell: string | null): CellFlaw | undefined {
    const isMissing = cell === null || this.missing.has(cell);
    const fits = isMissing || !this.onlyTimes || isTime(cell);
    this.values[row] = isMissing || !fits ? null : cell;
    return fits ? undefined : rowProblem.notATime;
  }

  series(name: string, rows: number): pl.Series {
    return pl.Series(name, this.values.slice(0, rows), pl.Utf8);
  }
}
