import { fitSlopes, type Slopes } from "./sigmoid_calibration.ts";

/** f(x) = Σ coefficient·kernel(x, row) + bias, above 0 for the first of two classes. */
export interface PairSolution {
  /** For each row of the pair, the first class's before the second's; 0 for all that are no support vector. */
  readonly coefficients: Float64Array;
  readonly bias: number;
  /** f of each row of the pair, also of those left out. */
  readonly decisions: Float64Array;
  /** False where it was stopped before the optimality conditions were met. */
  readonly converged: boolean;
}

/** The rows of two classes, the first class's before the second's. */
export interface PairRows {
  readonly firstCount: number;
  /** In which fold each row is held out. */
  readonly foldOf: Uint8Array;
  /** How many folds there are; below 2 nothing is held out. */
  readonly folds: number;
}

/** A pair solved, and how its f becomes log-odds of the first class. */
export interface CalibratedPair extends PairSolution {
  readonly slopes: Slopes;
}

/**
 * Solves a pair of classes and finds out what its f is worth. The decision values that the slopes are fitted
 * on are those of rows held out, fold by fold, for those of training rows are too sure of themselves; where
 * no fold leaves rows of both classes, or the folds contradict the whole, there is no choice but the
 * training rows.
 *
 * @param solve Trains on the rows for which `isLeftOut` is not 1.
 */
export function calibratedPair(
  { firstCount, foldOf, folds }: PairRows,
  solve: (isLeftOut: Uint8Array) => PairSolution,
): CalibratedPair {
  const isFirst = Array.from(foldOf, (_, position) => position < firstCount);
  const whole = solve(new Uint8Array(foldOf.length));
  const heldOut: number[] = [], heldOutIsFirst: boolean[] = [];
  for (let fold = 0; fold < folds && folds > 1; fold++) {
    const isLeftOut = Uint8Array.from(foldOf, (own) => own === fold ? 1 : 0);
    if (!keepsBoth(isLeftOut, firstCount)) continue;
    const { decisions } = solve(isLeftOut);
    for (const [position, left] of isLeftOut.entries()) {
      if (left === 0) continue;
      heldOut.push(decisions[position]!);
      heldOutIsFirst.push(isFirst[position]!);
    }
  }
  const hasBoth = heldOutIsFirst.includes(true) && heldOutIsFirst.includes(false);
  const slopes = (hasBoth ? fitSlopes(heldOut, heldOutIsFirst) : undefined) ??
    fitSlopes([...whole.decisions], isFirst) ?? { above: 1, below: 1 };
  return { ...whole, slopes };
}

/** Whether rows of both classes are left to train on, and some row is held out. */
function keepsBoth(isLeftOut: Uint8Array, firstCount: number): boolean {
  const first = isLeftOut.indexOf(0);
  return first >= 0 && first < firstCount && isLeftOut.lastIndexOf(0) >= firstCount &&
    isLeftOut.includes(1);
}
