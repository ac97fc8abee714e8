import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { planSplits } from "@/pipeline/evaluation/splits.ts";
import { labelsOf } from "./evaluation_cases.ts";
import {
  assertDisjoint,
  assertPartition,
  classCounts,
  labelsArbitrary,
  noticeCodes,
  problemCode,
} from "./split_cases.ts";

describe("planSplits, stratified k-fold", () => {
  it("divides the rows so that folds and their classes differ by one row at most", () => {
    fc.assert(
      fc.property(
        labelsArbitrary,
        fc.integer({ min: 2, max: 8 }),
        fc.nat(),
        (labels, folds, seed) => {
          const { splits } = planSplits({ kind: "k-fold", folds, seed, labels });
          const rows = labels.codes.length;
          assert.equal(splits.length, Math.min(folds, rows));
          assertPartition(splits, rows);
          const sizes = splits.map(({ test }) => test.length);
          assert.ok(Math.max(...sizes) - Math.min(...sizes) <= 1);
          const counts = splits.map(({ test }) => classCounts(labels, test));
          for (let code = 0; code < labels.classes.length; code++) {
            const ofClass = counts.map((fold) => fold[code]!);
            assert.ok(Math.max(...ofClass) - Math.min(...ofClass) <= 1, `${ofClass}`);
          }
        },
      ),
    );
  });

  it("repeats itself for a seed and differs between seeds", () => {
    const labels = labelsOf(Array.from({ length: 60 }, (_, row) => row % 3), 3);
    const plan = (seed: number) => planSplits({ kind: "k-fold", seed, labels }).splits;
    assert.deepEqual(plan(1), plan(1));
    assert.notDeepEqual(plan(1), plan(2));
    assert.equal(plan(1).length, 5);
  });

  it("says which classes have fewer rows than there are folds", () => {
    const labels = labelsOf([...new Array(20).fill(0), 1, 1, 2], 4);
    const { splits, notices } = planSplits({ kind: "k-fold", folds: 5, seed: 1, labels });
    assert.equal(splits.length, 5);
    assert.deepEqual(noticeCodes(notices), ["rare-classes", "classes-not-learnt"]);
    assert.match(notices[0]!.message.en, /"c1", "c2" have fewer rows than there are folds \(5\)/);
    assert.match(notices[1]!.message.en, /^In 1 of the 5 folds .*"c2"\.$/);
  });

  it("makes fewer folds of fewer rows", () => {
    const { splits, notices } = planSplits({
      kind: "k-fold",
      folds: 10,
      seed: 1,
      labels: labelsOf([0, 0, 1, 1], 2),
    });
    assert.equal(splits.length, 4);
    assert.deepEqual(noticeCodes(notices), ["fewer-folds", "rare-classes"]);
    assert.match(notices[0]!.message.en, /4 folds instead of 10: there are too few rows/);
  });

  it("has nothing to say about a plan without faults", () => {
    const labels = labelsOf([0, 0, 0, 1, 1, 1], 2);
    assert.deepEqual(planSplits({ kind: "k-fold", folds: 3, seed: 1, labels }).notices, []);
  });
});

describe("planSplits, stratified hold-out", () => {
  it("tests about the share of each class, some rows but never all of them", () => {
    const share = fc.double({ min: 0.05, max: 0.95, noNaN: true });
    fc.assert(fc.property(labelsArbitrary, share, fc.nat(), (labels, testShare, seed) => {
      const { splits } = planSplits({ kind: "hold-out", testShare, seed, labels });
      const rows = labels.codes.length;
      assert.equal(splits.length, 1);
      assertDisjoint(splits[0]!, rows);
      assert.equal(splits[0]!.train.length + splits[0]!.test.length, rows);
      const tested = classCounts(labels, splits[0]!.test);
      for (const [code, size] of classCounts(labels, labels.codes.keys()).entries()) {
        assert.ok(Math.abs(tested[code]! - size * testShare) <= 1, `${tested[code]} of ${size}`);
        if (size === 1) assert.equal(tested[code], 0);
        if (size > 1) assert.ok(tested[code]! >= 1 && tested[code]! < size);
      }
    }));
  });

  it("tests a fifth of the rows where no share is given", () => {
    const labels = labelsOf(Array.from({ length: 100 }, (_, row) => row % 4), 4);
    const { splits, notices } = planSplits({ kind: "hold-out", seed: 3, labels });
    assert.deepEqual(classCounts(labels, splits[0]!.test), [5, 5, 5, 5]);
    assert.deepEqual(notices, []);
  });

  it("says which classes cannot be tested", () => {
    const labels = labelsOf([0, 0, 0, 0, 1], 2);
    const { notices } = planSplits({ kind: "hold-out", seed: 3, labels });
    assert.deepEqual(noticeCodes(notices), ["classes-not-tested"]);
    assert.match(notices[0]!.message.en, /"c1"/);
  });
});

describe("planSplits", () => {
  it("refuses what cannot be split", () => {
    const labels = labelsOf([0, 1, 0, 1], 2);
    const codeFor = (options: Partial<Parameters<typeof planSplits>[0]>): string =>
      problemCode(() => planSplits({ kind: "k-fold", seed: 0, labels, ...options }));
    assert.equal(codeFor({ folds: 1 }), "evaluation/bad-folds");
    assert.equal(codeFor({ folds: 2.5 }), "evaluation/bad-folds");
    assert.equal(codeFor({ kind: "hold-out", testShare: 0 }), "evaluation/bad-test-share");
    assert.equal(codeFor({ kind: "hold-out", testShare: 1 }), "evaluation/bad-test-share");
    assert.equal(codeFor({ testShare: NaN }), "evaluation/bad-test-share");
    assert.equal(codeFor({ labels: labelsOf([], 2) }), "evaluation/too-few-rows");
    assert.equal(codeFor({ labels: labelsOf([1], 2) }), "evaluation/too-few-rows");
    assert.equal(codeFor({ labels: labelsOf([1, 1, 1], 2) }), "evaluation/one-class");
    assert.equal(codeFor({ groups: ["a"] }), "evaluation/lengths-differ");
    assert.equal(codeFor({ times: Float64Array.of(1, 2) }), "evaluation/lengths-differ");
    assert.equal(codeFor({ groups: ["a", "a", "a", "a"] }), "evaluation/one-group");
    assert.equal(codeFor({ times: new Float64Array(4) }), "evaluation/one-time");
    assert.equal(codeFor({ times: new Float64Array(4).fill(NaN) }), "evaluation/one-time");
  });

  it("refuses a split in which nothing that is tested was learnt", () => {
    const everyRowItsOwnClass = labelsOf([0, 1, 2], 3);
    for (const kind of ["hold-out", "k-fold"] as const) {
      const attempt = () => planSplits({ kind, seed: 0, labels: everyRowItsOwnClass });
      assert.equal(problemCode(attempt), "evaluation/nothing-to-test");
    }
    const labels = labelsOf([0, 0, 1, 1], 2);
    const groups = ["a", "a", "b", "b"];
    assert.equal(
      problemCode(() => planSplits({ kind: "k-fold", seed: 0, labels, groups })),
      "evaluation/nothing-to-test",
    );
  });

  it("takes classes that have no row for granted", () => {
    const labels = labelsOf([0, 2, 0, 2], 4);
    const { splits, notices } = planSplits({ kind: "k-fold", folds: 2, seed: 0, labels });
    assertPartition(splits, 4);
    assert.deepEqual(notices, []);
  });
});
