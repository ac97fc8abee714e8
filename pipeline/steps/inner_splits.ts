import type { Split } from "../evaluation/split.ts";
import { planSplits, type SplitOptions } from "../evaluation/splits.ts";
import { HealerError } from "../problem.ts";
import type { Labels } from "../table/feature_matrix.ts";

/**
 * Divides training rows once more, to judge columns on rows that were not learnt from; groups stay whole.
 * Rows too few or too alike to be divided, such as those of one incident, are judged by themselves.
 */
export function innerSplits(
  labels: Labels,
  options: Pick<SplitOptions, "kind" | "folds" | "testShare" | "seed">,
): readonly Split[] {
  const { groups } = labels;
  try {
    return planSplits({ ...options, labels, ...(groups ? { groups } : {}) }).splits;
  } catch (error) {
    if (!(error instanceof HealerError)) throw error;
    const all = Int32Array.from(labels.codes.keys());
    return [{ train: all, test: all }];
  }
}
