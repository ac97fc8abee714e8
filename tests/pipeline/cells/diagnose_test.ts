import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { z } from "zod";
import { diagnosisValueSchema } from "@/pipeline/cells/diagnosis_value.ts";
import { modelSchema, type ModelValue } from "@/pipeline/cells/model_value.ts";
import type { Prepared } from "@/pipeline/cells/prepared_value.ts";
import { diagnosisHeadSchema } from "@/pipeline/diagnosis/findings.ts";
import { healer, temporaryFolder } from "@/tests/cli/healer.ts";
import { CellRunner } from "./cell_runner.ts";
import { problemOf } from "./problem_of.ts";
import { incidentsCsv } from "./tables.ts";

let runner: CellRunner;
let table: Prepared;
let model: ModelValue;
before(async () => {
  runner = await CellRunner.create();
  const file = await runner.add("incidents.csv", incidentsCsv({ incidents: 24 }));
  const imported = await runner.prepare("import", { file, group: "incident" });
  table = await runner.prepare("split", {}, imported);
  const params = { learner: { name: "random-forest", trees: 30 }, folds: 2 };
  const { result } = await runner.run("train", params, { inputs: { table } });
  model = modelSchema.parse(result.values.model);
});
after(async () => await runner[Symbol.asyncDispose]());

async function diagnose(params: Record<string, unknown> = {}, rows = table) {
  const run = await runner.run("diagnose", params, { inputs: { model, table: rows } });
  const value = diagnosisValueSchema.parse(run.result.values.diagnosis);
  const lines = new TextDecoder().decode(await runner.bytes(value.result)).trimEnd().split("\n");
  return { ...run, value, lines };
}

describe("the diagnose cell", () => {
  it("diagnoses the held-out rows, named by their numbers in the table", async () => {
    const { value, lines, result } = await diagnose();
    const [header, ...rows] = lines;
    assert.equal(
      header,
      "row,diagnosis,confidence,runner_up,p_cpu,p_disk,p_normal,warnings,verdict,prediction_set,novelty",
    );
    assert.equal(rows.length, table.split?.testRows);
    const bytes = await runner.bytes(table.split!.test);
    const held = [...new Int32Array(bytes.buffer, 0, bytes.length / 4)];
    assert.deepEqual(rows.map((row) => Number(row.split(",")[0])), held.map((row) => row + 1));
    assert.equal(value.counts.reduce((sum, { rows }) => sum + rows, 0), value.rows);
    assert.match(result.summary.en, /^\d+ rows, \d classes found, most often "[a-z]+" \(\d+\)/);
    const { frame } = await runner.table(result.tables[0]!.file);
    assert.deepEqual(frame.getColumn("diagnosis").toArray(), rows.map((row) => row.split(",")[1]));
  });

  it("writes for a file what the command line writes", async () => {
    const csv = incidentsCsv({ incidents: 5, seed: 9 });
    const file = await runner.add("tonight.csv", csv);
    const { lines, value } = await diagnose({ file, id: "time" });
    assert.equal(value.rows, 40);
    await using folder = await temporaryFolder();
    await Deno.writeFile(folder.path("model.onnx"), await runner.bytes(model.file));
    await Deno.writeTextFile(folder.path("tonight.csv"), csv);
    const out = folder.path("result.csv");
    const run = await healer([
      "diagnose",
      folder.path("model.onnx"),
      folder.path("tonight.csv"),
      "--id",
      "time",
      "--details",
      "--out",
      out,
    ]);
    assert.equal(run.code, 0, run.stderr);
    assert.equal(lines.join("\n") + "\n", await Deno.readTextFile(out));
  });

  it("warns in the language asked for, and counts rows with warnings and unread ones", async () => {
    const file = await runner.add(
      "holes.csv",
      "load,wait,noise,holed,same\n,,,,7\n1,10,500,0,7\n1,2\n1,10,500,0,7\n",
    );
    const { lines, value, result } = await diagnose({ file, language: "zh" });
    assert.match(lines[1]!, /5 个特征中缺失 4 个/);
    assert.deepEqual([value.rows, value.unread, value.withWarnings], [4, 1, 2]);
    assert.match(result.summary.en, /2 rows with warnings, 1 row could not be read$/);
  });

  it("diagnoses a whole table that has no split", async () => {
    const file = await runner.add("other.csv", incidentsCsv({ incidents: 4, seed: 3 }));
    const { value } = await diagnose({}, await runner.prepare("import", { file }));
    assert.equal(value.rows, 32);
  });

  it("keeps the features of each row as the model has read them, none where it could not", async () => {
    const file = await runner.add(
      "mixed.csv",
      "load,wait,noise,holed,same\n1,10,500,,7\n1,2\n3,20,400,0,7\n",
    );
    const { value, result } = await diagnose({ file });
    const { features, table, verdicts, unread } = value;
    const { frame } = await runner.table(features);
    assert.deepEqual(frame.columns, ["load", "wait", "noise", "holed", "same"]);
    assert.deepEqual(frame.rows(), [
      [1, 10, 500, null, 7],
      [null, null, null, null, null],
      [3, 20, 400, 0, 7],
    ]);
    assert.equal(table.rows, 3);
    assert.deepEqual([verdicts.unread, unread], [1, 1]);
    const map = result.figures.find(({ type }) => type === "map");
    assert.ok(map?.type === "map" && map.background !== undefined);
    assert.deepEqual(map.points.rows, [1, 3]);
    assert.ok(map.background.codes.length > 0);
  });

  it("tells the first rows and the numbers so far before the end", async () => {
    const file = await runner.add("short.csv", "load,wait,noise,holed,same\n1,10,500,0,7\n");
    const { partials } = await diagnose({ file });
    const [first] = partials;
    const { head, rows, unread } = z.object({
      rows: z.int(),
      unread: z.int(),
      head: diagnosisHeadSchema,
    }).parse(first);
    assert.deepEqual([rows, unread, head.map(({ id }) => id)], [1, 0, ["1"]]);
  });

  it("names the features that a file lacks, and the file by its name", async () => {
    const file = await runner.add("few.csv", "load,wait\n1,2\n");
    const inputs = { model, table };
    const problem = await problemOf(runner.run("diagnose", { file }, { inputs }));
    assert.equal(problem.code, "model/missing-features");
    assert.equal(problem.place.file, "few.csv");
    assert.match(problem.message.en, /"noise", "holed"/);
  });
});
