// @ts-types="./ml_svm.d.ts"
import SVM from "ml-svm";
import type { Random } from "../random.ts";
import type { PairSolution } from "./calibrated_pair.ts";

/** Two classes that a support vector machine tells apart. */
export interface MlSvmProblem {
  /** Rows of the pair, the first class's before the second's. */
  readonly count: number;
  readonly firstCount: number;
  /** What missing a row of the first class costs. */
  readonly firstCost: number;
  readonly secondCost: number;
  /** The rows of the pair that are left out: 1 for those. */
  readonly isLeftOut: Uint8Array;
  /** The kernel of two rows of the pair. */
  kernel(a: number, b: number): number;
}

const tolerance = 0.01;
const quietPasses = 2;
const mostPasses = 1000;

/**
 * Solves a pair of classes with the package ml-svm. It has the squared hinge loss, Σ coefficients·kernel·
 * coefficients/2 + Σ cost·miss²/2 (Cortes & Vapnik, "Support-vector networks", 1995): the kernel gets 1/cost
 * on its diagonal and no upper bound is left. The package's own upper bound cannot be used: it computes the
 * limit of a step wrongly (`C + aj + ai` for `C + aj - ai`), so that multipliers pass the bound and training
 * may diverge. A row that misses by 1 pulls as much in both losses, so that borders differ little.
 *
 * The package takes no step below 0.001 of a multiplier, so that kernel values and costs must be about 1 or
 * more. `onStep` is called at each row and at each multiplier changed or tried; an error it throws ends the training.
 */
export function mlSvmPair(problem: MlSvmProblem, random: Random, onStep: () => void): PairSolution {
  const { count, firstCount, firstCost, secondCost, isLeftOut, kernel } = problem;
  const isFirst = (row: number): boolean => row < firstCount;
  const machine = new SVM({
    C: Infinity,
    tol: tolerance,
    maxPasses: quietPasses,
    maxIterations: mostPasses,
    kernel: {
      // The features of a row are its number.
      compute: ([a], [b]) => {
        if (a !== b) return kernel(a!, b!);
        onStep();
        return kernel(a!, b!) + 1 / (isFirst(a!) ? firstCost : secondCost);
      },
    },
    whitening: false,
    random: () => {
      onStep();
      return random.next();
    },
  });
  const rows = Array.from({ length: count }, (_, row) => row).filter((row) => isLeftOut[row] !== 1);
  const converged = trains(
    machine,
    rows.map((row) => [row]),
    rows.map((row) => isFirst(row) ? 1 : -1),
  );
  const coefficients = new Float64Array(count);
  for (const [index, alpha] of machine.alphas.entries()) {
    if (alpha > 0) coefficients[machine.X[index]![0]!] = alpha * machine.Y[index]!;
  }
  return {
    coefficients,
    bias: machine.b,
    decisions: decisionsOf(coefficients, machine.b, kernel),
    converged,
  };
}

/** Trains `machine`; returns whether it came to an end by itself. */
function trains(machine: SVM, features: number[][], labels: number[]): boolean {
  try {
    machine.train(features, labels);
    return true;
  } catch (error) {
    if (error instanceof Error && error.message === "max iterations reached") return false;
    throw error;
  }
}

function decisionsOf(
  coefficients: Float64Array,
  bias: number,
  kernel: MlSvmProblem["kernel"],
): Float64Array {
  const support = [...coefficients.keys()].filter((row) => coefficients[row] !== 0);
  return coefficients.map((_, row) =>
    support.reduce((sum, other) => sum + coefficients[other]! * kernel(row, other), bias)
  );
}
