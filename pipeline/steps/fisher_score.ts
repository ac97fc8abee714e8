import type { FeatureMatrix, Labels } from "../table/feature_matrix.ts";
import { classScatter } from "./class_scatter.ts";

/**
 * The Fisher score of each column: the scatter of the class means over the scatter within the classes
 * (Duda, Hart & Stork, "Pattern Classification", 2001; Gu, Li & Han, "Generalized Fisher score", 2011),
 * judged on the known values. Unlike F it does not grow with the number of rows, so that columns with many
 * holes compare with complete ones. It is 0 and Infinity where `anovaF` is.
 */
export function fisherScore(matrix: FeatureMatrix, labels: Labels): Float64Array {
  const { between, within, known, classes } = classScatter(matrix, labels);
  return between.map((squares, column) =>
    squares === 0 || known[column]! <= classes[column]! ? 0 : squares / within[column]!
  );
}
