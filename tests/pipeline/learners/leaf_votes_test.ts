import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { leafVotes } from "@/pipeline/learners/leaf_votes.ts";
import { joinTrees } from "@/pipeline/learners/tree_ensemble.ts";
import { oneLeaf } from "./small_trees.ts";

/** Trees that are one leaf each, with shares of any size for their outputs. */
const forests = fc.array(
  fc.array(fc.float({ min: 2 ** -20, max: 1, noNaN: true }), { minLength: 1, maxLength: 12 }),
  { minLength: 1, maxLength: 400 },
);

function forestOf(leaves: readonly (readonly number[])[]) {
  const outputs = Math.max(...leaves.map((leaf) => leaf.length));
  return joinTrees(
    leaves.map((leaf) => ({
      ...oneLeaf(outputs, 0, 0),
      leafStart: Int32Array.of(0, leaf.length),
      leafOutput: Int32Array.from(leaf.keys()),
      leafValue: Float32Array.from(leaf),
    })),
    outputs,
  );
}

describe("leafVotes", () => {
  it("keeps the shares within a leaf and gives each tree the same say, to 2⁻²⁴", () => {
    fc.assert(fc.property(forests, (leaves) => {
      const votes = leafVotes(forestOf(leaves));
      let entry = 0;
      for (const leaf of leaves) {
        const whole = leaf.reduce((sum, share) => sum + share);
        for (const share of leaf) {
          const expected = share / whole / leaves.length;
          assert.ok(Math.abs(votes[entry++]! - expected) <= 2 * 2 ** -24);
        }
      }
    }));
  });

  it("gives votes that add up to exactly 1 in float32, in any order", () => {
    fc.assert(fc.property(forests, fc.infiniteStream(fc.nat()), (leaves, keys) => {
      const votes = leafVotes(forestOf(leaves));
      assert.ok(votes.every((vote) => vote >= 0 && Number.isInteger(vote * 2 ** 24)));
      const shuffled = [...votes].map((vote) => ({ vote, key: keys.next().value }))
        .sort((a, b) => a.key - b.key).map(({ vote }) => vote);
      for (const order of [[...votes], [...votes].reverse(), shuffled]) {
        assert.equal(order.reduce((sum, vote) => Math.fround(sum + vote)), 1);
      }
    }));
  });
});
