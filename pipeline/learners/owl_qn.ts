import {
  descentDirection,
  difference,
  dot,
  largestOf,
  type MinimiseOptions,
  type Minimum,
  type Objective,
  remember,
  type Step,
} from "./lbfgs.ts";

/** The penalty strength·Σ |x| over the first `count` components. */
export interface AbsolutePenalty {
  readonly strength: number;
  readonly count: number;
}

/**
 * Minimises a smooth convex function plus an absolute penalty by OWL-QN (Andrew & Gao, "Scalable training of
 * L1-regularized log-linear models", 2007): L-BFGS that never leaves an orthant within a step, so that
 * components the function does not need end at exactly 0. The gradient that options speak of is the
 * pseudo-gradient, the steepest of the slopes where the penalty bends.
 */
export function minimiseSparsely(
  objective: Objective,
  penalty: AbsolutePenalty,
  start: Float64Array,
  options: MinimiseOptions,
): Minimum {
  let point = start;
  let gradient: Float64Array = new Float64Array(start.length);
  let value = objective(point, gradient) + penaltyAt(point, penalty);
  let steps: Step[] = [];
  for (let iteration = 0; iteration < options.iterations; iteration++) {
    const slopes = pseudoGradient(point, gradient, penalty);
    const largest = largestOf(slopes);
    options.onIteration(iteration, largest);
    if (largest <= options.tolerance) return { point, value, converged: true };
    const direction = freeDirection(point, slopes, steps, options);
    const found = lineSearch(objective, penalty, point, value, slopes, direction);
    if (found !== undefined) {
      remember(steps, difference(found.point, point), difference(found.gradient, gradient));
      ({ point, value, gradient } = found);
    } else if (steps.length > 0) {
      // The past steps belong to another orthant: start anew from the slopes alone.
      steps = [];
    } else {
      // Without a lower value along a descent direction, float64 has no better point to offer.
      return { point, value, converged: true };
    }
  }
  return { point, value, converged: false };
}

function penaltyAt(point: Float64Array, { strength, count }: AbsolutePenalty): number {
  let sum = 0;
  for (let index = 0; index < count; index++) sum += Math.abs(point[index]!);
  return strength * sum;
}

/** The slope of the whole: where a component is 0, towards the side that falls, or 0 where none does. */
function pseudoGradient(
  point: Float64Array,
  gradient: Float64Array,
  { strength, count }: AbsolutePenalty,
): Float64Array {
  return gradient.map((slope, index) => {
    if (index >= count) return slope;
    const value = point[index]!;
    if (value !== 0) return slope + strength * Math.sign(value);
    return Math.abs(slope) <= strength ? 0 : slope - strength * Math.sign(slope);
  });
}

/**
 * The quasi-Newton direction among the components that are free to move: those at 0 whose slope the penalty
 * outweighs stay there, and those at 0 move only downhill (the subspace of Byrd, Chin, Nocedal & Oztoprak, "A
 * family of second-order methods for convex ℓ1-regularized optimization", 2016).
 */
function freeDirection(
  point: Float64Array,
  slopes: Float64Array,
  steps: readonly Step[],
  { precondition }: MinimiseOptions,
): Float64Array {
  const isFree = Uint8Array.from(
    slopes,
    (slope, index) => slope !== 0 || point[index] !== 0 ? 1 : 0,
  );
  const freeSteps = steps.map(({ step, change }) => {
    const freeStep = step.map((value, index) => isFree[index] ? value : 0);
    const freeChange = change.map((value, index) => isFree[index] ? value : 0);
    return { step: freeStep, change: freeChange, curvature: dot(freeStep, freeChange) };
  }).filter(({ curvature }) => curvature > 0);
  const direction = descentDirection(slopes, freeSteps, (vector) => precondition(vector, isFree));
  return direction.map((component, index) =>
    point[index] === 0 && component * slopes[index]! >= 0 ? 0 : component
  );
}

/** A point along `direction`, clipped to the orthant it leads into, where the value has fallen enough. */
function lineSearch(
  objective: Objective,
  penalty: AbsolutePenalty,
  start: Float64Array,
  startValue: number,
  slopes: Float64Array,
  direction: Float64Array,
): { point: Float64Array; value: number; gradient: Float64Array } | undefined {
  for (let trial = 0, length = 1; trial < 40; trial++, length /= 2) {
    const point = start.map((value, index) => {
      const moved = value + length * direction[index]!;
      if (index >= penalty.count) return moved;
      const side = value !== 0 ? Math.sign(value) : -Math.sign(slopes[index]!);
      return moved * side > 0 ? moved : 0;
    });
    const gradient = new Float64Array(start.length);
    const value = objective(point, gradient) + penaltyAt(point, penalty);
    const expected = dot(slopes, difference(point, start));
    if (value < startValue && value <= startValue + 1e-4 * expected) {
      return { point, value, gradient };
    }
  }
  return undefined;
}
