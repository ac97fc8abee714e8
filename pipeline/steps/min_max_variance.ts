import type { FeatureMatrix } from "../table/feature_matrix.ts";
import { columnMoments } from "../table/column_statistics.ts";

/**
 * The population variance of each column after its known values were scaled to [0, 1], so that KPIs of
 * any unit compare: 0 for a constant or empty column, at most 0.25.
 */
export function minMaxVariance(matrix: FeatureMatrix): Float64Array {
  const { variance, min, max } = columnMoments(matrix);
  return variance.map((value, column) => {
    const range = max[column]! - min[column]!;
    return range > 0 ? value / (range * range) : 0;
  });
}
