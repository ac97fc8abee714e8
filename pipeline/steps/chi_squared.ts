import type { RunContext } from "../run_context.ts";
import { columnMoments, mapSortedColumns, quantile } from "../table/column_statistics.ts";
import { columnOf, type FeatureMatrix, type Labels } from "../table/feature_matrix.ts";

/** Into how many bins of about equally many rows a column is cut. */
const binCount = 10;

/**
 * The χ² statistic of each column's bins (tenths of its known values) and the classes: Pearson's, of their
 * contingency table. 0 for a column with fewer than two bins.
 */
export function chiSquaredOfBins(
  matrix: FeatureMatrix,
  labels: Labels,
  context: RunContext,
): Float64Array {
  const classCount = labels.classes.length;
  const levels = Array.from({ length: binCount - 1 }, (_, index) => (index + 1) / binCount);
  const edges = mapSortedColumns(
    matrix,
    context,
    (sorted) => [...new Set(levels.map((level) => quantile(sorted, level)))],
  );
  return Float64Array.from(edges, (cuts, index) => {
    const counts = Array.from({ length: cuts.length + 1 }, () => new Float64Array(classCount));
    const known = new Float64Array(classCount);
    columnOf(matrix, index).forEach((value, row) => {
      if (value !== value) return;
      const code = labels.codes[row]!;
      const above = cuts.findIndex((cut) => value <= cut);
      counts[above < 0 ? cuts.length : above]![code]!++;
      known[code]!++;
    });
    return counts.reduce((sum, ofBin) => sum + chiSquared(ofBin, known), 0);
  });
}

/**
 * The χ² statistic of each column's sum in every class, the column scaled to [0, 1] by its range: of such
 * values it is scikit-learn's `chi2`. A column is judged on its known values.
 */
export function chiSquaredOfSums(matrix: FeatureMatrix, labels: Labels): Float64Array {
  const { min, max } = columnMoments(matrix);
  return Float64Array.from(matrix.names, (_, index) => {
    const low = min[index]!, range = max[index]! - low;
    const sums = new Float64Array(labels.classes.length);
    const known = new Float64Array(labels.classes.length);
    columnOf(matrix, index).forEach((value, row) => {
      if (value !== value || range === 0) return;
      const code = labels.codes[row]!;
      sums[code]! += (value - low) / range;
      known[code]!++;
    });
    return chiSquared(sums, known);
  });
}

/** Σ (observed − expected)² / expected, where the sum of `observed` is expected in proportion to `sizes`. */
function chiSquared(observed: Float64Array, sizes: Float64Array): number {
  const sum = observed.reduce((total, part) => total + part, 0);
  const size = sizes.reduce((total, part) => total + part, 0);
  return observed.reduce((total, part, index) => {
    const expected = sum * sizes[index]! / size;
    return expected > 0 ? total + (part - expected) ** 2 / expected : total;
  }, 0);
}
