import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { rowGroups } from "@/pipeline/evaluation/group_folds.ts";
import { planSplits } from "@/pipeline/evaluation/splits.ts";
import type { Labels } from "@/pipeline/table/feature_matrix.ts";
import { labelsOf } from "./evaluation_cases.ts";
import {
  assertDisjoint,
  assertGroupsApart,
  assertPartition,
  classCounts,
  labelsArbitrary,
  noticeCodes,
  problemCode,
} from "./split_cases.ts";

const groupedArbitrary = labelsArbitrary.chain((labels) =>
  fc.record({
    labels: fc.constant(labels),
    groups: fc.array(fc.oneof(fc.constant(null), fc.constantFrom("a", "b", "c", "d", "e", "f")), {
      minLength: labels.codes.length,
      maxLength: labels.codes.length,
    }),
    seed: fc.nat(),
  })
).filter(({ groups }) => rowGroups(groups).count > 1);

/** The plan, or undefined where training and test have no class in common. */
function planOrNothing(
  options: Parameters<typeof planSplits>[0],
): ReturnType<typeof planSplits> | undefined {
  let plan: ReturnType<typeof planSplits> | undefined;
  const code = problemCode(() => plan = planSplits(options));
  assert.ok(code === "no problem" || code === "evaluation/nothing-to-test", code);
  return plan;
}

/**
 * 481 rows in 60 groups and 5 classes: group g has 3 + 7g mod 11 rows; its row j has class 0 where
 * (g + j) mod 3 > 0, else class 1 + g mod 4.
 */
function sixtyGroups(): { labels: Labels; groups: string[] } {
  const codes: number[] = [], groups: string[] = [];
  for (let group = 0; group < 60; group++) {
    for (let row = 0; row < 3 + (7 * group) % 11; row++) {
      codes.push((group + row) % 3 > 0 ? 0 : 1 + group % 4);
      groups.push(`group ${group}`);
    }
  }
  return { labels: labelsOf(codes, 5), groups };
}

describe("rowGroups", () => {
  it("gathers equal names and gives each null a group of its own", () => {
    const groups = rowGroups(["x", null, "y", "x", null]);
    assert.deepEqual(groups, {
      count: 4,
      groupOf: Int32Array.of(0, 1, 2, 0, 3),
      rows: Int32Array.of(0, 3, 1, 2, 4),
      starts: Int32Array.of(0, 2, 3, 4, 5),
    });
  });
});

describe("planSplits with groups", () => {
  it("makes folds that divide the rows but no group", () => {
    fc.assert(
      fc.property(
        groupedArbitrary,
        fc.integer({ min: 2, max: 6 }),
        ({ labels, groups, seed }, folds) => {
          const plan = planOrNothing({ kind: "k-fold", folds, seed, labels, groups });
          fc.pre(plan !== undefined);
          assert.equal(plan.splits.length, Math.min(folds, rowGroups(groups).count));
          assertPartition(plan.splits, labels.codes.length);
          assertGroupsApart(plan.splits, groups);
        },
      ),
    );
  });

  it("holds out groups as a whole", () => {
    const share = fc.double({ min: 0.05, max: 0.95, noNaN: true });
    fc.assert(fc.property(groupedArbitrary, share, ({ labels, groups, seed }, testShare) => {
      const plan = planOrNothing({ kind: "hold-out", testShare, seed, labels, groups });
      fc.pre(plan !== undefined);
      const [split] = plan.splits;
      assertDisjoint(split!, labels.codes.length);
      assert.equal(split!.train.length + split!.test.length, labels.codes.length);
      assertGroupsApart(plan.splits, groups);
    }));
  });

  it("spreads rows without a group as evenly as rows can be", () => {
    fc.assert(fc.property(labelsArbitrary, fc.nat(), (labels, seed) => {
      const groups = new Array(labels.codes.length).fill(null);
      const plan = planOrNothing({ kind: "k-fold", folds: 3, seed, labels, groups });
      fc.pre(plan !== undefined);
      const counts = plan.splits.map(({ test }) => classCounts(labels, test));
      for (let code = 0; code < labels.classes.length; code++) {
        const ofClass = counts.map((fold) => fold[code]!);
        assert.ok(Math.max(...ofClass) - Math.min(...ofClass) <= 1);
      }
    }));
  });

  it("balances the classes about as well as scikit-learn", () => {
    // StratifiedGroupKFold(5) of scikit-learn 1.2.1 on the same rows: the standard deviation over the folds
    // of the share of each class, averaged over the classes (numpy: shares.std(0).mean()).
    const ofSklearn = 0.009539658425671884;
    const { labels, groups } = sixtyGroups();
    const sizes = classCounts(labels, labels.codes.keys());
    for (let seed = 0; seed < 20; seed++) {
      const { splits, notices } = planSplits({ kind: "k-fold", folds: 5, seed, labels, groups });
      const counts = splits.map(({ test }) => classCounts(labels, test));
      const deviations = sizes.map((size, code) =>
        Math.sqrt(
          counts.reduce((sum, fold) => sum + (fold[code]! / size - 1 / 5) ** 2, 0) / 5,
        )
      );
      const mean = deviations.reduce((a, b) => a + b) / 5;
      assert.ok(mean < 1.25 * ofSklearn, `seed ${seed}: ${mean}`);
      assert.deepEqual(notices, []);
    }
  });

  it("holds out about the share of every class", () => {
    const { labels, groups } = sixtyGroups();
    const sizes = classCounts(labels, labels.codes.keys());
    for (const testShare of [0.1, 0.2, 0.5]) {
      const { splits } = planSplits({ kind: "hold-out", testShare, seed: 5, labels, groups });
      for (const [code, tested] of classCounts(labels, splits[0]!.test).entries()) {
        assert.ok(Math.abs(tested / sizes[code]! - testShare) < 0.05, `${tested}/${sizes[code]}`);
      }
    }
  });

  it("repeats itself for a seed and differs between seeds", () => {
    const { labels, groups } = sixtyGroups();
    for (const kind of ["k-fold", "hold-out"] as const) {
      const plan = (seed: number) => planSplits({ kind, seed, labels, groups }).splits;
      assert.deepEqual(plan(1), plan(1));
      assert.notDeepEqual(plan(1), plan(2));
    }
  });

  it("tests a group even where the share is smaller than the smallest", () => {
    const labels = labelsOf([0, 1, 0, 1, 0, 1], 2);
    const groups = ["a", "a", "a", "a", "b", "b"];
    const { splits } = planSplits({ kind: "hold-out", testShare: 0.01, seed: 0, labels, groups });
    assert.deepEqual([...splits[0]!.test], [4, 5]);
  });

  it("makes fewer folds of fewer groups and says so", () => {
    const labels = labelsOf([0, 1, 0, 1, 0, 0], 2);
    const groups = ["a", "a", "b", "b", "c", "c"];
    const { splits, notices } = planSplits({ kind: "k-fold", folds: 5, seed: 0, labels, groups });
    assert.equal(splits.length, 3);
    assert.deepEqual(noticeCodes(notices), ["fewer-folds", "rare-classes"]);
    assert.match(notices[0]!.message.en, /3 folds instead of 5: there are too few groups/);
    assert.match(notices[1]!.message.en, /"c1" has fewer groups than there are folds \(3\)/);
  });
});
