import { groupFolds, rowGroups } from "../evaluation/group_folds.ts";
import { stratifiedFolds } from "../evaluation/stratified_folds.ts";
import type { Random } from "../random.ts";
import type { Labels } from "../table/feature_matrix.ts";

/** More would cost more than they add to a sigmoid of two numbers. */
const mostFolds = 3;

/**
 * In which fold each row is held out while a learner calibrates itself: stratified, whole groups where there
 * are any. Fewer than two folds: nothing can be held out.
 */
export function calibrationFolds(
  labels: Labels,
  random: Random,
): { readonly foldOf: Int32Array; readonly folds: number } {
  if (labels.groups === undefined) {
    return { foldOf: stratifiedFolds(labels, mostFolds, random), folds: mostFolds };
  }
  const groups = rowGroups(labels.groups);
  const folds = Math.min(mostFolds, groups.count);
  const shares = Array.from({ length: folds }, () => 1 / folds);
  return { foldOf: groupFolds(labels, groups, shares, random), folds };
}
