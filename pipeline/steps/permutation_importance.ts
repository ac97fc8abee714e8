import { logLoss } from "../evaluation/log_loss.ts";
import type { TreeEnsemble } from "../learners/tree_ensemble.ts";
import { Random } from "../random.ts";
import type { RunContext } from "../run_context.ts";
import { columnOf } from "../table/feature_matrix.ts";
import { ColumnShuffler } from "./column_shuffler.ts";
import type { ColumnScores } from "./column_selection.ts";
import type { LabelledRows } from "./row_step.ts";

/**
 * The permutation importance of each column (Breiman 2001; Fisher, Rudin & Dominici 2019; as scikit-learn's
 * `permutation_importance` with `neg_log_loss`): how much the log loss of a forest on rows that it has not
 * learnt from grows when the values of the column are shuffled among these rows. Mean and standard deviation
 * over `repeats` shuffles; 0 for a column that no tree uses.
 */
export function permutationImportance(
  forest: TreeEnsemble,
  { matrix, labels }: LabelledRows,
  repeats: number,
  context: RunContext,
): Required<ColumnScores> {
  const random = new Random(context.seed);
  const width = matrix.names.length;
  const shuffler = new ColumnShuffler(forest, matrix);
  const lossWith = (column: number, values: Float32Array): number =>
    logLoss(labels, shuffler.means(column, values));
  const scores = new Float64Array(width), deviations = new Float64Array(width);
  for (let column = 0; column < width; column++) {
    if (!shuffler.uses(column)) continue;
    const values = columnOf(matrix, column);
    const asItIs = lossWith(column, values);
    const growths = Float64Array.from({ length: repeats }, (_, repeat) => {
      context.progress((column + repeat / repeats) / width);
      return lossWith(column, random.shuffle(values.slice())) - asItIs;
    });
    const mean = growths.reduce((sum, growth) => sum + growth, 0) / repeats;
    const squares = growths.reduce((sum, growth) => sum + (growth - mean) ** 2, 0);
    scores[column] = mean;
    deviations[column] = Math.sqrt(squares / repeats);
  }
  return { scores, deviations };
}
