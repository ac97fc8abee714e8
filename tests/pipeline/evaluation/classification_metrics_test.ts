import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import {
  accuracy,
  classificationMetrics,
  macroF1,
  type PrecisionRecall,
} from "@/pipeline/evaluation/classification_metrics.ts";
import { agree, sklearnCases } from "./evaluation_cases.ts";

function assertAgree(actual: PrecisionRecall, expected: PrecisionRecall, what: string): void {
  for (const key of ["precision", "recall", "f1"] as const) {
    assert.ok(agree(actual[key], expected[key]), `${what} ${key}: ${actual[key]}`);
  }
}

const confusionArbitrary = fc.integer({ min: 1, max: 6 }).chain((width) =>
  fc.array(fc.oneof(fc.constant(0), fc.nat(50)), {
    minLength: width ** 2,
    maxLength: width ** 2,
  }).map((counts) => ({
    classes: Array.from({ length: width }, (_, code) => `c${code}`),
    counts: Float64Array.from(counts),
  }))
);

describe("classificationMetrics", () => {
  for (const reference of sklearnCases) {
    it(`equals scikit-learn: ${reference.name}`, () => {
      const metrics = classificationMetrics({
        classes: reference.counts.map((_, code) => `c${code}`),
        counts: Float64Array.from(reference.counts.flat()),
      });
      assert.equal(metrics.rows, reference.truth.length);
      assert.ok(agree(metrics.accuracy, reference.accuracy));
      assert.ok(agree(metrics.balancedAccuracy, reference.balanced_accuracy));
      assertAgree(metrics.macro, reference.macro, "macro");
      assertAgree(metrics.weighted, reference.weighted, "weighted");
      assertAgree(metrics.micro, reference.micro, "micro");
      for (const [code, expected] of reference.per_class.entries()) {
        assertAgree(metrics.perClass[code]!, expected, `class ${code}`);
        assert.equal(metrics.perClass[code]!.support, expected.support);
      }
    });
  }

  it("gives 0 where there is nothing to divide by", () => {
    const metrics = classificationMetrics({
      classes: ["a", "b"],
      counts: Float64Array.of(0, 3, 0, 0),
    });
    assert.deepEqual(metrics.perClass, [
      { precision: 0, recall: 0, f1: 0, support: 3, predicted: 0 },
      { precision: 0, recall: 0, f1: 0, support: 0, predicted: 3 },
    ]);
    assert.equal(metrics.macro.f1, 0);
    assert.equal(metrics.balancedAccuracy, 0);
  });

  it("counts a class that never occurs in no mean", () => {
    const two = classificationMetrics({
      classes: ["a", "b"],
      counts: Float64Array.of(4, 1, 2, 3),
    });
    const three = classificationMetrics({
      classes: ["a", "never", "b"],
      counts: Float64Array.of(4, 0, 1, 0, 0, 0, 2, 0, 3),
    });
    assert.deepEqual(three.macro, two.macro);
    assert.deepEqual(three.weighted, two.weighted);
    assert.equal(three.balancedAccuracy, two.balancedAccuracy);
  });
});

describe("macroF1 and accuracy", () => {
  it("equal those of all metrics", () => {
    fc.assert(fc.property(confusionArbitrary, (confusion) => {
      const metrics = classificationMetrics(confusion);
      const width = confusion.classes.length;
      assert.ok(agree(macroF1(confusion.counts, width), metrics.macro.f1));
      assert.ok(agree(accuracy(confusion.counts, width), metrics.micro.f1));
    }));
  });
});
