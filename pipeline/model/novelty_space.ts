import { decomposeCholesky, solveDecomposed } from "../cholesky.ts";
import { symmetricEigen } from "../projection/symmetric_eigen.ts";
import type { FeatureMatrix, Labels } from "../table/feature_matrix.ts";
import { type NoveltyColumns, noveltyColumns, writeScaled } from "./novelty_columns.ts";

/** Where rows stand to the classes of the training rows, and off the directions in which those vary. */
export interface NoveltySpace extends NoveltyColumns {
  /** k×m row-major: how much each column speaks for a class (linear discriminant analysis). */
  readonly discriminants: Float32Array;
  /** k: what is added to that; −∞ for a class without rows. */
  readonly constants: Float32Array;
  /** m×m row-major, of unit length: the directions in which training rows vary, those most of all first. */
  readonly directions: Float32Array;
  /**
   * m: what a row has beyond this along a direction adds to its distance from the training rows, squared. Nothing is
   * free where they hardly vary.
   */
  readonly limits: Float32Array;
}

/** How far the covariance within classes is drawn towards equal, independent columns: it stands on few rows. */
const shrinkage = 0.2;

/** The share of the variance that lies in the main directions, which are never more than half of them. */
const mainShare = 0.95;

/** So many standard deviations are free along a main direction. */
const mainReach = 6;

/**
 * Fits the space to training rows; null where no column varies.
 *
 * Classes are told apart by linear discriminant analysis with a shrunken covariance (Friedman, "Regularized
 * discriminant analysis", 1989). The distance is the squared prediction error of a principal component analysis
 * (Jackson & Mudholkar, "Control procedures for residuals associated with principal component analysis", 1979) and
 * what lies far out along the components.
 */
export function fitNoveltySpace(matrix: FeatureMatrix, labels: Labels): NoveltySpace | null {
  const columns = noveltyColumns(matrix, labels);
  const size = columns.columns.length;
  if (size === 0) return null;
  const rows = new Float32Array(matrix.rows * size);
  writeScaled(columns, matrix.values, matrix.names.length, 0, matrix.rows, rows, size);
  const { means, counts } = classMeans(rows, labels, size);
  const within = scatterWithin(rows, labels.codes, means, size);
  const total = addBetween(within, means, counts, size);
  return {
    ...columns,
    ...discriminantsOf(within, total, means, counts),
    ...directionsOf(total, size),
  };
}

interface ClassMeans {
  /** k×m; 0 for a class without rows. */
  readonly means: Float64Array;
  readonly counts: Float64Array;
}

function classMeans(rows: Float32Array, { classes, codes }: Labels, size: number): ClassMeans {
  const means = new Float64Array(classes.length * size);
  const counts = new Float64Array(classes.length);
  for (const [row, code] of codes.entries()) {
    counts[code]!++;
    for (let index = 0; index < size; index++) {
      means[code * size + index]! += rows[row * size + index]!;
    }
  }
  for (let cell = 0; cell < means.length; cell++) {
    means[cell]! /= Math.max(1, counts[Math.floor(cell / size)]!);
  }
  return { means, counts };
}

/** The m×m covariance of the rows around the mean of their class. */
function scatterWithin(
  rows: Float32Array,
  codes: Int32Array,
  means: Float64Array,
  size: number,
): Float64Array {
  const scatter = new Float64Array(size * size);
  const own = new Float64Array(size);
  for (let row = 0; row < codes.length; row++) {
    const mean = codes[row]! * size;
    for (let index = 0; index < size; index++) {
      own[index] = rows[row * size + index]! - means[mean + index]!;
    }
    addProduct(scatter, own, 1 / codes.length);
  }
  return mirrored(scatter, size);
}

function addBetween(
  within: Float64Array,
  means: Float64Array,
  counts: Float64Array,
  size: number,
): Float64Array {
  const rows = counts.reduce((sum, each) => sum + each, 0);
  const between = new Float64Array(size * size);
  for (const [code, count] of counts.entries()) {
    addProduct(between, means.subarray(code * size, (code + 1) * size), count / rows);
  }
  return mirrored(between, size).map((value, cell) => value + within[cell]!);
}

/** Adds weight·v·vᵀ to the lower triangle. */
function addProduct(matrix: Float64Array, vector: Float64Array, weight: number): void {
  const size = vector.length;
  for (let row = 0; row < size; row++) {
    const factor = weight * vector[row]!;
    if (factor === 0) continue;
    const start = row * size;
    for (let column = 0; column <= row; column++) {
      matrix[start + column]! += factor * vector[column]!;
    }
  }
}

/** The lower triangle, also above the diagonal. */
function mirrored(matrix: Float64Array, size: number): Float64Array {
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < row; column++) {
      matrix[column * size + row] = matrix[row * size + column]!;
    }
  }
  return matrix;
}

function discriminantsOf(
  within: Float64Array,
  total: Float64Array,
  means: Float64Array,
  counts: Float64Array,
): Pick<NoveltySpace, "discriminants" | "constants"> {
  const size = Math.sqrt(within.length);
  const factor = within.map((value) => (1 - shrinkage) * value);
  // Classes of one row each do not vary within: a trace of the whole variance keeps the matrix invertible.
  const ridge = shrinkage * trace(within) / size + 1e-3 * trace(total) / size;
  for (let index = 0; index < size; index++) factor[index * size + index]! += ridge;
  decomposeCholesky(factor, size);
  const discriminants = new Float32Array(means.length);
  const constants = new Float32Array(counts.length).fill(-Infinity);
  for (const [code, count] of counts.entries()) {
    if (count === 0) continue;
    const mean = means.subarray(code * size, (code + 1) * size);
    const solved = mean.slice();
    solveDecomposed(factor, solved);
    discriminants.set(solved, code * size);
    constants[code] = -0.5 * solved.reduce((sum, value, index) => sum + value * mean[index]!, 0);
  }
  return { discriminants, constants };
}

function trace(matrix: Float64Array): number {
  const size = Math.sqrt(matrix.length);
  let sum = 0;
  for (let index = 0; index < size; index++) sum += matrix[index * size + index]!;
  return sum;
}

function directionsOf(
  total: Float64Array,
  size: number,
): Pick<NoveltySpace, "directions" | "limits"> {
  const { values, vectors } = symmetricEigen(total, size);
  const variances = values.map((value) => Math.max(0, value));
  const whole = variances.reduce((sum, value) => sum + value, 0);
  const limits = new Float32Array(size);
  for (let main = 0, sum = 0; main < Math.floor(size / 2) && sum < mainShare * whole; main++) {
    sum += variances[main]!;
    limits[main] = mainReach * Math.sqrt(variances[main]!);
  }
  return { directions: Float32Array.from(vectors), limits };
}
