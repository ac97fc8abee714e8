import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { crossValidate } from "@/pipeline/model/cross_validation.ts";
import { defaultRecipe } from "@/pipeline/model/recipe.ts";
import { quietContext } from "@/pipeline/run_context.ts";
import { faultNames } from "@/pipeline/simulator/faults.ts";
import { simulate } from "@/pipeline/simulator/simulate.ts";

/** Rows of a simulation as training wants them. */
function simulated(rows: number, seed: number) {
  const simulation = simulate({ rows, seed });
  const names = simulation.columns.map(({ name }) => name);
  const classes = ["normal", ...faultNames];
  const values = new Float32Array(rows * names.length);
  const codes = new Int32Array(rows);
  const groups: string[] = [];
  for (const batch of simulation.batches()) {
    values.set(batch.values, groups.length * names.length);
    for (const [row, label] of batch.labels.entries()) {
      codes[groups.length] = classes.indexOf(label);
      groups.push(batch.incidents[row] ?? "");
    }
  }
  return { matrix: { names, rows, values }, labels: { classes, codes }, groups };
}

describe("the simulated incidents", () => {
  it("are neither trivial nor hopeless, and a forest sees more in them than a linear model", async () => {
    const { matrix, labels, groups } = simulated(4000, 11);
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
