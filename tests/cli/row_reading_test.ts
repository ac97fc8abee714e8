import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type RowContext, rowReading } from "@/cli/row_reading.ts";
import type { RowAnswer } from "@/pipeline/diagnosis/row_answer.ts";

const context: RowContext = {
  row: { id: "a-17", position: 8204 },
  catalogue: [{
    fault: "2",
    name: { en: "Lock contention", zh: "锁竞争" },
    description: { en: "", zh: "" },
    severity: "high",
    colour: null,
    remedies: [],
  }],
  groupColumn: "incident",
};

const answer: RowAnswer = {
  classes: ["1", "2", "3"],
  probabilities: [0.2, 0.79, 0.01],
  diagnosis: "2",
  confidence: 0.79,
  runnerUp: "1",
  verdict: "several",
  predictionSet: ["1", "2"],
  errorRate: 0.05,
  novelty: 0.4,
  evidence: {
    method: "permutation",
    unit: "probability",
    base: 0.3,
    normal: "1",
    features: [
      {
        feature: "cpu",
        value: 120,
        contribution: 0.5,
        standardError: 0.01,
        normal: [1, 40],
        own: [60, 99],
        runnerUp: [1, 40],
        all: [0, 100],
      },
      {
        feature: "mem",
        value: null,
        contribution: -0.01,
        standardError: 0.002,
        normal: null,
        own: null,
        runnerUp: null,
        all: null,
      },
    ],
  },
  cases: [
    { fault: "2", row: 8204, group: "117", distance: 0.5, values: [99, null] },
    { fault: "1", row: null, group: null, distance: 2, values: [3, 1] },
  ],
  checks: [
    {
      feature: "locks",
      isMissing: true,
      drop: 0.62,
      readings: [
        { relation: "below", value: 40, fault: "1" },
        { relation: "above", value: 40, fault: "2" },
      ],
    },
    { feature: "mem", isMissing: false, drop: 0.05, readings: [] },
  ],
  flip: { feature: "cpu", from: 120, to: 41, relation: "below", fault: "1" },
  notices: [],
};

describe("rowReading", () => {
  it("says what it is, what else it may be, why, what was like it, what to check and what flips it", () => {
    assert.equal(
      rowReading(answer, context, "en"),
      `Row 8,204 (a-17): Lock contention, 79 % sure
At an error rate of 5 % it may also be 1 (20 %).
It is not unlike the training data: 40 % of such rows are as strange or stranger.

What speaks for (+) and against (−) Lock contention
KPI    value          weight   normal  in Lock contention  seen in training
cpu    120 !  +0.500 ± 0.010  1 to 40            60 to 99          0 to 100
mem  missing  −0.010 ± 0.002        –                   –                 –
With the base 0.300 the weights add up to the probability, 0.790. ± is the error of weights that were sampled. Ranges hold nine of ten training rows. ! lies outside everything seen in training.

Nearest past cases, and how far away they are in spreads of the KPIs that matter here
Lock contention  incident 117, training row 8,204  0.50
1                a training row                    2.00

Check next
1. locks (missing here): expected to settle 62 % of the doubt; below 40 it is 1, above 40 it is Lock contention
2. mem (read again): expected to settle 5.0 % of the doubt; no reading changes the answer, only how sure it is

Smallest change that flips the answer: cpu is 120; below 41 it is 1.`,
    );
  });

  it("says the same in Chinese", () => {
    const text = rowReading(answer, context, "zh");
    assert.match(
      text,
      /^第 8,204 行（a-17）：锁竞争，把握 79%\n在 5% 的错误率下，也可能是 1（20%）。\n/,
    );
    assert.match(
      text,
      /\n1\. locks（此行缺失）：预计可消除 62% 的疑问；低于 40 则为“1”，高于 40 则为“锁竞争”\n/,
    );
    assert.match(text, /\n使结论翻转的最小变化：cpu 当前为 120，低于 41 则为“1”。$/);
    const english = [...text.matchAll(/[A-Za-z]{2,}/g)].map(([word]) => word);
    assert.deepEqual([...new Set(english)].sort(), ["cpu", "incident", "locks", "mem"]);
  });

  it("calls a row unknown that fits nothing, with the best guess beside it", () => {
    const unknown: RowAnswer = {
      ...answer,
      verdict: "unknown",
      predictionSet: ["2"],
      novelty: 0.01,
    };
    const [first, second] = rowReading(unknown, context, "en").split("\n");
    assert.match(first ?? "", /: Unknown fault: .* The best guess is Lock contention, 79 % sure$/);
    assert.match(second ?? "", /^Only 1\.0 % of rows like the training data are as strange/);
  });

  it("says so where the set holds nothing, or not the diagnosis", () => {
    const secondLine = (predictionSet: string[], verdict: RowAnswer["verdict"]) =>
      rowReading({ ...answer, predictionSet, verdict }, context, "en").split("\n")[1] ?? "";
    assert.match(secondLine([], "several"), /^No class fits it well at an error rate of 5 %/);
    assert.match(
      secondLine(["1"], "several"),
      /^At an error rate of 5 % it may rather be 1 \(20 %\)/,
    );
    assert.equal(secondLine(["2"], "one"), "Nothing else is possible at an error rate of 5 %.");
  });

  it("says nothing of what a bare model cannot tell", () => {
    const bare: RowAnswer = {
      ...answer,
      verdict: null,
      predictionSet: null,
      novelty: null,
      evidence: null,
      cases: [],
      checks: [],
      flip: null,
      confidence: 0.99996,
      notices: [{ code: "diagnosis/no-summary", message: { en: "", zh: "" } }],
    };
    assert.equal(
      rowReading(bare, { ...context, row: null }, "en"),
      "These values: Lock contention, > 99.9 % sure\nNext comes 1 (20 %).",
    );
  });

  it("cuts names that are endless, and keeps each sentence on its line", () => {
    const long = `x\n${"y".repeat(1000)}`;
    const classes = ["1", long, "3"];
    const named: RowAnswer = { ...answer, classes, diagnosis: long, predictionSet: ["1", long] };
    const text = rowReading(named, context, "en");
    assert.ok(text.split("\n").every((line) => line.length < 300));
    assert.ok(text.startsWith("Row 8,204 (a-17): x yyy"));
  });
});
