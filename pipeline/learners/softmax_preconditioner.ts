import type { Precondition } from "./lbfgs.ts";
import { decomposeCholesky, solveDecomposed } from "../cholesky.ts";
import type { SoftmaxProblem } from "./softmax_loss.ts";

/** More rows would not change the second moments of the columns enough to matter. */
const sampledRows = 4096;

/**
 * A rough inverse of the Hessian of {@linkcode softmaxLoss}: where all k classes are equally likely, each
 * class sees the second moments of the columns times (1 − 1/k)/k, plus the penalty; what one class has to do
 * with another is left out. It takes away what makes KPIs hard for gradient methods: that they move together.
 *
 * @returns what multiplies a vector by it; with `isFree`, by the inverse over those components alone, the
 * others being 0
 */
export function softmaxPreconditioner(problem: SoftmaxProblem): Precondition {
  const { classCount, codes } = problem;
  const width = problem.rows.length / codes.length;
  const curvature = (1 - 1 / classCount) / classCount;
  const hessian = secondMoments(problem, width);
  for (let index = 0; index < hessian.length; index++) hessian[index]! *= curvature;
  for (let index = 0; index < hessian.length; index += width + 1) {
    // The part of the diagonal keeps columns that repeat each other apart in float64.
    hessian[index] = hessian[index]! * (1 + 1e-9) + problem.penalty;
  }
  const all = Int32Array.from({ length: width }, (_, column) => column);
  const whole = decomposed(hessian, width, all);
  const factors = Array.from({ length: classCount }, () => whole);
  return (vector, isFree) => {
    for (let code = 0; code < classCount; code++) {
      const start = code * width;
      const columns = isFree === undefined
        ? all
        : all.filter((column) => isFree[start + column] === 1);
      if (!isSame(columns, factors[code]!.columns)) {
        factors[code] = decomposed(hessian, width, columns);
      }
      const part = Float64Array.from(columns, (column) => vector[start + column]!);
      solveDecomposed(factors[code]!.factor, part);
      for (const [position, column] of columns.entries()) vector[start + column] = part[position]!;
    }
    for (let index = classCount * width; index < vector.length; index++) {
      vector[index]! /= curvature;
    }
  };
}

/** The Cholesky factor of the rows and columns of a matrix that `columns` names. */
function decomposed(
  matrix: Float64Array,
  width: number,
  columns: Int32Array,
): { readonly columns: Int32Array; readonly factor: Float64Array } {
  const size = columns.length;
  const factor = new Float64Array(size * size);
  for (let a = 0; a < size; a++) {
    for (let b = 0; b <= a; b++) factor[a * size + b] = matrix[columns[a]! * width + columns[b]!]!;
  }
  decomposeCholesky(factor, size);
  return { columns, factor };
}

function isSame(a: Int32Array, b: Int32Array): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index]);
}

/** The lower triangle of the mean of weight·row·rowᵀ over rows at even distances. */
function secondMoments({ rows, weights }: SoftmaxProblem, width: number): Float64Array {
  const moments = new Float64Array(width * width);
  const sampled = Math.min(weights.length, sampledRows);
  for (let sample = 0; sample < sampled; sample++) {
    const row = Math.floor(sample * weights.length / sampled);
    const start = row * width;
    for (let a = 0; a < width; a++) {
      const value = rows[start + a]! * weights[row]! / sampled;
      if (value === 0) continue;
      const target = a * width;
      for (let b = 0; b <= a; b++) moments[target + b]! += value * rows[start + b]!;
    }
  }
  return moments;
}
