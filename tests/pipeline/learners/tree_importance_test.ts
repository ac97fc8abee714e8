import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { binMatrix } from "@/pipeline/learners/histogram_bins.ts";
import { joinTrees, type TreeEnsemble } from "@/pipeline/learners/tree_ensemble.ts";
import { TreeGrower } from "@/pipeline/learners/tree_grower.ts";
import { meanDecreaseInImpurity } from "@/pipeline/learners/tree_importance.ts";
import { Random } from "@/pipeline/random.ts";
import { quietContext } from "@/pipeline/run_context.ts";
import { takeColumns, takeLabels, takeRows } from "@/pipeline/table/feature_matrix.ts";
import { assertClose } from "../steps/assert_close.ts";
import { scoredRows } from "../steps/scored_rows.ts";
import { oneLeaf } from "./small_trees.ts";

/** A tree on the first 250 rows of `scoredRows`, each drawn once, without the column that is the class. */
function treeOfDepth(maxDepth: number): TreeEnsemble {
  const { matrix, labels } = scoredRows();
  const first = Array.from({ length: 250 }, (_, row) => row);
  const binned = binMatrix(
    takeRows(takeColumns(matrix, [0, 1, 2, 3, 5]), first),
    quietContext(),
  );
  const grower = new TreeGrower(binned, takeLabels(labels, first), {
    featuresPerSplit: 1000,
    minSamplesLeaf: 5,
    maxDepth,
    splits: "best",
  });
  const draws = new Uint8Array(250).fill(1);
  return grower.grow(draws, new Float64Array(3).fill(1), new Random(1), () => {});
}

describe("meanDecreaseInImpurity", () => {
  it("equals scikit-learn's feature_importances_ of the same tree", () => {
    // DecisionTreeClassifier(min_samples_leaf=5, max_depth=3).fit(X[:250, [0, 1, 2, 3, 5]], y[:250])
    const { scores, deviations } = meanDecreaseInImpurity(treeOfDepth(3), 5);
    assertClose(scores, [0.331709, 0, 0.607382, 0.060909, 0], 1e-6);
    assert.deepEqual([...deviations], [0, 0, 0, 0, 0]);
  });

  it("is the mean of the trees that split, with their standard deviation", () => {
    const trees = [treeOfDepth(3), oneLeaf(3, 1, 1), treeOfDepth(1)];
    const { scores, deviations } = meanDecreaseInImpurity(joinTrees(trees, 3), 5);
    assertClose(scores, [0.1658545, 0, 0.803691, 0.0304545, 0], 1e-6);
    assertClose(deviations, [0.1658545, 0, 0.196309, 0.0304545, 0], 1e-6);
  });

  it("is 0 for all where no tree splits", () => {
    assert.deepEqual([...meanDecreaseInImpurity(oneLeaf(2, 0, 1), 2).scores], [0, 0]);
  });
});
