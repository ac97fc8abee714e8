import type { ColumnValues } from "./column_values.ts";
import type { PageCell } from "./table_page.ts";

const hole = 2;

/** Truth values: 0 no, 1 yes, 2 a hole. */
export class FlagValues implements ColumnValues {
  constructor(readonly flags: Uint8Array) {}

  get length(): number {
    return this.flags.length;
  }

  get bytes(): number {
    return this.flags.byteLength;
  }

  cell(row: number): PageCell {
    return this.isMissing(row) ? null : this.flags[row] === 1;
  }

  isMissing(row: number): boolean {
    return this.flags[row] === hole;
  }

  gather(rows: Uint32Array): FlagValues {
    const flags = new Uint8Array(rows.length);
    for (let index = 0; index < rows.length; index++) flags[index] = this.flags[rows[index]!]!;
    return new FlagValues(flags);
  }

  orderKeys(): Uint32Array[] {
    return [Uint32Array.from(this.flags)];
  }
}
