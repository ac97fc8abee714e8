import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { logLoss } from "@/pipeline/evaluation/log_loss.ts";
import { TreeGrower, type TreeOptions } from "@/pipeline/learners/tree_grower.ts";
import { binMatrix } from "@/pipeline/learners/histogram_bins.ts";
import { sumTrees, type TreeEnsemble } from "@/pipeline/learners/tree_ensemble.ts";
import { Random } from "@/pipeline/random.ts";
import { quietContext } from "@/pipeline/run_context.ts";
import { takeColumns, takeLabels, takeRows } from "@/pipeline/table/feature_matrix.ts";
import { tablePairs } from "../steps/random_tables.ts";
import { scoredRows } from "../steps/scored_rows.ts";
import { accuracyOf, type LabelledRows, separableRows } from "./labelled_rows.ts";

const grown: TreeOptions = {
  featuresPerSplit: 1000,
  minSamplesLeaf: 1,
  maxDepth: 100,
  splits: "best",
};

function growerOf({ matrix, labels }: LabelledRows, options = grown): TreeGrower {
  return new TreeGrower(binMatrix(matrix, quietContext()), labels, options);
}

/** A tree of all rows, each drawn once. */
function treeOf(rows: LabelledRows, options = grown): TreeEnsemble {
  const draws = new Uint8Array(rows.matrix.rows).fill(1);
  const weights = new Float64Array(rows.labels.classes.length).fill(1);
  return growerOf(rows, options).grow(draws, weights, new Random(1), () => {});
}

/** The splits from the root to each node. */
function depthsOf(tree: TreeEnsemble): Int32Array {
  const depths = new Int32Array(tree.feature.length);
  tree.feature.forEach((feature, node) => {
    if (feature < 0) return;
    depths[tree.left[node]!] = depths[tree.right[node]!] = depths[node]! + 1;
  });
  return depths;
}

/**
 * What scikit-learn 1.2.1 grows on the first 250 rows of `scoredRows`, few enough for exact bins, without
 * the column that is the class, with any `random_state`:
 *
 *     X, y = X[:250, [0, 1, 2, 3, 5]], y[:250]
 *     tree = DecisionTreeClassifier(min_samples_leaf=leaf, max_depth=depth).fit(X, y)
 *     tree.tree_.node_count, tree.get_depth(), tree.tree_.feature[0], log_loss(y, tree.predict_proba(X))
 */
const references = [
  { minSamplesLeaf: 1, maxDepth: 100, nodes: 77, depth: 12, root: 2, loss: 0 },
  { minSamplesLeaf: 5, maxDepth: 100, nodes: 37, depth: 9, root: 2, loss: 0.1986 },
  { minSamplesLeaf: 20, maxDepth: 100, nodes: 13, depth: 5, root: 2, loss: 0.35583 },
  { minSamplesLeaf: 5, maxDepth: 3, nodes: 9, depth: 3, root: 2, loss: 0.39816 },
];

describe("TreeGrower", () => {
  it("grows the trees that scikit-learn grows", () => {
    const first = Array.from({ length: 250 }, (_, row) => row);
    const { matrix, labels } = scoredRows();
    const rows = {
      matrix: takeRows(takeColumns(matrix, [0, 1, 2, 3, 5]), first),
      labels: takeLabels(labels, first),
    };
    for (const { minSamplesLeaf, maxDepth, ...reference } of references) {
      const tree = treeOf(rows, { ...grown, minSamplesLeaf, maxDepth });
      const loss = logLoss(rows.labels, sumTrees(tree, rows.matrix));
      assert.deepEqual({
        nodes: tree.feature.length,
        depth: Math.max(...depthsOf(tree)),
        root: tree.feature[0],
        loss: Math.round(1e5 * loss) / 1e5,
      }, reference);
    }
  });

  it("tells apart all rows that differ, and lets leaves hold the shares of their classes", () => {
    fc.assert(fc.property(tablePairs, ({ train, labels }) => {
      const tree = treeOf({ matrix: train, labels });
      const shares = sumTrees(tree, train);
      const rowKey = (row: number) => {
        const width = train.names.length;
        return [...train.values.subarray(row * width, (row + 1) * width)].map((x) => x + 0).join();
      };
      const kinds = Map.groupBy(labels.codes.keys(), rowKey);
      for (const rows of kinds.values()) {
        const expected = [0, 1, 2].map((code) =>
          rows.filter((row) => labels.codes[row] === code).length / rows.length
        );
        for (const row of rows) {
          expected.forEach((share, code) =>
            assert.ok(Math.abs(shares[row * 3 + code]! - share) < 1e-6)
          );
        }
      }
    }));
  });

  it("lets a tree vote on just the rows that were not drawn for it, as the tree's sums say", () => {
    const rows = separableRows({ seed: 1, rows: 200, classes: 4, holes: 0.3 });
    const draws = Uint8Array.from({ length: 200 }, (_, row) => row % 3);
    for (const splits of ["best", "random"] as const) {
      const grower = growerOf(rows, { ...grown, splits, minSamplesLeaf: 5 });
      const tree = grower.grow(draws, new Float64Array(4).fill(1), new Random(1), () => {});
      const votes = new Int32Array(new SharedArrayBuffer(4 * 800));
      grower.addVotes(draws, votes);
      const sums = sumTrees(tree, rows.matrix);
      votes.forEach((vote, cell) => {
        const share = draws[Math.floor(cell / 4)] === 0 ? sums[cell]! : 0;
        assert.ok(Math.abs(vote / 2 ** 19 - share) < 1e-5);
      });
    }
  });

  it("keeps to the greatest depth and the least rows in a leaf", () => {
    const rows = separableRows({ seed: 1, rows: 300, classes: 5, holes: 0.3, ballast: true });
    for (const maxDepth of [1, 3, 6]) {
      const depths = depthsOf(treeOf(rows, { ...grown, maxDepth }));
      assert.equal(Math.max(...depths), maxDepth);
    }
    for (const minSamplesLeaf of [1, 10, 40]) {
      const tree = treeOf(rows, { ...grown, minSamplesLeaf });
      const leaves = tree.cover.filter((_, node) => tree.feature[node]! < 0);
      assert.ok(leaves.length > 1);
      assert.ok(Math.min(...leaves) >= minSamplesLeaf);
    }
  });

  it("gives every node the weight of the rows that come by", () => {
    const rows = separableRows({ seed: 1, rows: 200, classes: 4, holes: 0.2 });
    const draws = Uint8Array.from({ length: 200 }, (_, row) => row % 3);
    const weights = Float64Array.of(1, 2, 4, 0.5);
    const tree = growerOf(rows).grow(draws, weights, new Random(1), () => {});
    let whole = 0;
    draws.forEach((count, row) => whole += count * weights[rows.labels.codes[row]!]!);
    assert.equal(tree.cover[0], whole);
    tree.feature.forEach((feature, node) => {
      if (feature < 0) return;
      const below = tree.cover[tree.left[node]!]! + tree.cover[tree.right[node]!]!;
      assert.equal(tree.cover[node], below);
    });
  });

  it("learns which side holes belong to", () => {
    const values = Float32Array.from({ length: 200 }, (_, row) => row % 2 === 0 ? NaN : row);
    const codes = Int32Array.from({ length: 200 }, (_, row) => row % 2 === 0 || row > 150 ? 1 : 0);
    const rows = {
      matrix: { names: ["kpi"], rows: 200, values },
      labels: { classes: ["a", "b"], codes },
    };
    const tree = treeOf(rows);
    assert.equal(tree.feature.length, 3);
    assert.equal(accuracyOf(sumTrees(tree, rows.matrix), rows.labels), 1);
  });

  it("grows the same tree from the same draws, whatever it has grown before", () => {
    const rows = separableRows({ seed: 1, rows: 200, classes: 4, holes: 0.2, ballast: true });
    const draws = new Uint8Array(200).fill(1);
    const weights = new Float64Array(4).fill(1);
    for (const splits of ["best", "random"] as const) {
      const few = { ...grown, featuresPerSplit: 2, splits };
      const used = growerOf(rows, few);
      used.grow(draws.map((_, row) => row % 2), weights, new Random(9), () => {});
      const again = used.grow(draws, weights, new Random(1), () => {});
      assert.deepEqual(again, growerOf(rows, few).grow(draws, weights, new Random(1), () => {}));
      const other = used.grow(draws, weights, new Random(2), () => {});
      assert.notDeepEqual(other, again);
    }
  });

  it("gives signs of life while one tree grows", () => {
    const rows = separableRows({ seed: 1, rows: 4000, classes: 4, holes: 0.3 });
    let signs = 0;
    growerOf(rows).grow(
      new Uint8Array(4000).fill(1),
      new Float64Array(4).fill(1),
      new Random(1),
      () => signs++,
    );
    assert.ok(signs > 3, `${signs}`);
  });
});
