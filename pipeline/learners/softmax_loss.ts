import type { Objective } from "./lbfgs.ts";

/** Rows with their classes, as {@linkcode softmaxLoss} takes them. */
export interface SoftmaxProblem {
  /** n×d row-major, without holes. */
  readonly rows: Float64Array;
  /** The class of each of n rows, below `classCount`. */
  readonly codes: Int32Array;
  readonly classCount: number;
  /** How much each of n rows counts. */
  readonly weights: Float64Array;
  /** The factor before half the sum of the squared coefficients. */
  readonly penalty: number;
}

/** Classes and rows are worked on four at a time, so that a value once loaded is used four times. */
const lanes = 4;

/**
 * The mean weighted cross-entropy of a linear softmax model plus penalty/2·Σ coefficients², as a function
 * of the k×d coefficients followed by the k intercepts; the intercepts bear no penalty.
 */
export function softmaxLoss(problem: SoftmaxProblem): Objective {
  const { rows, codes, classCount, weights, penalty } = problem;
  const count = codes.length;
  const width = rows.length / count;
  const padded = Math.ceil(classCount / lanes) * lanes;
  const coefficients = new Float64Array(padded * width);
  const sums = new Float64Array(padded * width);
  const scores = new Float64Array(lanes * padded);

  return (point, gradient) => {
    const intercepts = point.subarray(classCount * width);
    coefficients.set(point.subarray(0, classCount * width));
    sums.fill(0);
    gradient.fill(0);
    let loss = 0;
    for (let first = 0; first < count; first += lanes) {
      const block = Math.min(lanes, count - first);
      for (let lane = 0; lane < block; lane++) {
        const row = first + lane;
        const own = scores.subarray(lane * padded, (lane + 1) * padded);
        score(rows.subarray(row * width, (row + 1) * width), coefficients, own);
        loss += weights[row]! * residuals(own, intercepts, codes[row]!, weights[row]!);
        for (let code = 0; code < classCount; code++) {
          gradient[classCount * width + code]! += own[code]!;
        }
      }
      scores.fill(0, block * padded);
      accumulate(rows, first, block, width, scores, sums, classCount);
    }
    let squares = 0;
    for (let index = 0; index < classCount * width; index++) {
      squares += point[index]! * point[index]!;
      gradient[index] = sums[index]! / count + penalty * point[index]!;
    }
    for (let index = classCount * width; index < gradient.length; index++) {
      gradient[index]! /= count;
    }
    return loss / count + penalty * squares / 2;
  };
}

/** The products of one row with the coefficients of each class, into `scores`. */
function score(row: Float64Array, coefficients: Float64Array, scores: Float64Array): void {
  const width = row.length;
  for (let code = 0, start = 0; code < scores.length; code += lanes, start += lanes * width) {
    let a = 0, b = 0, c = 0, d = 0;
    for (let column = 0, cell = start; column < width; column++, cell++) {
      const value = row[column]!;
      a += value * coefficients[cell]!;
      b += value * coefficients[cell + width]!;
      c += value * coefficients[cell + 2 * width]!;
      d += value * coefficients[cell + 3 * width]!;
    }
    scores[code] = a;
    scores[code + 1] = b;
    scores[code + 2] = c;
    scores[code + 3] = d;
  }
}

/** Turns the scores of a row into weight·(probability − truth), 0 beyond the classes; returns −log p of the truth. */
function residuals(
  scores: Float64Array,
  intercepts: Float64Array,
  truth: number,
  weight: number,
): number {
  const classCount = intercepts.length;
  let highest = -Infinity;
  for (let code = 0; code < classCount; code++) {
    scores[code]! += intercepts[code]!;
    if (scores[code]! > highest) highest = scores[code]!;
  }
  const own = scores[truth]!;
  let sum = 0;
  for (let code = 0; code < classCount; code++) {
    sum += scores[code] = Math.exp(scores[code]! - highest);
  }
  for (let code = 0; code < classCount; code++) scores[code]! *= weight / sum;
  scores[truth]! -= weight;
  return Math.log(sum) + highest - own;
}

/** Adds residual × row, for up to four rows from `first`, to the sums of each class. */
function accumulate(
  rows: Float64Array,
  first: number,
  block: number,
  width: number,
  residual: Float64Array,
  sums: Float64Array,
  classCount: number,
): void {
  const padded = residual.length / lanes;
  const last = (first + block - 1) * width;
  const start0 = first * width;
  // Rows beyond the block have residual 0: any row may stand in for them.
  const start1 = Math.min(last, start0 + width);
  const start2 = Math.min(last, start0 + 2 * width);
  const start3 = Math.min(last, start0 + 3 * width);
  for (let code = 0; code < classCount; code++) {
    const a = residual[code]!, b = residual[padded + code]!;
    const c = residual[2 * padded + code]!, d = residual[3 * padded + code]!;
    const target = code * width;
    for (let column = 0; column < width; column++) {
      sums[target + column]! += a * rows[start0 + column]! + b * rows[start1 + column]! +
        c * rows[start2 + column]! + d * rows[start3 + column]!;
    }
  }
}
