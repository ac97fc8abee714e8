import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { exactSums } from "@/pipeline/learners/exact_sums.ts";
import { joinTrees } from "@/pipeline/learners/tree_ensemble.ts";
import { oneLeaf } from "./small_trees.ts";

const values = fc.array(fc.float({ min: -3, max: 3, noNaN: true }), {
  minLength: 1,
  maxLength: 300,
});

describe("exactSums", () => {
  it("lets float32 add the leaves and the base score in any order without rounding", () => {
    fc.assert(fc.property(values, fc.double({ min: -9, max: 0, noNaN: true }), (leaves, base) => {
      const joined = joinTrees(leaves.map((value) => oneLeaf(1, 0, value)), 1);
      const { trees, baseScores } = exactSums(joined, Float64Array.of(base));
      const parts = [...trees.leafValue, baseScores[0]!];
      const exact = parts.reduce((sum, part) => sum + part, 0);
      for (const order of [parts, parts.toReversed(), parts.toSorted((a, b) => a - b)]) {
        assert.equal(order.reduce((sum, part) => Math.fround(sum + part), 0), exact);
      }
    }));
  });

  it("changes no value by more than 2⁻²³ of the greatest sum", () => {
    fc.assert(fc.property(values, (leaves) => {
      const joined = joinTrees(leaves.map((value) => oneLeaf(1, 0, value)), 1);
      const { trees } = exactSums(joined, Float64Array.of(0));
      const greatest = leaves.reduce((sum, value) => sum + Math.abs(value), 0);
      for (const [index, value] of leaves.entries()) {
        assert.ok(Math.abs(trees.leafValue[index]! - value) <= greatest * 2 ** -22);
      }
    }));
  });

  it("leaves the base score of an output without trees alone", () => {
    const joined = joinTrees([oneLeaf(2, 0, 1)], 2);
    assert.equal(exactSums(joined, Float64Array.of(0, -1e30)).baseScores[1], Math.fround(-1e30));
  });
});
