import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { correlation } from "@/pipeline/steps/correlation.ts";
import { columnOf } from "@/pipeline/table/feature_matrix.ts";
import { assertClose } from "./assert_close.ts";
import { scoredRows } from "./scored_rows.ts";

describe("correlation", () => {
  it("equals numpy.corrcoef", () => {
    const { matrix } = scoredRows();
    const first = columnOf(matrix, 0);
    const actual = [1, 2, 3, 4].map((index) => correlation(first, columnOf(matrix, index)));
    // numpy.corrcoef(X[:, :5].T)[0, 1:] of NumPy 1.24.2
    assertClose(
      actual,
      [-0.007396670250863997, -0.09738272467715735, 0.20481380726876763, 0.5784198534269058],
      1e-12,
    );
    assertClose(
      [correlation(columnOf(matrix, 1), columnOf(matrix, 2))],
      [0.03218020548467855],
      1e-12,
    );
  });

  it("looks only at rows that know both columns", () => {
    const a = Float32Array.of(1, 2, NaN, 3, 4, 100);
    const b = Float32Array.of(2, 4, 50, 6, 8, NaN);
    assert.ok(Math.abs(correlation(a, b) - 1) < 1e-12);
    assert.ok(Math.abs(correlation(a, b.map((value) => -value)) + 1) < 1e-12);
  });

  it("is 0 for a constant column and for fewer than three common rows", () => {
    assert.equal(correlation(Float32Array.of(1, 2, 3), Float32Array.of(0.1, 0.1, 0.1)), 0);
    assert.equal(correlation(Float32Array.of(1, 2, NaN), Float32Array.of(1, 2, 3)), 0);
  });
});
