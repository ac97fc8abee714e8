import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Prepared } from "@/pipeline/cells/prepared_value.ts";
import { type CellRun, CellRunner } from "./cell_runner.ts";
import { problemOf } from "./problem_of.ts";
import { csvOf, incidentsCsv } from "./tables.ts";

let runner: CellRunner;
let table: Prepared;
before(async () => {
  runner = await CellRunner.create();
  const file = await runner.add("incidents.csv", incidentsCsv({ incidents: 30 }));
  table = await runner.prepare("import", { file, group: "incident" });
});
after(async () => await runner[Symbol.asyncDispose]());

async function map(params: Record<string, unknown>, prepared = table) {
  const run = await runner.run("projection", { method: "pca", ...params }, {
    inputs: { table: prepared },
  });
  const [figure] = run.result.figures;
  assert.ok(figure?.type === "map");
  return { ...run, figure };
}

async function column(run: CellRun, name: string): Promise<unknown[]> {
  return (await runner.tableNamed(run, "rows")).frame.getColumn(name).toArray();
}

describe("the projection cell", () => {
  it("puts every row on the map under its number, coloured by its label", async () => {
    const run = await map({});
    const { points, colour } = run.figure;
    assert.deepEqual(points.rows, Array.from({ length: 240 }, (_, row) => row + 1));
    assert.ok([...points.x, ...points.y].every(Number.isFinite));
    assert.ok(colour?.by === "category");
    const raw = (await runner.table(table.table)).frame;
    const faults = raw.getColumn("fault").toArray();
    assert.deepEqual(colour.codes.map((code) => colour.names[code]), faults);
    assert.deepEqual(await column(run, "fault"), faults);
    assert.deepEqual(await column(run, "row"), points.rows);
    assert.deepEqual(await column(run, "incident"), raw.getColumn("incident").toArray());
    assert.match(run.figure.caption?.en ?? "", /explain \d.* % of the variance.*median/);
  });

  it("draws a share of each class from a long table, and tells which rows", async () => {
    const run = await map({ rows: 60 });
    const { points, colour } = run.figure;
    assert.equal(points.rows.length, 60);
    assert.ok(run.notices.some(({ code }) => code === "cells/rows-drawn"));
    assert.ok(colour?.by === "category");
    const counts = colour.names.map((_, code) =>
      colour.codes.filter((each) => each === code).length
    );
    assert.deepEqual(counts, [20, 20, 20]);
    const load = (await runner.table(table.table)).frame.getColumn("load").toArray().map(Number);
    const shown = (await column(run, "load")).map(Number);
    for (const [point, row] of points.rows.entries()) {
      assert.ok(Math.abs(shown[point]! - load[row - 1]!) < 1e-5);
    }
    assert.deepEqual((await map({ rows: 60 })).figure, run.figure);
    assert.notDeepEqual((await map({ rows: 60, seed: 1 })).figure.points, points);
  });

  it("shows the rows of the table, not those that a row step makes up", async () => {
    const scaled = await runner.prepare("scale", {}, table);
    const grown = await runner.prepare("oversample-random", {}, scaled);
    const run = await map({}, grown);
    assert.equal(run.figure.points.rows.length, 240);
    assert.ok(run.notices.some(({ code }) => code === "cells/row-steps-passed-over"));
    assert.deepEqual(run.figure.points, (await map({}, scaled)).figure.points);
  });

  it("colours by a column of numbers or texts, by cluster, or not at all", async () => {
    const byLoad = (await map({ colour: "column", column: "load" })).figure.colour;
    assert.ok(byLoad?.by === "number" && byLoad.values.length === 240);
    const byIncident = (await map({ colour: "column", column: "incident" })).figure.colour;
    assert.ok(byIncident?.by === "category" && byIncident.names.length === 24);
    assert.equal(byIncident.names.at(-1), "…");
    const run = await map({ colour: "cluster", clusters: 3 });
    assert.ok(run.figure.colour?.by === "category" && run.figure.colour.names.length === 3);
    const { colour } = run.figure;
    assert.deepEqual(await column(run, "cluster"), colour.codes.map((code) => colour.names[code]));
    assert.equal((await map({ colour: "none" })).figure.colour, null);
    const inputs = { table };
    const unchosen = runner.run("projection", { colour: "column" }, { inputs });
    assert.equal((await problemOf(unchosen)).code, "cells/no-colour-column");
    const absent = runner.run("projection", { colour: "column", column: "laod" }, { inputs });
    assert.match((await problemOf(absent)).hint.en, /load/);
  });

  it("says why there is nothing to map", async () => {
    const rows = [["a", 1, 2], ["b", 1, 2], ["a", 1, 2], ["b", 1, 2]];
    const file = await runner.add("same.csv", csvOf(["fault", "load", "wait"], rows));
    const same = await runner.prepare("import", { file, label: "fault" });
    const problem = await problemOf(runner.run("projection", {}, { inputs: { table: same } }));
    assert.equal(problem.code, "cells/nothing-to-map");
  });
});
