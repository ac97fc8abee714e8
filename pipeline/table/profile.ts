import pl from "nodejs-polars";
import type { Notice } from "../problem.ts";
import type { ColumnType, TableColumn } from "./column_type.ts";
import { FrameColumns } from "./frame_columns.ts";
import { numberColumns } from "./frame_to_matrix.ts";
import { countsUp, textsAreIds } from "./id_like.ts";
import { type NumberSummary, summarize } from "./number_summary.ts";
import { profileNotice } from "./profile_notices.ts";

/** How many of the most frequent values are listed. */
const listedValues = 10;

/** Beyond this, neighbouring whole numbers are the same in float32. */
const largestExactInteger = 2 ** 24;

/** Beyond this, a number rounds to infinity in float32 (IEEE 754: the largest float32 and half a step). */
const float32Overflow = (2 - 2 ** -24) * 2 ** 127;

/** What one column of a table holds. */
export interface ColumnProfile {
  readonly name: string;
  readonly type: ColumnType;
  readonly rows: number;
  /** Empty cells; NaN counts as empty. */
  readonly missing: number;
  /** `missing` as a share of the rows, 0 where there are none. */
  readonly missingShare: number;
  /** How many different values there are, exactly; missing and infinite ones do not count. */
  readonly distinct: number;
  /** Of the finite numbers; for number columns with at least one. */
  readonly numbers?: NumberSummary;
  /** The most frequent values, at most ten, ties by code point; for all but number columns. */
  readonly frequent?: readonly { readonly value: string; readonly count: number }[];
  readonly warnings: readonly Notice[];
}

/**
 * One profile for each of `columns`, in their order. Numbers are profiled in float64, as they were read.
 *
 * @throws {HealerError} `role/absent-column`
 */
export function profileTable(
  frame: pl.DataFrame,
  columns: readonly TableColumn[],
): ColumnProfile[] {
  const measured = columns.filter(({ type }) => type === "number");
  const numbers = numberColumns(frame, measured.map(({ name }) => name));
  const series = new FrameColumns(frame);
  const originals = new Originals(series);
  return columns.map((column, index) => {
    if (column.type !== "number") return profileValues(series, column, originals);
    const values = numbers.next().value ?? new Float64Array();
    return profileNumbers(column, values, index === 0, originals);
  });
}

function profileNumbers(
  { name, type }: TableColumn,
  values: Float64Array,
  isFirstColumn: boolean,
  originals: Originals,
): ColumnProfile {
  const rows = values.length;
  const finite = new Float64Array(rows);
  let count = 0;
  let missing = 0;
  let overflowing = 0;
  for (let row = 0; row < rows; row++) {
    const value = values[row]!;
    if (value !== value) {
      missing++;
      continue;
    }
    if (Math.abs(value) >= float32Overflow) overflowing++;
    if (value - value === 0) finite[count++] = value;
  }
  const sorted = finite.subarray(0, count).sort();
  const { distinct, distinctRounded } = countDistinct(sorted);
  const magnitude = count === 0 ? 0 : Math.max(Math.abs(sorted[0]!), Math.abs(sorted[count - 1]!));

  const warnings: Notice[] = [];
  if (missing === rows) {
    warnings.push(profileNotice.allMissing(name));
  } else if (distinct === 1 && count + missing === rows) {
    warnings.push(profileNotice.constant(name, String(sorted[0])));
  } else {
    const original = originals.of(name, `${type} ${missing} ${distinct} ${hashOf(values)}`);
    if (original !== undefined) warnings.push(profileNotice.duplicate(name, original));
  }
  if (countsUp(values, isFirstColumn)) warnings.push(profileNotice.idLike(name));
  if (magnitude > largestExactInteger) {
    warnings.push(profileNotice.beyondExact(name, distinct, distinctRounded));
  }
  if (overflowing > 0) warnings.push(profileNotice.overflow(name, overflowing));
  if (missing > rows / 2 && missing < rows) {
    warnings.push(profileNotice.mostlyMissing(name, missing, rows));
  }
  return {
    name,
    type,
    rows,
    missing,
    missingShare: rows === 0 ? 0 : missing / rows,
    distinct,
    ...(count === 0 ? {} : { numbers: summarize(sorted) }),
    warnings,
  };
}

function profileValues(
  columns: FrameColumns,
  { name, type }: TableColumn,
  originals: Originals,
): ColumnProfile {
  const series = columns.get(name).cast(pl.Utf8);
  const rows = series.length;
  const missing = series.nullCount();
  const frequent = mostFrequent(series);
  const distinct = series.nUnique() - (missing > 0 ? 1 : 0);

  const warnings: Notice[] = [];
  const [first] = frequent;
  if (first === undefined) {
    warnings.push(profileNotice.allMissing(name));
  } else if (distinct === 1) {
    warnings.push(profileNotice.constant(name, first.value));
  } else {
    const original = originals.of(
      name,
      `${type} ${missing} ${distinct} ${JSON.stringify(frequent)}`,
    );
    if (original !== undefined) warnings.push(profileNotice.duplicate(name, original));
  }
  if (type === "text" && textsAreIds(rows, missing, distinct)) {
    warnings.push(profileNotice.idLike(name));
  }
  if (missing > rows / 2 && missing < rows) {
    warnings.push(profileNotice.mostlyMissing(name, missing, rows));
  }
  const missingShare = rows === 0 ? 0 : missing / rows;
  return { name, type, rows, missing, missingShare, distinct, frequent, warnings };
}

function mostFrequent(series: pl.Series): { value: string; count: number }[] {
  const counted = series.alias("value").dropNulls().valueCounts(false, false, "count")
    .sort(["count", "value"], [true, false]).head(listedValues);
  const counts: unknown[] = counted.getColumn("count").toArray();
  const values: unknown[] = counted.getColumn("value").toArray();
  return values.map((value, index) => ({ value: String(value), count: Number(counts[index]) }));
}

/** How many different numbers there are, before and after rounding to float32. */
function countDistinct(sorted: Float64Array): { distinct: number; distinctRounded: number } {
  if (sorted.length === 0) return { distinct: 0, distinctRounded: 0 };
  let distinct = 1;
  let distinctRounded = 1;
  for (let index = 1; index < sorted.length; index++) {
    const value = sorted[index]!;
    const before = sorted[index - 1]!;
    if (value === before) continue;
    distinct++;
    if (Math.fround(value) !== Math.fround(before)) distinctRounded++;
  }
  return { distinct, distinctRounded };
}

/**
 * A hash of numbers and their order, the same for 0 and −0: without it, columns that are shuffles of each
 * other would all be compared cell by cell. The shift carries the high bits, where whole numbers differ, down.
 */
function hashOf(values: Float64Array): number {
  const number = new Float64Array(1);
  const words = new Int32Array(number.buffer);
  let hash = 0;
  for (let row = 0; row < values.length; row++) {
    number[0] = values[row]! + 0;
    hash = Math.imul(hash ^ words[0]!, 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 15) ^ words[1]!, 0xc2b2ae35);
    hash ^= hash >>> 13;
  }
  return hash;
}

/** Finds the first column that a column repeats cell by cell. */
class Originals {
  private readonly bySignature = new Map<string, string[]>();

  constructor(private readonly columns: FrameColumns) {}

  /** The original of column `name`, among the earlier columns with the same `signature`. */
  of(name: string, signature: string): string | undefined {
    const series = this.columns.get(name);
    const earlier = this.bySignature.get(signature);
    const original = earlier?.find((other) => this.columns.get(other).seriesEqual(series, true));
    if (earlier === undefined) this.bySignature.set(signature, [name]);
    else if (original === undefined) earlier.push(name);
    return original;
  }
}
