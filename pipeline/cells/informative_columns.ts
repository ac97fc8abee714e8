import { anovaF } from "../steps/anova_f.ts";
import { minMaxVariance } from "../steps/min_max_variance.ts";
import { sampleRows } from "../steps/sample_rows.ts";
import { type FeatureMatrix, type Labels, takeLabels, takeRows } from "../table/feature_matrix.ts";

/** More rows would not change which columns come first. */
const rowLimit = 5000;

/**
 * The indices of all columns, those first that a picture should show: whose means differ most between the
 * classes (ANOVA F), or which vary most over their range where there are no labels. Column order on ties.
 */
export function informativeColumns(matrix: FeatureMatrix, labels: Labels | null): number[] {
  const rows = sampleRows(matrix.rows, rowLimit, 0);
  const sample = takeRows(matrix, rows);
  const scores = labels ? anovaF(sample, takeLabels(labels, rows)) : minMaxVariance(sample);
  return Array.from(scores, (_, index) => index)
    .sort((a, b) => scores[a] === scores[b] ? a - b : scores[b]! - scores[a]!);
}
