import { rowEntropies, withSecondOpinion } from "./novelty_entropy.ts";
import { type NoveltyGrid, NoveltyQuantiles } from "./novelty_grid.ts";
import type { ProjectedRows } from "./novelty_projection.ts";

/** What the scores of rows the models had not seen are compared with. */
export interface NoveltyCalibration {
  /** By what the likelihoods are divided. */
  readonly temperature: number;
  /** How undecided the model and the second opinion are together. */
  readonly doubt: NoveltyGrid;
  /** How far rows are from the training rows. */
  readonly distance: NoveltyGrid;
  /** Both at once. */
  readonly together: NoveltyGrid;
}

/** How undecided the model and the second opinion are about each of n rows, as an entropy. */
export function doubtOf(
  probabilities: Float32Array,
  { likelihoods }: ProjectedRows,
  classCount: number,
  temperature: number,
): Float32Array {
  return rowEntropies(
    withSecondOpinion(probabilities, likelihoods, classCount, temperature),
    classCount,
  );
}

/**
 * The smallest p-value that distance may add. A whole collection may lie elsewhere than the training rows and hold
 * none but known faults, so distance alone never makes a row unknown: the classes must be in doubt, too.
 */
const leastByDistance = 0.1;

/**
 * Two strangenesses as one: the sum of −log p (Fisher, "Statistical methods for research workers", 1925), where that
 * of the distance ends at {@linkcode leastByDistance}. As they depend on each other, it is compared with that of the
 * calibration rows, not with χ².
 */
export function combined(
  doubt: Float32Array,
  distances: Float32Array,
  grids: Pick<NoveltyCalibration, "doubt" | "distance">,
): Float32Array {
  const byDoubt = new NoveltyQuantiles(grids.doubt);
  const byDistance = new NoveltyQuantiles(grids.distance);
  return doubt.map((own, row) =>
    -Math.log(byDoubt.pValue(own)) -
    Math.log(Math.max(leastByDistance, byDistance.pValue(distances[row]!)))
  );
}
