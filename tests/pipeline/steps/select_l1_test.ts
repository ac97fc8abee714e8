import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { quietContext } from "@/pipeline/run_context.ts";
import { selectL1 } from "@/pipeline/steps/select_l1.ts";
import { takeColumns } from "@/pipeline/table/feature_matrix.ts";
import { assertClose } from "./assert_close.ts";
import { scoredRows, withEmptyRows } from "./scored_rows.ts";

/**
 * Σ |coef_| over the classes of scikit-learn 1.2.1, on columns 0, 1, 2, 3 and 5 of `scoredRows`:
 *
 *     LogisticRegression(penalty="l1", solver="saga", multi_class="multinomial", C=C, tol=1e-9,
 *                        max_iter=200000).fit(StandardScaler().fit_transform(X), y)
 */
const references = [
  { C: 0.02, sums: [0.35146, 0, 0.43973, 0, 0] },
  { C: 0.05, sums: [1.07906, 0, 1.08147, 0.23521, 0] },
  { C: 0.2, sums: [1.72709, 0, 1.6063, 0.67977, 0] },
];

function fit(C: number, rows = scoredRows()) {
  const matrix = takeColumns(rows.matrix, [0, 1, 2, 3, 5]);
  const params = selectL1.params.parse({ C });
  return selectL1.fit(matrix, params, { ...quietContext(), labels: rows.labels });
}

describe("select-l1", () => {
  it("keeps the columns with a coefficient in scikit-learn's L1 logistic regression", () => {
    for (const { C, sums } of references) {
      const { kept, scores } = fit(C);
      assert.deepEqual(kept, [0, 1, 2, 3, 4].filter((column) => sums[column]! > 0));
      assertClose(scores, sums, 0.02);
    }
  });

  it("takes a hole as the mean, and keeps the first column where none is worth its cost", () => {
    const { kept } = fit(0.1, withEmptyRows(scoredRows(), 60));
    assert.deepEqual(kept, [0, 2, 3]);
    assert.deepEqual(fit(1e-4).kept, [0]);
  });
});
