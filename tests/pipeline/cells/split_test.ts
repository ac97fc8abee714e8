import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type Prepared, preparedSchema } from "@/pipeline/cells/prepared_value.ts";
import type { FileReference } from "@/pipeline/cells/value.ts";
import { CellRunner } from "./cell_runner.ts";
import { problemOf } from "./problem_of.ts";
import { csvOf, incidentsCsv, rowsOfIncident } from "./tables.ts";

let runner: CellRunner;
let table: Prepared;
before(async () => {
  runner = await CellRunner.create();
  const file = await runner.add("incidents.csv", incidentsCsv({ incidents: 15 }));
  table = await runner.prepare("import", { file, group: "incident" });
});
after(async () => await runner[Symbol.asyncDispose]());

async function rowsOf(file: FileReference): Promise<number[]> {
  const bytes = await runner.bytes(file);
  return [...new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4)];
}

async function splitRows(params: Record<string, unknown>, given = table) {
  const { split } = await runner.prepare("split", params, given);
  assert.ok(split);
  const [train, test] = [await rowsOf(split.train), await rowsOf(split.test)];
  assert.deepEqual([split.trainRows, split.testRows], [train.length, test.length]);
  assert.equal(new Set([...train, ...test]).size, train.length + test.length);
  return { train, test, by: split.by };
}

const incidentOf = (row: number): number => Math.floor(row / rowsOfIncident);

describe("the split cell", () => {
  it("keeps groups whole where there are any, and says so", async () => {
    const { train, test, by } = await splitRows({});
    assert.equal(by, "group");
    assert.equal(train.length + test.length, 120);
    const trained = new Set(train.map(incidentOf));
    assert.ok(test.length > 0 && test.every((row) => !trained.has(incidentOf(row))));
    const { result } = await runner.run("split", {}, { inputs: { table } });
    assert.match(result.summary.en, /^\d+ rows train, \d+ are held out; no "incident" stands on/);
    assert.match(result.summary.zh, /incident/);
  });

  it("takes the share of each class that was asked for", async () => {
    const run = await runner.run("split", { by: "class", testShare: 0.25 }, { inputs: { table } });
    const { frame } = await runner.tableNamed(run, "classes");
    assert.deepEqual(frame.getColumn("train").toArray(), [30, 30, 30]);
    assert.deepEqual(frame.getColumn("held out").toArray(), [10, 10, 10]);
  });

  it("holds the latest rows out by time", async () => {
    const rows = Array.from({ length: 30 }, (_, row) => [
      // Rows in a mixed order; texts without a zone, with one, and in another style.
      `2026-01-${String(1 + (row * 7) % 30).padStart(2, "0")}`,
      row,
      row % 3 === 0 ? "a" : "b",
    ]);
    const file = await runner.add("times.csv", csvOf(["time", "kpi", "fault"], rows));
    const timed = await runner.prepare("import", { file });
    const { train, test } = await splitRows({ by: "time", testShare: 0.3 }, timed);
    const day = (row: number): number => 1 + (row * 7) % 30;
    assert.equal(test.length, 9);
    assert.ok(Math.max(...train.map(day)) < Math.min(...test.map(day)));
  });

  it("divides the same by the same seed, otherwise by another", async () => {
    const first = await splitRows({ by: "class", seed: 3 });
    assert.deepEqual(await splitRows({ by: "class", seed: 3 }), first);
    assert.notDeepEqual((await splitRows({ by: "class", seed: 4 })).test, first.test);
  });

  it("leaves rows without a label out of both sides", async () => {
    const rows = Array.from({ length: 40 }, (_, row) => [row, ["a", "b", null][row % 3]]);
    const file = await runner.add("part.csv", csvOf(["kpi", "fault"], rows));
    const part = await runner.prepare("import", { file, label: "fault" });
    const { train, test } = await splitRows({}, part);
    assert.deepEqual([...train, ...test].filter((row) => row % 3 === 2), []);
    assert.equal(train.length + test.length, 27);
  });

  it("says which column is missing for a split", async () => {
    const file = await runner.add(
      "bare.csv",
      csvOf(["kpi", "fault"], [[1, "a"], [2, "b"], [3, "a"]]),
    );
    const bare = await runner.prepare("import", { file, label: "fault" });
    for (const by of ["group", "time"]) {
      const problem = await problemOf(runner.run("split", { by }, { inputs: { table: bare } }));
      assert.equal(problem.code, "cells/no-column-to-split-by");
      assert.match(problem.message.en, new RegExp(by));
    }
    const plain = await runner.add("plain.csv", "kpi,other\n1.5,2\n2.5,3\n");
    const unlabelled = preparedSchema.parse(await runner.prepare("import", { file: plain }));
    const problem = await problemOf(runner.run("split", {}, { inputs: { table: unlabelled } }));
    assert.equal(problem.code, "cells/no-label");
  });
});
