import { stratifiedSample } from "../learners/stratified_sample.ts";
import { Random } from "../random.ts";
import { type FeatureMatrix, type Labels, takeLabels, takeRows } from "../table/feature_matrix.ts";
import { incidentGrid } from "./incident_novelty.ts";
import { type NoveltyGrid, noveltyGrid, NoveltyQuantiles } from "./novelty_grid.ts";
import { NoveltyProjection, type ProjectedRows } from "./novelty_projection.ts";
import { combined, doubtOf, type NoveltyCalibration } from "./novelty_scores.ts";
import { fitNoveltySpace, type NoveltySpace } from "./novelty_space.ts";
import type { OutOfFold } from "./out_of_fold.ts";

/** What tells strange rows from those like the training rows. */
export interface FittedNovelty extends NoveltyCalibration {
  readonly space: NoveltySpace;
  /** The scores of whole incidents, where the table has some. */
  readonly incidents?: NoveltyGrid;
}

/** The most rows looked at: more would hardly move a threshold. */
const mostRows = 10_000;

/** The temperatures among which the likeliest is looked for. */
const temperatures = [1, 2, 4, 8, 16, 32, 64, 128];

/**
 * By how much more than is likeliest the second opinion is softened: it has to have its doubts before the model
 * itself has. Measured on whole classes left out.
 */
const softening = 4;

/**
 * Fits the score to training rows and calibrates it on rows as strangers see them: each in a space fitted to the
 * other folds, with what the model of these says of it. null where there is too little for that.
 */
export function fitNovelty(
  matrix: FeatureMatrix,
  labels: Labels,
  outOfFold: OutOfFold,
  seed: number,
): FittedNovelty | null {
  const sample = stratifiedSample(labels.codes, mostRows, new Random(seed));
  const rows = takeRows(matrix, sample), own = takeLabels(labels, sample);
  const { foldOf, probabilities, groups } = predictionsOf(sample, matrix.rows, outOfFold);
  const space = fitNoveltySpace(rows, own);
  const heldOut = space && projectHeldOut(rows, own, foldOf);
  if (space === null || heldOut === null) return null;
  const classCount = labels.classes.length;
  const temperature = softening * likeliestTemperature(heldOut, own.codes, classCount);
  const doubt = doubtOf(probabilities, heldOut, classCount, temperature);
  const grids = { doubt: noveltyGrid(doubt), distance: noveltyGrid(heldOut.distances) };
  const scores = combined(doubt, heldOut.distances, grids);
  const together = noveltyGrid(scores);
  const quantiles = new NoveltyQuantiles(together);
  const incidents = groups && incidentGrid(scores.map((score) => quantiles.pValue(score)), groups);
  return { space, temperature, ...grids, together, ...(incidents ? { incidents } : {}) };
}

/** The fold, the prediction and the group of each row of the sample; −1 and NaN where no fold tests it. */
function predictionsOf(
  sample: Int32Array,
  rows: number,
  outOfFold: OutOfFold,
): Pick<OutOfFold, "foldOf" | "probabilities" | "groups"> {
  const classCount = outOfFold.labels.classes.length;
  const positions = new Int32Array(rows).fill(-1);
  for (const [position, row] of outOfFold.rows.entries()) positions[row] = position;
  const foldOf = new Int32Array(sample.length).fill(-1);
  const probabilities = new Float32Array(sample.length * classCount).fill(NaN);
  const groups = new Array<string | null>(sample.length).fill(null);
  for (const [index, row] of sample.entries()) {
    const position = positions[row]!;
    if (position < 0) continue;
    foldOf[index] = outOfFold.foldOf[position]!;
    groups[index] = outOfFold.groups?.[position] ?? null;
    const start = position * classCount;
    const predicted = outOfFold.probabilities.subarray(start, start + classCount);
    probabilities.set(predicted, index * classCount);
  }
  return { foldOf, probabilities, ...(outOfFold.groups ? { groups } : {}) };
}

/** Every row in a space fitted to the folds it is not in; NaN where no fold tests it. */
function projectHeldOut(
  matrix: FeatureMatrix,
  labels: Labels,
  foldOf: Int32Array,
): ProjectedRows | null {
  const classCount = labels.classes.length;
  const likelihoods = new Float32Array(matrix.rows * classCount).fill(NaN);
  const distances = new Float32Array(matrix.rows).fill(NaN);
  const positions = Int32Array.from(foldOf.keys());
  let isAny = false;
  for (const fold of new Set(foldOf)) {
    if (fold < 0) continue;
    const others = positions.filter((position) => foldOf[position] !== fold);
    const space = fitNoveltySpace(takeRows(matrix, others), takeLabels(labels, others));
    if (space === null) continue;
    isAny = true;
    const tested = positions.filter((position) => foldOf[position] === fold);
    const { values } = takeRows(matrix, tested);
    const projected = new NoveltyProjection(space).project(
      values,
      matrix.names.length,
      tested.length,
    );
    for (const [index, position] of tested.entries()) {
      const start = index * classCount;
      likelihoods.set(
        projected.likelihoods.subarray(start, start + classCount),
        position * classCount,
      );
      distances[position] = projected.distances[index]!;
    }
  }
  return isAny ? { likelihoods, distances } : null;
}

/** The temperature at which the second opinion loses least on the rows held out. */
function likeliestTemperature(
  { likelihoods }: ProjectedRows,
  codes: Int32Array,
  classCount: number,
): number {
  const losses = temperatures.map((temperature) => {
    let loss = 0;
    for (const [row, code] of codes.entries()) {
      const start = row * classCount;
      if (Number.isNaN(likelihoods[start])) continue;
      loss += crossEntropy(
        likelihoods.subarray(start, start + classCount),
        code,
        temperature,
      );
    }
    return loss;
  });
  return temperatures[losses.indexOf(Math.min(...losses))] ?? 1;
}

/** −log of the probability of class `code`, at most that of one in a million. */
function crossEntropy(likelihoods: Float32Array, code: number, temperature: number): number {
  let highest = -Infinity, sum = 0;
  for (const each of likelihoods) highest = Math.max(highest, each);
  for (const each of likelihoods) sum += Math.exp((each - highest) / temperature);
  return -Math.log(Math.max(1e-6, Math.exp((likelihoods[code]! - highest) / temperature) / sum));
}
