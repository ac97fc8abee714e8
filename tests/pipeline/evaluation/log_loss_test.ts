import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { logLoss } from "@/pipeline/evaluation/log_loss.ts";
import { agree, inputOf, labelsOf, sklearnCases } from "./evaluation_cases.ts";

describe("logLoss", () => {
  for (const reference of sklearnCases) {
    it(`equals scikit-learn: ${reference.name}`, () => {
      const { labels, probabilities } = inputOf(reference);
      const loss = logLoss(labels, probabilities);
      assert.ok(agree(loss, reference.log_loss), `${loss}, ${reference.log_loss}`);
    });
  }

  it("is ln k for a guess and never infinite", () => {
    assert.ok(agree(logLoss(labelsOf([0, 3], 4), new Float32Array(8).fill(0.25)), Math.log(4)));
    const worst = logLoss(labelsOf([0], 2), Float32Array.of(0, 1));
    assert.ok(agree(worst, 23 * Math.LN2), `${worst}`);
  });

  it("divides each row by its sum", () => {
    const labels = labelsOf([0, 1], 2);
    const loss = logLoss(labels, Float32Array.of(0.25, 0.25, 0.5, 0.25));
    assert.ok(agree(loss, (Math.log(2) + Math.log(3)) / 2));
  });
});
