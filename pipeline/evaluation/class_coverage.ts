import { HealerError, type Notice } from "../problem.ts";
import type { Labels } from "../table/feature_matrix.ts";
import type { RowGroups } from "./group_folds.ts";
import { evaluationNotice } from "./notices.ts";
import { evaluationProblem } from "./problems.ts";
import type { Split } from "./split.ts";
import { classSizes } from "./stratified_folds.ts";

/** A notice where a class has fewer rows (with `groups`: stands in fewer groups) than there are folds. */
export function rareClasses(
  labels: Labels,
  groups: RowGroups | undefined,
  folds: number,
): Notice[] {
  const sizes = groups ? groupsOfClasses(labels, groups) : classSizes(labels);
  const rare = labels.classes.filter((_, code) => sizes[code]! > 0 && sizes[code]! < folds);
  return rare.length === 0
    ? []
    : [evaluationNotice.rareClasses(rare, groups ? "groups" : "rows", folds)];
}

/**
 * Notices about classes that no split tests, and classes that a split tests without training on them.
 *
 * @throws {HealerError} `evaluation/nothing-to-test` where no split tests a class it trains on.
 */
export function classCoverage(splits: readonly Split[], labels: Labels): Notice[] {
  const tested = new Set<number>(), notLearnt = new Set<number>();
  let splitsWithUnknown = 0, testsSomething = false;
  for (const { train, test } of splits) {
    const trainedHere = codesOf(labels, train), testedHere = codesOf(labels, test);
    const unknown = testedHere.difference(trainedHere);
    for (const code of testedHere) tested.add(code);
    for (const code of unknown) notLearnt.add(code);
    if (unknown.size > 0) splitsWithUnknown++;
    if (unknown.size < testedHere.size) testsSomething = true;
  }
  if (!testsSomething) throw new HealerError(evaluationProblem.nothingToTest());

  const namesOf = (isMeant: (code: number) => boolean): string[] =>
    labels.classes.filter((_, code) => isMeant(code));
  const sizes = classSizes(labels);
  const notTested = namesOf((code) => sizes[code]! > 0 && !tested.has(code));
  const notices: Notice[] = [];
  if (notTested.length > 0) notices.push(evaluationNotice.classesNotTested(notTested));
  if (notLearnt.size > 0) {
    const names = namesOf((code) => notLearnt.has(code));
    notices.push(evaluationNotice.classesNotLearnt(names, splitsWithUnknown, splits.length));
  }
  return notices;
}

function groupsOfClasses({ classes, codes }: Labels, groups: RowGroups): Int32Array {
  const counts = new Int32Array(classes.length);
  const lastGroup = new Int32Array(classes.length).fill(-1);
  for (const row of groups.rows) {
    const code = codes[row]!;
    if (lastGroup[code] === groups.groupOf[row]) continue;
    lastGroup[code] = groups.groupOf[row]!;
    counts[code]!++;
  }
  return counts;
}

function codesOf({ codes }: Labels, rows: Int32Array): Set<number> {
  const found = new Set<number>();
  for (const row of rows) found.add(codes[row]!);
  return found;
}
