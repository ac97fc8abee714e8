import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { fitPipeline } from "@/pipeline/model/fitted_pipeline.ts";
import { openModelBytes } from "@/pipeline/model/model_file.ts";
import { proveParity } from "@/pipeline/model/parity.ts";
import { defaultRecipe } from "@/pipeline/model/recipe.ts";
import { trainModel } from "@/pipeline/model/train_model.ts";
import { HealerError } from "@/pipeline/problem.ts";
import { quietContext } from "@/pipeline/run_context.ts";
import { sampleTable } from "./sample_tables.ts";

describe("proveParity", () => {
  it("accepts a pipeline's own graph and refuses the graph of another", async () => {
    const table = sampleTable({ rows: 150, width: 4, classes: 3 });
    const recipe = defaultRecipe("random-forest", { trees: 10 });
    const { matrix, labels } = table;
    const pipeline = await fitPipeline(recipe, matrix, labels, quietContext(1));
    const own = await trainModel(table, recipe, { folds: 0, keepRows: false }, quietContext(1));
    const other = await trainModel(table, recipe, { folds: 0, keepRows: false }, quietContext(2));

    await using ownModel = await openModelBytes(own.bytes, "own");
    const proof = await proveParity(pipeline, ownModel.model, matrix, 5);
    assert.deepEqual([proof.training_rows, proof.perturbed_rows, proof.labels_differing], [
      150,
      1000,
      0,
    ]);

    await using otherModel = await openModelBytes(other.bytes, "other");
    await assert.rejects(
      proveParity(pipeline, otherModel.model, matrix, 5),
      (error) => error instanceof HealerError && error.problem.code === "model/parity",
    );
  });
});
