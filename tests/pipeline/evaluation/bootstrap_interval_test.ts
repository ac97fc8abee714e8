import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { bootstrapInterval } from "@/pipeline/evaluation/bootstrap_interval.ts";
import { accuracy, macroF1 } from "@/pipeline/evaluation/classification_metrics.ts";
import { confusionMatrix } from "@/pipeline/evaluation/confusion_matrix.ts";
import type { Interval } from "@/pipeline/evaluation/percentile_interval.ts";
import { Random } from "@/pipeline/random.ts";
import { takeLabels } from "@/pipeline/table/feature_matrix.ts";
import { agree, labelsOf } from "./evaluation_cases.ts";
import { problemCode } from "./split_cases.ts";

/** Rows of four classes, of which `share` are predicted rightly. */
function predicted(rows: number, share: number, seed: number) {
  const random = new Random(seed);
  const labels = labelsOf(Array.from({ length: rows }, () => random.below(4)), 4);
  const predictions = labels.codes.map((code) =>
    random.next() < share ? code : (code + 1 + random.below(3)) % 4
  );
  return { labels, predictions };
}

/** The bootstrap by its definition: draw rows group by group, count, measure. */
function bootstrapByDrawing(
  { labels, predictions }: ReturnType<typeof predicted>,
  groups: readonly string[],
  resamples: number,
): { accuracy: [number, number]; macro_f1: [number, number] } {
  const random = new Random(1234);
  const members = Object.values(Object.groupBy(labels.codes.keys(), (row) => groups[row]!));
  const accuracies: number[] = [], scores: number[] = [];
  for (let resample = 0; resample < resamples; resample++) {
    const rows = members.flatMap(() => members[random.below(members.length)]!);
    const { counts } = confusionMatrix(
      takeLabels(labels, rows),
      Int32Array.from(rows, (row) => predictions[row]!),
    );
    accuracies.push(accuracy(counts, 4));
    scores.push(macroF1(counts, 4));
  }
  const bounds = (values: number[]): [number, number] => {
    values.sort((a, b) => a - b);
    return [values[Math.round(0.025 * resamples)]!, values[Math.round(0.975 * resamples)]!];
  };
  return { accuracy: bounds(accuracies), macro_f1: bounds(scores) };
}

function assertNear({ low, high }: Interval, [expectedLow, expectedHigh]: [number, number]): void {
  const tolerance = 0.06 * (expectedHigh - expectedLow);
  assert.ok(Math.abs(low - expectedLow) < tolerance, `${low}, ${expectedLow}`);
  assert.ok(Math.abs(high - expectedHigh) < tolerance, `${high}, ${expectedHigh}`);
}

describe("bootstrapInterval", () => {
  it("equals drawing rows one by one", () => {
    const data = predicted(300, 0.8, 1);
    const groups = Array.from({ length: 300 }, (_, row) => `${row}`);
    const expected = bootstrapByDrawing(data, groups, 4000);
    const actual = bootstrapInterval(data.labels, data.predictions, { seed: 5, resamples: 4000 });
    assertNear(actual.accuracy, expected.accuracy);
    assertNear(actual.macro_f1, expected.macro_f1);
  });

  it("equals drawing groups one by one", () => {
    const data = predicted(300, 0.8, 2);
    const random = new Random(3);
    // Groups of very unequal size, a third of the rows alone in theirs.
    const groups = Array.from(
      { length: 300 },
      (_, row) => row % 3 === 0 ? `${row}` : `g${Math.floor(20 * random.next() ** 2)}`,
    );
    const expected = bootstrapByDrawing(data, groups, 4000);
    const actual = bootstrapInterval(data.labels, data.predictions, {
      seed: 5,
      resamples: 4000,
      groups: groups.map((group) => group.startsWith("g") ? group : null),
    });
    assertNear(actual.accuracy, expected.accuracy);
    assertNear(actual.macro_f1, expected.macro_f1);
  });

  it("has the width the binomial distribution gives to accuracy", () => {
    const { labels, predictions } = predicted(100_000, 0.7, 4);
    const { accuracy } = bootstrapInterval(labels, predictions, { seed: 1 });
    const deviation = Math.sqrt(accuracy.value * (1 - accuracy.value) / 100_000);
    assert.ok(Math.abs((accuracy.high - accuracy.low) / (2 * 1.96 * deviation) - 1) < 0.1);
    assert.ok(accuracy.low < accuracy.value && accuracy.value < accuracy.high);
  });

  it("is wider where the rows of a group are right or wrong together", () => {
    const labels = labelsOf(Array.from({ length: 400 }, (_, row) => row % 2), 2);
    const group = (row: number): number => Math.floor(row / 20);
    const predictions = labels.codes.map((code, row) => group(row) % 4 === 0 ? 1 - code : code);
    const groups = Array.from({ length: 400 }, (_, row) => `${group(row)}`);
    const width = ({ low, high }: Interval): number => high - low;
    const byRow = bootstrapInterval(labels, predictions, { seed: 1 });
    const byGroup = bootstrapInterval(labels, predictions, { seed: 1, groups });
    assert.ok(width(byGroup.macro_f1) > 3 * width(byRow.macro_f1));
  });

  it("repeats itself for a seed and differs between seeds", () => {
    const { labels, predictions } = predicted(200, 0.6, 6);
    const draw = (seed: number) => bootstrapInterval(labels, predictions, { seed });
    assert.deepEqual(draw(1), draw(1));
    assert.notDeepEqual(draw(1), draw(2));
  });

  it("is a point where every prediction is right", () => {
    const { labels } = predicted(50, 1, 7);
    const { macro_f1 } = bootstrapInterval(labels, labels.codes, { seed: 1 });
    assert.ok([macro_f1.value, macro_f1.low, macro_f1.high].every((value) => agree(value, 1)));
  });

  it("interpolates between neighbouring resamples", () => {
    const { labels, predictions } = predicted(50, 0.6, 8);
    const draw = (resamples: number): Interval =>
      bootstrapInterval(labels, predictions, { seed: 1, resamples }).accuracy;
    const first = draw(1), both = draw(2);
    assert.equal(first.low, first.high);
    // Of two resamples a < b the bounds are a + 0.025 (b − a) and a + 0.975 (b − a).
    const rim = 0.025 / 0.95 * (both.high - both.low);
    assert.ok(rim > 0);
    assert.ok([both.low - rim, both.high + rim].some((resample) => agree(resample, first.low)));
  });

  it("refuses nothing and what does not match", () => {
    const labels = labelsOf([0, 1], 2);
    const two = Int32Array.of(0, 1), one = Int32Array.of(0);
    assert.equal(
      problemCode(() => bootstrapInterval(labelsOf([], 2), new Int32Array(0), { seed: 1 })),
      "evaluation/no-rows",
    );
    assert.equal(
      problemCode(() => bootstrapInterval(labels, one, { seed: 1 })),
      "evaluation/lengths-differ",
    );
    assert.equal(
      problemCode(() => bootstrapInterval(labels, two, { seed: 1, groups: ["a"] })),
      "evaluation/lengths-differ",
    );
  });
});
