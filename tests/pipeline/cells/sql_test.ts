import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type Prepared, preparedSchema } from "@/pipeline/cells/prepared_value.ts";
import type { Value } from "@/pipeline/cells/value.ts";
import { CellRunner } from "./cell_runner.ts";
import { problemOf } from "./problem_of.ts";
import { incidentsCsv } from "./tables.ts";

let runner: CellRunner;
let imported: Prepared;
before(async () => {
  runner = await CellRunner.create();
  const file = await runner.add("incidents.csv", incidentsCsv({ incidents: 12 }));
  imported = await runner.prepare("import", { file, group: "incident" });
});
after(async () => await runner[Symbol.asyncDispose]());

async function query(text: string, inputs: Record<string, Value> = { a: imported }) {
  const run = await runner.run("sql", { query: text }, { inputs });
  const table = preparedSchema.parse(run.result.values.table);
  const { frame } = await runner.table(table.table);
  return { ...run, table, frame };
}

describe("the SQL cell", () => {
  it("gives a new raw table whose columns keep their roles and types", async () => {
    const { table, frame, result } = await query("SELECT * FROM a");
    assert.deepEqual(table.columns, imported.columns);
    assert.equal(table.rows, imported.rows);
    assert.deepEqual([table.steps, table.split, table.preview.file], [[], null, table.table]);
    const { frame: before } = await runner.table(imported.table);
    assert.deepEqual(frame.rows(), before.rows());
    assert.match(result.summary.en, /^96 rows × \d+ columns, 3 classes in "fault"/);
    assert.deepEqual(result.tables.map(({ name, rows }) => [name, rows]), [["rows", 96]]);
  });

  it("guesses the roles of new columns, and says which roles are lost", async () => {
    const { table, notices } = await query(
      "SELECT fault, count(*) AS n, avg(load) AS mean FROM a GROUP BY fault",
    );
    assert.deepEqual(table.columns, [
      { name: "fault", type: "text", role: "label" },
      { name: "n", type: "number", role: "feature" },
      { name: "mean", type: "number", role: "feature" },
    ]);
    assert.match(
      notices.filter(({ code }) => code === "cells/role-lost").map(({ message }) => message.en)
        .join(),
      /no group column: "incident"/,
    );
  });

  it("keeps numbers, texts, times and truth values what they are", async () => {
    const { table, frame } = await query(
      "SELECT time AS t, load > 3 AS hot, fault || '!' AS f, 1 AS one, " +
        "strptime(SUBSTR(time, 1, 10), '%Y-%m-%d') AS day FROM a",
    );
    const types = table.columns.map(({ name, type }) => [name, type]);
    assert.deepEqual(Object.fromEntries(types), {
      t: "time",
      hot: "boolean",
      f: "text",
      one: "number",
      day: "time",
    });
    assert.match(String(frame.getColumn("day").toArray()[0]), /^\d{4}-\d\d-\d\d 00:00:00$/);
  });

  it("joins up to three inputs, of a diagnosis the rows", async () => {
    const trained = await runner.run(
      "train",
      { learner: { name: "decision-tree" }, folds: 2 },
      { inputs: { table: imported } },
    );
    const model = trained.result.values.model!;
    const diagnosed = await runner.run("diagnose", {}, { inputs: { model, table: imported } });
    const { frame } = await query(
      "SELECT b.diagnosis, count(*) AS n FROM b JOIN c ON b.diagnosis = c.fault GROUP BY b.diagnosis",
      { a: imported, b: diagnosed.result.values.diagnosis!, c: imported },
    );
    assert.ok(frame.height > 0);
  });

  it("reads the rows of an evaluation, unless it has none", async () => {
    const split = await runner.prepare("split", {}, imported);
    const train = async (table: Prepared) => {
      const params = { learner: { name: "decision-tree" }, folds: 2 };
      const { result } = await runner.run("train", params, { inputs: { table } });
      const inputs = { model: result.values.model!, table };
      return (await runner.run("evaluate", {}, { inputs })).result.values.evaluation!;
    };
    const { table } = await query(
      "SELECT truth, diagnosis, probability FROM a WHERE truth <> diagnosis OR true",
      { a: await train(split) },
    );
    assert.deepEqual(table.columns.map(({ role }) => role), ["label", "ignored", "feature"]);
    assert.equal(table.rows, split.split?.testRows);
    const problem = await problemOf(query("SELECT * FROM a", { a: await train(imported) }));
    assert.equal(problem.code, "cells/no-rows-behind");
  });

  it("says that steps and a split stay behind", async () => {
    const split = await runner.prepare("split", {}, imported);
    const { notices } = await query("SELECT load FROM a", {
      a: await runner.prepare("impute", {}, split),
    });
    assert.match(
      notices.find(({ code }) => code === "cells/new-table")?.message.en ?? "",
      /the split and 1 step above it stay behind/,
    );
  });

  it("refuses with the place in the query what gives no table", async () => {
    const wrong = {
      "": "sql/empty",
      "SELECT * FROM b": "sql/unknown-table",
      "SELECT * FROM read_csv('/etc/passwd')": "sql/table-function",
      "SELECT * FROM a WHERE load < -1000000": "cells/empty-result",
      "SELECT FROM a": "cells/empty-result",
      "SELECT array_agg(load) AS all_of_them FROM a": "table/nested-columns",
      "SELECT load, load FROM a": "sql/duplicate-column",
    };
    for (const [text, code] of Object.entries(wrong)) {
      const problem = await problemOf(query(text));
      assert.equal(problem.code, code, text);
      assert.equal(problem.place.param, "query", text);
    }
  });
});
