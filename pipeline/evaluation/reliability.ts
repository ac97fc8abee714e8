import type { Labels } from "../table/feature_matrix.ts";

/** Bins of equal width from 0 to 1, as many as Guo et al. take. */
const binCount = 15;

/** The rows whose probability lies in one bin; at its border a row belongs to the lower bin. */
export interface ReliabilityBin {
  readonly count: number;
  /** The mean probability. */
  readonly confidence: number;
  /** The share of the rows for which it came true. */
  readonly observed: number;
}

/** How far probabilities can be believed; bins without a row are left out. */
export interface Reliability {
  /** By the probability of the predicted class; it comes true where the prediction is right. */
  readonly predicted: readonly ReliabilityBin[];
  /** By the probability of each class, in the order of the classes. */
  readonly perClass: readonly (readonly ReliabilityBin[])[];
}

/**
 * The reliability diagrams of n×k row-major `probabilities` (Guo et al., "On calibration of modern neural
 * networks", 2017) and of each class against the rest, as scikit-learn's `calibration_curve` draws it.
 */
export function reliabilityOf(
  { classes, codes }: Labels,
  probabilities: Float32Array,
  predictions: Int32Array,
): Reliability {
  const predicted = new Bins();
  const perClass = classes.map(() => new Bins());
  for (let row = 0, cell = 0; row < codes.length; row++) {
    const prediction = predictions[row]!;
    predicted.add(probabilities[cell + prediction]!, prediction === codes[row]);
    for (let code = 0; code < classes.length; code++, cell++) {
      perClass[code]!.add(probabilities[cell]!, code === codes[row]);
    }
  }
  return { predicted: predicted.filled(), perClass: perClass.map((bins) => bins.filled()) };
}

/**
 * The expected calibration error: the mean distance of confidence and observed share over the rows. It is a
 * little above 0 for perfect probabilities, too, since a bin's share varies.
 */
export function expectedCalibrationError(bins: readonly ReliabilityBin[]): number {
  let distance = 0, rows = 0;
  for (const { count, confidence, observed } of bins) {
    distance += count * Math.abs(confidence - observed);
    rows += count;
  }
  return distance / rows;
}

class Bins {
  private readonly counts = new Float64Array(binCount);
  private readonly sums = new Float64Array(binCount);
  private readonly hits = new Float64Array(binCount);

  add(probability: number, cameTrue: boolean): void {
    const bin = Math.min(binCount - 1, Math.max(0, Math.ceil(probability * binCount) - 1));
    this.counts[bin]!++;
    this.sums[bin]! += probability;
    if (cameTrue) this.hits[bin]!++;
  }

  filled(): ReliabilityBin[] {
    return [...this.counts.entries()].filter(([, count]) => count > 0).map(([bin, count]) => ({
      count,
      confidence: this.sums[bin]! / count,
      observed: this.hits[bin]! / count,
    }));
  }
}
