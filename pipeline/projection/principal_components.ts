import { Random } from "../random.ts";
import type { RunContext } from "../run_context.ts";
import type { DenseRows } from "./dense_rows.ts";
import { symmetricEigen } from "./symmetric_eigen.ts";

/** The directions along which rows vary most. */
export interface PrincipalComponents {
  /** How many there are: as many as asked for, or as there are columns. */
  readonly count: number;
  /** n×k row-major: where each row stands along them; each column has mean 0. */
  readonly coordinates: Float64Array;
  /** k: the share of the whole variance that each explains. */
  readonly explained: readonly number[];
  /** k×d row-major, of unit length, the largest weight of each above 0. */
  readonly directions: Float64Array;
}

/** The basis grows no further than this, where singular values lie so close that no picture could tell. */
const maxBasis = 320;

/** How far a direction may be from being exact, against the largest eigenvalue. */
const tolerance = 1e-11;

/**
 * The first `count` principal components, by Rayleigh–Ritz on a block Krylov space of the scatter matrix (Golub &
 * Van Loan, "Matrix Computations", 10.3): exact where the space grows to all columns, otherwise to the tolerance.
 * Blocks find equal eigenvalues too; the scatter matrix itself is never formed, so thousands of columns do.
 */
export function principalComponents(
  { rows, width, values }: DenseRows,
  count: number,
  context: RunContext,
): PrincipalComponents {
  const wanted = Math.min(count, width);
  const centred = centre(values, rows, width);
  const total = centred.reduce((sum, value) => sum + value * value, 0);
  const { vectors, values: eigenvalues } = total === 0
    ? unitVectors(wanted, width)
    : largest(centred, rows, width, wanted, context);
  const directions = new Float64Array(wanted * width);
  const coordinates = new Float64Array(rows * wanted);
  for (let component = 0; component < wanted; component++) {
    const direction = pointUp(vectors[component]!);
    directions.set(direction, component * width);
    for (let row = 0; row < rows; row++) {
      coordinates[row * wanted + component] = dot(centred, row * width, direction);
    }
  }
  const explained = Array.from(
    eigenvalues.subarray(0, wanted),
    (value) => total === 0 ? 0 : Math.max(0, value) / total,
  );
  return { count: wanted, coordinates, explained, directions };
}

interface Eigenpairs {
  readonly values: Float64Array;
  readonly vectors: readonly Float64Array[];
}

/** The largest eigenpairs of XᵀX. */
function largest(
  centred: Float64Array,
  rows: number,
  width: number,
  wanted: number,
  context: RunContext,
): Eigenpairs {
  const random = new Random(0);
  const basis: Float64Array[] = [], images: Float64Array[] = [];
  let block = Array.from(
    { length: Math.min(width, wanted + 2) },
    () => randomVector(width, random),
  );
  let checkAt = 4 * block.length;
  const limit = Math.min(width, maxBasis);
  for (;;) {
    const next: Float64Array[] = [];
    for (const candidate of block) {
      if (basis.length === limit) break;
      context.progress(basis.length / limit);
      const vector = orthonormal(candidate, basis, random);
      basis.push(vector);
      const image = scatterTimes(centred, rows, width, vector);
      images.push(image);
      next.push(image);
    }
    block = next;
    if (basis.length < Math.min(checkAt, limit)) continue;
    checkAt *= 2;
    const ritz = ritzPairs(basis, images, wanted);
    if (basis.length === limit || isExact(ritz)) return ritz;
  }
}

/** `vector` less its parts along `basis`, at length 1; another one where nothing is left of it. */
function orthonormal(
  vector: Float64Array,
  basis: readonly Float64Array[],
  random: Random,
): Float64Array {
  const result = vector.slice();
  const before = length(result);
  for (let pass = 0; pass < 2; pass++) {
    for (const other of basis) {
      const along = dot(result, 0, other);
      for (let column = 0; column < result.length; column++) {
        result[column]! -= along * other[column]!;
      }
    }
  }
  const left = length(result);
  if (left <= 1e-12 * before) {
    return orthonormal(randomVector(vector.length, random), basis, random);
  }
  return result.map((value) => value / left);
}

interface Ritz extends Eigenpairs {
  readonly residuals: readonly number[];
}

function ritzPairs(
  basis: readonly Float64Array[],
  images: readonly Float64Array[],
  wanted: number,
): Ritz {
  const size = basis.length;
  const projected = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      const value = (dot(basis[i]!, 0, images[j]!) + dot(basis[j]!, 0, images[i]!)) / 2;
      projected[i * size + j] = projected[j * size + i] = value;
    }
  }
  const { values, vectors } = symmetricEigen(projected, size);
  const pairs = Array.from({ length: wanted }, (_, index) => {
    const weights = vectors.subarray(index * size, (index + 1) * size);
    const vector = combine(basis, weights);
    const image = combine(images, weights);
    return {
      vector,
      residual: length(image.map((value, column) => value - values[index]! * vector[column]!)),
    };
  });
  return {
    values,
    vectors: pairs.map(({ vector }) => vector),
    residuals: pairs.map(({ residual }) => residual),
  };
}

function isExact({ values, residuals }: Ritz): boolean {
  return residuals.every((residual) => residual <= tolerance * values[0]!);
}

function combine(vectors: readonly Float64Array[], weights: Float64Array): Float64Array {
  const sum = new Float64Array(vectors[0]!.length);
  for (const [index, vector] of vectors.entries()) {
    const weight = weights[index]!;
    for (let column = 0; column < sum.length; column++) sum[column]! += weight * vector[column]!;
  }
  return sum;
}

function scatterTimes(
  centred: Float64Array,
  rows: number,
  width: number,
  vector: Float64Array,
): Float64Array {
  const result = new Float64Array(width);
  for (let row = 0, start = 0; row < rows; row++, start += width) {
    const along = dot(centred, start, vector);
    for (let column = 0; column < width; column++) {
      result[column]! += along * centred[start + column]!;
    }
  }
  return result;
}

function centre(values: Float64Array, rows: number, width: number): Float64Array {
  const mean = new Float64Array(width);
  for (let row = 0, cell = 0; row < rows; row++) {
    for (let column = 0; column < width; column++) mean[column]! += values[cell++]! / rows;
  }
  return values.map((value, cell) => value - mean[cell % width]!);
}

/** A direction and its opposite are the same component: the one whose largest weight is above 0. */
function pointUp(direction: Float64Array): Float64Array {
  let largest = 0;
  for (const weight of direction) {
    // Weights that are as large but for rounding must not take turns.
    if (Math.abs(weight) > Math.abs(largest) * (1 + 1e-9)) largest = weight;
  }
  return largest < 0 ? direction.map((weight) => -weight) : direction;
}

function unitVectors(count: number, width: number): Eigenpairs {
  const vectors = Array.from({ length: count }, (_, index) => {
    const vector = new Float64Array(width);
    vector[index] = 1;
    return vector;
  });
  return { values: new Float64Array(count), vectors };
}

function randomVector(width: number, random: Random): Float64Array {
  return Float64Array.from({ length: width }, () => random.normal());
}

function dot(values: Float64Array, start: number, vector: Float64Array): number {
  let sum = 0;
  for (let column = 0; column < vector.length; column++) {
    sum += values[start + column]! * vector[column]!;
  }
  return sum;
}

function length(vector: Float64Array): number {
  return Math.sqrt(dot(vector, 0, vector));
}
