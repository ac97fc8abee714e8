import type { Normalisation } from "./network_layers.ts";
import type { Share } from "./network_plan.ts";

/** Keeps a unit that never moves from being divided by 0. */
export const epsilon = 1e-5;

/**
 * The mean and variance of the sums of some units over the `rows` of a batch (Ioffe & Szegedy, "Batch
 * normalization", 2015), which also move the running ones by `momentum`.
 *
 * @param sums rows×width
 */
export function measureBatch(
  { mean, variance, batchMean, factor }: Normalisation,
  sums: Float32Array,
  rows: number,
  units: Share,
  momentum: number,
): void {
  const width = mean.length;
  for (let unit = units.from; unit < units.to; unit++) {
    let total = 0;
    for (let cell = unit, row = 0; row < rows; row++, cell += width) total += sums[cell]!;
    const centre = total / rows;
    let squares = 0;
    for (let cell = unit, row = 0; row < rows; row++, cell += width) {
      const offset = sums[cell]! - centre;
      squares += offset * offset;
    }
    batchMean[unit] = centre;
    factor[unit] = 1 / Math.sqrt(squares / rows + epsilon);
    mean[unit]! += momentum * (centre - mean[unit]!);
    variance[unit]! += momentum * (squares / rows - variance[unit]!);
  }
}

/** Puts scale·(sum − mean)/√(variance + ε) + shift, by the batch's mean and variance, in place of some rows' sums. */
export function normaliseBatch(
  { batchMean, factor, normal, scale, shift }: Normalisation,
  sums: Float32Array,
  { from, to }: Share,
): void {
  const width = factor.length;
  for (let row = from; row < to; row++) {
    for (let unit = 0, cell = row * width; unit < width; unit++, cell++) {
      const value = (sums[cell]! - batchMean[unit]!) * factor[unit]!;
      normal[cell] = value;
      sums[cell] = scale.values[unit]! * value + shift.values[unit]!;
    }
  }
}

/** The same by the running mean and variance: what normalisation is outside training steps. */
export function normaliseRunning(
  { mean, variance, scale, shift }: Normalisation,
  sums: Float32Array,
  { from, to }: Share,
): void {
  const width = mean.length;
  for (let unit = 0; unit < width; unit++) {
    const slope = scale.values[unit]! / Math.sqrt(variance[unit]! + epsilon);
    for (let row = from, cell = from * width + unit; row < to; row++, cell += width) {
      sums[cell] = slope * (sums[cell]! - mean[unit]!) + shift.values[unit]!;
    }
  }
}

/** The gradients of the scale and shift of some units. */
export function normalisationGradients(
  { normal, scale, shift }: Normalisation,
  delta: Float32Array,
  rows: number,
  units: Share,
): void {
  const width = scale.values.length;
  for (let unit = units.from; unit < units.to; unit++) {
    let sum = 0, product = 0;
    for (let cell = unit, row = 0; row < rows; row++, cell += width) {
      sum += delta[cell]!;
      product += delta[cell]! * normal[cell]!;
    }
    shift.gradient[unit] = sum;
    scale.gradient[unit] = product;
  }
}

/** Turns derivatives by what normalisation gave into derivatives by the sums, for some of the batch's `rows`. */
export function denormaliseDeltas(
  { normal, factor, scale, shift }: Normalisation,
  delta: Float32Array,
  rows: number,
  { from, to }: Share,
): void {
  const width = factor.length;
  for (let row = from; row < to; row++) {
    for (let unit = 0, cell = row * width; unit < width; unit++, cell++) {
      const common = (shift.gradient[unit]! + normal[cell]! * scale.gradient[unit]!) / rows;
      delta[cell] = scale.values[unit]! * factor[unit]! * (delta[cell]! - common);
    }
  }
}
