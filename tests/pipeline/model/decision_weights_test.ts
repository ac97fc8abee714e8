import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { macroF1 } from "@/pipeline/evaluation/classification_metrics.ts";
import { confusionMatrix, predictedClasses } from "@/pipeline/evaluation/confusion_matrix.ts";
import { tuneDecision } from "@/pipeline/model/decision_weights.ts";
import type { OutOfFold } from "@/pipeline/model/out_of_fold.ts";
import { predictedRows } from "./predicted_rows.ts";

function scoreOf({ labels, probabilities }: OutOfFold, weights?: readonly number[]): number {
  const classCount = labels.classes.length;
  const predictions = predictedClasses(probabilities, classCount, weights);
  return macroF1(confusionMatrix(labels, predictions).counts, classCount);
}

const rare = { shares: [0.9, 0.07, 0.03], rows: 4000 };

describe("tuneDecision", () => {
  it("raises macro-F1 on rows it has not seen where classes are rare", () => {
    const weights = tuneDecision(...inputOf(predictedRows({ ...rare, seed: 1 })));
    assert.ok(weights !== null);
    for (const seed of [2, 3, 4]) {
      const unseen = predictedRows({ ...rare, seed });
      const gain: number = scoreOf(unseen, weights) - scoreOf(unseen);
      assert.ok(gain > 0.02, `${gain}`);
    }
    assert.ok(weights[0]! < weights[2]!, `${weights}`);
  });

  it("comes within a hundredth of the best weights there are on these very rows", () => {
    const data = predictedRows({ shares: [0.8, 0.2], rows: 3000, seed: 5 });
    const weights = tuneDecision(...inputOf(data)) ?? [1, 1];
    const tried = Array.from({ length: 61 }, (_, step) => scoreOf(data, [Math.exp(-step / 20), 1]));
    assert.ok(scoreOf(data, weights) > Math.max(...tried) - 0.01);
  });

  it("leaves the weights alone where classes are as common and as hard as each other", () => {
    const even = predictedRows({ shares: [1 / 3, 1 / 3, 1 / 3], rows: 6000, seed: 6 });
    const weights = tuneDecision(...inputOf(even)) ?? [1, 1, 1];
    assert.ok(Math.min(...weights) > 0.75, `${weights}`);
  });

  it("gives float32 weights of which the greatest is 1, or none", () => {
    for (let seed = 10; seed < 20; seed++) {
      const weights = tuneDecision(...inputOf(predictedRows({ ...rare, rows: 200, seed })));
      if (weights === null) continue;
      assert.equal(Math.max(...weights), 1);
      assert.ok(weights.every((weight) => weight > 0 && Math.fround(weight) === weight));
    }
  });

  it("answers where every row is right, and where a class is neither true nor likely", () => {
    const labels = { classes: ["a", "b", "c"], codes: Int32Array.of(0, 1, 0, 1) };
    const sure = Float32Array.of(1, 0, 0, 0, 1, 0, 1, 0, 0, 0, 1, 0);
    assert.equal(tuneDecision(labels, sure, () => {}), null);
  });

  it("can be stopped", () => {
    const { labels, probabilities } = predictedRows({ ...rare, rows: 200, seed: 1 });
    const stop = new Error("stop");
    let steps = 0;
    const onStep = (): void => {
      if (++steps > 12) throw stop;
    };
    assert.throws(() => tuneDecision(labels, probabilities, onStep), stop);
  });
});

function inputOf({ labels, probabilities }: OutOfFold): Parameters<typeof tuneDecision> {
  return [labels, probabilities, () => {}];
}
