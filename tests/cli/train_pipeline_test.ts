import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { modelCardSchema } from "@/pipeline/model/model_card.ts";
import { simulatedCsv } from "../web/api_app.ts";
import { answerOf, healer, problemOf, temporaryFolder } from "./healer.ts";

const pipeline = {
  format: "systemhealer-pipeline",
  version: 1,
  name: "small",
  recipe: {
    steps: [{ step: "impute", params: {} }],
    learner: { name: "random-forest", params: { trees: 7 } },
  },
  training: { folds: 3, calibration: "none", tuneDecision: true, keepRows: false, seed: 4 },
  features: ["cpu.max_busy_pct", "disk.max_busy_pct", "net.max_jitter_ms"].map((name) => ({
    name,
    type: "number",
  })),
  label: "fault",
  split: { by: "group", testShare: 0.2, seed: 1 },
  leftOut: [],
};

describe("healer train --pipeline", () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let table = "";
  let file = "";

  before(async () => {
    folder = await temporaryFolder();
    table = folder.path("kpis.csv");
    file = folder.path("small.pipeline.json");
    await Deno.writeTextFile(table, await simulatedCsv(300, 3));
    await Deno.writeTextFile(file, JSON.stringify(pipeline));
  });
  after(async () => await folder[Symbol.asyncDispose]());

  async function write(name: string, text: string): Promise<string> {
    const path = folder.path(name);
    await Deno.writeTextFile(path, text);
    return path;
  }

  it("trains its steps and learner on its features, as it says, and tells what it ignores", async () => {
    const out = folder.path("model.onnx");
    const run = await healer(["train", table, "--pipeline", file, "--out", out, "--json"]);
    assert.equal(run.code, 0, run.stderr);
    const answer = answerOf(run);
    assert.deepEqual([answer.learner, answer.features], ["random-forest", 3]);
    assert.deepEqual(Object(answer.validation).folds, 3);
    assert.match(run.stderr, /\d+ columns are not part of the pipeline and are ignored/);
    assert.match(run.stderr, /holds 20 % of the rows out/);
    const recipe = modelCardSchema.shape.recipe.parse(answer.recipe);
    assert.deepEqual(recipe.steps.map(({ step }) => step), ["impute"]);
    assert.equal(recipe.learner.params.trees, 7);
  });

  it("lets the command line have the last word, and stays the same otherwise", async () => {
    const [same, other] = [folder.path("same.onnx"), folder.path("other.onnx")];
    for (const [out, option, value] of [[same, "--folds", "3"], [other, "--seed", "5"]] as const) {
      const run = await healer(["train", table, "--pipeline", file, "--out", out, option, value]);
      assert.equal(run.code, 0, run.stderr);
    }
    const model = await Deno.readFile(folder.path("model.onnx"));
    assert.deepEqual(await Deno.readFile(same), model);
    assert.notDeepEqual(await Deno.readFile(other), model);
  });

  it("refuses a table that does not fit in the words of the page", async () => {
    const csv = (await Deno.readTextFile(table)).replace("disk.max_busy_pct", "disk.max_bsy_pct");
    const renamed = await write("renamed.csv", csv);
    const args = ["--pipeline", file, "--out", folder.path("x.onnx"), "--json"];
    const missing = problemOf(await healer(["train", renamed, ...args]));
    assert.equal(missing.code, "pipeline/missing-features");
    assert.match(missing.message, /lacks 1 of its 3 features: "disk\.max_busy_pct"\.$/);
    assert.equal(missing.file, renamed);
    const absent = problemOf(await healer(["train", table, ...args, "--label", "falut"]));
    assert.equal(absent.code, "pipeline/absent-label");
    const one = (await Deno.readTextFile(table)).split("\n").slice(0, 3).join("\n");
    const single = problemOf(await healer(["train", await write("one.csv", one), ...args]));
    assert.equal(single.code, "pipeline/too-few-classes");
  });

  it("says what is wrong with the file and with the options beside it", async () => {
    const args = (
      path: string,
    ) => ["train", table, "--out", folder.path("x.onnx"), "--pipeline", path];
    const absent = problemOf(await healer([...args(folder.path("none.json")), "--json"]));
    assert.deepEqual([absent.code, absent.file], ["pipeline/unreadable", folder.path("none.json")]);
    const broken = await write("broken.json", JSON.stringify(pipeline).slice(0, 50));
    const cut = problemOf(await healer([...args(broken), "--json"]));
    assert.deepEqual([cut.code, cut.file], ["pipeline/not-json", broken]);
    const both = await healer([...args(file), "--learner", "decision-tree"]);
    assert.equal(both.code, 2);
    assert.match(both.stderr, /cannot be used with option/);
  });
});
