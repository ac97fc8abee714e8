import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { joinTrees, sumTrees } from "@/pipeline/learners/tree_ensemble.ts";
import type { FeatureMatrix } from "@/pipeline/table/feature_matrix.ts";
import { oneLeaf, sumsOfRows, twoTrees } from "./small_trees.ts";

const matrix: FeatureMatrix = {
  names: ["a", "b"],
  rows: sumsOfRows.length,
  values: Float32Array.from(sumsOfRows.flatMap(({ row }) => row)),
};

describe("sumTrees", () => {
  it("adds what the leaf of each tree has for each output", () => {
    assert.deepEqual([...sumTrees(twoTrees(), matrix)], sumsOfRows.flatMap(({ sums }) => sums));
  });

  it("gives zeros without trees", () => {
    assert.deepEqual(sumTrees(joinTrees([], 3), matrix), new Float32Array(3 * matrix.rows));
  });
});

describe("joinTrees", () => {
  it("keeps every tree as it was, in order", () => {
    const parts = [oneLeaf(3, 2, 0.25), twoTrees(), oneLeaf(3, 0, 32), twoTrees()];
    const joined = joinTrees(parts, 3);
    assert.deepEqual([...joined.roots], [0, 1, 6, 9, 10, 15, 18]);
    assert.deepEqual(
      [...sumTrees(joined, matrix)],
      sumsOfRows.flatMap(({ sums: [a, b, c] }) => [2 * a! + 32, 2 * b!, 2 * c! + 0.25]),
    );
  });

  it("gives back a single part", () => {
    assert.deepEqual(joinTrees([twoTrees()], 3), twoTrees());
  });
});
