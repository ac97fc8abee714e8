import type { PairSolution } from "./calibrated_pair.ts";
import type { KernelRows } from "./kernel_rows.ts";

/** What a support vector machine of two classes is to be like. */
export interface PairProblem {
  /** The class whose rows shall come out above 0. */
  readonly first: number;
  readonly second: number;
  /** What missing a row of the first class costs. */
  readonly firstCost: number;
  readonly secondCost: number;
  /** Ends once no two rows violate the optimality conditions by more. */
  readonly tolerance: number;
  /** The rows of the pair, the first class's before the second's, that are left out: 1 for those. */
  readonly isLeftOut?: Uint8Array;
}

/** `onStep` is called once in so many steps. */
const stepsPerCall = 64;

/** After so many steps, and more for each row, it is given up. */
const mostSteps = { least: 100_000, perRow: 200 };

/**
 * Solves the dual of the support vector machine with hinge loss (C-SVC) by sequential minimal optimization:
 * each step moves the two multipliers that promise most, chosen by second-order information (Fan, Chen & Lin,
 * "Working set selection using second order information for training support vector machines", JMLR 6, 2005),
 * as LIBSVM does. The multipliers carry the sign of their class: they lie in [0, cost] for the first class, in
 * [−cost, 0] for the second, and sum to 0; the error of a row is Σ coefficient·kernel − (±1).
 *
 * @param onStep May throw to end the work.
 */
export function solvePair(
  rows: KernelRows,
  problem: PairProblem,
  onStep: () => void,
): PairSolution {
  const pair = new Pair(rows, problem);
  const limit = mostSteps.least + mostSteps.perRow * pair.count;
  let steps = 0;
  while (steps < limit && pair.violation >= problem.tolerance) {
    if (steps++ % stepsPerCall === 0) onStep();
    if (!pair.step()) break;
  }
  return pair.solution(pair.violation < problem.tolerance);
}

/** One class of a pair, as the passes see it. */
interface Side {
  readonly code: number;
  /** Its first row. */
  readonly start: number;
  readonly length: number;
  /** The position of its first row in the pair. */
  readonly offset: number;
}

/** The state of the optimization; the rows of a pair are numbered by their position in it. */
class Pair {
  readonly count: number;
  /** How far the two rows that violate the optimality conditions most are apart. */
  violation = 0;
  private readonly sides: readonly [Side, Side];
  private readonly coefficients: Float64Array;
  private readonly lowest: Float64Array;
  private readonly highest: Float64Array;
  private least = 0;
  private greatest = 0;
  /** The row of the least error that may still rise. */
  private up = -1;

  constructor(private readonly rows: KernelRows, problem: PairProblem) {
    const { first, second, firstCost, secondCost, isLeftOut } = problem;
    const firstSide = sideOf(rows, first, 0);
    const secondSide = sideOf(rows, second, firstSide.length);
    this.sides = [firstSide, secondSide];
    this.count = firstSide.length + secondSide.length;
    this.coefficients = new Float64Array(this.count);
    this.lowest = new Float64Array(this.count).fill(-secondCost, firstSide.length);
    this.highest = new Float64Array(this.count).fill(firstCost, 0, firstSide.length);
    for (let position = 0; position < this.count; position++) {
      if (isLeftOut?.[position] === 1) this.lowest[position] = this.highest[position] = 0;
      rows.errors[position] = -this.signOf(position);
      this.bar(position);
    }
    this.move(0, 0, 0);
  }

  /** Moves the two multipliers that promise most; false where nothing is to be gained. */
  step(): boolean {
    const { up, least, rows, coefficients } = this;
    const { down, gain } = this.partnerOf(up);
    if (down < 0) return false;
    // The gain is miss²/curvature, and miss/curvature the step to the minimum.
    const toMinimum = gain / (rows.errors[down]! - least);
    const roomUp = this.highest[up]! - coefficients[up]!;
    const roomDown = coefficients[down]! - this.lowest[down]!;
    const step = Math.min(toMinimum, roomUp, roomDown);
    coefficients[up] = step === roomUp ? this.highest[up]! : coefficients[up]! + step;
    coefficients[down] = step === roomDown ? this.lowest[down]! : coefficients[down]! - step;
    this.bar(up);
    this.bar(down);
    this.move(up, down, step);
    return true;
  }

  solution(converged: boolean): PairSolution {
    const { coefficients, rows } = this;
    const bias = -this.middleError();
    const decisions = coefficients.map((_, position) =>
      rows.errors[position]! + this.signOf(position) + bias
    );
    return { coefficients, bias, decisions, converged };
  }

  private partnerOf(up: number): { readonly down: number; readonly gain: number } {
    const { passes, errors, barredDown, diagonal, found } = this.rows;
    const upRow = this.rowAt(up);
    found[0] = 0;
    found[1] = -1;
    for (const { code, start, length, offset } of this.sides) {
      passes.bestPartner(
        errors.byteOffset + offset * 8,
        barredDown.byteOffset + offset * 8,
        diagonal.byteOffset + start * 4,
        this.rows.pointerTo(upRow, code),
        length,
        this.least,
        diagonal[upRow]!,
        offset,
        found.byteOffset,
      );
    }
    return { down: found[1]!, gain: found[0]! };
  }

  /** Brings the errors up to date after `step` went from one coefficient to another; looks for the next. */
  private move(up: number, down: number, step: number): void {
    const { passes, errors, barredUp, barredDown, found } = this.rows;
    const upRow = this.rowAt(up), downRow = this.rowAt(down);
    found[0] = Infinity;
    found[1] = -1;
    found[2] = -Infinity;
    for (const { code, length, offset } of this.sides) {
      passes.stepErrors(
        errors.byteOffset + offset * 8,
        barredUp.byteOffset + offset * 8,
        barredDown.byteOffset + offset * 8,
        this.rows.pointerTo(upRow, code),
        this.rows.pointerTo(downRow, code),
        length,
        step,
        offset,
        found.byteOffset,
      );
    }
    this.least = found[0]!;
    this.up = found[1]!;
    this.greatest = found[2]!;
    this.violation = this.greatest - this.least;
  }

  /** Tells the passes whether a coefficient may rise and fall. */
  private bar(position: number): void {
    const { barredUp, barredDown } = this.rows;
    const coefficient = this.coefficients[position]!;
    barredUp[position] = coefficient < this.highest[position]! ? 0 : Infinity;
    barredDown[position] = coefficient > this.lowest[position]! ? 0 : -Infinity;
  }

  /** The mean error of rows that lie on the margin; without any, the middle of what is allowed. */
  private middleError(): number {
    const { errors, barredUp, barredDown } = this.rows;
    let sum = 0, free = 0;
    for (let position = 0; position < this.count; position++) {
      if (barredUp[position] !== 0 || barredDown[position] !== 0) continue;
      sum += errors[position]!;
      free++;
    }
    return free > 0 ? sum / free : (this.least + this.greatest) / 2;
  }

  private rowAt(position: number): number {
    const [first, second] = this.sides;
    return position < first.length
      ? first.start + position
      : second.start + position - first.length;
  }

  private signOf(position: number): 1 | -1 {
    return position < this.sides[0].length ? 1 : -1;
  }
}

function sideOf({ starts }: KernelRows, code: number, offset: number): Side {
  const start = starts[code]!;
  return { code, start, length: starts[code + 1]! - start, offset };
}
