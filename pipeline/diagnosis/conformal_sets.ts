import type { StoredOutOfFold } from "../model/stored_out_of_fold.ts";

/** Which classes rows may have. */
export interface ConformalSets {
  /** n×k: 1 where the class is in the set of the row, 0 where it is not. */
  setsOf(probabilities: Float32Array): Uint8Array;
}

/**
 * Prediction sets that miss the true class in at most a share `errorRate` of the rows of each class: conformal
 * prediction, class by class (Vovk, "Conditional validity of inductive conformal predictors", 2012), calibrated
 * on what cross-validation said of rows that its models had not seen. A class is in the set of a row unless the
 * row scores worse for it than all but the share `errorRate` of the calibration rows of that class.
 */
export function conformalSets(
  { labels, probabilities }: Pick<StoredOutOfFold, "labels" | "probabilities">,
  errorRate: number,
): ConformalSets {
  const classCount = labels.classes.length;
  const scores = scoresOf(probabilities, classCount);
  const limits = Float32Array.from(labels.classes, (_, code) => {
    const own: number[] = [];
    for (const [row, truth] of labels.codes.entries()) {
      if (truth === code) own.push(scores[row * classCount + code]!);
    }
    return upperQuantile(Float32Array.from(own), errorRate);
  });
  return {
    setsOf: (asked) =>
      Uint8Array.from(
        scoresOf(asked, classCount),
        (score, cell) => score <= limits[cell % classCount]! ? 1 : 0,
      ),
  };
}

/** The score that all but the share `errorRate` of further scores of this kind will not exceed. */
function upperQuantile(scores: Float32Array, errorRate: number): number {
  const rank = Math.ceil((scores.length + 1) * (1 - errorRate));
  return scores.sort()[rank - 1] ?? Infinity;
}

/**
 * How little each class fits, n×k: the probability of all likelier classes and half its own (Romano, Sesia &
 * Candès, "Classification with valid and adaptive coverage", 2020, with the middle in place of a random number).
 */
function scoresOf(probabilities: Float32Array, classCount: number): Float32Array {
  const scores = new Float32Array(probabilities.length);
  for (let start = 0; start < probabilities.length; start += classCount) {
    const own = probabilities.subarray(start, start + classCount);
    for (const [code, probability] of own.entries()) {
      let likelier = 0;
      for (const other of own) if (other > probability) likelier += other;
      scores[start + code] = likelier + probability / 2;
    }
  }
  return scores;
}
