import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { diagnoseRows } from "@/pipeline/diagnosis/diagnose_rows.ts";
import { openJudge } from "@/pipeline/diagnosis/judge.ts";
import { openRows } from "@/pipeline/diagnosis/open_rows.ts";
import { probabilityText, roundProbability } from "@/pipeline/diagnosis/result_writer.ts";
import { openModelBytes } from "@/pipeline/model/model_file.ts";
import { defaultRecipe } from "@/pipeline/model/recipe.ts";
import { trainModel } from "@/pipeline/model/train_model.ts";
import { readTrainingTable } from "@/pipeline/model/training_table.ts";
import { quietContext } from "@/pipeline/run_context.ts";
import { withFile } from "../table/temporary_file.ts";

const training = [
  "load,wait,fault",
  ...Array.from({ length: 90 }, (_, row) => `${row % 3},${row % 7},${["a", "b", "c"][row % 3]}`),
].join("\n");

describe("many rows", () => {
  it("keep their order and answers when they are diagnosed while others are read", async () => {
    const { bytes } = await withFile(training, async (path) => {
      const table = await readTrainingTable(path, { label: "fault" }, {}, () => {});
      const recipe = defaultRecipe("random-forest", { trees: 5 });
      return await trainModel(table, recipe, { folds: 3, keepRows: false }, quietContext(1));
    });
    await using model = await openModelBytes(bytes, "m.onnx");
    const judge = openJudge(model, { errorRate: 0.1 });
    const count = 52_000;
    const note = "n".repeat(300);
    // Two rows cannot be read, and ids repeat.
    const unread = new Set([999, 41_000]);
    const lines = Array.from(
      { length: count },
      (_, row) => unread.has(row) ? `k${row % 10},1` : `k${row % 10},${row % 3},${row % 7},${note}`,
    );
    await withFile(["id,load,wait,note", ...lines].join("\n"), async (path) => {
      const rows = await openRows(path, model.card, { id: "id" });
      let row = 0, lastFraction = 0;
      const fractions: number[] = [];
      for await (const { batch } of diagnoseRows(model, rows, judge)) {
        fractions.push(batch.fraction);
        assert.ok(batch.fraction >= lastFraction);
        lastFraction = batch.fraction;
        const answers = await model.model.runProbabilities(
          Float32Array.from(
            { length: 2 * 21 },
            (_, cell) => cell % 2 === 0 ? Math.floor(cell / 2) % 3 : Math.floor(cell / 2) % 7,
          ),
          21,
        );
        for (let index = 0; index < batch.rows; index++, row++) {
          assert.equal(batch.ids[index], unread.has(row) ? "" : `k${row % 10}`);
          const isUnread = unread.has(row);
          assert.equal(batch.diagnosis[index], isUnread ? null : ["a", "b", "c"][row % 3]);
          assert.equal(batch.judgement.verdicts[index] === "unread", isUnread);
          if (isUnread) continue;
          const own = batch.probabilities.subarray(3 * index, 3 * index + 3);
          const expected = answers.subarray(3 * (row % 21), 3 * (row % 21) + 3);
          assert.deepEqual(own, expected);
        }
      }
      assert.deepEqual([row, lastFraction], [count, 1]);
      assert.ok((fractions[0] ?? 1) < 0.3, "there is little left to do in the background");
    });
  });
});

describe("probabilityText", () => {
  it("writes what the rounded number is written as", () => {
    for (let step = 0; step <= 2000; step++) {
      for (const probability of [step / 2000, step / 1e6, 1 - step / 1e7, step / 3e7]) {
        assert.equal(probabilityText(probability), String(roundProbability(probability)));
      }
    }
  });
});
