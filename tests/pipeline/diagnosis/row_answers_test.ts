import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { openRowAnswers } from "@/pipeline/diagnosis/row_answers.ts";
import { rowAnswerSchema } from "@/pipeline/diagnosis/row_answer.ts";
import { learners } from "@/pipeline/learners/registry.ts";
import { type ModelFile, openModelBytes } from "@/pipeline/model/model_file.ts";
import { defaultRecipe, type Recipe } from "@/pipeline/model/recipe.ts";
import { type TrainingOptions, trainModel } from "@/pipeline/model/train_model.ts";
import { quietContext } from "@/pipeline/run_context.ts";
import { sampleTable } from "../model/sample_tables.ts";

const table = sampleTable({ rows: 150, width: 6, classes: 3 });
const width = table.matrix.names.length;
const full = { errorRate: 0.05, detail: "full" } as const;

describe("openRowAnswers", () => {
  for (const { name } of learners) {
    it(`answers for rows with ${name}, contributions and base making up what the model says`, async () => {
      await using file = await modelOf(defaultRecipe(name));
      await using answers = openRowAnswers(file);
      for (const row of [0, 1, 2, 75]) {
        const values = table.matrix.values.slice(row * width, (row + 1) * width);
        const answer = rowAnswerSchema.parse(await answers.answer(values, full));
        const { evidence, confidence } = answer;
        assert.ok(evidence);
        const sum = evidence.features.reduce((so, each) => so + each.contribution, evidence.base);
        if (evidence.unit === "probability") assert.ok(Math.abs(sum - confidence) < 1e-5);
        assert.deepEqual(
          new Set(evidence.features.map(({ feature }) => feature)),
          new Set(table.matrix.names),
        );
      }
    });
  }
});

async function modelOf(
  recipe: Recipe,
  options: Partial<TrainingOptions> = {},
): Promise<ModelFile> {
  const { bytes } = await trainModel(
    table,
    recipe,
    { folds: 0, keepRows: true, ...options },
    quietContext(2),
  );
  return await openModelBytes(bytes, "model.onnx");
}
