import { type DecisionWeights, topTwoClasses } from "../evaluation/confusion_matrix.ts";
import type { StoredOutOfFold } from "../model/stored_out_of_fold.ts";

/** Which classes rows may have. */
export interface ConformalSets {
  /** The classes with too few calibration rows for a limit of their own: they share one. */
  readonly sharing: readonly string[];
  /** n×k: 1 where the class is in the set of the row, 0 where it is not. No set is empty. */
  setsOf(probabilities: Float32Array): Uint8Array;
}

/** How sets are made. */
export interface ConformalOptions {
  /** The share of the rows of a class whose sets may miss it. */
  readonly errorRate: number;
  /** Those by which the model names its diagnosis, where it weighs its classes. */
  readonly weights?: DecisionWeights;
}

/**
 * Prediction sets that miss the true class in at most a share `errorRate` of the rows of each class: conformal
 * prediction, class by class (Vovk, "Conditional validity of inductive conformal predictors", 2012), calibrated
 * on what cross-validation said of rows that its models had not seen (Vovk, "Cross-conformal predictors", 2015).
 * A class is in the set of a row unless the row fits it worse than all but the share `errorRate` of the
 * calibration rows of that class. Where no class is left, the diagnosis is, as no engineer is helped by an empty
 * set (Angelopoulos & Bates, "A gentle introduction to conformal prediction", 2021).
 *
 * How badly a row fits a class is the margin by which the best other class leads it. Cumulated probabilities
 * (Romano, Sesia & Candès, "Classification with valid and adaptive coverage", 2020) left up to 9 % of the sets
 * empty with half of the own probability, and with all of it covered no less than the model is right.
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
  const scores = marginScores(probabilities, width, weights);
  const all: CalibrationRow[] = [];
  const perClass = classes.map((): CalibrationRow[] => []);
  for (const [row, code] of codes.entries()) {
    const one = { score: scores[row * width + code]!, group: groups?.[row] ?? null };
    all.push(one);
    perClass[code]?.push(one);
  }
  const shared = limitOf(all, errorRate);
  const own = perClass.map((rows) => limitOf(rows, errorRate));
  const limits = own.map((limit) => limit ?? shared ?? Infinity);
  return {
    sharing: classes.filter((_, code) => own[code] === null),
    setsOf: (asked) => setsWithin(limits, asked, width, weights),
  };
}

/** A row that is known to be of a class: how badly it fits that class. */
interface CalibrationRow {
  readonly score: number;
  readonly group: number | null;
}

/** Keeps sums of weights that are equal but for rounding equal. */
const tolerance = 1e-9;

/**
 * The score that all but the share `errorRate` of further rows will not exceed; null where the rows are too few to
 * promise that. A row as bad as the limit is not among those left out. How many rows weighted ones amount to is
 * counted as usual (Kish, "Survey sampling", 1965).
 */
function limitOf(rows: readonly CalibrationRow[], errorRate: number): number | null {
  const sizes = new Map<number, number>();
  for (const { group } of rows) {
    if (group !== null) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  }
  const weighted = rows.map(({ score, group }) => ({
    score,
    weight: 1 / (group === null ? 1 : sizes.get(group) ?? 1),
  })).sort((a, b) => b.score - a.score);
  let total = 0, squares = 0;
  for (const { weight } of weighted) {
    total += weight;
    squares += weight ** 2;
  }
  const effective = total === 0 ? 0 : total ** 2 / squares;
  // The new row counts as one of them.
  const share = (errorRate * (effective + 1) - 1) / effective;
  if (!(share >= -tolerance)) return null;
  let above = 0;
  for (const { score, weight } of weighted) {
    above += weight / total;
    if (above > share + tolerance) return score;
  }
  return null;
}

function setsWithin(
  limits: readonly number[],
  probabilities: Float32Array,
  width: number,
  weights: DecisionWeights | undefined,
): Uint8Array {
  const scores = marginScores(probabilities, width, weights);
  const sets = new Uint8Array(scores.length);
  for (let start = 0; start < scores.length; start += width) {
    let size = 0, best = start;
    for (let code = 0; code < width; code++) {
      const score = scores[start + code]!;
      if (score < scores[best]!) best = start + code;
      if (score > limits[code]!) continue;
      sets[start + code] = 1;
      size++;
    }
    if (size === 0) sets[best] = 1;
  }
  return sets;
}

/** How far each class falls behind the best other one, n×k, in shares of what all classes have together. */
function marginScores(
  probabilities: Float32Array,
  width: number,
  weights: DecisionWeights | undefined,
): Float32Array {
  const scores = new Float32Array(probabilities.length);
  for (let row = 0, start = 0; start < scores.length; row++, start += width) {
    const { first, firstScore, secondScore } = topTwoClasses(probabilities, width, row, weights);
    let sum = 0;
    for (let code = 0; code < width; code++) {
      const own = probabilities[start + code]! * (weights?.[code] ?? 1);
      scores[start + code] = (code === first ? secondScore : firstScore) - own;
      sum += own;
    }
    if (weights === undefined) continue;
    for (let code = 0; code < width; code++) scores[start + code]! /= sum;
  }
  return scores;
}
