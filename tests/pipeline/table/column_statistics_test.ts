import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { columnMoments, quantile } from "@/pipeline/table/column_statistics.ts";
import { assertClose } from "@/tests/pipeline/steps/assert_close.ts";
import { matrixOf } from "@/tests/pipeline/steps/reference_values.ts";

describe("columnMoments", () => {
  it("counts, averages and ranges what is present", () => {
    const moments = columnMoments(matrixOf([[1, NaN, NaN], [4, -2, NaN], [7, NaN, NaN]]));
    assert.deepEqual([...moments.count], [3, 1, 0]);
    assert.deepEqual([...moments.mean], [4, -2, 0]);
    assert.deepEqual([...moments.variance], [6, 0, 0]);
    assert.deepEqual([...moments.min], [1, -2, 0]);
    assert.deepEqual([...moments.max], [7, -2, 0]);
  });

  it("keeps the variance of values that differ little for their size", () => {
    const base = 2 ** 23;
    const rows = Array.from({ length: 1000 }, (_, row) => [base + row % 2]);
    assertClose(columnMoments(matrixOf(rows)).variance, [0.25], 1e-12);
  });

  it("finds no variance in a constant that float64 sums with rounding", () => {
    const constant = Math.fround(0.1);
    const moments = columnMoments(matrixOf(Array.from({ length: 999 }, () => [constant])));
    assert.equal(moments.mean[0], constant);
    assert.equal(moments.variance[0], 0);
  });
});

describe("quantile", () => {
  it("interpolates between order statistics and reaches both ends", () => {
    const sorted = Float32Array.of(1, 2, 4, 8);
    assertClose([0, 0.25, 0.5, 0.9, 1].map((level) => quantile(sorted, level)), [
      1,
      1.75,
      3,
      6.8,
      8,
    ]);
    assert.ok(Number.isNaN(quantile(new Float32Array(0), 0.5)));
  });
});
