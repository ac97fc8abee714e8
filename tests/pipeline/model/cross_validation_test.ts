import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { crossValidate } from "@/pipeline/model/cross_validation.ts";
import { defaultRecipe, type Recipe } from "@/pipeline/model/recipe.ts";
import { HealerError } from "@/pipeline/problem.ts";
import { cancelled, quietContext } from "@/pipeline/run_context.ts";
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

  it("gives the same with any number of threads, and tells the folds in their order", async () => {
    const { matrix, labels } = sampleTable({ rows: 90, width: 4, classes: 3 });
    const grouped = { ...labels, groups: labels.codes.map((_, row) => row >> 1) };
    const groups = Array.from(grouped.groups, String);
    for (const name of ["random-forest", "logistic-regression"]) {
      const run = async (threads: number) => {
        const folds: [number, number][] = [];
        const onFold = (...fold: [number, number]) => void folds.push(fold);
        const context = { ...quietContext(4), threads };
        const recipe = defaultRecipe(name, name === "random-forest" ? { trees: 10 } : {});
        const options = { folds: 5, groups, onFold };
        const { timings, ...rest } = await crossValidate(recipe, matrix, grouped, options, context);
        assert.ok(timings.every(({ fitSeconds }) => fitSeconds > 0));
        assert.deepEqual(folds.map(([fold]) => fold), [1, 2, 3, 4, 5]);
        return { rest, folds };
      };
      assert.deepEqual(await run(3), await run(1));
    }
  });

  it("stops its workers when it is cancelled, and passes on what a fold cannot do", async () => {
    const { matrix, labels } = sampleTable({ rows: 60, width: 4, classes: 2 });
    const many = defaultRecipe("random-forest", { trees: 2000 });
    const stop = (fraction: number) => {
      if (fraction > 0.01) throw cancelled();
    };
    const context = { seed: 0, threads: 2, progress: stop };
    await assert.rejects(
      crossValidate(many, matrix, labels, { folds: 2 }, context),
      (error) => error instanceof HealerError && error.problem.code === "run/cancelled",
    );
    const wrong = { ...many, learner: { name: "random-forest", params: { trees: -1 } } };
    await assert.rejects(
      crossValidate(wrong, matrix, labels, { folds: 2 }, { ...quietContext(), threads: 2 }),
      (error) => error instanceof HealerError && error.problem.code === "learners/bad-param",
    );
  });

  it("ordered by time, tests each row but the first by earlier ones, and scores only those", async () => {
    const { matrix, labels } = sampleTable({ rows: 80, width: 4, classes: 2 });
    const times = Float64Array.from({ length: 80 }, (_, row) => 1000 - row);
    const recipe = defaultRecipe("random-forest", { trees: 10 });
    const options = { folds: 3, times };
    const scored = await crossValidate(recipe, matrix, labels, options, quietContext());
    assert.equal(scored.method, "time-ordered k-fold");
    const expected = Array.from({ length: 80 }, (_, row) => 2 - Math.floor(row / 20));
    assert.deepEqual([...scored.foldOf], expected);
    assert.equal(scored.evaluation.rows, 60);
    assert.ok(scored.evaluation.macro_f1 > 0.8);
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
