import type { Labels } from "../table/feature_matrix.ts";
import { bootstrapInterval, type BootstrapOptions } from "./bootstrap_interval.ts";
import { bootstrapProbabilities } from "./bootstrap_probabilities.ts";
import type { Evaluation } from "./evaluation.ts";
import { rowGroups } from "./group_folds.ts";
import type { Interval } from "./percentile_interval.ts";

type Bounds = [low: number, high: number] | null;

/**
 * `evaluation`, which came of these labels, n×k row-major probabilities and n predictions, with the 95 %
 * bootstrap interval of every metric: over all classes and of each class.
 *
 * @throws {HealerError} where groups or predictions are not as many as the rows.
 */
export function withIntervals(
  evaluation: Evaluation,
  labels: Labels,
  probabilities: Float32Array,
  predictions: Int32Array,
  options: BootstrapOptions,
): Evaluation {
  const byCounts = bootstrapInterval(labels, predictions, options);
  const byProbability = bootstrapProbabilities(labels, probabilities, options);
  const { groups } = options;
  return {
    ...evaluation,
    intervals: {
      drawn: groups ? "groups" : "rows",
      units: groups ? rowGroups(groups).count : labels.codes.length,
      accuracy: bounds(byCounts.accuracy),
      balanced_accuracy: bounds(byCounts.balanced_accuracy),
      macro_f1: bounds(byCounts.macro_f1),
      weighted_f1: bounds(byCounts.weighted_f1),
      macro_precision: bounds(byCounts.macro_precision),
      macro_recall: bounds(byCounts.macro_recall),
      weighted_precision: bounds(byCounts.weighted_precision),
      weighted_recall: bounds(byCounts.weighted_recall),
      log_loss: bounds(byProbability.log_loss),
      brier_score: bounds(byProbability.brier_score),
      roc_auc: bounds(byProbability.roc_auc),
      pr_auc: bounds(byProbability.pr_auc),
    },
    per_class: evaluation.per_class.map((scores, code) => {
      const { precision, recall, f1 } = byCounts.per_class[code]!;
      const { roc_auc, pr_auc } = byProbability.per_class[code]!;
      return {
        ...scores,
        intervals: {
          precision: bounds(precision),
          recall: bounds(recall),
          f1: bounds(f1),
          roc_auc: bounds(roc_auc),
          pr_auc: bounds(pr_auc),
        },
      };
    }),
  };
}

function bounds({ low, high }: Interval): Bounds {
  return Number.isNaN(low) ? null : [low, high];
}
