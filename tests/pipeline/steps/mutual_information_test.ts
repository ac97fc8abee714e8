import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { mutualInformation } from "@/pipeline/steps/mutual_information.ts";
import { assertClose } from "./assert_close.ts";
import { scoredRows, withEmptyRows } from "./scored_rows.ts";

/** sklearn.feature_selection.mutual_info_classif(X, y, random_state=0) of scikit-learn 1.2.1. */
const withoutTies = [0.5808831551436138, 0, 0.3028764941890729];

/** Means over random_state 0…199, for scikit-learn breaks ties by noise. */
const withTies = [0.14744093662222102, 1.037826453497588];

describe("mutualInformation", () => {
  it("equals scikit-learn's mutual_info_classif where no rows tie", () => {
    const { matrix, labels } = scoredRows();
    assertClose(mutualInformation(matrix, labels).subarray(0, 3), withoutTies, 1e-12);
  });

  it("is the mean of scikit-learn's noisy estimates where rows tie, and 0 for a constant", () => {
    const { matrix, labels } = scoredRows();
    assertClose(mutualInformation(matrix, labels).subarray(3, 5), withTies, 1e-3);
    assert.equal(mutualInformation(matrix, labels)[5], 0);
  });

  it("weighs a column by the share of its known values", () => {
    const { matrix, labels } = withEmptyRows(scoredRows(), 100);
    assertClose(
      mutualInformation(matrix, labels).subarray(0, 3),
      withoutTies.map((value) => value * 0.75),
      1e-12,
    );
  });

  it("leaves out classes of one row and is 0 for an empty column or a single class", () => {
    const { matrix, labels } = scoredRows();
    const alone = labels.codes.slice();
    alone[0] = 3;
    const information = mutualInformation(matrix, { classes: ["a", "b", "c", "d"], codes: alone });
    assertClose(information.subarray(0, 3), withoutTies, 0.02);
    const single = { classes: ["a"], codes: new Int32Array(300) };
    assertClose(mutualInformation(matrix, single), [0, 0, 0, 0, 0, 0], 0);
    const empty = { names: ["x"], rows: 300, values: new Float32Array(300).fill(NaN) };
    assertClose(mutualInformation(empty, labels), [0], 0);
  });
});
