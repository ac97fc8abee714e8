import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { modelSchema } from "@/pipeline/cells/model_value.ts";
import type { Prepared } from "@/pipeline/cells/prepared_value.ts";
import { CellRunner } from "./cell_runner.ts";
import { problemOf } from "./problem_of.ts";
import { incidentsCsv } from "./tables.ts";

const quick = { learner: { name: "random-forest", trees: 10 }, folds: 2 };

let runner: CellRunner;
let table: Prepared;
before(async () => {
  runner = await CellRunner.create();
  const file = await runner.add("incidents.csv", incidentsCsv({ incidents: 30 }));
  table = await runner.prepare("import", { file, group: "incident" });
});
after(async () => await runner[Symbol.asyncDispose]());

async function cells({ table: file }: Prepared, name: string): Promise<unknown[]> {
  return (await runner.table(file)).frame.getColumn(name).toArray();
}

/** `train` or `test` of a split, as the incidents of its rows. */
async function incidentsOf(prepared: Prepared, part: "train" | "test"): Promise<unknown[]> {
  const { split } = prepared;
  assert.ok(split !== null);
  const bytes = await runner.bytes(split[part]);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const all = await cells(prepared, "incident");
  return Array.from({ length: bytes.length / 4 }, (_, row) => all[view.getInt32(4 * row, true)]);
}

describe("the subset cell", () => {
  it("keeps rows by their numbers, and drops the others, in the table's order", async () => {
    const kept = await runner.prepare("subset", { rows: "9-10,2" }, table);
    const load = await cells(table, "load");
    assert.deepEqual(await cells(kept, "load"), [load[1], load[8], load[9]]);
    const dropped = await runner.prepare("subset", { rows: "9-10,2", mode: "drop" }, table);
    assert.equal(kept.rows + dropped.rows, table.rows);
    assert.deepEqual(kept.columns, table.columns, "roles stay");
  });

  it("keeps rows that meet all conditions, of the numbers given where there are some", async () => {
    const where = [
      { column: "fault", op: "is", value: "cpu" },
      { column: "load", op: "at-least", value: "4.5" },
      { column: "holed", op: "present" },
    ];
    const kept = await runner.prepare("subset", { where }, table);
    const [faults, loads, holed] = await Promise.all(
      ["fault", "load", "holed"].map((name) => cells(table, name)),
    );
    const expected = faults!.flatMap((fault, row) =>
      fault === "cpu" && Number(loads![row]) >= 4.5 && holed![row] !== null ? [row] : []
    );
    assert.ok(expected.length > 10);
    assert.deepEqual(await cells(kept, "load"), expected.map((row) => loads![row]));
    const [first] = expected;
    const few = await runner.prepare("subset", { where, rows: `1-${first! + 1}` }, table);
    assert.deepEqual(await cells(few, "load"), [loads![first!]]);
  });

  it("leaves who trains and who is held out as it is, and fits the steps on the rows left", async () => {
    const split = await runner.prepare("split", { testShare: 0.3 }, table);
    const scaled = await runner.prepare("scale", {}, split);
    const where = [{ column: "fault", op: "is-not", value: "disk" }];
    const kept = await runner.prepare("subset", { where }, scaled);
    assert.deepEqual(kept.steps, scaled.steps);
    const faults = new Map((await cells(table, "incident")).map((name, row) => [name, row]));
    const all = await cells(table, "fault");
    for (const part of ["train", "test"] as const) {
      const expected = (await incidentsOf(split, part))
        .filter((incident) => all[faults.get(incident)!] !== "disk");
      assert.deepEqual(await incidentsOf(kept, part), expected);
    }
    const { frame } = await runner.table(kept.preview.file);
    const training = new Set(await incidentsOf(kept, "train"));
    const incidents = frame.getColumn("incident").toArray();
    const load = frame.getColumn("load").toArray().map(Number)
      .filter((_, row) => training.has(incidents[row]));
    const mean = load.reduce((sum, value) => sum + value, 0) / load.length;
    assert.ok(Math.abs(mean) < 1e-4, `the training rows have mean ${mean}`);
  });

  it("gives the table as it came where nothing is chosen, and says so", async () => {
    const run = await runner.run("subset", {}, { inputs: { table } });
    assert.deepEqual(run.result.values.table, table);
    assert.ok(run.notices.some(({ code }) => code === "cells/all-rows"));
  });

  it("says what is wrong with numbers and conditions, and where", async () => {
    const refused = async (params: Record<string, unknown>, prepared = table) =>
      await problemOf(runner.run("subset", params, { inputs: { table: prepared } }));
    const beyond = await refused({ rows: "1-2,240-241" });
    assert.deepEqual([beyond.code, beyond.place], ["cells/no-such-rows", { param: "rows" }]);
    const none = await refused({ where: [{ column: "fault", op: "is", value: "flood" }] });
    assert.equal(none.code, "cells/no-rows-left");
    const column = await refused({ where: [{ column: "loda", op: "present" }] });
    assert.deepEqual(column.place.param, "where");
    assert.match(column.hint.en, /load/);
    const text = await refused({ rows: "1-2,x" });
    assert.equal(text.code, "cells/bad-param");
    assert.match(text.hint.en, /"x" is none/);
    const split = await runner.prepare("split", {}, table);
    const bytes = await runner.bytes(split.split!.test);
    const first = new DataView(bytes.buffer, bytes.byteOffset).getInt32(0, true) + 1;
    const scaled = await runner.prepare("scale", {}, split);
    assert.equal((await refused({ rows: `${first}` }, scaled)).code, "cells/no-training-rows-left");
  });

  it("does not let a model be judged on chosen rows that it was trained on", async () => {
    const train = async (prepared: Prepared) => {
      const { result } = await runner.run("train", quick, { inputs: { table: prepared } });
      return modelSchema.parse(result.values.model);
    };
    const judged = async (model: Awaited<ReturnType<typeof train>>, prepared: Prepared) =>
      await problemOf(runner.run("evaluate", {}, { inputs: { model, table: prepared } }));
    const all = await train(table);
    const half = await runner.prepare("subset", { rows: "1-120" }, table);
    const other = await runner.prepare("subset", { rows: "121-240" }, table);
    assert.equal((await judged(all, half)).code, "cells/rows-seen");
    const onHalf = await train(half);
    assert.equal((await judged(onHalf, table)).code, "cells/rows-seen");
    const twice = await runner.prepare("subset", { rows: "1-24" }, half);
    assert.equal((await judged(onHalf, twice)).code, "cells/rows-seen");
    const fair = { inputs: { model: onHalf, table: other } };
    assert.match((await runner.run("evaluate", {}, fair)).result.summary.en, /120 rows of another/);

    const split = await runner.prepare("split", { testShare: 0.3 }, table);
    const onSplit = await train(split);
    const where = [{ column: "fault", op: "is-not", value: "disk" }];
    const behind = await runner.prepare("subset", { where }, split);
    const fairly = { inputs: { model: onSplit, table: behind } };
    assert.match((await runner.run("evaluate", {}, fairly)).result.summary.en, /held-out rows/);
    const anew = await runner.prepare("split", { testShare: 0.3, seed: 9 }, half);
    assert.equal((await judged(onSplit, anew)).code, "cells/rows-seen");
  });
});
