import { classificationMetrics } from "../evaluation/classification_metrics.ts";
import { confusionMatrix, predictedClasses } from "../evaluation/confusion_matrix.ts";
import { binMatrix } from "../learners/histogram_bins.ts";
import { sumTrees, type TreeEnsemble } from "../learners/tree_ensemble.ts";
import { meanDecreaseInImpurity } from "../learners/tree_importance.ts";
import { partOf, type RunContext } from "../run_context.ts";
import { takeColumns } from "../table/feature_matrix.ts";
import { rankColumns } from "./column_selection.ts";
import { growJudges, takeBins } from "./judging_forest.ts";
import type { LabelledRows } from "./row_step.ts";

const trees = 20;

/** The numbers of columns to pass through, from `width` to 1: each time the share `drop` goes, at least one. */
export function eliminationSizes(width: number, drop: number): number[] {
  const sizes = [width];
  for (let size = width; size > 1;) {
    size = Math.max(1, Math.min(size - 1, Math.ceil(size * (1 - drop))));
    sizes.push(size);
  }
  return sizes;
}

/**
 * Recursive feature elimination (Guyon et al., "Gene selection for cancer classification using support
 * vector machines", 2002, here by tree importance): grows a small forest on the columns left, drops those of
 * least importance, and so on.
 *
 * @param onForest Is told every forest and the columns it was grown on, one for each of `sizes`.
 * @returns for each column how many were dropped before it; of those dropped together the less important first
 */
export function eliminate(
  { matrix, labels }: LabelledRows,
  sizes: readonly number[],
  context: RunContext,
  onForest: (forest: TreeEnsemble, columns: readonly number[]) => void = () => {},
): Float64Array {
  const width = matrix.names.length;
  const binned = binMatrix(matrix, partOf(context, 0, 0.1));
  const places = new Float64Array(width);
  let columns = Array.from({ length: width }, (_, column) => column);
  for (const [stage, size] of sizes.entries()) {
    const part = partOf(
      context,
      0.1 + 0.9 * stage / sizes.length,
      0.1 + 0.9 * (stage + 1) / sizes.length,
    );
    const forest = growJudges(takeBins(binned, columns), labels, trees, part);
    onForest(forest, columns);
    const { scores } = meanDecreaseInImpurity(forest, size);
    const ranked = rankColumns(scores).map((position) => columns[position]!);
    for (const [rank, column] of ranked.entries()) places[column] = width - 1 - rank;
    columns = ranked.slice(0, sizes[stage + 1] ?? 0).sort((a, b) => a - b);
  }
  return places;
}

/** The macro-F1 of a forest that was grown on some columns. */
export function forestScore(
  forest: TreeEnsemble,
  columns: readonly number[],
  { matrix, labels }: LabelledRows,
): number {
  const classCount = labels.classes.length;
  const sums = sumTrees(forest, takeColumns(matrix, columns));
  return classificationMetrics(confusionMatrix(labels, predictedClasses(sums, classCount))).macro
    .f1;
}
