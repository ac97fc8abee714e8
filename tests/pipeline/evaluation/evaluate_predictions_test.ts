import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { predictedClasses } from "@/pipeline/evaluation/confusion_matrix.ts";
import { evaluatePredictions } from "@/pipeline/evaluation/evaluate_predictions.ts";
import { type Evaluation, evaluationSchema } from "@/pipeline/evaluation/evaluation.ts";
import { Random } from "@/pipeline/random.ts";
import { takeLabels } from "@/pipeline/table/feature_matrix.ts";
import { pythonHas, runPython } from "../../python.ts";
import {
  agree,
  inputOf,
  labelsOf,
  parseSklearnCases,
  predictionsArbitrary,
  type SklearnCase,
  sklearnCases,
} from "./evaluation_cases.ts";
import { problemCode } from "./split_cases.ts";

const scalars = [
  "accuracy",
  "balanced_accuracy",
  "macro_f1",
  "weighted_f1",
  "macro_precision",
  "macro_recall",
  "weighted_precision",
  "weighted_recall",
  "log_loss",
  "brier_score",
  "expected_calibration_error",
  "roc_auc",
  "pr_auc",
] as const;
/** Sums over the rows, which differ in their last bits with the order of the rows. */
const sums = ["log_loss", "brier_score", "expected_calibration_error"] as const;
const classScalars = ["precision", "recall", "f1", "support", "roc_auc", "pr_auc"] as const;

function assertSklearn(evaluation: Evaluation, reference: SklearnCase): void {
  const expected: Partial<Record<typeof scalars[number], number>> = {
    accuracy: reference.accuracy,
    balanced_accuracy: reference.balanced_accuracy,
    macro_f1: reference.macro.f1,
    weighted_f1: reference.weighted.f1,
    macro_precision: reference.macro.precision,
    macro_recall: reference.macro.recall,
    weighted_precision: reference.weighted.precision,
    weighted_recall: reference.weighted.recall,
    log_loss: reference.log_loss,
    brier_score: reference.brier_score,
  };
  for (const [key, value] of Object.entries(expected)) {
    const actual = evaluation[key as keyof typeof expected];
    assert.ok(agree(actual ?? null, value), `${reference.name}: ${key} ${actual}, ${value}`);
  }
  for (const [code, values] of reference.per_class.entries()) {
    for (const key of classScalars) {
      const actual = evaluation.per_class[code]![key];
      assert.ok(agree(actual, values[key]), `${reference.name}: class ${code} ${key} ${actual}`);
    }
  }
  assert.deepEqual(evaluation.confusion.counts, reference.counts);
  assertCurve(evaluation.reliability, reference.reliability);
  for (const [code, { reliability }] of reference.per_class.entries()) {
    assertCurve(evaluation.per_class[code]!.reliability, reliability);
  }
}

function assertCurve(
  bins: Evaluation["reliability"] = [],
  reference: SklearnCase["reliability"],
): void {
  assert.equal(bins.length, reference.length);
  for (const [bin, [confidence, observed]] of reference.entries()) {
    assert.ok(agree(bins[bin]!.confidence, confidence), `${bins[bin]!.confidence}, ${confidence}`);
    assert.ok(agree(bins[bin]!.observed, observed), `${bins[bin]!.observed}, ${observed}`);
  }
}

/** What does not depend on the order of the rows, not even in its last bits. */
function withoutSums(evaluation: Evaluation): unknown {
  return {
    ...evaluation,
    ...Object.fromEntries(sums.map((key) => [key, 0])),
    reliability: evaluation.reliability?.map((bin) => ({ ...bin, confidence: 0 })),
    per_class: evaluation.per_class.map((scores) => ({
      ...scores,
      reliability: scores.reliability?.map((bin) => ({ ...bin, confidence: 0 })),
    })),
  };
}

describe("evaluatePredictions", () => {
  for (const reference of sklearnCases) {
    it(`equals scikit-learn: ${reference.name}`, () => {
      const { labels, probabilities } = inputOf(reference);
      assertSklearn(evaluatePredictions(labels, probabilities), reference);
    });
  }

  it("equals the scikit-learn of this machine", {
    skip: pythonHas("sklearn") ? false : "scikit-learn is not on this machine",
  }, () => {
    const program = Deno.readTextFileSync(new URL("sklearn_cases.py", import.meta.url));
    for (const reference of parseSklearnCases(runPython(program))) {
      const { labels, probabilities } = inputOf(reference);
      assertSklearn(evaluatePredictions(labels, probabilities), reference);
    }
  });

  it("fits its schema and survives JSON", () => {
    fc.assert(fc.property(predictionsArbitrary, ({ labels, probabilities }) => {
      const evaluation = evaluatePredictions(labels, probabilities);
      assert.deepEqual(
        evaluationSchema.strict().parse(JSON.parse(JSON.stringify(evaluation))),
        evaluation,
      );
      assert.deepEqual(evaluation.confusion.classes, labels.classes);
      assert.equal(evaluation.confusion.counts.flat().reduce((a, b) => a + b, 0), evaluation.rows);
    }));
  });

  it("does not depend on the order of the rows", () => {
    fc.assert(fc.property(predictionsArbitrary, fc.nat(), ({ labels, probabilities }, seed) => {
      const width = labels.classes.length;
      const order = new Random(seed).shuffle(Int32Array.from(labels.codes, (_, row) => row));
      const reordered = new Float32Array(probabilities.length);
      for (const [position, row] of order.entries()) {
        reordered.set(probabilities.subarray(row * width, (row + 1) * width), position * width);
      }
      const one = evaluatePredictions(labels, probabilities);
      const other = evaluatePredictions(takeLabels(labels, order), reordered);
      assert.deepEqual(withoutSums(other), withoutSums(one));
      for (const key of sums) assert.ok(agree(other[key] ?? null, one[key] ?? null), key);
    }));
  });

  it("permutes the values of the classes when the classes are permuted", () => {
    fc.assert(fc.property(predictionsArbitrary, fc.nat(), ({ labels, probabilities }, seed) => {
      const width = labels.classes.length;
      // The lowest index wins ties, so only rows with one winner keep theirs.
      for (const [row, winner] of predictedClasses(probabilities, width).entries()) {
        probabilities[row * width + winner]! *= 1.00001;
      }
      const newCode = new Random(seed).shuffle(Array.from({ length: width }, (_, code) => code));
      const classes = labels.classes.map((_, code) => labels.classes[newCode.indexOf(code)]!);
      const relabelled = new Float32Array(probabilities.length);
      for (let cell = 0; cell < probabilities.length; cell++) {
        const code = cell % width;
        relabelled[cell - code + newCode[code]!] = probabilities[cell]!;
      }
      const one = evaluatePredictions(labels, probabilities);
      const other = evaluatePredictions(
        { classes, codes: labels.codes.map((code) => newCode[code]!) },
        relabelled,
      );
      for (const key of scalars) assert.ok(agree(other[key] ?? null, one[key] ?? null), key);
      for (let truth = 0; truth < width; truth++) {
        assert.deepEqual(other.per_class[newCode[truth]!], one.per_class[truth]);
        for (let predicted = 0; predicted < width; predicted++) {
          assert.equal(
            other.confusion.counts[newCode[truth]!]![newCode[predicted]!],
            one.confusion.counts[truth]![predicted],
          );
        }
      }
    }));
  });

  it("accepts a single class and probabilities a rounding above 1", () => {
    const evaluation = evaluatePredictions(labelsOf([0, 0], 1), Float32Array.of(1, 1.0000001));
    assert.equal(evaluation.macro_f1, 1);
    assert.equal(evaluation.log_loss, 0);
    assert.equal(evaluation.roc_auc, null);
  });

  it("judges the predictions it is given, not those of greatest probability", () => {
    const labels = labelsOf([0, 0, 1, 1], 2);
    const probabilities = Float32Array.of(0.75, 0.25, 0.625, 0.375, 0.625, 0.375, 0.25, 0.75);
    const evaluation = evaluatePredictions(labels, probabilities, Int32Array.of(0, 0, 1, 1));
    assert.equal(evaluation.accuracy, 1);
    // The confidence of a row is the probability of what it was predicted to be.
    assert.deepEqual(evaluation.reliability, [
      { count: 1, confidence: 0.375, observed: 1 },
      { count: 1, confidence: 0.625, observed: 1 },
      { count: 2, confidence: 0.75, observed: 1 },
    ]);
    assert.equal(evaluation.expected_calibration_error, (0.625 + 0.375 + 2 * 0.25) / 4);
  });

  it("refuses what it cannot evaluate", () => {
    const codeFor = (codes: number[], probabilities: number[]): string =>
      problemCode(() => evaluatePredictions(labelsOf(codes, 2), Float32Array.from(probabilities)));
    assert.equal(codeFor([], []), "evaluation/no-rows");
    assert.equal(codeFor([0], [0.1, 0.2, 0.7]), "evaluation/shapes-differ");
    assert.equal(codeFor([0, -1], [0.5, 0.5, 0.5, 0.5]), "evaluation/no-class");
    assert.equal(codeFor([2], [0.5, 0.5]), "evaluation/no-class");
    assert.equal(codeFor([0, 1], [0.5, 0.5, NaN, 1]), "evaluation/not-a-probability");
    assert.equal(codeFor([0], [0.5, Infinity]), "evaluation/not-a-probability");
    assert.equal(codeFor([0], [-0.5, 1]), "evaluation/not-a-probability");
  });

  it("says which row and class a wrong probability belongs to", () => {
    assert.throws(
      () => evaluatePredictions(labelsOf([0, 1], 2), Float32Array.of(0.5, 0.5, 1, NaN)),
      /in row 2 the probability of class "c1" is NaN/,
    );
  });
});
