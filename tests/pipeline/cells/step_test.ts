import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { preparedSchema } from "@/pipeline/cells/prepared_value.ts";
import { CellRunner } from "./cell_runner.ts";
import { problemOf } from "./problem_of.ts";
import { csvOf, incidentsCsv } from "./tables.ts";

let runner: CellRunner;
before(async () => runner = await CellRunner.create());
after(async () => await runner[Symbol.asyncDispose]());

/** 20 rows of the years 2000 to 2019; `kpi` is 1 in the first ten and 1000 in the others, with a hole in each half. */
async function importYears() {
  const rows = Array.from({ length: 20 }, (_, row) => [
    `${2000 + row}-01-01`,
    row === 3 || row === 17 ? null : row < 10 ? 1 : 1000,
    row % 4,
    row % 2 === 0 ? "a" : "b",
  ]);
  const file = await runner.add("years.csv", csvOf(["time", "kpi", "other", "fault"], rows));
  return await runner.prepare("import", { file });
}

describe("a step's cell", () => {
  it("adds the unfitted step, with every param written out, and leaves table and split alone", async () => {
    const before = await importYears();
    const after = await runner.prepare("impute", { strategy: "mean" }, before);
    assert.deepEqual(after.steps, [{
      step: "impute",
      params: { strategy: "mean", value: 0, neighbours: 5, ridge: 0.01, indicators: false },
    }]);
    assert.deepEqual({ ...after, steps: [], preview: before.preview }, before);
    const last = await runner.prepare("scale", {}, after);
    assert.deepEqual(last.steps.map(({ step }) => step), ["impute", "scale"]);
  });

  it("previews all rows, fitted on the training rows only", async () => {
    const split = await runner.prepare(
      "split",
      { by: "time", testShare: 0.5 },
      await importYears(),
    );
    const filled = await runner.prepare("impute", { strategy: "mean" }, split);
    const { frame } = await runner.table(filled.preview.file);
    const kpi = frame.getColumn("kpi").toArray();
    assert.equal(
      kpi[3],
      1,
      "the mean of the training rows, whose other half is a thousand times larger",
    );
    assert.equal(kpi[17], 1);
    const scaled = await runner.prepare("scale", { method: "min-max" }, filled);
    const { frame: after } = await runner.table(scaled.preview.file);
    assert.deepEqual(
      [...new Set(after.getColumn("other").toArray())].sort(),
      [0, 1 / 3, 2 / 3, 1]
        .map(Math.fround),
    );
  });

  it("fits anew behind a split what stood before it", async () => {
    const filled = await runner.prepare("impute", { strategy: "mean" }, await importYears());
    const { frame: whole } = await runner.table(filled.preview.file);
    assert.equal(whole.getColumn("kpi").toArray()[17], 500.5);
    const split = await runner.prepare("split", { by: "time", testShare: 0.5 }, filled);
    const { frame: part } = await runner.table(split.preview.file);
    assert.equal(part.getColumn("kpi").toArray()[17], 1);
  });

  it("shows the columns that changed before and after, and says how much", async () => {
    const run = await runner.run("impute", {}, { inputs: { table: await importYears() } });
    assert.equal(
      run.result.summary.en,
      'Median of the column: 1 column filled, 2 holes in all; "kpi" had most, 10.0 %',
    );
    const [figure] = run.result.figures;
    assert.equal(figure?.type, "histogram");
    if (figure?.type !== "histogram") return;
    assert.equal(figure.x.label.en, "kpi");
    const totals = figure.series.map(({ counts }) => counts.reduce((sum, count) => sum + count, 0));
    assert.deepEqual(totals, [18, 20]);
    const { frame } = await runner.tableNamed(run, "changes");
    assert.deepEqual(frame.rows(), [["kpi", 2, 0]]);
  });

  it("draws side by side what has another size afterwards", async () => {
    const { result } = await runner.run("scale", {}, { inputs: { table: await importYears() } });
    assert.deepEqual(new Set(result.figures.map(({ type }) => type)), new Set(["before-after"]));
  });

  it("lists the columns that a selection kept and dropped, with their scores", async () => {
    const file = await runner.add("incidents.csv", incidentsCsv({ incidents: 12 }));
    const table = await runner.prepare("import", { file });
    const run = await runner.run("select-anova", { count: 2 }, { inputs: { table } });
    assert.equal(run.result.summary.en, "2 of 5 columns kept");
    const { frame } = await runner.tableNamed(run, "columns");
    const kept = Object.fromEntries(
      frame.getColumn("column").toArray().map((
        name,
        row,
      ) => [name, frame.getColumn("kept").toArray()[row]]),
    );
    assert.deepEqual(kept, { load: true, wait: true, noise: false, holed: false, same: false });
    assert.ok(frame.getColumn("score").toArray().every((score) => typeof score === "number"));
    const [bars] = run.result.figures;
    assert.equal(bars?.type, "bars");
    const value = preparedSchema.parse(run.result.values.table);
    const features = value.preview.columns.filter(({ role }) => role === "feature");
    assert.deepEqual(features.map(({ name }) => name), ["load", "wait"]);
  });

  it("shows how stable a selection is, and how it chose the number of columns", async () => {
    const file = await runner.add("incidents.csv", incidentsCsv({ incidents: 12 }));
    const table = await runner.prepare("import", { file });
    const params = { resamples: 5, share: 0.8 };
    const run = await runner.run("select-recursive-elimination", params, { inputs: { table } });
    const { frame } = await runner.tableNamed(run, "columns");
    assert.deepEqual(frame.columns, ["column", "kept", "score", "share of resamples"]);
    for (const [_column, kept, _score, share] of frame.rows()) assert.equal(kept, share >= 0.8);
    const titles = run.result.figures.map(({ title }) => title.en);
    assert.deepEqual(titles, [
      "Scores of the columns",
      "Stability of the selection",
      "Score by number of columns",
    ]);
    const permuted = await runner.run("select-permutation", {}, { inputs: { table } });
    const [bars] = permuted.result.figures;
    assert.ok(bars?.type === "bars");
    for (const { value, low, high } of bars.bars) assert.ok(low! <= value && value <= high!);
  });

  it("lets a row step act on the training rows only, which are all that the preview then has", async () => {
    const rows = Array.from({ length: 40 }, (_, row) => [row % 4, row % 4 < 2 ? "a" : "b"]);
    const file = await runner.add("repeated.csv", csvOf(["kpi", "fault"], rows));
    const table = await runner.prepare("import", { file });
    const split = await runner.prepare("split", { testShare: 0.25 }, table);
    const run = await runner.run("drop-duplicates", {}, { inputs: { table: split } });
    assert.equal(run.result.summary.en, "26 training rows dropped, 4 to learn from");
    const value = preparedSchema.parse(run.result.values.table);
    assert.deepEqual(value.preview.trainingOnly, true);
    assert.equal(value.preview.rows, 4);
    assert.equal(value.rows, 40);
    const scaled = await runner.prepare("scale", { method: "min-max" }, value);
    assert.deepEqual(
      (await runner.table(scaled.preview.file)).frame.getColumn("fault").toArray().sort(),
      ["a", "a", "b", "b"],
    );
  });

  it("gives the rows that a row step makes up the class and the incident of their origin", async () => {
    const file = await runner.add("incidents.csv", incidentsCsv({ incidents: 4 }));
    const table = await runner.prepare("import", { file });
    const run = await runner.run("smote", {}, { inputs: { table } });
    assert.equal(run.result.summary.en, "16 training rows added, 48 to learn from");
    const counts = await runner.tableNamed(run, "classes");
    assert.deepEqual(counts.frame.rows(), [["cpu", 8, 16], ["disk", 8, 16], ["normal", 16, 16]]);
    assert.deepEqual(run.result.figures.map(({ type }) => type), ["shares"]);
    const { preview } = preparedSchema.parse(run.result.values.table);
    const { frame } = await runner.table(preview.file);
    const [incidents, faults] = ["incident", "fault"].map((name) =>
      frame.getColumn(name).toArray()
    );
    const pairs = new Set(faults!.map((fault, row) => `${fault} in ${incidents![row]}`));
    assert.deepEqual([...pairs].sort(), [
      "cpu in case-1",
      "disk in case-2",
      "normal in case-0",
      "normal in case-3",
    ]);
  });

  it("learns from labelled rows only, as training does", async () => {
    const file = await runner.add("part.csv", "kpi,fault\n1,a\n2,b\n3,a\n100,\n,b\n");
    const table = await runner.prepare("import", { file, label: "fault" });
    const filled = await runner.prepare("impute", { strategy: "mean" }, table);
    const { frame } = await runner.table(filled.preview.file);
    assert.deepEqual(frame.getColumn("kpi").toArray(), [1, 2, 3, 100, 2]);
  });

  it("refuses where labels are needed and there are none, or no feature is left", async () => {
    const file = await runner.add("plain.csv", "kpi,other\n1.5,2\n2.5,3\n3.5,9\n");
    const table = await runner.prepare("import", { file });
    const noLabels = await problemOf(runner.run("select-anova", {}, { inputs: { table } }));
    assert.equal(noLabels.code, "steps/no-labels");
    const texts = await runner.add("texts.csv", "name,fault\nx,a\ny,b\nz,a\nz,b\n");
    const nothing = await runner.prepare("import", { file: texts, label: "fault" });
    const noFeatures = await problemOf(runner.run("impute", {}, { inputs: { table: nothing } }));
    assert.equal(noFeatures.code, "model/no-features");
  });
});
