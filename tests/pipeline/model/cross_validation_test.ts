import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { crossValidate } from "@/pipeline/model/cross_validation.ts";
import { defaultRecipe, type Recipe } from "@/pipeline/model/recipe.ts";
import { quietContext } from "@/pipeline/run_context.ts";
import { sampleTable } from "./sample_tables.ts";

describe("crossValidate", () => {
  it("selects features inside each fold, so that noise scores as noise", async () => {
    const { matrix, labels } = sampleTable({ rows: 60, width: 1500, classes: 2, signal: 0 });
    const recipe: Recipe = {
      steps: [{ step: "select-anova", params: { count: 10 } }],
      learner: { name: "random-forest", params: { trees: 50 } },
    };
    const { evaluation } = await crossValidate(
      recipe,
      matrix,
      labels,
      { folds: 5 },
      quietContext(),
    );
    assert.ok(Math.abs(evaluation.accuracy - 0.5) < 0.2, `${evaluation.accuracy}`);
  });

  it("predicts every row once and repeats itself for a seed", async () => {
    const { matrix, labels } = sampleTable({ rows: 90, width: 4, classes: 3 });
    const recipe = defaultRecipe("random-forest", { trees: 10 });
    const run = () => crossValidate(recipe, matrix, labels, { folds: 3 }, quietContext(4));
    const [first, second] = [await run(), await run()];
    assert.deepEqual(first.probabilities, second.probabilities);
    const folds = Map.groupBy(first.foldOf, (fold) => fold);
    assert.deepEqual([0, 1, 2].map((fold) => folds.get(fold)?.length), [30, 30, 30]);
    for (let row = 0; row < 90; row++) {
      const sum = first.probabilities.subarray(row * 3, row * 3 + 3).reduce((a, b) => a + b);
      assert.ok(Math.abs(sum - 1) < 1e-5);
    }
    assert.ok(first.evaluation.macro_f1 > 0.8);
  });

  it("keeps groups together: a column that only names the group is worth nothing", async () => {
    const { matrix, labels } = sampleTable({ rows: 400, width: 1, classes: 2, signal: 0 });
    const groups = Array.from({ length: 400 }, (_, row) => 2 * Math.floor(row / 40) + row % 2);
    matrix.values.set(groups);
    const recipe = defaultRecipe("random-forest", { trees: 50 });
    const score = async (options: { folds: number; groups?: string[] }) =>
      (await crossValidate(recipe, matrix, labels, options, quietContext())).evaluation.accuracy;
    assert.ok(await score({ folds: 4 }) > 0.95);
    assert.ok(await score({ folds: 4, groups: groups.map(String) }) < 0.7);
  });
});
