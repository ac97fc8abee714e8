import type { TrainingSummary } from "../model/training_summary.ts";

/** For each feature the numbers beyond which a value is far from all that training saw. */
export interface TrainingReach {
  readonly least: Float64Array;
  readonly most: Float64Array;
}

/** The training range and as much again on either side; a feature that never changed or had no value is never far. */
export function trainingReach({ columns }: TrainingSummary): TrainingReach {
  const reach = columns.map(({ quantiles }) => {
    const least = quantiles?.[0] ?? 0, most = quantiles?.at(-1) ?? 0;
    const width = most - least;
    return width > 0 ? { least: least - width, most: most + width } : endless;
  });
  return {
    least: Float64Array.from(reach, ({ least }) => least),
    most: Float64Array.from(reach, ({ most }) => most),
  };
}

const endless = { least: -Infinity, most: Infinity };

/** How many of the values of a row lie beyond. */
export function countFar(
  values: Float32Array,
  row: number,
  { least, most }: TrainingReach,
): number {
  const start = row * least.length;
  let far = 0;
  for (let column = 0; column < least.length; column++) {
    const value = values[start + column]!;
    if (value < least[column]! || value > most[column]!) far++;
  }
  return far;
}
