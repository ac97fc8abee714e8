import type { ColumnValues } from "./column_values.ts";
import type { PageCell } from "./table_page.ts";

/** Whole numbers of which some are too large for a double, and which rows are holes. */
export class IntegerValues implements ColumnValues {
  constructor(readonly values: BigInt64Array | BigUint64Array, readonly missing: Uint8Array) {}

  get length(): number {
    return this.values.length;
  }

  get bytes(): number {
    return this.values.byteLength + this.missing.byteLength;
  }

  cell(row: number): PageCell {
    if (this.isMissing(row)) return null;
    const value = this.values[row] ?? 0n;
    return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  }

  isMissing(row: number): boolean {
    return this.missing[row] === 1;
  }

  gather(rows: Uint32Array): IntegerValues {
    const values = this.values instanceof BigInt64Array
      ? new BigInt64Array(rows.length)
      : new BigUint64Array(rows.length);
    const missing = new Uint8Array(rows.length);
    for (let index = 0; index < rows.length; index++) {
      values[index] = this.values[rows[index]!]!;
      missing[index] = this.missing[rows[index]!]!;
    }
    return new IntegerValues(values, missing);
  }

  orderKeys(): Uint32Array[] {
    const sign = this.values instanceof BigInt64Array ? 0x80000000 : 0;
    const bits = new Uint32Array(this.values.buffer, this.values.byteOffset, 2 * this.length);
    const low = Uint32Array.from({ length: this.length }, (_, row) => bits[2 * row]!);
    const high = Uint32Array.from({ length: this.length }, (_, row) => bits[2 * row + 1]! ^ sign);
    return [low, high];
  }
}
