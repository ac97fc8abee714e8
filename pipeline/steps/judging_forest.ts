import type { BinnedMatrix } from "../learners/histogram_bins.ts";
import { type ForestOptions, growTrees, treeSeeds } from "../learners/grow_forest.ts";
import { stratifiedSample } from "../learners/stratified_sample.ts";
import type { TreeEnsemble } from "../learners/tree_ensemble.ts";
import { Random } from "../random.ts";
import type { RunContext } from "../run_context.ts";
import { type Labels, takeLabels, takeRows } from "../table/feature_matrix.ts";
import type { LabelledRows } from "./row_step.ts";

/** More rows would hardly change which columns a forest uses. */
const maxRows = 10_000;

/** At most 10,000 of the rows, drawn so that each class keeps its share. */
export function judgedRows({ matrix, labels }: LabelledRows, seed: number): LabelledRows {
  if (matrix.rows <= maxRows) return { matrix, labels };
  const rows = stratifiedSample(labels.codes, maxRows, new Random(seed));
  return { matrix: takeRows(matrix, rows), labels: takeLabels(labels, rows) };
}

/** A small random forest, by which columns are judged; its leaves hold class shares. */
export function growJudges(
  binned: BinnedMatrix,
  labels: Labels,
  trees: number,
  context: RunContext,
): TreeEnsemble {
  const options: ForestOptions = {
    tree: {
      featuresPerSplit: Math.max(1, Math.round(Math.sqrt(binned.thresholds.length))),
      minSamplesLeaf: 2,
      maxDepth: 50,
      splits: "best",
    },
    bootstrap: true,
    classWeight: "none",
  };
  const votes = new Int32Array(new SharedArrayBuffer(4 * binned.rows * labels.classes.length));
  const seeds = treeSeeds(context.seed, trees);
  return growTrees({ binned, labels, options, seeds, votes }, context);
}

/** The bins of some of the columns. */
export function takeBins(
  { rows, bins, thresholds }: BinnedMatrix,
  columns: readonly number[],
): BinnedMatrix {
  const taken = new Uint8Array(columns.length * rows);
  for (const [position, column] of columns.entries()) {
    taken.set(bins.subarray(column * rows, (column + 1) * rows), position * rows);
  }
  return { rows, bins: taken, thresholds: columns.map((column) => thresholds[column]!) };
}
