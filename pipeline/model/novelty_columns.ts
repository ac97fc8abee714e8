import { columnMoments } from "../table/column_statistics.ts";
import type { FeatureMatrix, Labels } from "../table/feature_matrix.ts";

/** Columns as the novelty score sees them: in standard deviations from their mean, cut off at {@linkcode reach}. */
export interface NoveltyColumns {
  /** m ascending indices of the features that have a say. */
  readonly columns: Int32Array;
  /** m: a value less this … */
  readonly centres: Float64Array;
  /** m: … times this … */
  readonly scales: Float64Array;
  /** m: … and cut off, less this, is around 0. A hole is 0. */
  readonly offsets: Float64Array;
}

/** Beyond so many standard deviations nothing is stranger, so that one wild value does not decide alone. */
const reach = 8;

/** The most columns that have a say; the work grows with their square. */
const mostColumns = 128;

/**
 * The least share of a column's variance that lies between the classes: below it an effect is smaller than "small"
 * (Cohen, "Statistical power analysis for the behavioral sciences", 1988). Columns that tell no class from another
 * drift from one collection to the next, and would make everything there look strange.
 */
const leastEffect = 0.01;

/** The columns that tell the classes apart; where none does, those that vary at all. */
export function noveltyColumns(matrix: FeatureMatrix, labels: Labels): NoveltyColumns {
  const { mean, variance } = columnMoments(matrix);
  const scale = variance.map((each) => each > 0 ? 1 / Math.sqrt(each) : 0);
  const { means, effects } = classEffects(matrix, labels, mean, scale);
  const varying = [...scale.keys()].filter((column) => scale[column]! > 0);
  const telling = varying.filter((column) => effects[column]! >= leastEffect);
  const chosen = Int32Array.from(
    (telling.length > 0 ? telling : varying)
      .sort((a, b) => effects[b]! - effects[a]! || a - b)
      .slice(0, mostColumns),
  ).sort();
  const take = (numbers: Float64Array): Float64Array =>
    Float64Array.from(chosen, (column) => numbers[column]!);
  return {
    columns: chosen,
    centres: take(mean),
    scales: take(scale),
    offsets: take(means),
  };
}

/** The mean of each column after the cut, and the share of its variance that lies between the classes (η²). */
function classEffects(
  { names: { length: width }, rows, values }: FeatureMatrix,
  { classes, codes }: Labels,
  centres: Float64Array,
  scales: Float64Array,
): { readonly means: Float64Array; readonly effects: Float64Array } {
  const counts = new Float64Array(classes.length);
  const sums = new Float64Array(classes.length * width);
  const squares = new Float64Array(width);
  for (let row = 0, cell = 0; row < rows; row++) {
    const code = codes[row]!;
    counts[code]!++;
    for (let column = 0; column < width; column++, cell++) {
      const value = scaled(values[cell]!, centres[column]!, scales[column]!);
      sums[code * width + column]! += value;
      squares[column]! += value * value;
    }
  }
  const means = new Float64Array(width), effects = new Float64Array(width);
  for (let column = 0; column < width; column++) {
    let sum = 0, between = 0;
    for (let code = 0; code < classes.length; code++) {
      const own = sums[code * width + column]!;
      sum += own;
      if (counts[code]! > 0) between += own * own / counts[code]!;
    }
    const whole = sum * sum / Math.max(1, rows);
    const total = squares[column]! - whole;
    means[column] = sum / Math.max(1, rows);
    effects[column] = total > 0 ? (between - whole) / total : 0;
  }
  return { means, effects };
}

/** A hole is at the mean. */
function scaled(value: number, centre: number, scale: number): number {
  const moved = (value - centre) * scale;
  return moved !== moved ? 0 : moved > reach ? reach : moved < -reach ? -reach : moved;
}

/**
 * Writes rows `first` up to `end` of n×`width` values as the score sees them, row-major, `stride` numbers a row.
 */
export function writeScaled(
  { columns, centres, scales, offsets }: NoveltyColumns,
  values: Float32Array,
  width: number,
  first: number,
  end: number,
  target: Float32Array,
  stride: number,
): void {
  const count = columns.length;
  for (let row = first, place = 0; row < end; row++, place += stride) {
    const start = row * width;
    for (let index = 0; index < count; index++) {
      const value = values[start + columns[index]!]!;
      target[place + index] = value !== value
        ? 0
        : scaled(value, centres[index]!, scales[index]!) - offsets[index]!;
    }
  }
}
