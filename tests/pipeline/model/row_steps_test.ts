import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { planSplits } from "@/pipeline/evaluation/splits.ts";
import { crossValidate } from "@/pipeline/model/cross_validation.ts";
import { fitPipeline, predictPipeline } from "@/pipeline/model/fitted_pipeline.ts";
import { openModelBytes } from "@/pipeline/model/model_file.ts";
import type { Recipe } from "@/pipeline/model/recipe.ts";
import { trainModel } from "@/pipeline/model/train_model.ts";
import { quietContext } from "@/pipeline/run_context.ts";
import { columnSteps, rowSteps } from "@/pipeline/steps/registry.ts";
import { takeLabels, takeRows } from "@/pipeline/table/feature_matrix.ts";
import { sampleTable } from "./sample_tables.ts";

const folds = 3;
const seed = 5;

/** An uneven table: a third of the rows of one class, the rest of the other, so that there is work to do. */
function unevenTable() {
  const table = sampleTable({ rows: 120, width: 4, classes: 2, signal: 2 });
  const codes = table.labels.codes.map((_, row) => row % 3 === 0 ? 1 : 0);
  return { ...table, labels: { ...table.labels, codes } };
}

for (const { name } of rowSteps) {
  const recipe: Recipe = {
    steps: [{ step: name, params: {} }, { step: "scale", params: {} }],
    learner: { name: "random-forest", params: { trees: 8 } },
  };

  describe(`the row step ${name} in a pipeline`, () => {
    const { matrix, labels } = unevenTable();
    const validate = (given = matrix) =>
      crossValidate(recipe, given, labels, { folds }, quietContext(seed));

    it("acts inside the training folds only: rows to validate are all there, raw and alone", async () => {
      const before = structuredClone({ matrix, labels });
      const { probabilities, evaluation } = await validate();
      assert.deepEqual({ matrix, labels }, before);
      assert.equal(evaluation.rows, matrix.rows);
      const { splits } = planSplits({ kind: "k-fold", folds, seed, labels });
      for (const { train, test } of splits) {
        const pipeline = await fitPipeline(
          recipe,
          takeRows(matrix, train),
          takeLabels(labels, train),
          quietContext(seed),
        );
        const predicted = predictPipeline(pipeline, takeRows(matrix, test));
        for (const [position, row] of test.entries()) {
          assert.deepEqual(
            probabilities.subarray(row * 2, row * 2 + 2),
            predicted.subarray(position * 2, position * 2 + 2),
          );
        }
      }
    });

    it("makes nothing of a row to validate: another one there changes its own prediction alone", async () => {
      const { probabilities } = await validate();
      const { splits } = planSplits({ kind: "k-fold", folds, seed, labels });
      const { test } = splits[1]!;
      const changed = { ...matrix, values: matrix.values.slice() };
      const row = test[0]!;
      changed.values.set([1e6, -1e6, 1e9, -1e9], row * 4);
      const other = await validate(changed);
      for (const neighbour of test.subarray(1)) {
        assert.deepEqual(
          other.probabilities.subarray(neighbour * 2, neighbour * 2 + 2),
          probabilities.subarray(neighbour * 2, neighbour * 2 + 2),
        );
      }
    });

    it("leaves nothing in the model, which gives one answer for each row", async () => {
      const table = unevenTable();
      const pipeline = await fitPipeline(recipe, matrix, labels, quietContext(seed));
      const columns = new Set(columnSteps.map((step) => step.name));
      assert.deepEqual(pipeline.steps.map((step) => step.name), ["scale"]);
      assert.ok(pipeline.steps.every((step) => columns.has(step.name)));
      const { bytes } = await trainModel(
        table,
        recipe,
        { folds: 0, keepRows: true },
        quietContext(seed),
      );
      await using opened = await openModelBytes(bytes, "model.onnx");
      const answers = await opened.model.run(matrix.values.subarray(0, 28), 7);
      assert.equal(answers.labels.length, 7);
      const predicted = predictPipeline(pipeline, takeRows(matrix, [0, 1, 2, 3, 4, 5, 6]));
      for (const [index, value] of predicted.entries()) {
        assert.ok(Math.abs(answers.probabilities[index]! - value) < 1e-4);
      }
    });
  });
}
