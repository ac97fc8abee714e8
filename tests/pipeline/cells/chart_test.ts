import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Figure } from "@/pipeline/cells/figure.ts";
import type { Prepared } from "@/pipeline/cells/prepared_value.ts";
import { CellRunner } from "./cell_runner.ts";
import { problemOf } from "./problem_of.ts";
import { csvOf, incidentsCsv } from "./tables.ts";

let runner: CellRunner;
let table: Prepared;
before(async () => {
  runner = await CellRunner.create();
  const file = await runner.add("incidents.csv", incidentsCsv({ incidents: 12 }));
  table = await runner.prepare("import", { file, group: "incident" });
});
after(async () => await runner[Symbol.asyncDispose]());

async function draw<Type extends Figure["type"]>(
  type: Type,
  params: Record<string, unknown>,
  rows = table,
): Promise<Extract<Figure, { type: Type }>> {
  const { result: { figures: [figure] } } = await runner.run("chart", params, {
    inputs: { table: rows },
  });
  assert.equal(figure?.type, type);
  return figure as Extract<Figure, { type: Type }>;
}

describe("the chart cell", () => {
  it("draws the two features that tell most where none are named", async () => {
    const { x, y, points } = await draw("dots", { colour: "fault" });
    assert.deepEqual(new Set([x.label.en, y.label.en]), new Set(["load", "wait"]));
    assert.equal(points.x.length, 96);
    assert.deepEqual(new Set(points.category), new Set(["normal", "cpu", "disk"]));
  });

  it("leaves out what cannot be drawn: holes, and values that have no logarithm", async () => {
    const holed = await draw("dots", { x: "load", y: "holed" });
    assert.ok(holed.points.x.length < 96 && holed.points.x.length > 60);
    const run = await runner.run("chart", { x: "holed", y: "load", xScale: "log" }, {
      inputs: { table },
    });
    assert.ok(run.notices.some(({ code }) => code === "cells/not-positive"));
    const [figure] = run.result.figures;
    assert.ok(figure?.type === "dots" && figure.x.scale === "log");
    assert.ok(figure.points.x.every((value) => value !== null && value > 0));
  });

  it("draws lines in the order of x, one for each colour, times as times", async () => {
    const { x, series } = await draw("lines", {
      mark: "line",
      x: "time",
      y: "load",
      colour: "fault",
    });
    assert.equal(x.scale, "time");
    assert.deepEqual(series.map(({ name }) => name.en).sort(), ["cpu", "disk", "normal"]);
    for (const { x, y } of series) {
      assert.equal(x.length, 32);
      assert.equal(y.length, 32);
      assert.deepEqual(x, x.toSorted((a, b) => a! - b!));
    }
    assert.equal(Math.min(...series.flatMap(({ x }) => x.map(Number))), Date.UTC(2026, 0, 1));
  });

  it("counts rows in bars, or takes the mean of a column", async () => {
    const counts = await draw("bars", { mark: "bar" });
    assert.deepEqual(
      Object.fromEntries(counts.bars.map(({ name, value }) => [name, value])),
      { normal: 32, cpu: 32, disk: 32 },
    );
    const means = await draw("bars", { mark: "bar", x: "fault", y: "same" });
    assert.deepEqual(means.bars.map(({ value }) => value), [7, 7, 7]);
  });

  it("draws histograms, one over the other by colour", async () => {
    const { series, edges, x } = await draw("histogram", {
      mark: "histogram",
      x: "load",
      colour: "fault",
    });
    assert.equal(x.label.en, "load");
    for (const { counts } of series) {
      assert.equal(counts.length, edges.length - 1);
      assert.equal(counts.reduce((sum, count) => sum + count, 0), 32);
    }
  });

  it("draws at most 5,000 points, and says that it left some out", async () => {
    const rows = Array.from({ length: 6000 }, (_, row) => [row, row % 7]);
    const file = await runner.add("many.csv", csvOf(["count_of", "rest"], rows));
    const many = await runner.prepare("import", { file, features: ["count_of", "rest"] });
    const { points, caption } = await draw("dots", { x: "count_of", y: "rest" }, many);
    assert.equal(points.x.length, 5000);
    assert.equal(new Set(points.x).size, 5000);
    assert.match(caption?.en ?? "", /^5,000 of 6,000 rows/);
  });

  it("draws what the steps so far have made of the columns", async () => {
    const scaled = await runner.prepare("scale", { method: "min-max" }, table);
    const { points } = await draw("dots", { x: "load", y: "wait" }, scaled);
    assert.ok([...points.x, ...points.y].every((value) => value! >= 0 && value! <= 1));
  });

  it("joins all categories but the most frequent", async () => {
    const rows = Array.from({ length: 60 }, (_, row) => [row / 3, `c${row % 20}`]);
    const file = await runner.add("colours.csv", csvOf(["kpi", "fault"], rows));
    const colours = await runner.prepare("import", { file, label: "fault" });
    const { points } = await draw("dots", { x: "kpi", y: "kpi", colour: "fault" }, colours);
    assert.equal(new Set(points.category).size, 8);
    assert.ok(points.category?.includes("…"));
  });

  it("names the param of a column that is absent, or that is text where a number is needed", async () => {
    const refusal = (params: Record<string, unknown>, rows = table) =>
      problemOf(runner.run("chart", params, { inputs: { table: rows } }));
    const absent = await refusal({ x: "laod" });
    assert.deepEqual([absent.code, absent.place.param], ["role/absent-column", "x"]);
    assert.match(absent.hint.en, /"load"/);
    const text = await refusal({ y: "fault" });
    assert.deepEqual([text.code, text.place.param], ["cells/not-numeric", "y"]);
    const file = await runner.add("plain.csv", "kpi,other\n1.5,2\n2.5,3\n");
    const unlabelled = await runner.prepare("import", { file });
    const nothing = await refusal({ mark: "bar" }, unlabelled);
    assert.deepEqual([nothing.code, nothing.place.param], ["cells/nothing-to-draw", "x"]);
  });
});
