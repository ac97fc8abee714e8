import type { ExpectedReading } from "./expected_readings.ts";
import type { TrainingRanges } from "./training_ranges.ts";
import type { WhatIf } from "./what_if.ts";

/** The values of one KPI that shall be tried. */
export interface SweepPlan {
  readonly feature: number;
  /** Ascending, each once: what may be read, and the quantiles of the training rows. */
  readonly values: Float32Array;
  /** For each value how likely it is to be read. */
  readonly weights: Float64Array;
}

/** What a model says of a row for several values of one KPI. */
export interface Sweep extends SweepPlan {
  /** For each value the class that the model says, */
  readonly codes: Int32Array;
  /** and the entropy of its probabilities. */
  readonly entropies: Float32Array;
}

/** The values of a feature that are worth trying. */
export function planSweep(
  feature: number,
  readings: readonly ExpectedReading[],
  ranges: TrainingRanges,
): SweepPlan {
  const weightOf = new Map<number, number>();
  for (const value of ranges.quantiles(feature)) weightOf.set(Math.fround(value), 0);
  for (const { value, weight } of readings) {
    weightOf.set(value, (weightOf.get(value) ?? 0) + weight);
  }
  const values = Float32Array.from(weightOf.keys()).sort();
  const weights = Float64Array.from(values, (value) => weightOf.get(value) ?? 0);
  return { feature, values, weights };
}

/** Plans one feature after the other, as long as they try no more than `rows` values together; one at least. */
export function planSweeps(
  features: readonly number[],
  rows: number,
  planOf: (feature: number) => SweepPlan,
): SweepPlan[] {
  const plans: SweepPlan[] = [];
  let left = rows;
  for (const feature of features) {
    const plan = planOf(feature);
    left -= plan.values.length;
    if (left < 0 && plans.length > 0) break;
    plans.push(plan);
  }
  return plans;
}

/** Tries all that is planned in one run of the model. */
export async function sweep(whatIf: WhatIf, plans: readonly SweepPlan[]): Promise<Sweep[]> {
  const { codes, entropies } = await whatIf.answers(
    plans.flatMap(({ feature, values }) => Array.from(values, (value) => ({ feature, value }))),
  );
  let start = 0;
  return plans.map((plan) => {
    const from = start;
    start += plan.values.length;
    return {
      ...plan,
      codes: codes.subarray(from, start),
      entropies: entropies.subarray(from, start),
    };
  });
}
