import { HealerError, type Notice } from "../problem.ts";
import { Random } from "../random.ts";
import type { Labels } from "../table/feature_matrix.ts";
import { classCoverage, rareClasses } from "./class_coverage.ts";
import { groupFolds, type GroupNames, type RowGroups, rowGroups } from "./group_folds.ts";
import { evaluationNotice } from "./notices.ts";
import { evaluationProblem } from "./problems.ts";
import type { Split } from "./split.ts";
import { stratifiedFolds, stratifiedHoldOut } from "./stratified_folds.ts";
import { orderByTime, timeCuts } from "./time_folds.ts";

/** How to divide n labelled rows. */
export interface SplitOptions {
  readonly kind: "hold-out" | "k-fold";
  /** k of k-fold; 5 by default. */
  readonly folds?: number;
  /** The share of the rows that hold-out tests, in (0, 1); 0.2 by default. */
  readonly testShare?: number;
  readonly seed: number;
  readonly labels: Labels;
  /** n names; rows of one group never stand on both sides. null = a group of its own. */
  readonly groups?: GroupNames;
  /** n times; training is always earlier than testing. A time that is not finite counts as missing. */
  readonly times?: Float64Array;
}

/** The splits that could be made, and what is worth knowing about them. */
export interface SplitPlan {
  readonly splits: readonly Split[];
  readonly notices: Notice[];
}

/**
 * Divides rows for validation, one split for hold-out, k for k-fold:
 *
 * - stratified by class; the tests of k-fold together hold every row once;
 * - with `groups`, no group on both sides, as balanced by class as can be;
 * - with `times`, no training row as late as a test row; k-fold chains forward: the rows in time order are
 *   cut into k + 1 parts, and each part but the first is tested by what the parts before it teach. With
 *   `groups` too, training leaves out the rows whose group is tested.
 *
 * @throws {HealerError} where the options are out of range, there are fewer than two rows, classes, groups
 * or times, or no class stands on both sides of a split.
 */
export function planSplits(options: SplitOptions): SplitPlan {
  checkOptions(options);
  const notices: Notice[] = [];
  const splits = options.times
    ? timeOrderedSplits(options, options.times, notices)
    : unorderedSplits(options, notices);
  return { splits, notices: [...notices, ...classCoverage(splits, options.labels)] };
}

function checkOptions({ folds, testShare, labels, groups, times }: SplitOptions): void {
  const rows = labels.codes.length;
  if (folds !== undefined && !(Number.isInteger(folds) && folds >= 2)) {
    throw new HealerError(evaluationProblem.badFolds(folds));
  }
  if (testShare !== undefined && !(testShare > 0 && testShare < 1)) {
    throw new HealerError(evaluationProblem.badTestShare(testShare));
  }
  if (groups && groups.length !== rows) {
    throw new HealerError(evaluationProblem.lengthsDiffer("groups", groups.length, rows));
  }
  if (times && times.length !== rows) {
    throw new HealerError(evaluationProblem.lengthsDiffer("times", times.length, rows));
  }
  if (rows < 2) throw new HealerError(evaluationProblem.tooFewRows(rows));
  const first = labels.codes[0]!;
  if (labels.codes.every((code) => code === first)) {
    throw new HealerError(evaluationProblem.oneClass(labels.classes[first]!));
  }
}

function unorderedSplits(options: SplitOptions, notices: Notice[]): Split[] {
  const { labels, testShare = 0.2 } = options;
  const random = new Random(options.seed);
  const groups = options.groups && rowGroups(options.groups);
  if (groups && groups.count < 2) throw new HealerError(evaluationProblem.oneGroup());
  if (options.kind === "hold-out") {
    const foldOf = groups
      ? groupFolds(labels, groups, [1 - testShare, testShare], random)
      : stratifiedHoldOut(labels, testShare, random);
    return [splitOf(foldOf, 1)];
  }
  const wanted = options.folds ?? 5;
  const folds = Math.min(wanted, groups ? groups.count : labels.codes.length);
  if (folds < wanted) {
    notices.push(evaluationNotice.fewerFolds(wanted, folds, groups ? "groups" : "rows"));
  }
  notices.push(...rareClasses(labels, groups, folds));
  const foldOf = groups
    ? groupFolds(labels, groups, Array.from({ length: folds }, () => 1 / folds), random)
    : stratifiedFolds(labels, folds, random);
  return Array.from({ length: folds }, (_, fold) => splitOf(foldOf, fold));
}

function timeOrderedSplits(
  options: SplitOptions,
  times: Float64Array,
  notices: Notice[],
): Split[] {
  const { kind, folds = 5, testShare = 0.2 } = options;
  const order = orderByTime(times);
  const wanted = kind === "hold-out" ? 1 : folds;
  const shares = kind === "hold-out"
    ? [1 - testShare]
    : Array.from({ length: folds }, (_, fold) => (fold + 1) / (folds + 1));
  const cuts = timeCuts(order, times, shares);
  if (cuts.length === 0) throw new HealerError(evaluationProblem.oneTime());
  if (order.length < times.length) {
    notices.push(evaluationNotice.rowsWithoutTime(times.length - order.length));
  }
  const parts = cuts.map((cut, fold): Split => ({
    train: order.slice(0, cut).sort(),
    test: order.slice(cut, cuts[fold + 1] ?? order.length).sort(),
  }));
  const splits = options.groups
    ? withoutTestedGroups(parts, rowGroups(options.groups), notices)
    : parts;
  if (splits.length < wanted) {
    const reason = cuts.length < wanted ? "times" : "groups-in-time";
    notices.push(evaluationNotice.fewerFolds(wanted, splits.length, reason));
  }
  return splits;
}

function withoutTestedGroups(
  parts: readonly Split[],
  { count, groupOf }: RowGroups,
  notices: Notice[],
): Split[] {
  const leftOut = new Set<number>();
  const splits = parts.map(({ train, test }) => {
    const tested = new Uint8Array(count);
    for (const row of test) tested[groupOf[row]!] = 1;
    for (const row of train) if (tested[groupOf[row]!]) leftOut.add(row);
    return { train: train.filter((row) => !tested[groupOf[row]!]), test };
  }).filter(({ train }) => train.length > 0);
  if (splits.length === 0) throw new HealerError(evaluationProblem.groupsSpanTime());
  if (leftOut.size > 0) notices.push(evaluationNotice.groupsAcrossTime(leftOut.size));
  return splits;
}

function splitOf(foldOf: Int32Array, testFold: number): Split {
  let tested = 0;
  for (const fold of foldOf) if (fold === testFold) tested++;
  const train = new Int32Array(foldOf.length - tested), test = new Int32Array(tested);
  let nextTrain = 0, nextTest = 0;
  for (let row = 0; row < foldOf.length; row++) {
    if (foldOf[row] === testFold) test[nextTest++] = row;
    else train[nextTrain++] = row;
  }
  return { train, test };
}
