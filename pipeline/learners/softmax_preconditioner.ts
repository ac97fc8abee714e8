import { decomposeCholesky, solveDecomposed } from "../cholesky.ts";
import type { SoftmaxProblem } from "./softmax_loss.ts";

/** More rows would not change the second moments of the columns enough to matter. */
const sampledRows = 4096;

/**
 * A rough inverse of the Hessian of {@linkcode softmaxLoss}: where all k classes are equally likely, each
 * class sees the second moments of the columns times (1 − 1/k)/k, plus the penalty; what one class has to do
 * with another is left out. It takes away what makes KPIs hard for gradient methods: that they move together.
 */
export function softmaxPreconditioner(problem: SoftmaxProblem): (vector: Float64Array) => void {
  const { classCount, codes } = problem;
  const width = problem.rows.length / codes.length;
  const curvature = (1 - 1 / classCount) / classCount;
  const factor = secondMoments(problem, width);
  for (let index = 0; index < factor.length; index++) factor[index]! *= curvature;
  for (let index = 0; index < factor.length; index += width + 1) {
    // The part of the diagonal keeps columns that repeat each other apart in float64.
    factor[index] = factor[index]! * (1 + 1e-9) + problem.penalty;
  }
  decomposeCholesky(factor, width);
  return (vector) => {
    for (let code = 0; code < classCount; code++) {
      solveDecomposed(factor, vector.subarray(code * width, (code + 1) * width));
    }
    for (let index = classCount * width; index < vector.length; index++) {
      vector[index]! /= curvature;
    }
  };
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
