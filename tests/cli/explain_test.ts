import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { z } from "zod";
import { rowAnswerSchema } from "@/pipeline/diagnosis/row_answer.ts";
import { answerOf, healer, problemOf, temporaryFolder } from "./healer.ts";

const answerSchema = z.object({
  method: z.string(),
  unit: z.string(),
  rows: z.number(),
  importance: z.array(z.object({
    feature: z.string(),
    mean: z.number(),
    standard_error: z.number(),
    low: z.number(),
    high: z.number(),
  })),
});

/** Two classes that `cpu` tells apart; `noise` says nothing. */
const rows = Array.from(
  { length: 120 },
  (_, row) => `${row % 2 * 5 + row % 3},${row * 7 % 11},${row % 2 === 0 ? "ok" : "hot"}`,
);

describe("healer explain", () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let table = "", trees = "", line = "";

  before(async () => {
    folder = await temporaryFolder();
    table = folder.path("table.csv");
    trees = folder.path("trees.onnx");
    line = folder.path("line.onnx");
    await Deno.writeTextFile(table, ["cpu,noise,fault", ...rows].join("\n"));
    for (const [out, learner] of [[trees, "random-forest"], [line, "logistic-regression"]]) {
      const args = ["train", table, "--label", "fault", "--folds", "0", "--learner", learner!];
      const run = await healer([...args, "--out", out!]);
      assert.equal(run.code, 0, run.stderr);
    }
  });

  after(async () => await folder[Symbol.asyncDispose]());

  it("writes for each row what adds up to its confidence, as CSV", async () => {
    for (const [model, method] of [[trees, "tree"], [line, "permutation"]]) {
      const out = folder.path("why.csv");
      const run = await healer(["explain", model!, table, "--out", out, "--json"]);
      assert.equal(run.code, 0, run.stderr);
      const answer = answerSchema.parse(answerOf(run));
      assert.deepEqual([answer.method, answer.unit, answer.rows], [method, "probability", 120]);
      assert.deepEqual(answer.importance.map(({ feature }) => feature), ["cpu", "noise"]);
      const [first] = answer.importance;
      assert.ok(first !== undefined && first.low <= first.mean && first.mean <= first.high);

      const [header, ...lines] = (await Deno.readTextFile(out)).trimEnd().split("\n");
      assert.equal(header, "row,diagnosis,confidence,base,shap_cpu,shap_noise");
      assert.equal(lines.length, 120);
      for (const [index, text] of lines.entries()) {
        const [row, diagnosis, confidence, ...parts] = text.split(",");
        assert.equal(row, String(index + 1));
        assert.equal(diagnosis, index % 2 === 0 ? "ok" : "hot");
        const sum = parts.reduce((total, part) => total + Number(part), 0);
        assert.ok(Math.abs(sum - Number(confidence)) < 1e-5, text);
      }
    }
  });

  it("writes some rows as JSON, the same ones for the same seed", async () => {
    const texts: string[] = [];
    for (const name of ["a.json", "b.json"]) {
      const out = folder.path(name);
      const run = await healer(["explain", trees, table, "--count", "7", "--out", out]);
      assert.equal(run.code, 0, run.stderr);
      assert.match(run.stdout, /^7 rows explained exactly, from the trees/);
      assert.match(run.stdout, /\ncpu +0\.\d+ +0\.\d+ – 0\.\d+\n/);
      texts.push(await Deno.readTextFile(out));
    }
    assert.equal(texts[0], texts[1]);
    const objects = z.array(z.record(z.string(), z.unknown())).parse(JSON.parse(texts[0]!));
    assert.equal(objects.length, 7);
    assert.deepEqual(Object.keys(objects[0]!), [
      ...["row", "diagnosis", "confidence", "base"],
      ...["shap_cpu", "shap_noise"],
    ]);
  });

  it("says of one row all that the model knows, in both languages", async () => {
    const english = await healer(["explain", trees, table, "--row", "2"]);
    assert.equal(english.code, 0, english.stderr);
    const chinese = await healer(["explain", trees, table, "--row", "2", "--lang", "zh"]);
    assert.equal(chinese.code, 0, chinese.stderr);
    const expected = [
      [/^Row 2: hot, .*% sure\nNext comes ok/, /^第 2 行：hot，把握 .*%\n其次可能是 ok/],
      [
        /against \(−\) hot\nKPI +value +weight +normal +in hot/,
        /“hot”的指标\n指标 +当前值 +权重 +正常/,
      ],
      [/\ncpu +6 +\+0\.\d+ +0 to 2 +5 to 7 /, /\ncpu +6 +\+0\.\d+ +0 至 2 +5 至 7 /],
      [/\nNearest past cases.*\nhot +training row 2 +0\.00/, /\nhot +训练数据第 2 行 +0\.00/],
      [/\nok +training row \d+ /, /\nok +训练数据第 \d+ 行 /],
      [
        /\nSmallest change that flips the answer: cpu is 6; below [\d.]+ it is ok\.\n/,
        /cpu 当前为 6，低于 [\d.]+ 则为“ok”。/,
      ],
    ] as const;
    for (const [en, zh] of expected) {
      assert.match(english.stdout, en);
      assert.match(chinese.stdout, zh);
    }
  });

  it("answers programs with all of it, for values alone", async () => {
    const out = folder.path("row.json");
    const values = ["--values", "CPU=6; noise=3 nois=4", "--normal", "hot", "--out", out];
    const run = await healer(["explain", trees, ...values, "--json"]);
    assert.equal(run.code, 0, run.stderr);
    const answer = rowAnswerSchema.parse(answerOf(run));
    assert.deepEqual([answer.diagnosis, answer.evidence?.normal], ["hot", "hot"]);
    assert.equal(answer.notices[0]?.code, "sample/unknown-features");
    assert.deepEqual(JSON.parse(await Deno.readTextFile(out)), answer);
  });

  it("refuses rows and wishes that there are not", async () => {
    const cases = [
      [[table, "--row", "121"], "diagnosis/no-such-row"],
      [[table, "--row", "1", "--count", "3"], "usage/conflicting-option"],
    ] as const;
    for (const [args, code] of cases) {
      const run = await healer(["explain", trees, ...args, "--json"]);
      assert.deepEqual([problemOf(run).code, run.code], [code, 2]);
    }
  });

  it("refuses a result of another format, and trees where there are none", async () => {
    const cases = [
      [["--out", folder.path("why.xml")], "diagnosis/unknown-explanation-format"],
      [["--method", "tree", "--out", folder.path("why.csv")], "evaluation/not-trees"],
    ] as const;
    for (const [options, code] of cases) {
      const run = await healer(["explain", line, table, ...options, "--json"]);
      assert.equal(run.code, 2);
      assert.equal(problemOf(run).code, code);
    }
  });
});
