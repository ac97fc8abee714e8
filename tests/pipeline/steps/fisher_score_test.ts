import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { anovaF } from "@/pipeline/steps/anova_f.ts";
import { fisherScore } from "@/pipeline/steps/fisher_score.ts";
import { assertClose } from "./assert_close.ts";
import { scoredRows, withEmptyRows } from "./scored_rows.ts";

describe("fisherScore", () => {
  it("is the F statistic of scikit-learn's f_classif, times (classes − 1) / (rows − classes)", () => {
    const { matrix, labels } = scoredRows();
    // f_classif(X[:, :4], y)[0] * 2 / 297
    const expected = [
      0.5028563420380777,
      0.0004181844118324257,
      0.43848500733510287,
      0.13869199774870167,
    ];
    assertClose(fisherScore(matrix, labels).subarray(0, 4), expected, 1e-9);
  });

  it("is the same however often the rows are repeated, where F grows", () => {
    const { matrix, labels } = scoredRows();
    const twice = {
      matrix: {
        ...matrix,
        rows: 600,
        values: Float32Array.from([...matrix.values, ...matrix.values]),
      },
      labels: { ...labels, codes: Int32Array.from([...labels.codes, ...labels.codes]) },
    };
    const score = fisherScore(twice.matrix, twice.labels);
    assertClose(score.subarray(0, 4), fisherScore(matrix, labels).subarray(0, 4), 1e-9);
    assert.ok(anovaF(twice.matrix, twice.labels)[0]! > 1.9 * anovaF(matrix, labels)[0]!);
  });

  it("judges a column on its known values, and is 0 or Infinity where F is", () => {
    const rows = scoredRows();
    const holed = withEmptyRows(rows, 40);
    assertClose(
      fisherScore(holed.matrix, holed.labels).subarray(0, 4),
      fisherScore(rows.matrix, rows.labels).subarray(0, 4),
      1e-9,
    );
    assert.deepEqual([...fisherScore(rows.matrix, rows.labels).subarray(4)], [Infinity, 0]);
  });
});
