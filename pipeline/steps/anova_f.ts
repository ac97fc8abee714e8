import type { FeatureMatrix, Labels } from "../table/feature_matrix.ts";
import { classScatter } from "./class_scatter.ts";

/**
 * The F statistic of a one-way analysis of variance of each column over the classes: variance between
 * the class means over variance within the classes (Fisher 1925; equal to scikit-learn's `f_classif`
 * on complete data). A column is judged on its known values. It is 0 where nothing can be said (a
 * constant column, known values of one class only, one value a class) and Infinity where each class has
 * one value of its own.
 */
export function anovaF(matrix: FeatureMatrix, labels: Labels): Float64Array {
  const { between, within, known, classes } = classScatter(matrix, labels);
  return between.map((squares, column) => {
    const groups = classes[column]!, freedom = known[column]! - groups;
    if (groups < 2 || freedom <= 0 || squares === 0) return 0;
    return (squares / (groups - 1)) / (within[column]! / freedom);
  });
}
