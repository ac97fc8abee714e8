import type { ModelFile } from "../model/model_file.ts";
import type { Notice } from "../problem.ts";
import { rowEntropies } from "./novelty_entropy.ts";

/** Says how strange rows are beside what a model was trained on. */
export interface NoveltyScorer {
  /** What the score does without, and why. */
  readonly notices: readonly Notice[];
  /**
   * n p-values in (0, 1]: the share of training-like rows, judged by models that had not seen them, that are as
   * strange as this one or stranger. NaN where the probabilities of a row are.
   *
   * @param values n×d raw features, row-major
   * @param probabilities n×k what the model says of them
   */
  pValues(values: Float32Array, probabilities: Float32Array, rows: number): Float32Array;
}

/**
 * The novelty score of a model, calibrated on its out-of-fold predictions; null where it has none.
 *
 * @throws {HealerError} `model/broken-out-of-fold`
 */
export function openNovelty(model: ModelFile): NoveltyScorer | null {
  const outOfFold = model.outOfFold();
  if (outOfFold === null || outOfFold.rows.length === 0) return null;
  const classCount = model.card.classes.length;
  const calibration = rowEntropies(outOfFold.probabilities, classCount).sort();
  return {
    notices: [],
    pValues: (_values, probabilities) =>
      rowEntropies(probabilities, classCount).map((entropy) => shareAsHigh(calibration, entropy)),
  };
}

/**
 * The share of ascending `calibration` that is at least `score`, the scored row counted as one of them: a p-value
 * that is not too small for rows of the same kind (Vovk, Gammerman & Shafer, "Algorithmic learning in a random
 * world", 2005).
 */
function shareAsHigh(calibration: Float32Array, score: number): number {
  if (Number.isNaN(score)) return NaN;
  let low = 0, high = calibration.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (calibration[middle]! < score) low = middle + 1;
    else high = middle;
  }
  return (calibration.length - low + 1) / (calibration.length + 1);
}
