import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { modelSchema } from "@/pipeline/cells/model_value.ts";
import type { Prepared } from "@/pipeline/cells/prepared_value.ts";
import { openModelBytes } from "@/pipeline/model/model_file.ts";
import { CellRunner } from "./cell_runner.ts";
import { incidentsCsv } from "./tables.ts";

let runner: CellRunner;
let table: Prepared;
before(async () => {
  runner = await CellRunner.create();
  const file = await runner.add("incidents.csv", incidentsCsv({ incidents: 18 }));
  table = await runner.prepare("import", { file, group: "incident" });
});
after(async () => await runner[Symbol.asyncDispose]());

const tuning = { learner: "decision-tree", limit: "trials", trials: 6, folds: 3 };

describe("the find-model cell", () => {
  it("gives the best model like a train cell, with a leaderboard and a curve", async () => {
    const prepared = await runner.prepare("drop-constant", {}, table);
    const run = await runner.run("find-model", tuning, { inputs: { table: prepared } });
    const { result, metrics } = run;
    const { card, file } = modelSchema.parse(result.values.model);
    assert.equal(card.recipe.learner.name, "decision-tree");
    assert.equal(card.recipe.steps[0]?.step, "drop-constant");
    assert.equal(card.metrics?.method, "stratified group k-fold");
    assert.equal(card.search?.trials, 6);
    await using opened = await openModelBytes(await runner.bytes(file), "model");
    assert.deepEqual(opened.card, card);
    assert.match(result.summary.en, /^Macro-F1 0\.\d{3} over 3 folds .*; best of 6 trials$/);
    assert.deepEqual(result.figures.map(({ type }) => type), [
      "leaderboard",
      "trials",
      "scores",
      "confusion",
      "reliability",
    ]);
    assert.deepEqual(
      metrics.map(({ name, step }) => [name, step]),
      [1, 2, 3, 4, 5, 6].map(
        (trial) => ["best macro-F1", trial],
      ),
    );
    const [board, history] = result.figures;
    assert.ok(board?.type === "leaderboard" && history?.type === "trials");
    assert.ok(
      board.rows.some(({ name }) =>
        name.en.startsWith("Baseline") && /[\u4e00-\u9fff]/.test(name.zh)
      ),
    );
    assert.equal(board.rows.filter(({ isChosen }) => isChosen).length, 1);
    for (const { name, details } of board.rows) assert.ok(!details.en.includes(name.en));
    assert.ok(board.rows.every(({ seconds }) => seconds === null));
    const scores = history.trials.flatMap(({ score }) => score ?? []);
    assert.equal(history.trials.at(-1)?.best, Math.max(...scores));
    const { frame } = await runner.tableNamed(run, "leaderboard");
    assert.equal(frame.height, 6);
    assert.ok(!frame.columns.includes("fit seconds"));
    assert.ok(frame.getColumn("state").toArray().includes("chosen"));
    assert.ok(frame.getColumn("recipe").toArray().some((words) => /^Baseline/.test(String(words))));
  });

  it("by a budget tells the times of each recipe", async () => {
    const params = { ...tuning, limit: "budget", budget: 1 };
    const run = await runner.run("find-model", params, { inputs: { table } });
    const { frame } = await runner.tableNamed(run, "leaderboard");
    assert.ok(frame.columns.includes("fit seconds"));
    const { card } = modelSchema.parse(run.result.values.model);
    assert.deepEqual(card.search?.limit, { seconds: 1 });
  });
});
