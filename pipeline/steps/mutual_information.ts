import { columnOf, type FeatureMatrix, type Labels } from "../table/feature_matrix.ts";

/** Which nearest neighbour within the class measures the distance, as scikit-learn has it. */
const neighbours = 3;

/**
 * The mutual information of each column and the label, in nats, by the nearest-neighbour estimator of
 * Ross ("Mutual information between discrete and continuous data sets", PLoS ONE 2014), as in
 * scikit-learn's `mutual_info_classif`. Where scikit-learn breaks ties by random noise, tied rows are
 * counted as Gao et al. do ("Estimating mutual information for discrete-continuous mixtures", 2017):
 * the result needs no seed.
 *
 * A column is judged on its known values, and the result is weighted by their share: what a hole gives
 * away is not counted, for an imputer would take it away again.
 */
export function mutualInformation(
  matrix: FeatureMatrix,
  labels: Labels,
  progress: (fraction: number) => void = () => {},
): Float64Array {
  const digamma = digammaTable(matrix.rows + 1);
  return Float64Array.from(matrix.names, (_, index) => {
    progress(index / matrix.names.length);
    const byClass = sortKnown(columnOf(matrix, index), labels);
    const known = byClass.reduce((sum, values) => sum + values.length, 0);
    return known === 0 ? 0 : known / matrix.rows * informationOf(byClass, digamma);
  });
}

/** The known values of each class, ascending. */
function sortKnown(column: Float32Array, labels: Labels): Float64Array[] {
  const byClass: number[][] = labels.classes.map(() => []);
  column.forEach((value, row) => {
    if (value === value) byClass[labels.codes[row]!]!.push(value);
  });
  return byClass.map((values) => Float64Array.from(values).sort());
}

/** Ross's estimate; rows that are alone in their class are left out. */
function informationOf(
  byClass: readonly Float64Array[],
  digamma: Float64Array,
): number {
  const groups = byClass.filter((values) => values.length > 1);
  const all = Float64Array.from(groups.flatMap((values) => Array.from(values))).sort();
  if (groups.length < 2) return 0;
  let sum = 0;
  for (const values of groups) {
    const near = Math.min(neighbours, values.length - 1);
    let first = 0;
    for (let row = 0; row < values.length; row++) {
      const value = values[row]!;
      // The window of `near` + 1 values around the row moves right while that brings its far end closer.
      first = Math.max(first, row - near);
      while (
        first + near + 1 < values.length && first < row &&
        values[first + near + 1]! - value < value - values[first]!
      ) first++;
      const radius = Math.max(value - values[first]!, values[first + near]! - value);
      const inClass = countWithin(values, value, radius, true);
      const tied = radius === 0 || inClass > near + 1;
      const counted = tied ? inClass : near;
      sum += digamma[counted]! - digamma[values.length]! -
        digamma[countWithin(all, value, radius, tied)]!;
    }
  }
  return Math.max(0, digamma[all.length]! + sum / all.length);
}

/** How many of the ascending `values` lie nearer to `centre` than `radius`, or at it where it is `included`. */
function countWithin(
  values: Float64Array,
  centre: number,
  radius: number,
  included: boolean,
): number {
  const isNear = (distance: number) => included ? distance <= radius : distance < radius;
  return firstWhere(values, (value) => !isNear(value - centre)) -
    firstWhere(values, (value) => isNear(centre - value));
}

/** The first index of the ascending `values` from which on `holds`, which turns true once and stays so. */
function firstWhere(values: Float64Array, holds: (value: number) => boolean): number {
  let low = 0, high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(values[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** ψ(n) for the whole numbers below `size`: ψ(n) = Hₙ₋₁ − γ. */
function digammaTable(size: number): Float64Array {
  const table = new Float64Array(size);
  table[1] = -0.5772156649015329;
  for (let n = 2; n < size; n++) table[n] = table[n - 1]! + 1 / (n - 1);
  return table;
}
