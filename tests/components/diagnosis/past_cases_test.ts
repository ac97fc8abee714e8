import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseHTML } from "linkedom";
import { h } from "preact";
import { render } from "preact-render-to-string";
import { PastCases } from "@/components/diagnosis/past_cases.tsx";
import { LanguageContext } from "@/components/language.ts";
import type { RowAnswer } from "@/pipeline/diagnosis/row_answer.ts";
import type { Language } from "@/web/language.ts";

const weight = {
  value: 3,
  standardError: null,
  normal: null,
  own: null,
  runnerUp: null,
  all: null,
};

const answer: RowAnswer = {
  classes: ["delay", "loss"],
  probabilities: [0.6, 0.4],
  diagnosis: "delay",
  confidence: 0.6,
  runnerUp: "loss",
  verdict: "several",
  predictionSet: ["delay", "loss"],
  errorRate: 0.05,
  novelty: 0.5,
  evidence: {
    method: "tree",
    unit: "score",
    base: 0,
    normal: null,
    features: [
      { ...weight, feature: "latency", contribution: 2 },
      { ...weight, feature: "drops", contribution: -1 },
    ],
  },
  cases: [
    { fault: "delay", row: 8204, group: "night 117", distance: 0.512, values: [7, 250] },
    { fault: "delay", row: 12, group: null, distance: 1, values: [8, 260] },
    { fault: "loss", row: null, group: "night 9", distance: 2, values: [null, 40] },
    { fault: "loss", row: null, group: null, distance: 3, values: [90, 30] },
  ],
  checks: [],
  flip: null,
  notices: [],
};

/** The cells of each line of the table. */
function linesOf(language: Language): string[][] {
  const table = h(PastCases, { answer, features: ["drops", "latency"], values: [5, null] });
  const html = render(h(LanguageContext.Provider, { value: language, children: table }));
  const { document } = parseHTML(`<body>${html}</body>`);
  return [...document.querySelectorAll("tr")].map((line) =>
    [...line.querySelectorAll("th, td")].map((cell) => cell.textContent ?? "")
  );
}

describe("the table of past cases", () => {
  it("names the incident and the row of each, as far as the model knows them, with its KPIs", () =>
    assert.deepEqual(linesOf("en"), [
      ["Fault", "Case", "Distance", "latency", "drops"],
      ["delay", "incident night 117, row 8,204", "0.51", "250", "7"],
      ["delay", "training row 12", "1", "260", "8"],
      ["loss", "incident night 9", "2", "40", "missing"],
      ["loss", "a training row", "3", "30", "90"],
      ["this row", "", "", "missing", "5"],
    ]));

  it("says the same in Chinese", () =>
    assert.deepEqual(linesOf("zh").map(([, place]) => place), [
      "案例",
      "事件 night 117，第 8,204 行",
      "训练数据第 12 行",
      "事件 night 9",
      "训练数据中的一行",
      "",
    ]));
});
