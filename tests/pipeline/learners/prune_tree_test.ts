import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { binMatrix } from "@/pipeline/learners/histogram_bins.ts";
import { pruneTree } from "@/pipeline/learners/prune_tree.ts";
import { sumTrees, type TreeEnsemble } from "@/pipeline/learners/tree_ensemble.ts";
import { TreeGrower } from "@/pipeline/learners/tree_grower.ts";
import { Random } from "@/pipeline/random.ts";
import { quietContext } from "@/pipeline/run_context.ts";
import { type TablePair, tablePairs } from "../steps/random_tables.ts";

function fullTree({ train, labels }: TablePair): TreeEnsemble {
  const grower = new TreeGrower(binMatrix(train, quietContext()), labels, {
    featuresPerSplit: train.names.length,
    minSamplesLeaf: 1,
    maxDepth: 100,
    splits: "best",
  });
  const draws = new Uint8Array(train.rows).fill(1);
  return grower.grow(draws, new Float64Array(3).fill(1), new Random(1), () => {});
}

/** Gini impurity of the leaves, weighted by their rows, and a cost for each. */
function costOf(tree: TreeEnsemble, costPerLeaf: number): number {
  let cost = 0;
  tree.feature.forEach((feature, node) => {
    if (feature >= 0) return;
    const shares = tree.leafValue.subarray(tree.leafStart[node]!, tree.leafStart[node + 1]!);
    const squares = shares.reduce((sum, share) => sum + share ** 2, 0);
    cost += tree.cover[node]! / tree.cover[0]! * (1 - squares) + costPerLeaf;
  });
  return cost;
}

describe("pruneTree", () => {
  it("never costs more than the tree it came from, its root alone, or a tree pruned for another price", () => {
    fc.assert(
      fc.property(tablePairs, fc.double({ min: 0, max: 0.5, noNaN: true }), (pair, price) => {
        const tree = fullTree(pair);
        const cost = costOf(pruneTree(tree, price), price);
        for (const other of [0, price / 2, 2 * price, 1]) {
          assert.ok(cost <= costOf(pruneTree(tree, other), price) + 1e-6);
        }
        assert.ok(cost <= costOf(tree, price) + 1e-6);
      }),
    );
  });

  it("keeps a tree whose leaves cost nothing, and its answers", () => {
    fc.assert(fc.property(tablePairs, (pair) => {
      const tree = fullTree(pair);
      const pruned = pruneTree(tree, 0);
      assert.equal(pruned.feature.length, tree.feature.length);
      const [kept, before] = [sumTrees(pruned, pair.fresh), sumTrees(tree, pair.fresh)];
      kept.forEach((share, cell) => assert.ok(Math.abs(share - before[cell]!) < 1e-6));
    }));
  });
});
