import { groupFolds, rowGroups } from "../evaluation/group_folds.ts";
import { stratifiedFolds } from "../evaluation/stratified_folds.ts";
import type { Random } from "../random.ts";
import type { Labels } from "../table/feature_matrix.ts";

/** In which fold each training row is held out. */
export interface InnerFolds {
  readonly foldOf: Int32Array;
  /** How many folds there are; with fewer than two, nothing can be held out. */
  readonly folds: number;
}

/**
 * Divides training rows into folds for a learner that has to see what it makes of rows it has not learnt
 * from: stratified, whole groups where there are any, at most `wanted` of them.
 */
export function innerFolds(labels: Labels, wanted: number, random: Random): InnerFolds {
  if (labels.groups === undefined) {
    const folds = Math.min(wanted, labels.codes.length);
    return { foldOf: stratifiedFolds(labels, folds, random), folds };
  }
  const groups = rowGroups(labels.groups);
  const folds = Math.min(wanted, groups.count);
  const shares = Array.from({ length: folds }, () => 1 / folds);
  return { foldOf: groupFolds(labels, groups, shares, random), folds };
}
