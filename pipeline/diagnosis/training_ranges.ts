import { shortestFloat32 } from "../shortest_float32.ts";
import type { TrainingSummary } from "../model/training_summary.ts";

/** The values between which a share of the training rows lies. */
export type Range = [low: number, high: number];

/** Nine of ten rows lie between these quantiles. */
const usualLevels: Range = [0.05, 0.95];

/** Quantiles a normal distribution has so many standard deviations apart; tails only where the middle is one value. */
const spreads: readonly (readonly [low: number, high: number, deviations: number])[] = [
  [0.25, 0.75, 1.349],
  [0.1, 0.9, 2.563],
  [0.05, 0.95, 3.29],
  [0.01, 0.99, 4.653],
  [0, 1, 6],
];

/** Where the values of the features lie in the training data, by its summary. */
export class TrainingRanges {
  private readonly spreadOf: Float64Array;

  constructor(private readonly summary: TrainingSummary) {
    this.spreadOf = Float64Array.from(summary.columns, ({ quantiles }) => this.robust(quantiles));
  }

  /** The least and the greatest value; null where training saw none. */
  all(feature: number): Range | null {
    return this.between(this.summary.columns[feature]?.quantiles, 0, 1);
  }

  /** Where nine of ten training rows lie; null where training saw no value. */
  usual(feature: number): Range | null {
    return this.between(this.quantiles(feature), ...usualLevels);
  }

  /** Where nine of ten training rows of a class lie; null where it has no value. */
  ofClass(feature: number, code: number): Range | null {
    return this.between(this.summary.columns[feature]?.class_quantiles[code], ...usualLevels);
  }

  /** The spread of the middle of the values, in standard deviations of a normal distribution; 0 for a constant. */
  spread(feature: number): number {
    return this.spreadOf[feature]!;
  }

  /** The kept quantiles of all training rows, or of one class; none where it has no value. */
  quantiles(feature: number, code?: number): readonly number[] {
    const column = this.summary.columns[feature];
    return (code === undefined ? column?.quantiles : column?.class_quantiles[code]) ?? [];
  }

  /** The quantile of a class at a level in [0, 1]; undefined where it has no value. */
  quantile(feature: number, code: number, level: number): number | undefined {
    return this.between(this.quantiles(feature, code), level, level)?.[0];
  }

  private robust(quantiles: readonly number[] | null): number {
    for (const [low, high, deviations] of spreads) {
      const range = this.between(quantiles, low, high);
      if (range && range[1] > range[0]) return (range[1] - range[0]) / deviations;
    }
    return 0;
  }

  private between(
    quantiles: readonly number[] | null | undefined,
    low: number,
    high: number,
  ): Range | null {
    if (!quantiles || quantiles.length === 0) return null;
    return [shortestFloat32(this.at(quantiles, low)), shortestFloat32(this.at(quantiles, high))];
  }

  /** The quantile at a level, linear between those that are kept. */
  private at(quantiles: readonly number[], level: number): number {
    const { quantile_levels: levels } = this.summary;
    const after = levels.findIndex((each) => each >= level);
    const high = after < 0 ? levels.length - 1 : after;
    const low = Math.max(0, high - 1);
    const width = levels[high]! - levels[low]!;
    const part = width > 0 ? Math.min(1, (level - levels[low]!) / width) : 1;
    return quantiles[low]! + part * (quantiles[high]! - quantiles[low]!);
  }
}
