import type { ConfusionMatrix } from "./confusion_matrix.ts";

/** Precision, recall and F1 (their harmonic mean), each in [0, 1]. */
export interface PrecisionRecall {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** What predictions are worth for one class. */
export interface ClassMetrics extends PrecisionRecall {
  /** Its number of true rows. */
  readonly support: number;
  /** The number of rows predicted as it. */
  readonly predicted: number;
}

/** Everything that follows from a confusion matrix alone. */
export interface ClassificationMetrics {
  /** n */
  readonly rows: number;
  /** The share of rows predicted rightly. */
  readonly accuracy: number;
  /** The mean recall of the classes that have true rows. */
  readonly balancedAccuracy: number;
  /** One entry a class, in the order of the confusion matrix. */
  readonly perClass: readonly ClassMetrics[];
  /** The plain mean over the classes that occur in the truth or the predictions. */
  readonly macro: PrecisionRecall;
  /** The mean over the classes weighted by support. */
  readonly weighted: PrecisionRecall;
  /** From the hits and misses of all classes together; equals the accuracy while each row has one class. */
  readonly micro: PrecisionRecall;
}

/**
 * The metrics of `confusion` as scikit-learn defines them (`precision_recall_fscore_support` with
 * `labels=None, zero_division=0`, `balanced_accuracy_score`): a ratio without cases is 0, and a class
 * that occurs neither in the truth nor in the predictions counts in no mean.
 */
export function classificationMetrics(confusion: ConfusionMatrix): ClassificationMetrics {
  const { classes, counts } = confusion;
  const classCount = classes.length;
  const perClass: ClassMetrics[] = [];
  const occurring: ClassMetrics[] = [];
  const supported: ClassMetrics[] = [];
  let hits = 0, rows = 0;
  for (let code = 0; code < classCount; code++) {
    const hit = counts[code * classCount + code]!;
    const support = rowSum(counts, classCount, code);
    const predicted = columnSum(counts, classCount, code);
    const metrics = { ...precisionRecall(hit, support, predicted), support, predicted };
    perClass.push(metrics);
    if (support + predicted > 0) occurring.push(metrics);
    if (support > 0) supported.push(metrics);
    hits += hit;
    rows += support;
  }
  return {
    rows,
    accuracy: accuracy(counts, classCount),
    balancedAccuracy: average(supported, () => 1).recall,
    perClass,
    macro: average(occurring, () => 1),
    weighted: average(perClass, ({ support }) => support),
    micro: precisionRecall(hits, rows, rows),
  };
}

/** Macro-F1 of k×k counts, equal to that of {@linkcode classificationMetrics} but without allocation. */
export function macroF1(counts: Float64Array, classCount: number): number {
  let sum = 0, occurring = 0;
  for (let code = 0; code < classCount; code++) {
    const cases = rowSum(counts, classCount, code) + columnSum(counts, classCount, code);
    if (cases === 0) continue;
    occurring++;
    sum += 2 * counts[code * classCount + code]! / cases;
  }
  return ratio(sum, occurring);
}

/** The share of `counts` that lies on the diagonal. */
export function accuracy(counts: Float64Array, classCount: number): number {
  let hits = 0, rows = 0;
  for (let cell = 0; cell < counts.length; cell++) rows += counts[cell]!;
  for (let code = 0; code < classCount; code++) hits += counts[code * classCount + code]!;
  return ratio(hits, rows);
}

function precisionRecall(hits: number, support: number, predicted: number): PrecisionRecall {
  return {
    precision: ratio(hits, predicted),
    recall: ratio(hits, support),
    f1: ratio(2 * hits, support + predicted),
  };
}

function average(
  classes: readonly ClassMetrics[],
  weightOf: (metrics: ClassMetrics) => number,
): PrecisionRecall {
  let precision = 0, recall = 0, f1 = 0, total = 0;
  for (const metrics of classes) {
    const weight = weightOf(metrics);
    precision += weight * metrics.precision;
    recall += weight * metrics.recall;
    f1 += weight * metrics.f1;
    total += weight;
  }
  return { precision: ratio(precision, total), recall: ratio(recall, total), f1: ratio(f1, total) };
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

function rowSum(counts: Float64Array, classCount: number, row: number): number {
  let sum = 0;
  for (let column = 0; column < classCount; column++) sum += counts[row * classCount + column]!;
  return sum;
}

function columnSum(counts: Float64Array, classCount: number, column: number): number {
  let sum = 0;
  for (let row = 0; row < classCount; row++) sum += counts[row * classCount + column]!;
  return sum;
}
