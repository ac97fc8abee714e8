import { Random } from "../random.ts";
import type { Labels } from "../table/feature_matrix.ts";
import type { BootstrapOptions } from "./bootstrap_interval.ts";
import { squaredErrors } from "./brier_score.ts";
import { rowGroups } from "./group_folds.ts";
import { logLosses } from "./log_loss.ts";
import { type Interval, percentileInterval } from "./percentile_interval.ts";
import { rankingOrder, weightedRanking } from "./weighted_ranking.ts";

/** The intervals of the metrics that need the probabilities themselves. */
export interface ProbabilityIntervals {
  readonly log_loss: Interval;
  readonly brier_score: Interval;
  readonly roc_auc: Interval;
  readonly pr_auc: Interval;
  /** In the order of the classes; resamples without a case of the class do not count. */
  readonly per_class: readonly { readonly roc_auc: Interval; readonly pr_auc: Interval }[];
}

/** Probabilities that are looked at: enough for 1,000 resamples of 33,000 rows of 6 classes. */
const affordable = 2e8;

/**
 * How often to resample n rows of k classes: 1,000 times, on large tables less often but at least 200 times,
 * where a bound still moves by only about a tenth of the interval's width.
 */
export function affordableResamples(rows: number, classes: number): number {
  return Math.max(200, Math.min(1000, Math.floor(affordable / (rows * classes))));
}

/**
 * The bootstrap percentile intervals of log-loss, Brier score, ROC-AUC and PR-AUC for n×k row-major
 * `probabilities`. The rows are sorted once for each class; a resample is a number of times that each row is
 * drawn, with which the sorted rows are walked again.
 */
export function bootstrapProbabilities(
  labels: Labels,
  probabilities: Float32Array,
  options: BootstrapOptions,
): ProbabilityIntervals {
  const { classes, codes } = labels;
  const { resamples = affordableResamples(codes.length, classes.length), groups, onStep } = options;
  const losses = [logLosses(labels, probabilities), squaredErrors(labels, probabilities)];
  const orders = classes.map((_, code) => {
    onStep?.();
    return rankingOrder(labels, probabilities, code);
  });
  const draw = rowDrawer(codes.length, groups, new Random(options.seed));

  const rowsAsTheyAre = new Uint32Array(codes.length).fill(1);
  const observed = metricsOf(losses, orders, rowsAsTheyAre);
  const resampled = Array.from({ length: resamples }, () => {
    onStep?.();
    return metricsOf(losses, orders, draw());
  });
  const interval = (read: (metrics: Metrics) => number): Interval =>
    percentileInterval(read(observed), Float64Array.from(resampled, read));
  return {
    log_loss: interval(({ means }) => means[0]!),
    brier_score: interval(({ means }) => means[1]!),
    roc_auc: interval(({ rocAucs }) => meanOfDefined(rocAucs)),
    pr_auc: interval(({ prAucs }) => meanOfDefined(prAucs)),
    per_class: classes.map((_, code) => ({
      roc_auc: interval(({ rocAucs }) => rocAucs[code]!),
      pr_auc: interval(({ prAucs }) => prAucs[code]!),
    })),
  };
}

/** The metrics of one resample, NaN = undefined. */
interface Metrics {
  readonly means: readonly number[];
  readonly rocAucs: Float64Array;
  readonly prAucs: Float64Array;
}

function metricsOf(
  losses: readonly Float64Array[],
  orders: readonly Uint32Array[],
  times: Uint32Array,
): Metrics {
  const rankings = orders.map((order) => weightedRanking(order, times));
  return {
    means: losses.map((each) => weightedMean(each, times)),
    rocAucs: Float64Array.from(rankings, ({ rocAuc }) => rocAuc),
    prAucs: Float64Array.from(rankings, ({ prAuc }) => prAuc),
  };
}

/** A function that draws rows (or whole groups) with replacement and says how many times each row came. */
function rowDrawer(
  rows: number,
  names: readonly (string | null)[] | undefined,
  random: Random,
): () => Uint32Array {
  const times = new Uint32Array(rows);
  if (names === undefined) {
    return () => {
      times.fill(0);
      for (let draw = 0; draw < rows; draw++) times[random.below(rows)]!++;
      return times;
    };
  }
  const { count, groupOf } = rowGroups(names);
  const timesOfGroup = new Uint32Array(count);
  return () => {
    timesOfGroup.fill(0);
    for (let draw = 0; draw < count; draw++) timesOfGroup[random.below(count)]!++;
    for (let row = 0; row < rows; row++) times[row] = timesOfGroup[groupOf[row]!]!;
    return times;
  };
}

function weightedMean(values: Float64Array, times: Uint32Array): number {
  let sum = 0, count = 0;
  for (let row = 0; row < values.length; row++) {
    sum += times[row]! * values[row]!;
    count += times[row]!;
  }
  return sum / count;
}

function meanOfDefined(values: Float64Array): number {
  let sum = 0, defined = 0;
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    sum += value;
    defined++;
  }
  return sum / defined;
}
