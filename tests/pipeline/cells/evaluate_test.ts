import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { evaluationValueSchema } from "@/pipeline/cells/evaluation_value.ts";
import { modelSchema } from "@/pipeline/cells/model_value.ts";
import type { Prepared } from "@/pipeline/cells/prepared_value.ts";
import type { Value } from "@/pipeline/cells/value.ts";
import { CellRunner } from "./cell_runner.ts";
import { problemOf } from "./problem_of.ts";
import { incidentsCsv } from "./tables.ts";

const quick = { learner: { name: "random-forest", trees: 30 }, folds: 3 };

let runner: CellRunner;
let table: Prepared;
before(async () => {
  runner = await CellRunner.create();
  const file = await runner.add("incidents.csv", incidentsCsv({ incidents: 24 }));
  table = await runner.prepare("import", { file, group: "incident" });
});
after(async () => await runner[Symbol.asyncDispose]());

async function train(prepared: Prepared): Promise<Value> {
  const { result } = await runner.run("train", quick, { inputs: { table: prepared } });
  return modelSchema.parse(result.values.model);
}

async function evaluate(model: Value, prepared: Prepared) {
  const run = await runner.run("evaluate", {}, { inputs: { model, table: prepared } });
  return { ...run, value: evaluationValueSchema.parse(run.result.values.evaluation) };
}

describe("the evaluate cell", () => {
  it("scores the rows that the split holds out", async () => {
    const split = await runner.prepare("split", { testShare: 0.25 }, table);
    const run = await evaluate(await train(split), split);
    const { on, evaluation, interval: [low, high] } = run.value;
    assert.equal(on, "held-out");
    assert.equal(evaluation.rows, split.split?.testRows);
    assert.ok(evaluation.macro_f1 > 0.8, `${evaluation.macro_f1}`);
    assert.ok(low <= evaluation.macro_f1 && evaluation.macro_f1 <= high && low < high);
    assert.match(run.result.summary.en, /^Macro-F1 [01]\.\d{3} on \d+ held-out rows \(95 %/);
    const types = run.result.figures.map(({ type }) => type);
    assert.deepEqual(types, ["confusion", "scores", "reliability", "lines", "lines"]);

    const { frame } = await runner.tableNamed(run, "rows");
    const correct = frame.getColumn("correct").toArray();
    const wrong = correct.filter((each) => each === false).length;
    assert.equal(wrong, Math.round((1 - evaluation.accuracy) * evaluation.rows));
    assert.ok(correct.slice(0, wrong).every((each) => each === false), "the wrong ones come first");
    assert.ok(
      frame.getColumn("row").toArray().map(Number).every((row) => row >= 1 && row <= table.rows),
    );
  });

  it("gives the rows behind each cell of the confusion matrix, as they stand in the raw table", async () => {
    const split = await runner.prepare("split", { testShare: 0.25 }, table);
    const run = await evaluate(await train(split), split);
    const { frame } = await runner.tableNamed(run, "rows");
    const { classes, counts } = run.value.evaluation.confusion;
    const [truth, diagnosis] = ["truth", "diagnosis"].map((name) =>
      frame.getColumn(name).toArray()
    );
    for (const [row, name] of classes.entries()) {
      for (const [column, other] of classes.entries()) {
        const behind = truth!.filter((each, index) => each === name && diagnosis![index] === other);
        assert.equal(behind.length, counts[row]![column]);
      }
    }
    const raw = (await runner.table(table.table)).frame;
    for (const name of ["incident", "load", "noise"]) {
      const cells = raw.getColumn(name).toArray();
      const numbers = frame.getColumn("row").toArray().map(Number);
      assert.deepEqual(frame.getColumn(name).toArray(), numbers.map((row) => cells[row - 1]));
    }
    const [first, second] = ["probability", "runner-up probability"]
      .map((name) => frame.getColumn(name).toArray().map(Number));
    assert.ok(first!.every((value, row) => value >= second![row]!));
  });

  it("shows the cross-validated scores where nothing is held out", async () => {
    const model = modelSchema.parse(await train(table));
    const { value, notices, result } = await evaluate(model, table);
    assert.equal(value.on, "cross-validation");
    assert.deepEqual(
      result.figures.map(({ title }) => title.en).slice(-2),
      ["ROC of each class against the rest", "Precision over recall of each class"],
    );
    assert.deepEqual(value.evaluation, model.card.metrics?.evaluation);
    assert.ok(notices.some(({ code }) => code === "cells/nothing-held-out"));
  });

  it("scores all labelled rows of another table, and counts labels the model does not know as wrong", async () => {
    const model = await train(table);
    const csv = incidentsCsv({ incidents: 9, seed: 2 }).replaceAll(",disk\n", ",flood\n");
    const file = await runner.add("other.csv", csv);
    const other = await runner.prepare("import", { file });
    const { value, notices } = await evaluate(model, other);
    assert.equal(value.on, "other-table");
    assert.equal(value.evaluation.rows, 72);
    const flood = value.evaluation.per_class.find((each) => each.class === "flood");
    assert.deepEqual([flood?.support, flood?.recall], [24, 0]);
    assert.ok(notices.some(({ code }) => code === "diagnosis/unknown-labels"));
  });

  it("refuses rows of the same table that are not new to the model", async () => {
    const split = await runner.prepare("split", { seed: 1 }, table);
    const otherwise = await runner.prepare("split", { seed: 2 }, table);
    const [onSplit, onAll] = [await train(split), await train(table)];
    for (
      const [model, prepared] of [[onSplit, otherwise], [onAll, split], [onSplit, table]] as const
    ) {
      const inputs = { model, table: prepared };
      const problem = await problemOf(runner.run("evaluate", {}, { inputs }));
      assert.equal(problem.code, "cells/other-split");
    }
  });

  it("says so where there is no label, or a feature is missing", async () => {
    const model = await train(table);
    const refusal = async (csv: string) => {
      const file = await runner.add("bad.csv", csv);
      const inputs = { model, table: await runner.prepare("import", { file }) };
      return await problemOf(runner.run("evaluate", {}, { inputs }));
    };
    assert.equal(
      (await refusal("load,wait,noise,holed,same\n1.5,2,3,4,5\n2.5,3,9,1,7\n")).code,
      "cells/no-label",
    );
    const missing = await refusal("load,fault\n1.5,cpu\n2.5,disk\n3.5,cpu\n");
    assert.equal(missing.code, "model/missing-features");
    assert.equal(missing.place.file, "bad.csv");
  });
});
