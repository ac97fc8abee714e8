import { groupFolds, rowGroups } from "../evaluation/group_folds.ts";
import type { Split } from "../evaluation/split.ts";
import { stratifiedHoldOut } from "../evaluation/stratified_folds.ts";
import type { Random } from "../random.ts";
import type { Labels } from "../table/feature_matrix.ts";

/**
 * Holds out about `share` of the rows to watch a training by: stratified, whole groups only, and every class
 * keeps rows to learn from.
 *
 * @returns undefined where that leaves fewer than `fewest` rows to watch by
 */
export function validationSplit(
  labels: Labels,
  share: number,
  fewest: number,
  random: Random,
): Split | undefined {
  const { codes, groups } = labels;
  const isHeldOut = groups
    ? groupFolds(labels, rowGroups(groups), [1 - share, share], random)
    : stratifiedHoldOut(labels, share, random);
  const groupOf = (row: number): number => groups?.[row] ?? row;
  const learnt = new Set(codes.filter((_, row) => isHeldOut[row] === 0));
  const needed = new Set<number>();
  for (let row = 0; row < codes.length; row++) {
    if (!learnt.has(codes[row]!)) needed.add(groupOf(row));
  }
  const test = Int32Array.from(codes.keys())
    .filter((row) => isHeldOut[row] === 1 && !needed.has(groupOf(row)));
  if (test.length < fewest) return undefined;
  const tested = new Set(test);
  return { train: Int32Array.from(codes.keys()).filter((row) => !tested.has(row)), test };
}
