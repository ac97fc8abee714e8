import pl from "nodejs-polars";
import { nameList } from "../name_list.ts";
import { HealerError, type Notice } from "../problem.ts";
import type { FeatureMatrix } from "./feature_matrix.ts";
import { plainNames } from "./plain_names.ts";
import { roleProblem } from "./role_problems.ts";

/** About how many cells are converted at a time: 32 MB of them. */
const batchCells = 2 ** 22;

/** Rows that are filled in column by column: so many that their cells stay in the cache. */
const tileRows = 64;

/** How many overflowed cells are listed. */
const listedCells = 5;

/** A matrix together with the cells that float32 could not hold. */
export interface BridgedMatrix {
  readonly matrix: FeatureMatrix;
  /** The first cells that became NaN because they are infinite or beyond ±3.4e38; rows count from 0. */
  readonly overflowed: readonly { readonly row: number; readonly column: string }[];
  /** How many such cells there are. */
  readonly overflowCount: number;
}

/**
 * The columns `names` of `frame` as an n×d row-major float32 matrix: numbers rounded to the nearest float32,
 * booleans 0 and 1, NaN = missing. Cells that round to ±Infinity become NaN and are reported.
 *
 * @throws {HealerError} `role/absent-column`, `role/not-numeric`
 */
export function toFeatureMatrix(frame: pl.DataFrame, names: readonly string[]): BridgedMatrix {
  const rows = frame.height;
  const width = names.length;
  const values = new Float32Array(rows * width);
  const lost = names.map((): number[] => []);
  let overflowCount = 0;
  let first = 0;
  for (const columns of float32Batches(frame, names)) {
    for (let start = 0; start < rows; start += tileRows) {
      const end = Math.min(rows, start + tileRows);
      for (const [index, numbers] of columns.entries()) {
        const column = first + index;
        for (let row = start, cell = start * width + column; row < end; row++, cell += width) {
          const value = numbers[row]!;
          if (value === Infinity || value === -Infinity) {
            values[cell] = NaN;
            overflowCount++;
            const rowsOfColumn = lost[column]!;
            if (rowsOfColumn.length < listedCells) rowsOfColumn.push(row);
          } else {
            values[cell] = value;
          }
        }
      }
    }
    first += columns.length;
  }
  const overflowed = lost.flatMap((rowsOfColumn, column) =>
    rowsOfColumn.map((row) => ({ row, column: names[column]! }))
  ).slice(0, listedCells);
  return { matrix: { names: [...names], rows, values }, overflowed, overflowCount };
}

/** What to tell the user about the overflowed cells; empty where there are none. */
export function overflowNotices({ overflowed, overflowCount }: BridgedMatrix): Notice[] {
  const first = overflowed[0];
  if (first === undefined) return [];
  const name = nameList([first.column]);
  const row = first.row + 1;
  return [{
    code: "role/overflow",
    message: overflowCount === 1
      ? {
        en: `The cell in row ${row} of column ${name.en} is infinite or beyond ±3.4e38; ` +
          "it counts as missing.",
        zh: `列 ${name.zh} 第 ${row} 行的单元格为无穷大或超出 ±3.4e38，按缺失值处理。`,
      }
      : {
        en: `${overflowCount} cells are infinite or beyond ±3.4e38, the first in row ${row} of ` +
          `column ${name.en}; they count as missing.`,
        zh:
          `${overflowCount} 个单元格为无穷大或超出 ±3.4e38（首个位于列 ${name.zh} 第 ${row} 行），` +
          "按缺失值处理。",
      },
  }];
}

/**
 * The columns `names` of `frame` as d float32 arrays of n values each, the same values as the columns of
 * {@linkcode toFeatureMatrix}; what overflows is NaN here too, and only counted there.
 *
 * @throws {HealerError} `role/absent-column`, `role/not-numeric`
 */
export function toColumns(frame: pl.DataFrame, names: readonly string[]): Float32Array[] {
  return Array.from(numberColumns(frame, names), (numbers) => {
    const column = Float32Array.from(numbers);
    for (let row = 0; row < column.length; row++) {
      if (Math.abs(column[row]!) === Infinity) column[row] = NaN;
    }
    return column;
  });
}

/**
 * The columns `names` of `frame`, all different, one after the other as float64: booleans 0 and 1,
 * NaN = missing; infinite values stay.
 *
 * @throws {HealerError} `role/absent-column`, `role/not-numeric`
 */
export function* numberColumns(
  frame: pl.DataFrame,
  names: readonly string[],
): Generator<Float64Array, void, undefined> {
  for (const columns of columnBatches(frame, names)) yield* columns;
}

/**
 * The columns `names` of `frame` as float32, null = missing, under plain names; infinite values stay.
 *
 * @throws {HealerError} `role/absent-column`, `role/not-numeric`
 */
export function float32Frame(frame: pl.DataFrame, names: readonly string[]): pl.DataFrame {
  const { plain, plainNameOf } = underPlainNames(frame);
  const floats = plain.select(pl.col(names.map(plainNameOf)).cast(pl.Float64).cast(pl.Float32));
  floats.columns = plainNames(names.length);
  return floats;
}

/** The columns of {@linkcode numberColumns}, as many at a time as are converted together. */
function* columnBatches(
  frame: pl.DataFrame,
  names: readonly string[],
): Generator<Float64Array[], void, undefined> {
  for (const { plain, batch } of namedBatches(frame, names)) {
    const dense = plain.select(pl.col(batch).cast(pl.Float64).fillNull(pl.lit(NaN)));
    yield dense.getColumns().map(float64Array);
  }
}

/** The same as float32. */
function* float32Batches(
  frame: pl.DataFrame,
  names: readonly string[],
): Generator<Float32Array[], void, undefined> {
  const areFloat32 = frame.dtypes.every(({ variant }) => variant === "Float32");
  for (const { plain, batch } of namedBatches(frame, names)) {
    const columns = pl.col(batch);
    // Whole numbers are rounded as numbers of a script are: to float64 first.
    const floats = areFloat32 ? columns : columns.cast(pl.Float64).cast(pl.Float32);
    yield plain.select(floats.fillNull(pl.lit(NaN).cast(pl.Float32))).getColumns().map(
      float32Array,
    );
  }
}

interface NamedBatch {
  readonly plain: pl.DataFrame;
  /** Plain names of some of its columns. */
  readonly batch: string[];
}

function* namedBatches(frame: pl.DataFrame, names: readonly string[]): Generator<NamedBatch> {
  const { plain, plainNameOf } = underPlainNames(frame);
  const batchWidth = Math.ceil(batchCells / Math.max(1, frame.height));
  for (let start = 0; start < names.length; start += batchWidth) {
    yield { plain, batch: names.slice(start, start + batchWidth).map(plainNameOf) };
  }
}

interface PlainNamed {
  readonly plain: pl.DataFrame;
  readonly plainNameOf: (name: string) => string;
}

function underPlainNames(frame: pl.DataFrame): PlainNamed {
  const columns = frame.columns;
  const types = frame.dtypes;
  const indices = new Map(columns.map((name, index) => [name, index]));
  const plain = frame.clone();
  const plainName = plainNames(columns.length);
  plain.columns = plainName;
  return {
    plain,
    plainNameOf: (name) => {
      const index = indices.get(name);
      if (index === undefined) throw new HealerError(roleProblem.absentColumn(name, columns));
      if (isNumeric(types[index])) return plainName[index]!;
      throw new HealerError(roleProblem.notNumeric(name, index + 1));
    },
  };
}

/** One column of numbers or booleans as {@linkcode numberColumns} gives it. */
export function numbersOf(series: pl.Series): Float64Array {
  const [values = new Float64Array()] = numberColumns(series.toFrame(), [series.name]);
  return values;
}

function isNumeric(type: pl.DataType | undefined): boolean {
  return /^(Bool|U?Int\d+|Float\d+)$/.test(type?.variant ?? "");
}

function float64Array(series: pl.Series): Float64Array {
  const values: unknown = series.toTypedArray();
  if (values instanceof Float64Array) return values;
  throw new TypeError(`Cannot read the column as float64: it is ${series.dtype.variant}.`);
}

function float32Array(series: pl.Series): Float32Array {
  const values: unknown = series.toTypedArray();
  if (values instanceof Float32Array) return values;
  throw new TypeError(`Cannot read the column as float32: it is ${series.dtype.variant}.`);
}
