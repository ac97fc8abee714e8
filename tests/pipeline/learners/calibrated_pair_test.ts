import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { calibratedPair, type PairSolution } from "@/pipeline/learners/calibrated_pair.ts";

describe("calibratedPair", () => {
  /** Sure of the rows it was trained on, and right about four of five others. */
  function memorise(isLeftOut: Uint8Array): PairSolution {
    const decisions = Float64Array.from(isLeftOut, (left, row) => {
      const sign = row < 50 ? 1 : -1;
      return left === 0 ? 3 * sign : row % 5 === 0 ? -sign : sign;
    });
    return { coefficients: decisions.slice(), bias: 2, decisions, converged: true };
  }

  it("trusts decisions as far as they are right on rows held out", () => {
    const foldOf = Uint8Array.from({ length: 100 }, (_, row) => row % 2);
    const { coefficients, bias, slopes } = calibratedPair(
      { firstCount: 50, foldOf, folds: 2 },
      memorise,
    );
    // Held out, f = ±1 is right with the odds 4 : 1, but for the softened targets.
    for (const slope of [slopes.above, slopes.below]) {
      assert.ok(Math.abs(slope - Math.log(4)) < 0.1, `${slope}`);
    }
    assert.equal(bias, 2);
    assert.equal(coefficients[0], 3);
  });

  it("makes do with the training rows where nothing can be held out", () => {
    for (const folds of [1, 2]) {
      // With two folds, one fold has all rows of the first class.
      const foldOf = Uint8Array.from({ length: 100 }, (_, row) => row < 50 ? 0 : 1);
      const { slopes } = calibratedPair({ firstCount: 50, foldOf, folds }, memorise);
      // As sure as 50 right ones of 50 allow.
      assert.ok(Math.abs(3 * slopes.above - Math.log(51)) < 0.1, `${slopes.above}`);
    }
  });
});
