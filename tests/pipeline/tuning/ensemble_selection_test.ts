import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { logLoss } from "@/pipeline/evaluation/log_loss.ts";
import { Random } from "@/pipeline/random.ts";
import { selectWeights, weightedAverage } from "@/pipeline/tuning/ensemble_selection.ts";

const classes = ["a", "b"];

/** Predictions of two classes whose probability of the truth is `trust` of each row. */
function predictions(codes: Int32Array, trust: (row: number) => number): Float32Array {
  return Float32Array.from(
    { length: 2 * codes.length },
    (_, cell) => cell % 2 === codes[cell >> 1] ? trust(cell >> 1) : 1 - trust(cell >> 1),
  );
}

describe("the selection of an ensemble", () => {
  it("gives all weight to a candidate that knows the truth", () => {
    const codes = Int32Array.of(0, 1, 0, 1);
    const labels = { classes, codes };
    const candidates = [predictions(codes, () => 0.6), predictions(codes, () => 0.99)];
    const weights = selectWeights(candidates, labels, Int32Array.of(0, 1, 2, 3), 2);
    assert.deepEqual([...weights], [0, 1]);
  });

  it("averages candidates that err on other rows", () => {
    const codes = Int32Array.from({ length: 100 }, (_, row) => row % 2);
    const labels = { classes, codes };
    const candidates = [0, 1, 2].map((kind) =>
      predictions(codes, (row) => row % 3 === kind ? 0.1 : 0.9)
    );
    const rows = Int32Array.from(codes.keys());
    const weights = selectWeights(candidates, labels, rows, 3);
    for (const weight of weights) assert.ok(Math.abs(weight - 1 / 3) < 0.05, weights.join(" "));
    const blended = logLoss(labels, weightedAverage(candidates, weights));
    for (const candidate of candidates) assert.ok(blended < logLoss(labels, candidate) - 0.1);
    assert.equal(selectWeights(candidates, labels, rows, 1).filter((each) => each > 0).length, 1);
  });

  it("is never worse than the best candidate, and looks at the given rows only", () => {
    fc.assert(fc.property(fc.integer(), fc.integer({ min: 1, max: 6 }), (seed, count) => {
      const random = new Random(seed);
      const codes = Int32Array.from({ length: 40 }, () => random.below(2));
      const labels = { classes, codes };
      const candidates = Array.from({ length: count }, () => {
        const trust = codes.map(() => random.below(1000));
        return predictions(codes, (row) => trust[row]! / 1000);
      });
      const rows = Int32Array.from({ length: 30 }, (_, row) => row);
      const weights = selectWeights(candidates, labels, rows, count);
      assert.ok(Math.abs(weights.reduce((sum, weight) => sum + weight, 0) - 1) < 1e-9);
      const lossOf = (probabilities: Float32Array) =>
        logLoss({ classes, codes: codes.slice(0, 30) }, probabilities.subarray(0, 60));
      const blended = lossOf(weightedAverage(candidates, weights));
      assert.ok(blended <= Math.min(...candidates.map(lossOf)) + 1e-6);
      for (const candidate of candidates) candidate.fill(0.5, 60);
      assert.deepEqual(selectWeights(candidates, labels, rows, count), weights);
    }));
  });
});
