import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  latestRound,
  liveFolds,
  liveLoss,
  otherCurves,
} from "@/components/notebook/live_points.ts";
import { remainingWords } from "@/components/remaining_words.ts";
import type { MetricPoint } from "@/pipeline/metric.ts";

const loss = (name: string, fold: number | undefined, ...values: number[]): MetricPoint[] =>
  values.map((value, step) => ({ name, step, value, ...(fold === undefined ? {} : { fold }) }));

const points: MetricPoint[] = [
  ...loss("train loss", 1, 3, 2, 1),
  ...loss("validation loss", 1, 3, 2.5, 2.7),
  { name: "macro-F1", step: 1, value: 0.9 },
  { name: "fold seconds", step: 1, value: 31 },
  { name: "fold rounds", step: 1, value: 1 },
  ...loss("train loss", 2, 3, 2.2),
  ...loss("validation loss", 2, 3, 2.4),
  { name: "best macro-F1", step: 1, value: 0.8 },
];

describe("the live curves of a training", () => {
  it("are those of the fold that was heard of last, with its best round", () => {
    const live = liveLoss(points);
    assert.equal(live?.fold, 2);
    assert.deepEqual(live?.training.map(({ value }) => value), [3, 2.2]);
    assert.deepEqual([live?.best?.step, live?.best?.value], [1, 2.4]);
    assert.deepEqual(latestRound(points), { round: 1, fold: 2 });
    assert.equal(liveLoss([...points, ...loss("train loss", undefined, 1)])?.fold, undefined);
    assert.equal(liveLoss([]), undefined);
  });

  it("list the folds that are done and under way, and leave other curves alone", () => {
    assert.deepEqual(liveFolds(points), [
      { fold: 1, score: 0.9, rounds: 1, seconds: 31 },
      { fold: 2, score: undefined, rounds: undefined, seconds: undefined },
    ]);
    assert.deepEqual([...otherCurves(points).keys()], ["best macro-F1"]);
  });
});

describe("the words for the time left", () => {
  it("are the less exact the longer it takes", () => {
    const words = (seconds: number) => remainingWords(seconds, "en");
    assert.equal(words(1), "a few seconds left");
    assert.equal(words(7.4), "about 7 s left");
    assert.equal(words(48.3), "about 48 s left");
    assert.equal(words(59.6), "about 1 min left");
    assert.equal(words(133), "about 2 min 10 s left");
    assert.equal(words(1000), "about 17 min left");
    assert.equal(words(5000), "about 1 h 25 min left");
    assert.equal(remainingWords(48, "zh"), "约剩 48 秒");
  });
});
