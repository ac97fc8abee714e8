import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { quietContext } from "@/pipeline/run_context.ts";
import { oversampleRandom } from "@/pipeline/steps/oversample_random.ts";
import { undersampleRandom } from "@/pipeline/steps/undersample_random.ts";
import { sizesOf, unevenRows } from "./uneven_rows.ts";

/** The numbers of the raw rows that the rows are, which their last column tells. */
function origins(values: Float32Array, width: number): number[] {
  return [...values.filter((_, cell) => cell % width === width - 1)];
}

describe("oversample-random", () => {
  it("copies the rows of a class evenly until it is as large as the largest", () => {
    const rows = unevenRows([50, 20, 3, 0], { holes: 0.2 });
    const after = oversampleRandom.apply(rows, { ratio: 1, growth: 100 }, quietContext(4));
    assert.deepEqual(sizesOf(after), [50, 50, 50, 0]);
    const from = origins(after.matrix.values, 4);
    assert.deepEqual(from.slice(0, 73), [...Array(73).keys()]);
    for (const [row, origin] of from.entries()) {
      assert.equal(after.labels.codes[row], rows.labels.codes[origin]);
      assert.equal(after.labels.groups?.[row], rows.labels.groups?.[origin]);
      assert.deepEqual(
        after.matrix.values.subarray(row * 4, row * 4 + 4),
        rows.matrix.values.subarray(origin * 4, origin * 4 + 4),
      );
    }
    for (const [origin, code] of rows.labels.codes.entries()) {
      const times = from.filter((each) => each === origin).length;
      const allowed = [[1], [2, 3], [16, 17]][code]!;
      assert.ok(allowed.includes(times), `${times} times a row of class ${code}`);
    }
  });
});

describe("undersample-random", () => {
  const rows = unevenRows([500, 60, 8]);

  it("cuts every class to the smallest, or to the least rows allowed, in the order given", () => {
    const cut = (params: { ratio: number; least: number }) =>
      undersampleRandom.apply(rows, params, quietContext(1));
    assert.deepEqual(sizesOf(cut({ ratio: 1, least: 1 })), [8, 8, 8]);
    assert.deepEqual(sizesOf(cut({ ratio: 3, least: 1 })), [24, 24, 8]);
    assert.deepEqual(sizesOf(cut({ ratio: 1, least: 100 })), [100, 60, 8]);
    const from = origins(cut({ ratio: 2, least: 1 }).matrix.values, 4);
    assert.deepEqual(from, from.toSorted((a, b) => a - b));
    assert.equal(new Set(from).size, from.length);
  });

  it("draws anew for another seed", () => {
    const draw = (seed: number) =>
      undersampleRandom.apply(rows, { ratio: 1, least: 1 }, quietContext(seed)).matrix;
    assert.notDeepEqual(draw(1), draw(2));
  });
});
