import type { DecisionWeights } from "../evaluation/confusion_matrix.ts";
import type { StoredOutOfFold } from "../model/stored_out_of_fold.ts";
import { errorRates } from "./verdict.ts";

/** Which classes rows may have. */
export interface ConformalSets {
  /** The classes with too few calibration rows for a limit of their own: they share one. */
  readonly sharing: readonly string[];
  /** n×k: 1 where the class is in the set of the row, 0 where it is not. */
  setsOf(probabilities: Float32Array): Uint8Array;
}

/** How sets are made. */
export interface ConformalOptions {
  /** The share of the rows of a class whose sets may miss it. */
  readonly errorRate: number;
  /** Those by which the model names its diagnosis, where it weighs its classes. */
  readonly weights?: DecisionWeights;
}

/** At most this share of the rows of known classes have empty sets, whatever error rate is accepted. */
const emptyRate = 0.85 * errorRates.usual;

/**
 * Prediction sets that miss the true class in at most a share `errorRate` of the rows of each class: conformal
 * prediction, class by class (Vovk, "Conditional validity of inductive conformal predictors", 2012), calibrated
 * on what cross-validation said of rows that its models had not seen (Vovk, "Cross-conformal predictors", 2015).
 * A class is in the set of a row unless it is less probable there than in all but the share `errorRate` of the
 * calibration rows of that class, which gives the smallest sets (Sadinle, Lei & Wasserman, "Least ambiguous
 * set-valued classifiers with bounded error levels", 2019). Cumulated probabilities (Romano, Sesia & Candès,
 * "Classification with valid and adaptive coverage", 2020) left up to 9 % of the sets empty, and with the own
 * probability in full covered no less than the model is right; margins to the best other class gave sets half as
 * large again.
 *
 * A model that is right more often than is asked of it leaves rows without any class. Their diagnosis then stands
 * alone (Angelopoulos & Bates, "A gentle introduction to conformal prediction", 2021), but for those that fit
 * every class worse than nearly all its rows do.
 *
 * Rows of one incident resemble each other. So each group of a class weighs the same, however many rows it has
 * (Dunn, Wasserman & Ramdas, "Distribution-free prediction sets for two-layer hierarchical models", 2022). A class
 * with too few rows for a limit of its own takes that of all rows together (Ding et al., "Class-conditional
 * conformal prediction with many classes", 2023).
 */
export function conformalSets(
  { labels, probabilities }: Pick<StoredOutOfFold, "labels" | "probabilities">,
  { errorRate, weights }: ConformalOptions,
): ConformalSets {
  const { classes, codes, groups } = labels;
  const width = classes.length;
  const scores = decisionShares(probabilities, width, weights);
  const all: CalibrationRow[] = [];
  const perClass = classes.map((): CalibrationRow[] => []);
  for (const [row, code] of codes.entries()) {
    const one = { score: scores[row * width + code]!, group: groups?.[row] ?? null };
    all.push(one);
    perClass[code]?.push(one);
  }
  const ownLimits = perClass.map((rows) => limitOf(rows, errorRate));
  const limitsAt = (rate: number): number[] => {
    const shared = limitOf(all, rate) ?? -Infinity;
    return perClass.map((rows, code) =>
      ownLimits[code] === null ? shared : limitOf(rows, rate) ?? -Infinity
    );
  };
  const limits = limitsAt(errorRate), lastLimits = limitsAt(Math.min(errorRate, emptyRate));
  return {
    sharing: classes.filter((_, code) => ownLimits[code] === null),
    setsOf: (asked) => setsWithin(limits, lastLimits, decisionShares(asked, width, weights)),
  };
}

/** A row that is known to be of a class: how probable that class is. */
interface CalibrationRow {
  readonly score: number;
  readonly group: number | null;
}

/** Keeps sums of weights that are equal but for rounding equal. */
const tolerance = 1e-9;

/**
 * The score that all but the share `errorRate` of further rows will reach; null where the rows are too few to
 * promise that. How many rows weighted ones amount to is counted as usual (Kish, "Survey sampling", 1965).
 */
function limitOf(rows: readonly CalibrationRow[], errorRate: number): number | null {
  const sizes = new Map<number, number>();
  for (const { group } of rows) {
    if (group !== null) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  }
  const weighted = rows.map(({ score, group }) => ({
    score,
    weight: 1 / (group === null ? 1 : sizes.get(group) ?? 1),
  })).sort((a, b) => a.score - b.score);
  let total = 0, squares = 0;
  for (const { weight } of weighted) {
    total += weight;
    squares += weight ** 2;
  }
  const effective = total === 0 ? 0 : total ** 2 / squares;
  // The new row counts as one of them.
  const share = (errorRate * (effective + 1) - 1) / effective;
  if (!(share >= -tolerance)) return null;
  let below = 0;
  for (const { score, weight } of weighted) {
    below += weight / total;
    if (below > share + tolerance) return score;
  }
  return null;
}

function setsWithin(
  limits: readonly number[],
  lastLimits: readonly number[],
  scores: Float32Array,
): Uint8Array {
  const sets = new Uint8Array(scores.length);
  const width = limits.length;
  for (let start = 0; start < scores.length; start += width) {
    let size = 0, best = start, fits = false;
    for (let code = 0; code < width; code++) {
      const score = scores[start + code]!;
      if (score > scores[best]!) best = start + code;
      if (score >= lastLimits[code]!) fits = true;
      if (score < limits[code]!) continue;
      sets[start + code] = 1;
      size++;
    }
    if (size === 0 && fits) sets[best] = 1;
  }
  return sets;
}

/** The probabilities, or what they are weighed at, in shares of the row. */
function decisionShares(
  probabilities: Float32Array,
  width: number,
  weights: DecisionWeights | undefined,
): Float32Array {
  if (weights === undefined) return probabilities;
  const shares = new Float32Array(probabilities.length);
  for (let start = 0; start < shares.length; start += width) {
    let sum = 0;
    for (let code = 0; code < width; code++) {
      shares[start + code] = probabilities[start + code]! * weights[code]!;
      sum += shares[start + code]!;
    }
    for (let code = 0; code < width; code++) shares[start + code]! /= sum;
  }
  return shares;
}
