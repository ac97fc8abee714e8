import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { crossValidate, planFolds } from "@/pipeline/model/cross_validation.ts";
import { defaultRecipe } from "@/pipeline/model/recipe.ts";
import { quietContext } from "@/pipeline/run_context.ts";
import { TrialRunner } from "@/pipeline/tuning/trial_runner.ts";
import { sampleTable } from "../model/sample_tables.ts";
import { smallTable } from "./small_search.ts";

const context = quietContext(3);

describe("a trial", () => {
  it("scores like a cross-validation of the recipe, groups undivided", async () => {
    const { matrix, labels } = smallTable();
    const groups = Array.from({ length: 96 }, (_, row) => `incident ${Math.floor(row / 6)}`);
    const options = { folds: 4, groups };
    const { splits } = planFolds(labels, options, context.seed);
    for (const { train, test } of splits) {
      const trained = new Set(Array.from(train, (row) => groups[row]));
      assert.ok(test.every((row) => !trained.has(groups[row]!)));
    }
    using runner = new TrialRunner(matrix, labels, splits, options, context);
    const recipe = defaultRecipe("decision-tree");
    const trial = await runner.run(recipe, false, [], context);
    const scored = await crossValidate(recipe, matrix, labels, options, context);
    assert.equal(trial.state, "scored");
    assert.deepEqual(trial.probabilities, scored.probabilities);
    assert.equal(trial.scores?.macro_f1, scored.evaluation.macro_f1);
    assert.equal(trial.scores?.log_loss, scored.evaluation.log_loss);
  });

  it("that cannot be trained fails with its reason, whatever it is", async () => {
    const { matrix, labels } = smallTable();
    const options = { folds: 3 };
    const { splits } = planFolds(labels, options, 0);
    using runner = new TrialRunner(matrix, labels, splits, options, context);
    const tree = defaultRecipe("decision-tree");
    const wrong = [
      { ...tree, learner: { name: "no-such-learner", params: {} } },
      { ...tree, steps: [{ step: "scale", params: { method: "sideways" } }] },
    ];
    for (const recipe of wrong) {
      const trial = await runner.run(recipe, false, [], context);
      assert.equal(trial.state, "failed");
      assert.match(trial.problem?.code ?? "", /^(learners\/unknown-learner|steps\/bad-param)$/);
    }
    assert.equal((await runner.run(tree, false, [], context)).state, "scored");
  });

  it("is screened on few rows where there are many, and then scored on all of them", async () => {
    const { matrix, labels } = sampleTable({ rows: 16_000, width: 3, classes: 2 });
    const options = { folds: 5 };
    const { splits } = planFolds(labels, options, 0);
    using runner = new TrialRunner(matrix, labels, splits, options, context);
    const tree = defaultRecipe("decision-tree");
    const first = await runner.run(tree, true, [], context);
    assert.equal(first.state, "scored");
    assert.equal(first.scores?.fold_macro_f1.length, 5);
    const earlier = [0.999, 1, 1, 1].map((screening_macro_f1, index) => ({
      number: index + 1,
      recipe: tree,
      state: "scored" as const,
      screening_macro_f1,
      scores: null,
      problem: null,
    }));
    const dropped = await runner.run(tree, true, earlier, context);
    assert.equal(dropped.state, "dropped");
    assert.equal(dropped.scores?.fold_macro_f1.length, 2);
  });
});
