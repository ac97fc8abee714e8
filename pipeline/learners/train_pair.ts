// @ts-types="./ml_svm.d.ts"
import SVM from "ml-svm";
import type { Random } from "../random.ts";

/** Two classes that a support vector machine tells apart. */
export interface PairProblem {
  /** n×n row-major: the kernel of every two training rows. */
  readonly kernel: Float64Array;
  /** n */
  readonly rows: number;
  /** The training rows of the first class. */
  readonly first: readonly number[];
  /** The training rows of the second class. */
  readonly second: readonly number[];
  readonly C: number;
}

/** f(x) = Σ coefficient·kernel(x, row) + bias, above 0 for the first class. */
export interface PairMachine {
  /** The training rows that are support vectors. */
  readonly rows: readonly number[];
  readonly coefficients: readonly number[];
  readonly bias: number;
  /** False where the package gave up before the solution was as exact as asked. */
  readonly converged: boolean;
}

const tolerance = 0.01;
const quietPasses = 2;
const mostPasses = 1000;

/**
 * Trains the package ml-svm on two classes. It has the squared hinge loss, Σ coefficients·kernel·coefficients/2
 * + C/2·Σ miss² (Cortes & Vapnik, "Support-vector networks", 1995): the kernel gets 1/C on its diagonal and no
 * upper bound is left. The package's own upper bound cannot be used: it computes the limit of a step wrongly
 * (`C + aj + ai` for `C + aj - ai`), so that multipliers pass the bound and training may diverge.
 *
 * The package takes no step below 0.001 of a multiplier, so that kernel values and C must be about 1 or more.
 *
 * The kernel is handed over as a table, the features being row numbers. `onStep` is called at each
 * multiplier changed or tried; an error it throws ends the training.
 */
export function trainPair(problem: PairProblem, random: Random, onStep: () => void): PairMachine {
  const { kernel, rows, first, second, C } = problem;
  const machine = new SVM({
    C: Infinity,
    tol: tolerance,
    maxPasses: quietPasses,
    maxIterations: mostPasses,
    kernel: {
      compute: ([a], [b]) => kernel[a! * rows + b!]! + (a === b ? 1 / C : 0),
    },
    whitening: false,
    random: () => {
      onStep();
      return random.next();
    },
  });
  const converged = trains(
    machine,
    [...first, ...second].map((row) => [row]),
    [...first.map(() => 1), ...second.map(() => -1)],
  );
  const support = [...machine.alphas.keys()].filter((index) => machine.alphas[index]! > 0);
  return {
    rows: support.map((index) => machine.X[index]![0]!),
    coefficients: support.map((index) => machine.alphas[index]! * machine.Y[index]!),
    bias: machine.b,
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

/** f(row) for one of the training rows. */
export function decisionOf(
  { rows, coefficients, bias }: PairMachine,
  { kernel, rows: count }: PairProblem,
  row: number,
): number {
  let sum = bias;
  for (let index = 0; index < rows.length; index++) {
    sum += coefficients[index]! * kernel[row * count + rows[index]!]!;
  }
  return sum;
}
