import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { crossValidate } from "@/pipeline/model/cross_validation.ts";
import { defaultRecipe } from "@/pipeline/model/recipe.ts";
import { quietContext } from "@/pipeline/run_context.ts";
import { simulatedRows } from "./simulated_rows.ts";

describe("the simulated incidents", () => {
  it("are neither trivial nor hopeless, and a forest sees more in them than a linear model", async () => {
    const { matrix, labels, groups } = simulatedRows(4000, 11);
    const score = async (learner: string, params: Record<string, unknown>): Promise<number> => {
      const recipe = defaultRecipe(learner, params);
      const options = { folds: 3, groups };
      return (await crossValidate(recipe, matrix, labels, options, quietContext())).evaluation
        .macro_f1;
    };
    const forest = await score("random-forest", { trees: 100 });
    const logistic = await score("logistic-regression", {});
    assert.ok(forest < 0.98, `forest ${forest}`);
    assert.ok(logistic > 0.4, `logistic ${logistic}`);
    assert.ok(forest - logistic >= 0.03, `forest ${forest}, logistic ${logistic}`);
  });
});
