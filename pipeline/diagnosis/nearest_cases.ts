import { shortestFloat32 } from "../shortest_float32.ts";
import { referenceMatrix, type TrainingSummary } from "../model/training_summary.ts";
import type { FeatureMatrix } from "../table/feature_matrix.ts";
import type { PastCase } from "./row_answer.ts";
import type { TrainingRanges } from "./training_ranges.ts";

/** So many spreads count as far; what is farther is no farther. */
const farthest = 10;

/** A value and none are so many spreads apart, and so are different values of a column with no spread. */
const holeDistance = 1;

/** This share of the weight is the same for all features. */
const evenShare = 0.1;

/** So many cases are shown for a fault. */
const shownCases = 2;

/** Features whose values correlate more than this say the same. */
const alike = 0.95;
const fewestPairs = 10;

/** The training rows that a model carries, as something to be near to. */
export class ReferenceRows {
  readonly matrix: FeatureMatrix;
  private readonly spreads: Float64Array;

  constructor(
    private readonly summary: TrainingSummary,
    names: readonly string[],
    private readonly ranges: TrainingRanges,
  ) {
    this.matrix = referenceMatrix(summary, names);
    this.spreads = Float64Array.from(names, (_, feature) => ranges.spread(feature));
  }

  get rows(): number {
    return this.matrix.rows;
  }

  codeOf(row: number): number {
    return this.summary.reference.codes[row]!;
  }

  valueOf(row: number, feature: number): number {
    return this.matrix.values[row * this.spreads.length + feature]!;
  }

  /** How far the values are from all reference rows. */
  distancesTo(values: Float32Array, weights: Float64Array): ReferenceDistances {
    const width = this.spreads.length;
    const parts = new Float64Array(this.rows * width);
    const sums = new Float64Array(this.rows);
    for (let row = 0, cell = 0; row < this.rows; row++) {
      for (let feature = 0; feature < width; feature++, cell++) {
        const apart = this.apart(values[feature]!, this.matrix.values[cell]!, feature);
        const part = weights[feature]! * apart * apart;
        parts[cell] = part;
        sums[row]! += part;
      }
    }
    return { parts, sums, weights };
  }

  /** The nearest rows of a class, at most one of each group. */
  casesOf(code: number, fault: string, { sums }: ReferenceDistances): PastCase[] {
    const { codes, rows: numbers, groups } = this.summary.reference;
    const order = codes.flatMap((each, row) => each === code ? [row] : [])
      .sort((a, b) => sums[a]! - sums[b]!);
    const seen = new Set<string>();
    const cases: PastCase[] = [];
    for (const row of order) {
      const group = groups?.[row] ?? null;
      if (group !== null && seen.has(group)) continue;
      if (group !== null) seen.add(group);
      const width = this.spreads.length;
      const values = this.matrix.values.subarray(row * width, (row + 1) * width);
      cases.push({
        fault,
        row: numbers?.[row] ?? null,
        group,
        distance: Math.sqrt(sums[row]!),
        values: Array.from(values, (value) => Number.isNaN(value) ? null : shortestFloat32(value)),
      });
      if (cases.length === shownCases) break;
    }
    return cases;
  }

  /** Whether two features move together so closely that one of them says it all. */
  areAlike(feature: number, other: number): boolean {
    const limits = [feature, other].map((each) => this.ranges.usual(each));
    const pairs: [number, number][] = [];
    for (let row = 0; row < this.rows; row++) {
      const [a, b] = [feature, other].map((each, side) => {
        const [low, high] = limits[side] ?? [NaN, NaN];
        return Math.min(high, Math.max(low, this.valueOf(row, each)));
      });
      if (a === a && b === b) pairs.push([a!, b!]);
    }
    return pairs.length >= fewestPairs && Math.abs(correlation(pairs)) > alike;
  }

  /** How many robust spreads two values of a feature are apart. */
  private apart(value: number, other: number, feature: number): number {
    const isHole = value !== value, otherIsHole = other !== other;
    if (isHole || otherIsHole) return isHole === otherIsHole ? 0 : holeDistance;
    if (value === other) return 0;
    const spread = this.spreads[feature]!;
    return spread === 0 ? holeDistance : Math.min(farthest, Math.abs(value - other) / spread);
  }
}

/** How far a row is from all reference rows, squared. */
export interface ReferenceDistances {
  /** n×d: what each feature adds. */
  readonly parts: Float64Array;
  /** n: the weighted mean over the features. */
  readonly sums: Float64Array;
  /** d weights that add up to 1. */
  readonly weights: Float64Array;
}

/**
 * Weighs the features by what they say in the evidence, and a little all the same; all the same where nothing
 * says anything.
 *
 * @param contributions In the order of the features; null without evidence.
 */
export function distanceWeights(
  width: number,
  contributions: ArrayLike<number> | null,
): Float64Array {
  const sizes = Float64Array.from({ length: width }, (_, at) => Math.abs(contributions?.[at] ?? 0));
  const whole = sizes.reduce((sum, size) => sum + size, 0);
  if (!(whole > 0)) return sizes.fill(1 / width);
  return sizes.map((size) => (1 - evenShare) * size / whole + evenShare / width);
}

/** Pearson's coefficient; NaN where one side is constant. */
function correlation(pairs: readonly (readonly [number, number])[]): number {
  const meanOf = (side: 0 | 1): number =>
    pairs.reduce((sum, pair) => sum + pair[side] / pairs.length, 0);
  const meanA = meanOf(0), meanB = meanOf(1);
  let both = 0, squaresA = 0, squaresB = 0;
  for (const [a, b] of pairs) {
    both += (a - meanA) * (b - meanB);
    squaresA += (a - meanA) ** 2;
    squaresB += (b - meanB) ** 2;
  }
  return both / Math.sqrt(squaresA * squaresB);
}
