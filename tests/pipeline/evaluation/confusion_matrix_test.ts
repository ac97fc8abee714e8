import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { confusionMatrix, predictedClasses } from "@/pipeline/evaluation/confusion_matrix.ts";
import { inputOf, labelsOf, predictionsArbitrary, sklearnCases } from "./evaluation_cases.ts";

describe("confusionMatrix", () => {
  it("puts the truth in rows and the prediction in columns", () => {
    const { classes, counts } = confusionMatrix(
      labelsOf([0, 0, 1, 2], 3),
      Int32Array.of(0, 2, 2, 1),
    );
    assert.deepEqual(classes, ["c0", "c1", "c2"]);
    assert.deepEqual([...counts], [1, 0, 1, 0, 0, 1, 0, 1, 0]);
  });

  for (const reference of sklearnCases) {
    it(`equals scikit-learn: ${reference.name}`, () => {
      const { labels } = inputOf(reference);
      const { counts } = confusionMatrix(labels, Int32Array.from(reference.predicted));
      assert.deepEqual([...counts], reference.counts.flat());
    });
  }

  it("sums to the number of rows, its rows to the sizes of the classes", () => {
    fc.assert(fc.property(predictionsArbitrary, ({ labels, probabilities }) => {
      const width = labels.classes.length;
      const { counts } = confusionMatrix(labels, predictedClasses(probabilities, width));
      for (let truth = 0; truth < width; truth++) {
        const sum = counts.subarray(truth * width, (truth + 1) * width).reduce((a, b) => a + b, 0);
        assert.equal(sum, labels.codes.filter((code) => code === truth).length);
      }
    }));
  });
});

describe("predictedClasses", () => {
  it("takes the greatest probability, the lowest index on ties", () => {
    const rows = [[0.2, 0.5, 0.3], [0.4, 0.2, 0.4], [1 / 3, 1 / 3, 1 / 3], [0, 0, 1]];
    assert.deepEqual([...predictedClasses(Float32Array.from(rows.flat()), 3)], [1, 0, 0, 2]);
  });
});
