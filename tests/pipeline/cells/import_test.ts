import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { preparedSchema } from "@/pipeline/cells/prepared_value.ts";
import { CellRunner } from "./cell_runner.ts";
import { problemOf } from "./problem_of.ts";
import { csvOf, incidentsCsv } from "./tables.ts";

let runner: CellRunner;
before(async () => runner = await CellRunner.create());
after(async () => await runner[Symbol.asyncDispose]());

describe("the import cell", () => {
  it("keeps the rows, guesses the roles and says what the table holds", async () => {
    const file = await runner.add("incidents.csv", incidentsCsv({ incidents: 12 }));
    const run = await runner.run("import", { file, group: "incident" });
    const value = preparedSchema.parse(run.result.values.table);
    assert.equal(value.rows, 96);
    assert.deepEqual(value.source, { name: "incidents.csv", sha256: file.content.sha256 });
    const roles = value.columns.map(({ name, role }) => [name, role]);
    assert.deepEqual(Object.fromEntries(roles), {
      incident: "group",
      time: "time",
      load: "feature",
      wait: "feature",
      noise: "feature",
      holed: "feature",
      same: "feature",
      fault: "label",
    });
    assert.deepEqual([value.steps, value.split], [[], null]);
    assert.match(
      run.result.summary.en,
      /^96 rows × 8 columns, 3 classes in "fault", 12 groups in "incident", \d\.\d % holes$/,
    );
    const { frame } = await runner.table(value.table);
    assert.equal(frame.height, 96);
    const drawn = run.result.figures.map(({ title }) => title.en);
    assert.equal(drawn[0], "Rows of each class");
    assert.deepEqual(new Set(drawn.slice(1, 3)), new Set(["load", "wait"]));
  });

  it("shows the rows it could not read, with line and reason", async () => {
    // Like a file of some size in which one cell went wrong.
    const rows = Array.from({ length: 60 }, (_, row) => [row / 7, row % 2 === 0 ? "a" : "b"]);
    rows[49] = ["broken", "a"];
    const file = await runner.add("flawed.csv", csvOf(["kpi", "fault"], rows));
    const run = await runner.run("import", { file });
    assert.match(run.result.summary.en, /; 1 row quarantined$/);
    assert.match(run.result.summary.zh, /隔离 1 行/);
    const { frame } = await runner.tableNamed(run, "quarantined");
    assert.deepEqual(frame.getColumn("row").toArray(), [50]);
    assert.deepEqual(frame.getColumn("line").toArray(), [51]);
    assert.match(String(frame.getColumn("text").toArray()[0]), /broken/);
    assert.match(String(frame.getColumn("原因").toArray()[0]), /\p{Script=Han}/u);
    const value = preparedSchema.parse(run.result.values.table);
    assert.deepEqual([value.rows, value.quarantined], [59, 1]);
    const kept = await runner.run("import", { file, badCells: "hole" });
    assert.match(kept.result.summary.en, /; 1 unreadable cell taken as missing$/);
    assert.equal(preparedSchema.parse(kept.result.values.table).rows, 60);
  });

  it("reads a label that only began like numbers as text", async () => {
    const rows = Array.from({ length: 30_000 }, (_, row) => [row, row % 2]);
    rows.push([1, Number.NaN]);
    const csv = csvOf(["kpi", "fault"], rows).replace("1,NaN", "1,unknown");
    const file = await runner.add("late.csv", csv);
    const { result } = await runner.run("import", { file, label: "fault" });
    assert.match(result.summary.en, /^30,001 rows × 2 columns, 3 classes in "fault"/);
  });

  it("reads Parquet, such as a table that a cell has kept", async () => {
    const file = await runner.add("incidents.csv", incidentsCsv({ incidents: 6 }));
    const first = await runner.prepare("import", { file });
    const again = await runner.prepare("import", {
      file: { name: "incidents.parquet", content: first.table },
    });
    assert.deepEqual(again.columns, first.columns);
    assert.equal(again.rows, first.rows);
  });

  it("takes a table without a label", async () => {
    const file = await runner.add("plain.csv", "kpi,other\n1.5,2\n2.5,3\n3.5,9\n");
    const { result } = await runner.run("import", { file });
    assert.match(result.summary.en, /^3 rows × 2 columns, no label, 0\.0 % holes$/);
  });

  it("says that no file was chosen", async () => {
    const problem = await problemOf(runner.run("import"));
    assert.equal(problem.code, "cells/no-file");
    assert.deepEqual(problem.place, { param: "file" });
  });

  it("names the param of a column that is not there, and what it might be", async () => {
    const file = await runner.add("incidents.csv", incidentsCsv({ incidents: 6 }));
    const problem = await problemOf(runner.run("import", { file, label: "falt" }));
    assert.equal(problem.code, "role/absent-column");
    assert.equal(problem.place.param, "label");
    assert.match(problem.hint.en, /"fault"/);
  });

  it("speaks of the file by its name, never of where it lies", async () => {
    const file = await runner.add("empty.csv", "kpi,fault\n");
    const problem = await problemOf(runner.run("import", { file }));
    assert.equal(problem.code, "table/no-rows");
    assert.equal(problem.place.file, "empty.csv");
    const twice = await runner.add("twice.csv", "kpi,kpi,fault\n1,2,a\n3,4,b\n");
    const { notices } = await runner.run("import", { file: twice });
    assert.ok(notices.some(({ place }) => place?.file === "twice.csv"));
    assert.doesNotMatch(JSON.stringify([problem, notices]), /healer-cells-/);
  });
});
