import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { planSplits } from "@/pipeline/evaluation/splits.ts";
import { orderByTime, timeCuts } from "@/pipeline/evaluation/time_folds.ts";
import { labelsOf } from "./evaluation_cases.ts";
import {
  assertDisjoint,
  assertGroupsApart,
  labelsArbitrary,
  noticeCodes,
  problemCode,
} from "./split_cases.ts";

const timedArbitrary = labelsArbitrary.chain((labels) => {
  const length = { minLength: labels.codes.length, maxLength: labels.codes.length };
  return fc.record({
    labels: fc.constant(labels),
    times: fc.array(fc.oneof({ weight: 9, arbitrary: fc.nat(30) }, fc.constant(NaN)), length)
      .map((times) => Float64Array.from(times)),
    groups: fc.option(fc.array(fc.option(fc.constantFrom("a", "b", "c", "d", "e")), length)),
    kind: fc.constantFrom("hold-out", "k-fold"),
    seed: fc.nat(),
  });
});

/** `count` rows of two classes in turn, one a second, shuffled by a fixed rule. */
function everySecond(count: number): { labels: ReturnType<typeof labelsOf>; times: Float64Array } {
  const times = Float64Array.from({ length: count }, (_, row) => (row * 37) % count);
  return { labels: labelsOf(Array.from(times, (time) => time % 2), 2), times };
}

describe("timeCuts", () => {
  it("cuts at the nearest change of time", () => {
    const times = Float64Array.of(1, 1, 1, 2, 2, 3, 3, 3, 3, 4);
    const order = orderByTime(times);
    assert.deepEqual(timeCuts(order, times, [0.1]), [3]);
    assert.deepEqual(timeCuts(order, times, [0.4]), [3]);
    assert.deepEqual(timeCuts(order, times, [0.41]), [5]);
    assert.deepEqual(timeCuts(order, times, [0.5, 0.6, 0.99]), [5, 9]);
    assert.deepEqual(timeCuts(order, new Float64Array(10), [0.5]), []);
    assert.deepEqual(timeCuts(new Int32Array(0), times, [0.5]), []);
  });
});

describe("planSplits with times", () => {
  it("trains only on what is earlier than every test row, and on no tested group", () => {
    let planned = 0;
    fc.assert(
      fc.property(timedArbitrary, ({ labels, times, groups, kind, seed }) => {
        let plan: ReturnType<typeof planSplits> | undefined;
        const code = problemCode(() =>
          plan = planSplits({ kind, seed, labels, times, ...(groups ? { groups } : {}) })
        );
        if (plan === undefined) {
          const allowed = ["one-time", "nothing-to-test", "groups-span-time"];
          assert.ok(allowed.includes(code.replace("evaluation/", "")), code);
          const distinct = new Set(times.filter((time) => Number.isFinite(time))).size;
          assert.equal(code === "evaluation/one-time", distinct < 2);
          return;
        }
        planned++;
        for (const split of plan.splits) {
          assertDisjoint(split, labels.codes.length);
          const latest = Math.max(...Array.from(split.train, (row) => times[row]!));
          const earliest = Math.min(...Array.from(split.test, (row) => times[row]!));
          assert.ok(latest < earliest, `${latest}, ${earliest}`);
        }
        if (groups) assertGroupsApart(plan.splits, groups);
      }),
      { numRuns: 200 },
    );
    assert.ok(planned > 100, `${planned}`);
  });

  it("chains forward in equal parts", () => {
    const { labels, times } = everySecond(60);
    const { splits, notices } = planSplits({ kind: "k-fold", folds: 5, seed: 0, labels, times });
    const seconds = (rows: Int32Array): number[] =>
      Array.from(rows, (row) => times[row]!).toSorted((a, b) => a - b);
    const range = (from: number, to: number): number[] =>
      Array.from({ length: to - from }, (_, index) => from + index);
    assert.equal(splits.length, 5);
    for (const [fold, { train, test }] of splits.entries()) {
      assert.deepEqual(seconds(train), range(0, 10 * (fold + 1)));
      assert.deepEqual(seconds(test), range(10 * (fold + 1), 10 * (fold + 2)));
    }
    assert.deepEqual(notices, []);
  });

  it("holds out the latest rows", () => {
    const { labels, times } = everySecond(50);
    const { splits } = planSplits({ kind: "hold-out", testShare: 0.3, seed: 0, labels, times });
    assert.equal(splits.length, 1);
    assert.equal(splits[0]!.test.length, 15);
    assert.ok(splits[0]!.test.every((row) => times[row]! >= 35));
  });

  it("never divides the rows of one moment, and makes fewer folds where there are few moments", () => {
    const labels = labelsOf(Array.from({ length: 30 }, (_, row) => row % 2), 2);
    const times = Float64Array.from({ length: 30 }, (_, row) => Math.floor(row / 10));
    const { splits, notices } = planSplits({ kind: "k-fold", folds: 5, seed: 0, labels, times });
    assert.deepEqual(splits.map(({ test }) => test.length), [10, 10]);
    assert.deepEqual(noticeCodes(notices), ["fewer-folds"]);
    assert.match(notices[0]!.message.en, /2 folds instead of 5: .* different times/);
  });

  it("leaves out rows without a time and says how many", () => {
    const { labels, times } = everySecond(40);
    times[3] = NaN;
    times[7] = Infinity;
    const { splits, notices } = planSplits({ kind: "hold-out", seed: 0, labels, times });
    assert.equal(splits[0]!.train.length + splits[0]!.test.length, 38);
    assert.deepEqual(noticeCodes(notices), ["rows-without-time"]);
    assert.match(notices[0]!.message.en, /^2 rows/);
  });

  it("leaves earlier rows of a tested group out of training and says how many", () => {
    const { labels, times } = everySecond(50);
    const groups = Array.from(times, (time) => time >= 38 && time < 42 ? "across" : null);
    const { splits, notices } = planSplits({ kind: "hold-out", seed: 0, labels, times, groups });
    assert.equal(splits[0]!.train.length, 38);
    assert.equal(splits[0]!.test.length, 10);
    assert.deepEqual(noticeCodes(notices), ["groups-across-time"]);
    assert.match(notices[0]!.message.en, /^2 earlier rows/);
  });

  it("drops the folds whose training is taken up by tested groups", () => {
    const { labels, times } = everySecond(60);
    const groups = Array.from(times, (time) => time < 20 ? "first" : null);
    const { splits, notices } = planSplits({
      kind: "k-fold",
      folds: 5,
      seed: 0,
      labels,
      times,
      groups,
    });
    assert.equal(splits.length, 4);
    assert.deepEqual(noticeCodes(notices), ["groups-across-time", "fewer-folds"]);
    assert.match(notices[1]!.message.en, /groups that end before the next begin/);
  });

  it("refuses groups of which every one lasts to the end", () => {
    const { labels, times } = everySecond(20);
    const groups = new Array(20).fill("all the time");
    assert.equal(
      problemCode(() => planSplits({ kind: "hold-out", seed: 0, labels, times, groups })),
      "evaluation/groups-span-time",
    );
  });

  it("says which classes are tested before they are learnt", () => {
    const times = Float64Array.from({ length: 40 }, (_, row) => row);
    const labels = labelsOf(Array.from(times, (time) => time < 30 ? time % 2 : 2), 3);
    const { notices } = planSplits({ kind: "k-fold", folds: 3, seed: 0, labels, times });
    assert.deepEqual(noticeCodes(notices), ["classes-not-learnt"]);
    assert.match(notices[0]!.message.en, /^In 1 of the 3 folds .*"c2"\.$/);
  });
});
