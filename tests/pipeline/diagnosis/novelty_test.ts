import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { rowEntropies } from "@/pipeline/diagnosis/novelty_entropy.ts";
import { openNovelty } from "@/pipeline/diagnosis/novelty.ts";
import { openModelBytes } from "@/pipeline/model/model_file.ts";
import { defaultRecipe } from "@/pipeline/model/recipe.ts";
import { trainModel } from "@/pipeline/model/train_model.ts";
import { quietContext } from "@/pipeline/run_context.ts";
import { sampleTable } from "../model/sample_tables.ts";

async function scorerOf(folds: number): Promise<ReturnType<typeof openNovelty>> {
  const table = sampleTable({ rows: 120, width: 4, classes: 3 });
  const recipe = defaultRecipe("random-forest", { trees: 10 });
  const options = { folds, keepRows: true };
  const { bytes } = await trainModel(table, recipe, options, quietContext(1));
  await using model = await openModelBytes(bytes, "model.onnx");
  return openNovelty(model);
}

describe("the novelty of rows", () => {
  it("gives every row a p-value above 0, small where the model is undecided", async () => {
    const scorer = await scorerOf(3);
    const p = scorer!.pValues(new Float32Array(8), Float32Array.of(1, 0, 0, 0.34, 0.33, 0.33), 2);
    assert.equal(p[0], 1);
    assert.ok(p[1]! > 0 && p[1]! < 0.1);
  });

  it("is unknown without out-of-fold predictions", async () => {
    assert.equal(await scorerOf(0), null);
  });
});

describe("the entropy of rows", () => {
  it("lies between none and that of an even guess", () => {
    const weights = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 2, maxLength: 9 });
    fc.assert(fc.property(weights, (drawn) => {
      const sum = drawn.reduce((total, each) => total + each, 0);
      fc.pre(sum > 0);
      const [entropy] = rowEntropies(Float32Array.from(drawn, (each) => each / sum), drawn.length);
      assert.ok(entropy! >= -1e-6 && entropy! <= Math.log(drawn.length) + 1e-6);
    }));
  });
});
