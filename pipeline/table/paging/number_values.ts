import type { ColumnValues } from "./column_values.ts";
import type { PageCell } from "./table_page.ts";

/** Numbers; NaN is a hole. */
export class NumberValues implements ColumnValues {
  constructor(readonly values: Float32Array | Float64Array) {}

  get length(): number {
    return this.values.length;
  }

  get bytes(): number {
    return this.values.byteLength;
  }

  cell(row: number): PageCell {
    const value = this.values[row] ?? NaN;
    if (Number.isNaN(value)) return null;
    return Number.isFinite(value) ? value : String(value);
  }

  isMissing(row: number): boolean {
    const value = this.values[row]!;
    return value !== value;
  }

  gather(rows: Uint32Array): NumberValues {
    return new NumberValues(gathered(this.values, rows));
  }

  orderKeys(): Uint32Array[] {
    const isDouble = this.values instanceof Float64Array;
    return isDouble ? doubleKeys(this.values) : [floatKeys(this.values)];
  }
}

/** Moments as milliseconds since 1970 in UTC; NaN is a hole. */
export class MomentValues extends NumberValues {
  override cell(row: number): PageCell {
    const value = this.values[row] ?? NaN;
    const moment = new Date(value);
    return Number.isNaN(value)
      ? null
      : Number.isNaN(moment.getTime())
      ? String(value)
      : moment.toISOString();
  }

  override gather(rows: Uint32Array): MomentValues {
    return new MomentValues(gathered(this.values, rows));
  }
}

function gathered<Values extends Float32Array | Float64Array>(
  values: Values,
  rows: Uint32Array,
): Float32Array | Float64Array {
  const chosen = values instanceof Float32Array
    ? new Float32Array(rows.length)
    : new Float64Array(rows.length);
  for (let index = 0; index < rows.length; index++) chosen[index] = values[rows[index]!]!;
  return chosen;
}

/** The bits of a float as a number of the same order: negative ones flipped, positive ones above them. */
function floatKeys(values: Float32Array): Uint32Array {
  // Adding 0 makes one zero of two.
  const keys = new Uint32Array(values.map((value) => value + 0).buffer);
  for (let row = 0; row < keys.length; row++) {
    const bits = keys[row]!;
    keys[row] = bits >>> 31 === 1 ? ~bits : bits | 0x80000000;
  }
  return keys;
}

function doubleKeys(values: Float64Array): Uint32Array[] {
  const low = new Uint32Array(values.length);
  const high = new Uint32Array(values.length);
  const bits = new Uint32Array(values.map((value) => value + 0).buffer);
  for (let row = 0; row < values.length; row++) {
    // All machines that Deno runs on are little-endian.
    const lower = bits[2 * row]!, upper = bits[2 * row + 1]!;
    const isNegative = upper >>> 31 === 1;
    low[row] = isNegative ? ~lower : lower;
    high[row] = isNegative ? ~upper : upper | 0x80000000;
  }
  return [low, high];
}
