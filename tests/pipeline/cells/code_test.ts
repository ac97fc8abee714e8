import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Prepared } from "@/pipeline/cells/prepared_value.ts";
import { timesOf } from "@/pipeline/table/time_values.ts";
import type { Value } from "@/pipeline/cells/value.ts";
import { type CellRun, CellRunner } from "./cell_runner.ts";
import { problemOf } from "./problem_of.ts";
import { incidentsCsv } from "./tables.ts";

let runner: CellRunner;
let prepared: Prepared;

before(async () => {
  runner = await CellRunner.create();
  const file = await runner.add("incidents.csv", incidentsCsv({ incidents: 10 }));
  const table = await runner.prepare("split", {}, await runner.prepare("import", { file }));
  prepared = await runner.prepare("impute", {}, table);
});

after(async () => await runner[Symbol.asyncDispose]());

async function run(source: string, others: Record<string, Value> = {}): Promise<CellRun> {
  return await runner.run("code", { source }, { inputs: { table: prepared, ...others } });
}

describe("a code cell", () => {
  it("gives a new raw table whose columns keep their roles and their cells", async () => {
    const { result } = await run("return table");
    const table = result.values.table;
    assert.deepEqual(table?.["steps"], []);
    assert.equal(table?.["split"], null);
    assert.deepEqual(table?.["columns"], prepared.preview.columns);
    const made = await runner.tableNamed({ ...await run("return table") }, "rows");
    const read = await runner.table(prepared.preview.file);
    const others = prepared.preview.columns.filter(({ type }) => type !== "time");
    const names = others.map(({ name }) => name);
    assert.deepEqual(made.frame.select(...names).rows(), read.frame.select(...names).rows());
    const time = { name: "time", type: "time" } as const;
    assert.deepEqual(timesOf(made.frame, time), timesOf(read.frame, time));
  });

  it("guesses the roles of new columns, and says which roles are lost", async () => {
    const { result, notices } = await run(
      "return table.derive({ twice: (d) => d.load * 2 }).select(aq.not('fault'))",
    );
    const columns = Object(result.values.table).columns;
    assert.deepEqual(columns.at(-1), { name: "twice", type: "number", role: "feature" });
    assert(notices.some(({ code }) => code === "cells/role-lost"));
  });

  it("reads further tables by the names of its ports", async () => {
    const { log } = await run("console.log(table.numRows(), b.numRows(), typeof c)", {
      b: prepared,
    });
    const { rows } = prepared.preview;
    assert.deepEqual(log, [`${rows} ${rows} undefined`]);
  });

  it("draws figures, and hands on the table as it came where it returns none", async () => {
    const { result } = await run("return Plot.dot(table, { x: 'load', y: 'wait' })");
    assert.deepEqual(result.figures.map(({ type }) => type), ["plot"]);
    assert.deepEqual(result.tables, []);
    assert.deepEqual(result.values.table, prepared);
    assert.equal(result.summary.en, "1 figure");
  });

  it("gives both where it returns both", async () => {
    const { result } = await run(
      "return { table: [{ a: 1 }], figures: [Plot.barY([1, 2]), Plot.lineY([3, 4]).plot()] }",
    );
    assert.equal(result.summary.en, "1 row × 1 column, 2 figures");
    assert.equal(result.tables[0]?.rows, 1);
  });

  it("says how much of its log was not kept", async () => {
    const { notices, log } = await run("for (let i = 0; i < 1200; i++) console.log(i)");
    assert.equal(log.length, 1000);
    assert.match(
      notices.find(({ code }) => code === "code/unkept-lines")?.message.en ?? "",
      /200 more/,
    );
  });

  it("takes infinite numbers as missing, and says so", async () => {
    const { notices } = await run("return [{ a: 1 }, { a: Infinity }]");
    assert(notices.some(({ code }) => code === "table/too-large-numbers"));
  });

  it("names what is wrong with a plot, and refuses figures that are none of Plot's", async () => {
    const wrong = await problemOf(run("const a = 1;\nPlot.dot(table, { x: 'no' }).plot()"));
    assert.equal(wrong.code, "code/plot");
    assert.equal(wrong.place.line, 2);
    const marks = "[{ mark: 'image', rows: 0, channels: {}, options: { href: 'x' } }]";
    const title = "{ en: '', zh: '' }";
    for (
      const figure of [
        "{ type: 'plot', marks: [] }",
        `{ type: 'plot', title: ${title}, marks: ${marks}, scales: {}, layout: {} }`,
        "{ type: 'plot', marks: [{ evil: 1n }] }",
      ]
    ) {
      const { code } = await problemOf(run(`return ${figure} as any`));
      assert.match(code, /^code\/(bad-figure|plot|returned)$/);
    }
  });

  it("comes to the same with the same seed, and to something else with another", async () => {
    const give = async (seed: number) => {
      const source = "return [{ a: Math.random() }, { a: Math.random() }]";
      const { result } = await runner.run("code", { source, seed }, {
        inputs: { table: prepared },
      });
      return result.tables[0]?.file.sha256;
    };
    assert.equal(await give(1), await give(1));
    assert.notEqual(await give(1), await give(2));
  });
});
