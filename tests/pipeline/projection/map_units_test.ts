import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { mapUnits } from "@/pipeline/projection/map_units.ts";
import { quietContext } from "@/pipeline/run_context.ts";

const context = quietContext();

function matrixOf(columns: readonly (readonly number[])[]) {
  const rows = columns[0]!.length;
  const values = new Float32Array(rows * columns.length);
  for (const [index, column] of columns.entries()) {
    for (const [row, value] of column.entries()) values[row * columns.length + index] = value;
  }
  return { names: columns.map((_, index) => `kpi${index}`), rows, values };
}

describe("mapUnits", () => {
  it("fills holes with the median, leaves out columns of one value, and says how much of both", () => {
    const units = mapUnits(
      matrixOf([[1, NaN, 3, 8], [5, 5, NaN, 5], [NaN, NaN, NaN, NaN]]),
      "none",
      context,
    );
    assert.deepEqual([units.rows, units.width, units.constant], [4, 1, 2]);
    assert.deepEqual([...units.values], [1, 3, 3, 8]);
    assert.equal(units.filled, 6 / 12);
  });

  it("gives finite numbers for values of any size, equal ones for equal ones, in the same order", () => {
    const value = fc.oneof(
      fc.integer({ min: -1000, max: 1000 }),
      fc.constantFrom(NaN, 1e17, -1e17, 1e-20, 3e38),
    );
    const columns = fc.array(fc.array(value, { minLength: 12, maxLength: 12 }), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(columns, fc.constantFrom("rank", "standardise"), (given, scale) => {
        const matrix = matrixOf(given);
        const { values, width } = mapUnits(matrix, scale, context);
        assert.ok(values.every(Number.isFinite));
        const [column] = given;
        if (width !== given.length || column === undefined) return;
        for (let a = 0; a < 12; a++) {
          for (let b = 0; b < 12; b++) {
            const [left, right] = [Math.fround(column[a]!), Math.fround(column[b]!)];
            if (left < right) assert.ok(values[a * width]! <= values[b * width]!);
            if (left === right) assert.equal(values[a * width], values[b * width]);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it("makes standard scores of mean 0 and variance 1", () => {
    const { values } = mapUnits(matrixOf([[1, 2, 3, 4, 10]]), "standardise", context);
    const mean = values.reduce((sum, value) => sum + value, 0) / 5;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 5;
    assert.ok(Math.abs(mean) < 1e-12 && Math.abs(variance - 1) < 1e-12);
  });
});
