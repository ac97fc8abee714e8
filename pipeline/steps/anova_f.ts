import type { FeatureMatrix, Labels } from "../table/feature_matrix.ts";

/**
 * The F statistic of a one-way analysis of variance of each column over the classes: variance between
 * the class means over variance within the classes (Fisher 1925; equal to scikit-learn's `f_classif`
 * on complete data). A column is judged on its known values. It is 0 where nothing can be said (a
 * constant column, known values of one class only, one value a class) and Infinity where each class has
 * one value of its own.
 */
export function anovaF(matrix: FeatureMatrix, labels: Labels): Float64Array {
  const classCount = labels.classes.length;
  const { rows, values, names: { length: width } } = matrix;
  const count = new Float64Array(width * classCount);
  const mean = new Float64Array(width * classCount);
  for (let row = 0, cell = 0; row < rows; row++) {
    const code = labels.codes[row]!;
    for (let column = 0; column < width; column++, cell++) {
      const value = values[cell]!;
      if (value !== value) continue;
      const group = column * classCount + code;
      mean[group]! += (value - mean[group]!) / ++count[group]!;
    }
  }
  const within = new Float64Array(width);
  for (let row = 0, cell = 0; row < rows; row++) {
    const code = labels.codes[row]!;
    for (let column = 0; column < width; column++, cell++) {
      const value = values[cell]!;
      if (value !== value) continue;
      const deviation = value - mean[column * classCount + code]!;
      within[column]! += deviation * deviation;
    }
  }
  return within.map((withinSquares, column) => {
    const groups = column * classCount;
    return fOfGroups(
      count.subarray(groups, groups + classCount),
      mean.subarray(groups, groups + classCount),
      withinSquares,
    );
  });
}

/** F from the size and the mean of each group and the sum of squares within the groups. */
function fOfGroups(count: Float64Array, mean: Float64Array, withinSquares: number): number {
  let total = 0, groups = 0, grandMean = 0;
  for (let group = 0; group < count.length; group++) {
    if (count[group] === 0) continue;
    groups++;
    total += count[group]!;
    grandMean += (mean[group]! - grandMean) * (count[group]! / total);
  }
  if (groups < 2 || total <= groups) return 0;
  let betweenSquares = 0;
  for (let group = 0; group < count.length; group++) {
    const deviation = mean[group]! - grandMean;
    if (count[group]! > 0) betweenSquares += count[group]! * deviation * deviation;
  }
  if (betweenSquares === 0) return 0;
  return (betweenSquares / (groups - 1)) / (withinSquares / (total - groups));
}
