import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { modelSchema, type ModelValue } from "@/pipeline/cells/model_value.ts";
import type { Prepared } from "@/pipeline/cells/prepared_value.ts";
import { train as trainCell } from "@/pipeline/cells/train.ts";
import { decisionTree } from "@/pipeline/learners/decision_tree.ts";
import { logisticRegression } from "@/pipeline/learners/logistic_regression.ts";
import { stacking } from "@/pipeline/learners/stacking.ts";
import { findLearner } from "@/pipeline/learners/registry.ts";
import { openModelBytes } from "@/pipeline/model/model_file.ts";
import { Random } from "@/pipeline/random.ts";
import { clipOutliers } from "@/pipeline/steps/clip_outliers.ts";
import { impute } from "@/pipeline/steps/impute.ts";
import { scale } from "@/pipeline/steps/scale.ts";
import { signedLog } from "@/pipeline/steps/signed_log.ts";
import { CellRunner } from "./cell_runner.ts";
import { problemOf } from "./problem_of.ts";
import { csvOf, incidentsCsv } from "./tables.ts";

const quick = { learner: { name: "random-forest", trees: 30 }, folds: 4 };

let runner: CellRunner;
before(async () => runner = await CellRunner.create());
after(async () => await runner[Symbol.asyncDispose]());

async function train(table: Prepared, params: Record<string, unknown> = quick) {
  const run = await runner.run("train", params, { inputs: { table } });
  return { ...run, model: modelSchema.parse(run.result.values.model) };
}

function scoreOf({ card }: ModelValue): number {
  return card.metrics?.evaluation.macro_f1 ?? NaN;
}

describe("the train cell", () => {
  it("names the versions of all learners and steps that an ensemble is made of", () => {
    const member = { learner: "decision-tree", steps: [{ step: "signed-log" }] };
    const learner = { name: "stacking", members: ["logistic-regression", member] };
    const params = trainCell.params.parse({ learner });
    assert.deepEqual(trainCell.versionsUsed?.(params), {
      stacking: stacking.version,
      "logistic-regression": logisticRegression.version,
      "decision-tree": decisionTree.version,
      "clip-outliers": clipOutliers.version,
      impute: impute.version,
      scale: scale.version,
      "signed-log": signedLog.version,
    });
  });

  it("fits the whole recipe, scores it and gives one ONNX file with its card", async () => {
    const file = await runner.add("incidents.csv", incidentsCsv({ incidents: 24 }));
    const table = await runner.prepare("import", { file, group: "incident" });
    const filled = await runner.prepare(
      "impute",
      {},
      await runner.prepare("drop-constant", {}, table),
    );
    const { model, result, metrics } = await train(filled);
    const { card } = model;
    assert.deepEqual(card.recipe.steps.map(({ step }) => step), ["drop-constant", "impute"]);
    assert.equal(card.recipe.learner.name, "random-forest");
    assert.deepEqual(card.features.map(({ name }) => name), [
      "load",
      "wait",
      "noise",
      "holed",
      "same",
    ]);
    assert.deepEqual(card.data, {
      ...table.source,
      rows: 192,
      unlabelled: 0,
      quarantined: 0,
      per_class: [64, 64, 64],
    });
    assert.equal(card.metrics?.method, "stratified group k-fold");
    assert.ok(scoreOf(model) > 0.85, `${scoreOf(model)}`);
    await using opened = await openModelBytes(await runner.bytes(model.file), "model");
    assert.deepEqual(opened.card, card);
    assert.match(
      result.summary.en,
      /^Macro-F1 0\.\d{3} over 4 folds \(95 % interval 0\.\d{3} to [01]/,
    );
    assert.deepEqual(
      metrics.map(({ name, step }) => [name, step]),
      [1, 2, 3, 4].flatMap((fold) => [["macro-F1", fold], ["fold seconds", fold]]),
    );
    assert.deepEqual(result.figures.map(({ type }) => type), [
      "scores",
      "confusion",
      "reliability",
    ]);
  });

  it("gives each row with what the model of another fold says of it, by its number in the raw table", async () => {
    const csv = incidentsCsv({ incidents: 24 }).replaceAll("disk\n", "\n");
    const file = await runner.add("incidents.csv", csv);
    const table = await runner.prepare("import", { file, group: "incident" });
    const split = await runner.prepare("split", { testShare: 0.25 }, table);
    const run = await train(split);
    const { frame } = await runner.tableNamed(run, "rows");
    const evaluation = run.model.card.metrics?.evaluation;
    assert.equal(frame.height, split.split?.trainRows);
    const correct = frame.getColumn("correct").toArray().filter((each) => each === true).length;
    assert.equal(correct, Math.round((evaluation?.accuracy ?? NaN) * frame.height));
    const raw = (await runner.table(table.table)).frame;
    const numbers = frame.getColumn("row").toArray().map(Number);
    for (
      const [name, of] of [["truth", "fault"], ["incident", "incident"], ["load", "load"]] as const
    ) {
      const cells = raw.getColumn(of).toArray();
      assert.deepEqual(frame.getColumn(name).toArray(), numbers.map((row) => cells[row - 1]));
    }
  });

  it("calibrates and tunes the decision where it is told to, and shows intervals and reliability", async () => {
    const file = await runner.add("incidents.csv", incidentsCsv({ incidents: 24 }));
    const table = await runner.prepare("import", { file, group: "incident" });
    const run = await train(table, { ...quick, calibration: "temperature", tuneDecision: true });
    const { card } = run.model;
    assert.equal(card.calibration?.method, "temperature");
    assert.match(run.result.summary.en, /; probabilities calibrated/);
    assert.ok(
      card.decision_weights !== undefined ||
        run.notices.some(({ code }) => code === "model/decision-not-kept"),
    );
    assert.deepEqual(card.metrics?.evaluation.intervals?.drawn, "groups");
    assert.equal(card.metrics?.evaluation.intervals?.units, 24);

    const { frame } = await runner.tableNamed(run, "scores");
    const numbersOf = (name: string): number[] => frame.getColumn(name).toArray().map(Number);
    const [values, lows, highs] = [numbersOf("value"), numbersOf("low"), numbersOf("high")];
    assert.equal(values.length, 10);
    assert.ok(values.every((value, row) => lows[row]! <= value && value <= highs[row]!));
    const dots = run.result.figures.find(({ type }) => type === "scores");
    assert.ok(dots?.type === "scores");
    for (const { low, high } of dots.rows.flatMap(({ scores }) => scores)) assert.ok(low! <= high!);
    const diagram = run.result.figures.find(({ type }) => type === "reliability");
    assert.ok(diagram?.type === "reliability");
    const { rows, expected_calibration_error } = card.metrics!.evaluation;
    assert.equal(diagram.bins.reduce((sum, bin) => sum + bin.rows, 0), rows);
    assert.equal(diagram.error, expected_calibration_error);
  });

  it("draws how the loss fell where the learner learns round by round", async () => {
    const file = await runner.add("incidents.csv", incidentsCsv({ incidents: 12 }));
    const table = await runner.prepare("import", { file });
    const learner = { name: "gradient-boosting", rounds: 5, earlyStopping: true };
    const { result, metrics } = await train(table, { learner, folds: 2 });
    const curve = result.figures.find(({ title }) => title.en === "Learning curve");
    assert.ok(curve?.type === "lines");
    assert.deepEqual(curve.series.map(({ name }) => name.en), ["training", "validation"]);
    const { x, y } = curve.series[1]!;
    const kept = y.indexOf(Math.min(...y.map(Number)));
    assert.deepEqual(curve.rules?.map(({ x }) => x), [kept]);
    const told = metrics.filter(({ name, fold }) =>
      name === "validation loss" && fold === undefined
    );
    assert.deepEqual(told.map(({ step, value }) => [step, value]), x.map((at, i) => [at, y[i]]));
  });

  it("gives the same bytes for the same table, params and seed, others for another seed", async () => {
    const file = await runner.add("incidents.csv", incidentsCsv({ incidents: 12 }));
    const table = await runner.prepare("import", { file });
    const [one, two, other] = [
      await train(table, { ...quick, seed: 7 }),
      await train(table, { ...quick, seed: 7 }),
      await train(table, { ...quick, seed: 8 }),
    ];
    assert.equal(one.model.file.sha256, two.model.file.sha256);
    assert.notEqual(one.model.file.sha256, other.model.file.sha256);
  });

  it("brings the learner's own steps where no step stands in front, and says so", async () => {
    const file = await runner.add("incidents.csv", incidentsCsv({ incidents: 12 }));
    const table = await runner.prepare("import", { file });
    const params = { learner: { name: "logistic-regression" }, folds: 2 };
    const { model, notices } = await train(table, params);
    const own = findLearner("logistic-regression").defaultSteps.map(({ step }) => step);
    assert.ok(own.length > 0);
    assert.deepEqual(model.card.recipe.steps.map(({ step }) => step), own);
    assert.ok(notices.some(({ code }) => code === "cells/own-steps"));
    const prepared = await train(await runner.prepare("impute", {}, table), params);
    assert.deepEqual(prepared.model.card.recipe.steps.map(({ step }) => step), ["impute"]);
    assert.ok(!prepared.notices.some(({ code }) => code === "cells/own-steps"));
  });

  it("does not profit from a selection by the label on columns of pure chance", async () => {
    const random = new Random(5);
    const [rows, width, chosen] = [80, 500, 30];
    const names = Array.from({ length: width }, (_, column) => `noise${column}`);
    const cells = Array.from({ length: rows }, (_, row) => [
      ...names.map(() => random.normal().toFixed(4)),
      row % 2 === 0 ? "a" : "b",
    ]);
    const file = await runner.add("chance.csv", csvOf([...names, "fault"], cells));
    const table = await runner.prepare("import", { file, label: "fault" });
    const selected = await runner.prepare("select-anova", { count: chosen }, table);
    const linear = { learner: { name: "logistic-regression" }, folds: 4 };
    const honest = scoreOf((await train(selected, linear)).model);
    assert.ok(honest < 0.65, `cross-validation believes in chance: ${honest}`);

    // The same choice made on all rows, outside the folds, shows what a leak would look like.
    const kept = selected.preview.columns.filter(({ role }) => role === "feature")
      .map(({ name }) => name);
    assert.equal(kept.length, chosen);
    const leaked = await runner.prepare("import", {
      file,
      label: "fault",
      ignore: names.filter((name) => !kept.includes(name)),
    });
    const leaking = scoreOf((await train(leaked, linear)).model);
    assert.ok(leaking > 0.8, `the leak does not show: ${leaking}`);
  });

  it("learns nothing from the rows that are held out, whatever they hold", async () => {
    const random = new Random(11);
    const rows = Array.from({ length: 60 }, (_, row) => ({
      time: new Date(Date.UTC(2026, 0, 1 + row)).toISOString(),
      kpis: [random.normal() + (row % 2), random.normal()],
      fault: row % 2 === 0 ? "a" : "b",
    }));
    const modelOf = async (heldOut: (kpi: number) => number) => {
      const cells = rows.map(({ time, kpis, fault }, row) => [
        time,
        ...kpis.map((kpi) => (row < 45 ? kpi : heldOut(kpi)).toFixed(6)),
        fault,
      ]);
      const file = await runner.add("rows.csv", csvOf(["time", "one", "two", "fault"], cells));
      const split = await runner.prepare(
        "split",
        { by: "time", testShare: 0.25 },
        await runner.prepare("import", { file }),
      );
      assert.equal(split.split?.testRows, 15);
      const steps = await runner.prepare("scale", { method: "min-max" }, split);
      const { model } = await train(await runner.prepare("select-anova", { count: 1 }, steps));
      await using opened = await openModelBytes(await runner.bytes(model.file), "model");
      const probe = Float32Array.from({ length: 40 }, (_, cell) => cell / 10 - 2);
      return {
        scores: model.card.metrics,
        perClass: model.card.data.per_class,
        answers: [...await opened.model.runProbabilities(probe, 20)],
        summary: opened.summary(),
      };
    };
    assert.deepEqual(await modelOf((kpi) => -1e6 * kpi), await modelOf((kpi) => kpi));
  });

  it("leaves reference rows out of the model where asked to", async () => {
    const file = await runner.add("incidents.csv", incidentsCsv({ incidents: 6 }));
    const table = await runner.prepare("import", { file });
    const { model } = await train(table, { ...quick, folds: 2, keepRows: false });
    await using opened = await openModelBytes(await runner.bytes(model.file), "model");
    assert.deepEqual(opened.summary()?.reference.codes, []);
  });

  it("says what keeps it from training", async () => {
    const plain = await runner.add("plain.csv", "kpi,other\n1.5,2\n2.5,3\n");
    const unlabelled = await runner.prepare("import", { file: plain });
    const noLabel = await problemOf(runner.run("train", quick, { inputs: { table: unlabelled } }));
    assert.equal(noLabel.code, "cells/no-label");
    const same = await runner.add(
      "same.csv",
      csvOf(["kpi", "fault"], [[1, "a"], [2, "a"], [3, "a"]]),
    );
    const table = await runner.prepare("import", { file: same, label: "fault" });
    const oneClass = await problemOf(runner.run("train", quick, { inputs: { table } }));
    assert.equal(oneClass.code, "role/single-class");
  });
});
