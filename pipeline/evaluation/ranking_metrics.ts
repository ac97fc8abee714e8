import type { Labels } from "../table/feature_matrix.ts";

/** How well one class ranks before the others; null where that is undefined. */
export interface ClassRanking {
  /** Area under the one-vs-rest ROC curve; null where the class has no rows or all of them. */
  readonly rocAuc: number | null;
  /** Average precision; null where the class has no rows. */
  readonly prAuc: number | null;
}

/** One-vs-rest rankings of every class and their plain means over the classes where they are defined. */
export interface RankingMetrics {
  /** In the order of `labels.classes`. */
  readonly perClass: readonly ClassRanking[];
  /** Null where no class has a value. */
  readonly macroRocAuc: number | null;
  /** Null where no class has a value. */
  readonly macroPrAuc: number | null;
}

/**
 * One-vs-rest ROC-AUC and PR-AUC of n×k row-major `probabilities`, as scikit-learn's `roc_auc_score` and
 * `average_precision_score` give them for each class. Rows of equal probability form one threshold, so a
 * tie between a row of the class and another counts one half in the ROC-AUC.
 */
export function rankingMetrics(labels: Labels, probabilities: Float32Array): RankingMetrics {
  const { classes, codes } = labels;
  const scores = new Float32Array(codes.length);
  const perClass = classes.map((_, code) => {
    const positives = splitScores(codes, probabilities, classes.length, code, scores);
    return rank(scores.subarray(0, positives).sort(), scores.subarray(positives).sort());
  });
  return {
    perClass,
    macroRocAuc: meanOfDefined(perClass.map(({ rocAuc }) => rocAuc)),
    macroPrAuc: meanOfDefined(perClass.map(({ prAuc }) => prAuc)),
  };
}

/** Puts the scores of the rows of class `code` first in `scores` and the others behind; returns the count of the first. */
function splitScores(
  codes: Int32Array,
  probabilities: Float32Array,
  classCount: number,
  code: number,
  scores: Float32Array,
): number {
  let front = 0, back = codes.length;
  for (let row = 0; row < codes.length; row++) {
    const score = probabilities[row * classCount + code]!;
    if (codes[row] === code) scores[front++] = score;
    else scores[--back] = score;
  }
  return front;
}

/** Walks both ascending lists from their greatest score down, one distinct score (= threshold) at a time. */
function rank(positives: Float32Array, negatives: Float32Array): ClassRanking {
  let positive = positives.length, negative = negatives.length;
  let truePositives = 0, falsePositives = 0, twiceArea = 0, precisionSum = 0;
  while (positive > 0) {
    const threshold = Math.max(
      positives[positive - 1]!,
      negative > 0 ? negatives[negative - 1]! : -Infinity,
    );
    const before = truePositives;
    let passed = 0;
    while (positive > 0 && !(positives[positive - 1]! < threshold)) {
      positive--;
      truePositives++;
    }
    while (negative > 0 && !(negatives[negative - 1]! < threshold)) {
      negative--;
      passed++;
    }
    falsePositives += passed;
    twiceArea += passed * (before + truePositives);
    precisionSum += (truePositives - before) * (truePositives / (truePositives + falsePositives));
  }
  twiceArea += negative * 2 * truePositives;
  return {
    rocAuc: positives.length > 0 && negatives.length > 0
      ? twiceArea / (2 * positives.length * negatives.length)
      : null,
    prAuc: positives.length > 0 ? precisionSum / positives.length : null,
  };
}

function meanOfDefined(values: readonly (number | null)[]): number | null {
  const defined = values.filter((value) => value !== null);
  return defined.length === 0
    ? null
    : defined.reduce((sum, value) => sum + value, 0) / defined.length;
}
