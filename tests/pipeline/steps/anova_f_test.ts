import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { anovaF } from "@/pipeline/steps/anova_f.ts";
import { assertClose } from "./assert_close.ts";
import { scoredRows, withEmptyRows } from "./scored_rows.ts";

/** sklearn.feature_selection.f_classif(X, y)[0] of scikit-learn 1.2.1 for the first four columns. */
const expected = [
  74.67416679265455,
  0.06210038515711521,
  65.11502358926278,
  20.595761665682197,
];

describe("anovaF", () => {
  it("equals scikit-learn's f_classif", () => {
    const { matrix, labels } = scoredRows();
    assertClose(anovaF(matrix, labels).subarray(0, 4), expected, 1e-9);
  });

  it("is Infinity for a column that is the class, and 0 for a constant one", () => {
    const { matrix, labels } = scoredRows();
    assert.deepEqual([...anovaF(matrix, labels).subarray(4)], [Infinity, 0]);
  });

  it("judges a column on its known values", () => {
    const { matrix, labels } = withEmptyRows(scoredRows(), 40);
    assertClose(anovaF(matrix, labels).subarray(0, 4), expected, 1e-9);
  });

  it("is 0 where nothing can be said", () => {
    const fOf = (column: readonly number[]) =>
      anovaF(
        { names: ["x"], rows: 4, values: Float32Array.from(column) },
        { classes: ["a", "b", "absent"], codes: Int32Array.of(0, 0, 1, 1) },
      )[0];
    assert.equal(fOf([1, NaN, NaN, 2]), 0, "one value a class");
    assert.equal(fOf([1, 2, NaN, NaN]), 0, "one class known");
    assert.equal(fOf([1, 2, 2, 1]), 0, "equal means");
    assert.equal(fOf([0.1, 0.1, 0.1, 0.1]), 0, "constant");
    assert.equal(fOf([NaN, NaN, NaN, NaN]), 0, "empty");
  });
});
