import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { modelSchema } from "@/pipeline/cells/model_value.ts";
import type { Prepared } from "@/pipeline/cells/prepared_value.ts";
import type { Value } from "@/pipeline/cells/value.ts";
import { CellRunner } from "./cell_runner.ts";
import { problemOf } from "./problem_of.ts";
import { incidentsCsv } from "./tables.ts";

let runner: CellRunner;
let split: Prepared;
let model: Value;
before(async () => {
  runner = await CellRunner.create();
  const file = await runner.add("incidents.csv", incidentsCsv({ incidents: 24 }));
  const table = await runner.prepare("import", { file, group: "incident" });
  split = await runner.prepare("split", { testShare: 0.4 }, table);
  model = await train({ name: "random-forest", trees: 30 });
});
after(async () => await runner[Symbol.asyncDispose]());

async function train(learner: Record<string, unknown>): Promise<Value> {
  const params = { learner, folds: 2 };
  const { result } = await runner.run("train", params, { inputs: { table: split } });
  return modelSchema.parse(result.values.model);
}

const explain = async (params: Record<string, unknown>, explained = model) =>
  await runner.run("explain", params, { inputs: { model: explained, table: split } });

describe("the explain cell", () => {
  it("shows what matters, exactly for trees, on rows that are held out", async () => {
    const run = await explain({});
    const rows = split.split?.testRows;
    assert.match(run.result.summary.en, new RegExp(`^${rows} of ${rows} rows explained exactly; `));
    const [bars, swarms] = run.result.figures;
    assert.ok(bars?.type === "bars" && swarms?.type === "beeswarm");
    const values = bars.bars.map(({ value }) => value);
    assert.deepEqual(values, values.toSorted((a, b) => b - a));
    assert.ok(bars.bars.every(({ low, high, value }) => low! <= value && value <= high!));
    assert.deepEqual(swarms.swarms.map(({ name }) => name), bars.bars.map(({ name }) => name));
    for (const { x, shade } of swarms.swarms) {
      assert.equal(x.length, rows);
      assert.ok(shade.every((each) => each === null || (each >= 0 && each <= 1)));
    }

    const importance = (await runner.tableNamed(run, "importance")).frame;
    assert.deepEqual(importance.getColumn("feature").toArray()[0], bars.bars[0]?.name);
    const table = (await runner.tableNamed(run, "rows")).frame;
    assert.equal(table.height, rows);
    assert.match(String(table.getColumn("for 1").toArray()[0]), /^.+ = .+ \(\+0\.\d+\)$/);
  });

  it("explains one fault where it is told which, and draws some rows only", async () => {
    const run = await explain({ class: "disk", count: 10, features: 2 });
    const [bars, swarms] = run.result.figures;
    assert.ok(bars?.type === "bars" && swarms?.type === "beeswarm");
    assert.equal(bars.bars.length, 2);
    assert.equal(swarms.swarms[0]?.x.length, 10);
    assert.match(swarms.title.en, /"disk"/);
    const { frame } = await runner.tableNamed(run, "rows");
    assert.deepEqual([...new Set(frame.getColumn("fault").toArray())], ["disk"]);
    const problem = await problemOf(explain({ class: "flood" }));
    assert.equal(problem.code, "cells/unknown-class");
  });

  it("samples for other models and says how sure that is", async () => {
    const other = await train({ name: "logistic-regression" });
    const run = await explain({ count: 8, background: 10 }, other);
    assert.match(run.result.summary.en, /^8 of \d+ rows explained by sampling; /);
    assert.match(run.result.figures[1]?.caption?.en ?? "", /sampled, give or take 0\.\d+/);
    const problem = await problemOf(explain({ method: "tree" }, other));
    assert.equal(problem.code, "evaluation/not-trees");
  });
});
