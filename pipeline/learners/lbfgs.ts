/** A function to minimise: returns its value at `point` and writes its gradient into `gradient`. */
export type Objective = (point: Float64Array, gradient: Float64Array) => number;

/**
 * Multiplies a vector, in place, by a rough inverse of the Hessian; with `isFree` (1 or 0 for each component)
 * by the inverse over the free components, the others of the vector being 0.
 */
export type Precondition = (vector: Float64Array, isFree?: Uint8Array) => void;

/** How {@linkcode minimise} goes about it. */
export interface MinimiseOptions {
  /** Done once no component of the gradient exceeds this. */
  readonly tolerance: number;
  /** The most iterations taken. */
  readonly iterations: number;
  readonly precondition: Precondition;
  /** Called before each iteration with the largest component of the gradient. */
  onIteration(iteration: number, largestGradient: number): void;
}

/** Where {@linkcode minimise} ended. */
export interface Minimum {
  readonly point: Float64Array;
  readonly value: number;
  /** Whether the gradient became as small as asked, or as small as float64 allows. */
  readonly converged: boolean;
}

/** How many past steps shape the next direction. */
const memory = 20;

/**
 * Minimises a smooth convex function by L-BFGS (Nocedal & Wright, "Numerical Optimization", 2006,
 * algorithm 7.5) with a preconditioner in place of the scaled identity and a line search by bisection to
 * the weak Wolfe conditions (Lewis & Overton, "Nonsmooth optimization via quasi-Newton methods", 2013).
 */
export function minimise(
  objective: Objective,
  start: Float64Array,
  options: MinimiseOptions,
): Minimum {
  let point = start;
  let gradient: Float64Array = new Float64Array(start.length);
  let value = objective(point, gradient);
  const steps: Step[] = [];
  for (let iteration = 0; iteration < options.iterations; iteration++) {
    const largest = largestOf(gradient);
    options.onIteration(iteration, largest);
    if (largest <= options.tolerance) return { point, value, converged: true };
    const direction = descentDirection(gradient, steps, options.precondition);
    const found = lineSearch(objective, point, value, gradient, direction);
    // Without a lower value along a descent direction, float64 has no better point to offer.
    if (found === undefined) return { point, value, converged: true };
    remember(steps, difference(found.point, point), difference(found.gradient, gradient));
    ({ point, value, gradient } = found);
  }
  return { point, value, converged: false };
}

/** One past step, the change of the gradient along it and their product. */
export interface Step {
  readonly step: Float64Array;
  readonly change: Float64Array;
  readonly curvature: number;
}

/** Adds a step to the past ones, unless the function is not convex along it, and forgets the oldest. */
export function remember(steps: Step[], step: Float64Array, change: Float64Array): void {
  const curvature = dot(step, change);
  if (curvature > 0) steps.push({ step, change, curvature });
  if (steps.length > memory) steps.shift();
}

/** The two-loop recursion: minus the inverse Hessian, as the past steps show it, times the gradient. */
export function descentDirection(
  gradient: Float64Array,
  steps: readonly Step[],
  precondition: (vector: Float64Array) => void,
): Float64Array {
  const direction = gradient.slice();
  const factors = new Float64Array(steps.length);
  for (let index = steps.length - 1; index >= 0; index--) {
    const { step, change, curvature } = steps[index]!;
    factors[index] = dot(step, direction) / curvature;
    addScaled(direction, -factors[index]!, change);
  }
  precondition(direction);
  const last = steps.at(-1);
  let scale = 1;
  if (last !== undefined) {
    const preconditioned = last.change.slice();
    precondition(preconditioned);
    scale = last.curvature / dot(last.change, preconditioned);
  }
  for (let index = 0; index < direction.length; index++) direction[index]! *= scale;
  for (const [index, { step, change, curvature }] of steps.entries()) {
    addScaled(direction, factors[index]! - dot(change, direction) / curvature, step);
  }
  return direction.map((component) => -component);
}

/** A point along `direction` where the value has fallen and the slope has flattened enough. */
function lineSearch(
  objective: Objective,
  start: Float64Array,
  startValue: number,
  startGradient: Float64Array,
  direction: Float64Array,
): { point: Float64Array; value: number; gradient: Float64Array } | undefined {
  const startSlope = dot(startGradient, direction);
  let short = 0, long = Infinity, length = 1;
  for (let trial = 0; trial < 40; trial++) {
    const point = start.slice();
    addScaled(point, length, direction);
    const gradient = new Float64Array(start.length);
    const value = objective(point, gradient);
    if (!(value < startValue && value <= startValue + 1e-4 * length * startSlope)) long = length;
    else if (dot(gradient, direction) < 0.9 * startSlope) short = length;
    else return { point, value, gradient };
    length = long === Infinity ? 2 * short : (short + long) / 2;
  }
  return undefined;
}

/** The sum of the products. */
export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index++) sum += a[index]! * b[index]!;
  return sum;
}

function addScaled(target: Float64Array, factor: number, vector: Float64Array): void {
  for (let index = 0; index < target.length; index++) target[index]! += factor * vector[index]!;
}

/** a − b */
export function difference(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, index) => value - b[index]!);
}

/** The largest absolute value. */
export function largestOf(vector: Float64Array): number {
  let largest = 0;
  for (let index = 0; index < vector.length; index++) {
    largest = Math.max(largest, Math.abs(vector[index]!));
  }
  return largest;
}
