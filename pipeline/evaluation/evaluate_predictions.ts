import { HealerError } from "../problem.ts";
import type { Labels } from "../table/feature_matrix.ts";
import { brierScore } from "./brier_score.ts";
import { classificationMetrics } from "./classification_metrics.ts";
import { type ConfusionMatrix, confusionMatrix, predictedClasses } from "./confusion_matrix.ts";
import type { Evaluation } from "./evaluation.ts";
import { logLoss } from "./log_loss.ts";
import { evaluationProblem } from "./problems.ts";
import { rankingMetrics } from "./ranking_metrics.ts";
import { expectedCalibrationError, reliabilityOf } from "./reliability.ts";

/** A float32 softmax may leave [0, 1] by its rounding. */
const rounding = 1e-4;

/**
 * Every metric of n×k row-major class `probabilities` against the true classes. The `predictions` (n indices
 * into the classes) are those of greatest probability, the lowest index on ties, unless given.
 *
 * @throws {HealerError} where there is no row, a row has no class, the shapes differ, or a probability
 * is not a number in [0, 1] (within 1e-4).
 */
export function evaluatePredictions(
  labels: Labels,
  probabilities: Float32Array,
  predictions = predictedClasses(probabilities, labels.classes.length),
): Evaluation {
  checkPredictions(labels, probabilities);
  const confusion = confusionMatrix(labels, predictions);
  const metrics = classificationMetrics(confusion);
  const ranking = rankingMetrics(labels, probabilities);
  const reliability = reliabilityOf(labels, probabilities, predictions);
  return {
    rows: metrics.rows,
    accuracy: metrics.accuracy,
    balanced_accuracy: metrics.balancedAccuracy,
    macro_f1: metrics.macro.f1,
    weighted_f1: metrics.weighted.f1,
    macro_precision: metrics.macro.precision,
    macro_recall: metrics.macro.recall,
    weighted_precision: metrics.weighted.precision,
    weighted_recall: metrics.weighted.recall,
    log_loss: logLoss(labels, probabilities),
    brier_score: brierScore(labels, probabilities),
    expected_calibration_error: expectedCalibrationError(reliability.predicted),
    roc_auc: ranking.macroRocAuc,
    pr_auc: ranking.macroPrAuc,
    per_class: metrics.perClass.map(({ precision, recall, f1, support }, code) => ({
      class: labels.classes[code]!,
      precision,
      recall,
      f1,
      support,
      roc_auc: ranking.perClass[code]!.rocAuc,
      pr_auc: ranking.perClass[code]!.prAuc,
      reliability: [...reliability.perClass[code]!],
    })),
    reliability: [...reliability.predicted],
    confusion: { classes: [...labels.classes], counts: countsByTruth(confusion) },
  };
}

function checkPredictions({ classes, codes }: Labels, probabilities: Float32Array): void {
  if (codes.length === 0) throw new HealerError(evaluationProblem.noRows());
  if (probabilities.length !== codes.length * classes.length) {
    throw new HealerError(
      evaluationProblem.shapesDiffer(probabilities.length, codes.length, classes.length),
    );
  }
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row]!;
    if (!(code >= 0 && code < classes.length)) {
      throw new HealerError(evaluationProblem.noClass(row));
    }
  }
  for (let cell = 0; cell < probabilities.length; cell++) {
    const probability = probabilities[cell]!;
    if (!(probability >= -rounding && probability <= 1 + rounding)) {
      throw new HealerError(
        evaluationProblem.notAProbability(
          Math.floor(cell / classes.length),
          classes[cell % classes.length]!,
          probability,
        ),
      );
    }
  }
}

function countsByTruth({ classes, counts }: ConfusionMatrix): number[][] {
  const width = classes.length;
  return classes.map((_, truth) => [...counts.subarray(truth * width, (truth + 1) * width)]);
}
