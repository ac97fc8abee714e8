import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import type { DiagnosisBatch } from "@/pipeline/diagnosis/diagnosis.ts";
import { IncidentTally } from "@/pipeline/diagnosis/incident_novelty.ts";
import { type ModelFile, openModelBytes } from "@/pipeline/model/model_file.ts";
import { defaultRecipe } from "@/pipeline/model/recipe.ts";
import { trainModel } from "@/pipeline/model/train_model.ts";
import { quietContext } from "@/pipeline/run_context.ts";
import { sampleTable } from "../model/sample_tables.ts";

/** Rows of which nothing is known but their diagnosis and novelty. */
function batchOf(
  diagnosis: readonly (string | null)[],
  novelty: readonly number[],
): DiagnosisBatch {
  const rows = diagnosis.length;
  return {
    rows,
    ids: diagnosis.map((_, row) => String(row)),
    diagnosis,
    confidence: new Float32Array(rows),
    runnerUp: diagnosis.map(() => null),
    probabilities: new Float32Array(),
    judgement: { sets: null, novelty: Float32Array.from(novelty), verdicts: [] },
    warnings: new Map(),
    fraction: 1,
  };
}

describe("the incidents of a diagnosis", () => {
  let model: ModelFile;

  before(async () => {
    const table = sampleTable({ rows: 400, width: 4, classes: 3 });
    const groups = Array.from(table.labels.codes, (_, row) => `incident ${Math.floor(row / 10)}`);
    const numbers = Int32Array.from(groups, (name) => Number(name.slice(9)));
    const { bytes } = await trainModel(
      { ...table, groups, labels: { ...table.labels, groups: numbers } },
      defaultRecipe("random-forest", { trees: 5 }),
      { folds: 3, keepRows: false },
      quietContext(1),
    );
    model = await openModelBytes(bytes, "model.onnx");
  });

  it("are strange where most of their rows are, and usual where few are", () => {
    const tally = new IncidentTally(model, 0.05);
    const usual = Array.from({ length: 20 }, () => 0.5);
    tally.add(batchOf(usual.map(() => "fault 1"), usual.map(() => 0.01)), usual.map(() => "new"));
    tally.add(batchOf(usual.map(() => "fault 1"), usual), usual.map(() => "old"));
    const [strange, known] = tally.incidents();
    assert.ok(strange?.isUnknown && strange.novelty! <= 0.05);
    assert.ok(known && !known.isUnknown && known.novelty! > 0.3);
  });

  it("are the same in whatever batches their rows come, and in the order of their first rows", () => {
    const names = Array.from({ length: 60 }, (_, row) => `fault ${row % 3}`);
    const novelty = names.map((_, row) => (row % 20) / 20 + 0.01);
    const groups = names.map((_, row) => row % 7 === 6 ? null : `g${row % 7}`);
    const whole = new IncidentTally(model, 0.05);
    whole.add(batchOf(names, novelty), groups);
    const parts = new IncidentTally(model, 0.05);
    for (let row = 0; row < 60; row += 25) {
      const part = batchOf(names.slice(row, row + 25), novelty.slice(row, row + 25));
      parts.add(part, groups.slice(row, row + 25));
    }
    assert.deepEqual(parts.incidents(), whole.incidents());
    assert.deepEqual(whole.incidents().map(({ firstRow }) => firstRow), [1, 2, 3, 4, 5, 6]);
  });

  it("say where training had too few of them to call one unknown, and which are not listed", () => {
    const codes = (tally: IncidentTally): string[] => tally.notices().map(({ code }) => code);
    const ofOne = (errorRate: number): IncidentTally => {
      const tally = new IncidentTally(model, errorRate);
      tally.add(batchOf(Array(20).fill("fault 1"), Array(20).fill(0.001)), Array(20).fill("new"));
      return tally;
    };
    // The 40 incidents of the training rows are enough for 1/41 and above.
    for (const errorRate of [0.01, 0.024, 1 / 41, 0.025, 0.05]) {
      const tally = ofOne(errorRate);
      const [incident] = tally.incidents();
      const isFew = codes(tally).includes("diagnosis/few-training-incidents");
      assert.equal(isFew, !incident?.isUnknown, String(errorRate));
      assert.equal(isFew, errorRate < 1 / 41, String(errorRate));
    }
    const many = new IncidentTally(model, 0.05);
    const rows = Array.from({ length: 10_001 }, (_, row) => `incident ${row}`);
    many.add(batchOf(rows.map(() => "fault 1"), rows.map(() => 0.5)), rows);
    assert.equal(many.incidents().length, 10_000);
    assert.deepEqual(codes(many), ["diagnosis/incidents-left-out"]);
    assert.deepEqual(codes(new IncidentTally(model, 0.01)), []);
  });

  it("have no diagnosis where no row could be read, and need no normal class", () => {
    const tally = new IncidentTally(model, 0.05);
    tally.add(batchOf([null, "fault 2", "fault 2", "fault 0"], [NaN, 1, 1, 1]), [
      "a",
      "b",
      "b",
      "b",
    ]);
    const [unread, read] = tally.incidents();
    assert.deepEqual([unread?.diagnosis, unread?.diagnosed, unread?.novelty], [null, 0, null]);
    assert.deepEqual([read?.diagnosis, read?.diagnosed, read?.rows], ["fault 2", 2, 3]);
  });
});
