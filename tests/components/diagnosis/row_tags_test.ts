import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { ResultRow } from "@/components/diagnosis/rows/result_row.ts";
import { rowTags } from "@/components/diagnosis/rows/row_tags.ts";
import { judgementWarning } from "@/pipeline/diagnosis/judgement_warnings.ts";

const row: ResultRow = {
  row: 1,
  id: "1",
  diagnosis: "a",
  confidence: 0.5,
  runnerUp: "b",
  runnerUpProbability: 0.4,
  warnings: "",
  verdict: "one",
};

const wordsOf = (change: Partial<ResultRow>): string[] =>
  rowTags({ ...row, ...change }, "en").map(({ words }) => words);

describe("the tags of a row", () => {
  it("are none where there is nothing to know", () => assert.deepEqual(wordsOf({}), []));

  it("say in two words, in the language of the page, what the result says in either", () => {
    for (
      const warnings of [
        '12 of 107 features are missing; cpu: "n/a" was read as missing',
        "107 个特征中缺失 12 个; cpu：“n/a”按缺失处理",
      ]
    ) assert.deepEqual(wordsOf({ warnings }), ["12 holes", "text read as hole"]);
  });

  it("keep a warning that they do not know as it is", () =>
    assert.deepEqual(wordsOf({ warnings: "the clock stands still" }), ["the clock stands still"]));

  it("do not say twice what the verdict says", () => {
    for (
      const [verdict, inSet, words] of [
        ["several", 1, "close call"],
        ["several", 0, "close call"],
        ["unknown", 0, "unlike training"],
      ] as const
    ) {
      const judgement = { sets: Uint8Array.of(inSet, inSet), novelty: null };
      const said = judgementWarning(
        { ...judgement, verdicts: [verdict] },
        0,
        ["a", "b"],
        "a",
        0.05,
      );
      assert.ok(said !== null);
      for (const warnings of [said.en, said.zh]) {
        assert.deepEqual(wordsOf({ verdict, warnings }), [words]);
      }
    }
  });
});
