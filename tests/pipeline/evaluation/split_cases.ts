import assert from "node:assert/strict";
import fc from "fast-check";
import type { Split } from "@/pipeline/evaluation/split.ts";
import { HealerError, type Notice } from "@/pipeline/problem.ts";
import type { Labels } from "@/pipeline/table/feature_matrix.ts";
import { labelsOf } from "./evaluation_cases.ts";

/** Labels of 3 to 60 rows and up to five classes: two classes occur, one of them in two rows. */
export const labelsArbitrary: fc.Arbitrary<Labels> = fc
  .tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 3, max: 60 }))
  .chain(([classCount, rows]) =>
    fc.array(fc.nat(classCount - 1), { minLength: rows, maxLength: rows })
      .map((codes) => labelsOf(codes, classCount))
  )
  .filter(({ codes }) => new Set(codes).size > 1 && new Set(codes).size < codes.length);

/** Checks that training and test rows are ascending, disjoint, present and below `rows`. */
export function assertDisjoint({ train, test }: Split, rows: number): void {
  for (const part of [train, test]) {
    assert.ok(part.length > 0);
    assert.deepEqual([...new Set(part)].toSorted((a, b) => a - b), [...part]);
    assert.ok(part.every((row) => row >= 0 && row < rows));
  }
  assert.equal(new Set([...train, ...test]).size, train.length + test.length);
}

/** Checks that the tests of all splits hold each row once, and training always the other rows. */
export function assertPartition(splits: readonly Split[], rows: number): void {
  for (const split of splits) {
    assertDisjoint(split, rows);
    assert.equal(split.train.length + split.test.length, rows);
  }
  const tested = splits.flatMap(({ test }) => [...test]).toSorted((a, b) => a - b);
  assert.deepEqual(tested, Array.from({ length: rows }, (_, row) => row));
}

/** Checks that no named group stands on both sides of a split. */
export function assertGroupsApart(
  splits: readonly Split[],
  groups: readonly (string | null)[],
): void {
  for (const { train, test } of splits) {
    const trained = new Set(Array.from(train, (row) => groups[row]));
    for (const row of test) {
      assert.ok(groups[row] === null || !trained.has(groups[row]), `group ${groups[row]}`);
    }
  }
}

/** The rows of each class among `rows`. */
export function classCounts({ classes, codes }: Labels, rows: Iterable<number>): number[] {
  const counts = classes.map(() => 0);
  for (const row of rows) counts[codes[row]!]!++;
  return counts;
}

/** The code of the problem that `attempt` throws; any other error is thrown again. */
export function problemCode(attempt: () => unknown): string {
  try {
    attempt();
  } catch (error) {
    if (error instanceof HealerError) return error.problem.code;
    throw error;
  }
  return "no problem";
}

/** The codes of notices without their area, and a check that both languages are there. */
export function noticeCodes(notices: readonly Notice[]): string[] {
  for (const { message } of notices) {
    assert.match(message.en, /^[A-Z0-9].*\.$/);
    assert.match(message.zh, /\p{Script=Han}.*。$/u);
  }
  return notices.map(({ code }) => code.replace("evaluation/", ""));
}
