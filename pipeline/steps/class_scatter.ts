import type { FeatureMatrix, Labels } from "../table/feature_matrix.ts";

/** How the known values of each of d columns scatter between and within the classes. */
export interface ClassScatter {
  /** Σ over the classes of (number of values)·(mean of the class − mean of all)². */
  readonly between: Float64Array;
  /** Σ of (value − mean of its class)². */
  readonly within: Float64Array;
  /** The number of known values. */
  readonly known: Float64Array;
  /** The number of classes that have known values. */
  readonly classes: Float64Array;
}

/** Sums of squares in float64, in two passes over the rows. */
export function classScatter(matrix: FeatureMatrix, labels: Labels): ClassScatter {
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
  const scatter: ClassScatter = {
    between: new Float64Array(width),
    within: new Float64Array(width),
    known: new Float64Array(width),
    classes: new Float64Array(width),
  };
  for (let row = 0, cell = 0; row < rows; row++) {
    const code = labels.codes[row]!;
    for (let column = 0; column < width; column++, cell++) {
      const value = values[cell]!;
      if (value !== value) continue;
      const deviation = value - mean[column * classCount + code]!;
      scatter.within[column]! += deviation * deviation;
    }
  }
  for (let column = 0; column < width; column++) {
    const groups = column * classCount;
    addBetween(
      scatter,
      column,
      count.subarray(groups, groups + classCount),
      mean.subarray(groups, groups + classCount),
    );
  }
  return scatter;
}

function addBetween(
  { between, known, classes }: ClassScatter,
  column: number,
  count: Float64Array,
  mean: Float64Array,
): void {
  let total = 0, grandMean = 0;
  for (let group = 0; group < count.length; group++) {
    if (count[group] === 0) continue;
    classes[column]!++;
    total += count[group]!;
    grandMean += (mean[group]! - grandMean) * (count[group]! / total);
  }
  known[column] = total;
  for (let group = 0; group < count.length; group++) {
    const deviation = mean[group]! - grandMean;
    if (count[group]! > 0) between[column]! += count[group]! * deviation * deviation;
  }
}
