import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { treeShap, treeShapBase } from "@/pipeline/evaluation/tree_shap.ts";
import { treeShapOnThreads } from "@/pipeline/evaluation/tree_shap_team.ts";
import { sumTrees, type TreeEnsemble } from "@/pipeline/learners/tree_ensemble.ts";
import { quietContext } from "@/pipeline/run_context.ts";
import type { FeatureMatrix } from "@/pipeline/table/feature_matrix.ts";
import { pythonHas, runPython } from "../../python.ts";
import { oneLeaf } from "../learners/small_trees.ts";
import { assertClose } from "../steps/assert_close.ts";
import { arbitraryRows, arbitraryTrees } from "./arbitrary_trees.ts";
import { shapleyValues } from "./shapley.ts";
import { matrixOfCase, readXgboostCases, treesOfCase, type XgboostCase } from "./xgboost_trees.ts";

const features = 4, outputs = 3;

describe("treeShap", () => {
  it("gives the Shapley values of the trees' conditional expectations", () => {
    fc.assert(
      fc.property(
        arbitraryTrees(features, outputs),
        arbitraryRows(features),
        (trees, matrix) => {
          const found = treeShap(trees, matrix, {}, quietContext());
          assertClose(found, byDefinition(trees, matrix, [0, 1, 2, 3]), 1e-9);
        },
      ),
      { numRuns: 200 },
    );
  });

  it("takes columns of one player together", () => {
    fc.assert(
      fc.property(
        arbitraryTrees(features, outputs),
        arbitraryRows(features),
        (trees, matrix) => {
          const players = [2, 0, 2, 1];
          const options = { players: Int32Array.from(players), playerCount: 3 };
          const found = treeShap(trees, matrix, options, quietContext());
          assertClose(found, byDefinition(trees, matrix, players), 1e-9);
        },
      ),
    );
  });

  it("adds up, with the base, to the sums of the trees", () => {
    const { trees, matrix } = deepTree();
    const base = treeShapBase(trees);
    const contributions = treeShap(trees, matrix, {}, quietContext());
    const sums = sumTrees(trees, matrix).map((_, place) => {
      const start = place * matrix.names.length;
      const given = contributions.subarray(start, start + matrix.names.length);
      return given.reduce((sum, each) => sum + each, base[place % trees.outputs]!);
    });
    assertClose(sums, sumTrees(trees, matrix), 1e-6);
  });

  it("gives for one output a row what it gives for all", () => {
    fc.assert(
      fc.property(
        arbitraryTrees(features, outputs),
        arbitraryRows(features),
        fc.array(fc.nat(outputs - 1), { minLength: 3, maxLength: 3 }),
        (trees, matrix, wanted) => {
          const outputOf = Int32Array.from(wanted).slice(0, matrix.rows);
          const all = treeShap(trees, matrix, {}, quietContext());
          const some = treeShap(trees, matrix, { outputOf }, quietContext());
          const expected = [...outputOf].flatMap((output, row) => {
            const start = (row * outputs + output) * features;
            return [...all.subarray(start, start + features)];
          });
          assert.deepEqual([...some], expected);
        },
      ),
    );
  });

  it("gives nothing to anyone in a tree that is one leaf, and its value as base", () => {
    const matrix = { names: ["a", "b"], rows: 1, values: Float32Array.of(1, NaN) };
    const trees = oneLeaf(2, 1, 0.75);
    assert.deepEqual([...treeShap(trees, matrix, {}, quietContext())], [0, 0, 0, 0]);
    assert.deepEqual([...treeShapBase(trees)], [0, 0.75]);
  });

  it("agrees with XGBoost's pred_contribs on the same trees", () => {
    const text = Deno.readTextFileSync(new URL("xgboost_shap.jsonl", import.meta.url));
    for (const each of readXgboostCases(text)) assertLikeXgboost(each);
  });

  it("agrees with the installed XGBoost on deeper trees", {
    skip: pythonHas("xgboost") ? false : "python3-xgboost is not installed",
  }, () => {
    const program = Deno.readTextFileSync(new URL("xgboost_shap.py", import.meta.url));
    const text = runPython(program, "2", "60", "20", "9");
    for (const each of readXgboostCases(text)) assertLikeXgboost(each);
  });

  it("gives the same with one thread and with several", async () => {
    const { trees, matrix } = deepTree();
    const rows = 50_000;
    const values = Float32Array.from(
      { length: rows * matrix.names.length },
      (_, cell) => cell % 11 === 0 ? NaN : Math.cos(cell),
    );
    const many = { ...matrix, rows, values };
    const options = { outputOf: new Int32Array(rows) };
    const alone = treeShap(trees, many, options, quietContext());
    const context = { ...quietContext(), threads: 2 };
    assert.deepEqual(await treeShapOnThreads(trees, many, options, context), alone);
  });

  it("stops when it is told to", () => {
    const { trees, matrix } = deepTree();
    const rows = 60_000;
    const values = new Float32Array(rows * matrix.names.length);
    const context = {
      seed: 0,
      progress: () => {
        throw new Error("stopped");
      },
    };
    assert.throws(() => treeShap(trees, { ...matrix, rows, values }, {}, context), /stopped/);
  });
});

function assertLikeXgboost(each: XgboostCase): void {
  const matrix = matrixOfCase(each);
  const trees = treesOfCase(each);
  const contributions = treeShap(trees, matrix, {}, quietContext());
  const expected = each.contributions.flat().flatMap((row) => row.slice(0, -1));
  assertClose(contributions, expected, 1e-4);
  // XGBoost's own constant is the same in all rows.
  const sums = sumTrees(trees, matrix);
  const constants = each.margins.flat().map((margin, place) => margin - sums[place]!);
  const base = treeShapBase(trees);
  for (const [place, row] of each.contributions.flat().entries()) {
    const ours = base[place % trees.outputs]! + constants[place]!;
    assert.ok(Math.abs(row.at(-1)! - ours) < 1e-4, `base ${ours}, expected ${row.at(-1)}`);
  }
}

/** n×k×d Shapley values, each from the worth of every coalition. */
function byDefinition(
  trees: TreeEnsemble,
  matrix: FeatureMatrix,
  players: readonly number[],
): number[] {
  const width = matrix.names.length;
  const roots = [...trees.roots.subarray(0, -1)];
  const shapleyOf = (row: Float32Array, output: number): number[] =>
    shapleyValues(Math.max(...players) + 1, (coalition) => {
      const isKnown = (column: number): boolean => (coalition >> players[column]! & 1) === 1;
      return roots.reduce((sum, root) => sum + expectation(trees, root, row, output, isKnown), 0);
    });
  return Array.from({ length: matrix.rows }, (_, row) => {
    const values = matrix.values.subarray(row * width, (row + 1) * width);
    return Array.from({ length: trees.outputs }, (_, output) => shapleyOf(values, output));
  }).flat(2);
}

/** What a row gets below `node` where some columns are known and the others go both ways. */
function expectation(
  trees: TreeEnsemble,
  node: number,
  row: Float32Array,
  output: number,
  isKnown: (column: number) => boolean,
): number {
  const split = trees.feature[node]!;
  if (split < 0) {
    let sum = 0;
    for (let entry = trees.leafStart[node]!; entry < trees.leafStart[node + 1]!; entry++) {
      if (trees.leafOutput[entry] === output) sum += trees.leafValue[entry]!;
    }
    return sum;
  }
  const [left, right] = [trees.left[node]!, trees.right[node]!];
  const below = (child: number): number => expectation(trees, child, row, output, isKnown);
  if (isKnown(split)) {
    const value = row[split]!;
    const goesLeft = Number.isNaN(value)
      ? trees.missingLeft[node] === 1
      : value <= trees.threshold[node]!;
    return below(goesLeft ? left : right);
  }
  const cover = trees.cover[node]!;
  const share = cover > 0 ? trees.cover[left]! / cover : 0.5;
  return share * below(left) + (1 - share) * below(right);
}

/** A tree that splits 40 times in a row, on twelve features, so that single paths are long. */
function deepTree(): { trees: TreeEnsemble; matrix: FeatureMatrix } {
  const depth = 40, width = 12, rows = 20;
  const nodes = Array.from({ length: 2 * depth + 1 }, (_, node) => node);
  const isLeaf = (node: number): boolean => node % 2 === 1 || node === 2 * depth;
  const leaves = nodes.filter(isLeaf);
  const leavesBelow = (node: number): number => isLeaf(node) ? 1 : depth + 1 - node / 2;
  return {
    trees: {
      outputs: 1,
      roots: Int32Array.of(0, nodes.length),
      feature: Int32Array.from(nodes, (node) => isLeaf(node) ? -1 : node / 2 % width),
      threshold: Float32Array.from(nodes, (node) => Math.cos(node)),
      missingLeft: Uint8Array.from(nodes, (node) => node % 4 === 0 ? 1 : 0),
      left: Int32Array.from(nodes, (node) => isLeaf(node) ? 0 : node + 1),
      right: Int32Array.from(nodes, (node) => isLeaf(node) ? 0 : node + 2),
      cover: Float32Array.from(nodes, leavesBelow),
      leafStart: Int32Array.of(0, ...nodes.map((node) => leaves.filter((l) => l <= node).length)),
      leafOutput: new Int32Array(leaves.length),
      leafValue: Float32Array.from(leaves, (_, index) => Math.sin(index)),
    },
    matrix: {
      names: Array.from({ length: width }, (_, column) => `f${column}`),
      rows,
      values: Float32Array.from(
        { length: rows * width },
        (_, cell) => cell % 7 === 0 ? NaN : Math.sin(cell),
      ),
    },
  };
}
