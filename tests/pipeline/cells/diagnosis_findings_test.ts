import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type DiagnosisValue, diagnosisValueSchema } from "@/pipeline/cells/diagnosis_value.ts";
import { modelSchema, type ModelValue } from "@/pipeline/cells/model_value.ts";
import { CellRunner } from "./cell_runner.ts";
import { csvOf, incidentsCsv } from "./tables.ts";

describe("what a diagnosis finds beside its rows", () => {
  let runner: CellRunner;
  let model: ModelValue;
  before(async () => {
    runner = await CellRunner.create();
    const file = await runner.add("incidents.csv", incidentsCsv({ incidents: 60 }));
    const table = await runner.prepare("import", { file, group: "incident" });
    const params = { learner: { name: "random-forest", trees: 10 }, folds: 3 };
    const { result } = await runner.run("train", params, { inputs: { table } });
    model = modelSchema.parse(result.values.model);
  });
  after(async () => await runner[Symbol.asyncDispose]());

  async function diagnose(csv: string) {
    const file = await runner.add("tonight.csv", csv);
    const { result } = await runner.run("diagnose", { file }, { inputs: { model } });
    const value: DiagnosisValue = diagnosisValueSchema.parse(result.values.diagnosis);
    const lines = new TextDecoder().decode(await runner.bytes(value.result)).split("\n");
    return { value, lines, frame: (await runner.table(value.table.file)).frame };
  }

  it("names the incidents that fit nothing known, and groups their rows in table and CSV alike", async () => {
    const strange = Array.from({ length: 16 }, (_, row) => [
      row < 8 ? 'one, "quoted"\nincident' : "two",
      // Speaks for "cpu" as much as the next one for "disk".
      60,
      400,
      500 + row,
      0,
      7,
    ]).map((cells) => cells.map((cell) => `"${String(cell).replaceAll('"', '""')}"`));
    const header = ["incident", "load", "wait", "noise", "holed", "same"];
    const { value, lines, frame } = await diagnose(csvOf(header, strange));
    assert.deepEqual(
      value.incidents.map(({ rows, firstRow, isUnknown }) => [rows, firstRow, isUnknown]),
      [[8, 1, true], [8, 9, true]],
    );
    const [group, ...others] = value.unknownGroups;
    assert.deepEqual([group?.rows, group?.incidents, others.length], [16, 2, 0]);
    const signs = new Map(group?.signs.map(({ feature, direction }) => [feature, direction]));
    assert.deepEqual([signs.get("load"), signs.get("wait")], ["high", "high"]);
    assert.ok(lines[0]?.endsWith(",novelty,unknown_group"));
    assert.ok(lines.slice(1, 17).every((line) => line.endsWith(",1")));
    assert.deepEqual(frame.getColumn("unknown_group").toArray(), Array(16).fill(1));
    assert.equal(value.table.columns.at(-1)?.name, "unknown_group");
  });

  it("finds nothing unknown among incidents like those it knows", async () => {
    const { value, lines } = await diagnose(incidentsCsv({ incidents: 30, seed: 5 }));
    assert.equal(value.incidents.length, 30);
    assert.ok(value.incidents.filter(({ isUnknown }) => isUnknown).length <= 3);
    const names = new Set(value.incidents.map(({ diagnosis }) => diagnosis));
    assert.deepEqual(names, new Set(["normal", "cpu", "disk"]));
    assert.equal(lines[0]?.endsWith(",novelty"), value.unknownGroups.length === 0);
  });
});
