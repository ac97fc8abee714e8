import type { TrainingSummary } from "../model/training_summary.ts";

/** The values between which a share of the training rows lies. */
export type Range = [low: number, high: number];

/** Nine of ten rows lie between these quantiles. */
const usual = [0.05, 0.95] as const;

/** Where the values of the features lie in the training data, by its summary. */
export class TrainingRanges {
  constructor(private readonly summary: TrainingSummary) {}

  /** The least and the greatest value; null where training saw none. */
  all(feature: number): Range | null {
    return this.between(this.summary.columns[feature]?.quantiles, 0, 1);
  }

  /** Where nine of ten training rows of a class lie; null where it has no value. */
  ofClass(feature: number, code: number): Range | null {
    return this.between(this.summary.columns[feature]?.class_quantiles[code], ...usual);
  }

  private between(
    quantiles: readonly number[] | null | undefined,
    low: number,
    high: number,
  ): Range | null {
    if (!quantiles) return null;
    return [this.at(quantiles, low), this.at(quantiles, high)];
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
