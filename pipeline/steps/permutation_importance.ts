import { logLoss } from "../evaluation/log_loss.ts";
import { sumTrees, type TreeEnsemble } from "../learners/tree_ensemble.ts";
import { Random } from "../random.ts";
import type { RunContext } from "../run_context.ts";
import { columnOf } from "../table/feature_matrix.ts";
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
  const trees = forest.roots.length - 1;
  const shuffled = { ...matrix, values: matrix.values.slice() };
  const loss = (): number => {
    const sums = sumTrees(forest, shuffled);
    return logLoss(labels, sums.map((sum) => sum / trees));
  };
  const scores = new Float64Array(width), deviations = new Float64Array(width);
  const asItIs = loss();
  const used = [...new Set(forest.feature)].filter((feature) => feature >= 0).sort((a, b) => a - b);
  for (const [position, column] of used.entries()) {
    const values = columnOf(matrix, column);
    const setColumn = (cells: Float32Array): void =>
      cells.forEach((value, row) => shuffled.values[row * width + column] = value);
    const growths = Float64Array.from({ length: repeats }, (_, repeat) => {
      context.progress((position + repeat / repeats) / used.length);
      setColumn(random.shuffle(values.slice()));
      return loss() - asItIs;
    });
    setColumn(values);
    const mean = growths.reduce((sum, growth) => sum + growth, 0) / repeats;
    const squares = growths.reduce((sum, growth) => sum + (growth - mean) ** 2, 0);
    scores[column] = mean;
    deviations[column] = Math.sqrt(squares / repeats);
  }
  return { scores, deviations };
}
