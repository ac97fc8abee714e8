import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { diagnoseRows } from "@/pipeline/diagnosis/diagnose_rows.ts";
import { evaluateRows } from "@/pipeline/diagnosis/evaluate_rows.ts";
import { openJudge } from "@/pipeline/diagnosis/judge.ts";
import { openRows } from "@/pipeline/diagnosis/open_rows.ts";
import { type ModelFile, openModelBytes } from "@/pipeline/model/model_file.ts";
import { defaultRecipe } from "@/pipeline/model/recipe.ts";
import { trainModel } from "@/pipeline/model/train_model.ts";
import { readTrainingTable } from "@/pipeline/model/training_table.ts";
import { quietContext } from "@/pipeline/run_context.ts";
import { withFile } from "../table/temporary_file.ts";

const features = ["10", "20"];

/** Rows of two classes that the first feature tells apart. */
function csv(
  labels: readonly [string, string],
  options: { delimiter?: string; cells?: readonly [string, string] } = {},
): string {
  const { delimiter = ",", cells = ["0", "1"] } = options;
  const half = delimiter === ";" ? "0,5" : "0.5";
  const lines = Array.from(
    { length: 60 },
    (_, row) => [cells[row % 2], row % 7 === 0 ? half : row % 7, labels[row % 2]].join(delimiter),
  );
  return [[...features, "fault"].join(delimiter), ...lines].join("\n");
}

async function modelOf(content: string): Promise<ModelFile> {
  return await withFile(content, async (path) => {
    const table = await readTrainingTable(path, { label: "fault" }, {}, () => {});
    const recipe = defaultRecipe("random-forest", { trees: 10 });
    const options = { folds: 0, keepRows: false };
    const { bytes } = await trainModel(table, recipe, options, quietContext(1));
    return await openModelBytes(bytes, "model.onnx");
  });
}

async function diagnosesOf(model: ModelFile, content: string): Promise<(string | null)[]> {
  return await withFile(content, async (path) => {
    const all: (string | null)[] = [];
    const rows = await openRows(path, model.card);
    const judge = openJudge(model, { errorRate: 0.05 });
    for await (const { batch } of diagnoseRows(model, rows, judge)) {
      all.push(...batch.diagnosis);
    }
    return all;
  });
}

describe("rows for a model", () => {
  const tables: [string, string][] = [
    ["booleans in capitals", csv(["False", "True"])],
    ["yes and no", csv(["no", "yes"])],
    ["numbers with a fraction of zero", csv(["0.0", "1.0"])],
    ["numbers with a decimal comma", csv(["0,5", "1,5"], { delimiter: ";" })],
    ["names with blanks around them", csv([" cpu", "ok "])],
    ["names that differ by blanks only", csv(["cpu", "cpu "])],
  ];
  for (const [what, content] of tables) {
    it(`know the labels of their own training table: ${what}`, async () => {
      await using model = await modelOf(content);
      await withFile(content, async (path) => {
        const rows = await openRows(path, model.card, { textColumns: ["fault"] });
        const { evaluation, notices } = await evaluateRows(
          model,
          rows,
          { label: "fault", seed: 0 },
          () => {},
        );
        assert.deepEqual(evaluation.confusion.classes, model.card.classes);
        assert.ok(evaluation.accuracy > 0.95, `${evaluation.accuracy}`);
        assert.deepEqual(notices, []);
      });
    });
  }

  it("find their features though the column names are all numbers", async () => {
    await using model = await modelOf(csv(["a", "b"]));
    assert.deepEqual(await diagnosesOf(model, "10,20\n1,3\n0,3\n"), ["b", "a"]);
  });

  it("may hold words for booleans where training saw numbers, and the other way round", async () => {
    for (const trained of [["0", "1"], ["false", "true"]] as const) {
      await using model = await modelOf(csv(["a", "b"], { cells: trained }));
      for (const [no, yes] of [["0", "1"], ["0.0", "1.0"], ["No", "YES"]]) {
        const found = await diagnosesOf(model, `20,10\n3,${yes}\n3,${no}\n`);
        assert.deepEqual(found, ["b", "a"], `${trained} ${yes}`);
      }
    }
  });
});
