import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type ExplainOptions, explainRows } from "@/pipeline/evaluation/explain_rows.ts";
import { contributionsOf, type Explanation } from "@/pipeline/evaluation/explanation.ts";
import { learners } from "@/pipeline/learners/registry.ts";
import { type ModelFile, openModelBytes } from "@/pipeline/model/model_file.ts";
import { defaultRecipe, type Recipe } from "@/pipeline/model/recipe.ts";
import { type TrainingOptions, trainModel } from "@/pipeline/model/train_model.ts";
import { HealerError } from "@/pipeline/problem.ts";
import { cancelled, quietContext } from "@/pipeline/run_context.ts";
import { takeRows } from "@/pipeline/table/feature_matrix.ts";
import { sampleTable } from "../model/sample_tables.ts";
import { assertClose } from "../steps/assert_close.ts";

const table = sampleTable({ rows: 150, width: 6, classes: 3 });
const shown = takeRows(table.matrix, [0, 1, 2, 50, 99]);
const options: ExplainOptions = { method: "auto", classes: "all", backgroundRows: 20 };

const forest = { name: "random-forest", params: { trees: 20 } };
const steps = (...list: [string, Record<string, unknown>][]) =>
  list.map(([step, params]) => ({ step, params }));

describe("explainRows", () => {
  for (const { name } of learners) {
    it(`explains ${name} so that base and contributions make up what the file says`, async () => {
      await using file = await modelOf(defaultRecipe(name));
      assertAddsUp(await explainRows(file, shown, options, quietContext(1)));
    });
  }

  it("explains trees exactly, through every step that takes each column by itself", async () => {
    const front = steps(
      ["impute", { indicators: true }],
      ["signed-log", {}],
      ["scale", { method: "quantile-normal" }],
      ["select-anova", {}],
    );
    await using file = await modelOf({ steps: front, learner: forest });
    const explanation = await explainRows(file, shown, options, quietContext());
    assert.equal(explanation.method, "tree");
    assert.equal(explanation.unit, "probability");
    assert.equal(explanation.standardErrors, null);
    assertAddsUp(explanation);
  });

  it("explains boosted trees by the scores before the softmax, two classes or more", async () => {
    for (const classes of [2, 3]) {
      const some = sampleTable({ rows: 150, width: 6, classes });
      const recipe = defaultRecipe("gradient-boosting");
      await using file = await modelOf(recipe, true, some);
      const explanation = await explainRows(file, shown, options, quietContext());
      assert.equal(explanation.method, "tree");
      assert.equal(explanation.unit, "score");
      assertAddsUp(explanation);
    }
  });

  it("explains boosted trees exactly behind a temperature, and samples behind other corrections", async () => {
    const recipe = defaultRecipe("gradient-boosting");
    for (
      const [calibration, method] of [["temperature", "tree"], ["isotonic", "permutation"]] as const
    ) {
      await using file = await modelOf(recipe, true, table, { folds: 3, calibration });
      assert.equal(file.card.calibration?.method, calibration);
      const explanation = await explainRows(file, shown, options, quietContext());
      assert.equal(explanation.method, method);
      assertAddsUp(explanation);
    }
  });

  it("gives contributions to the raw features that carry the signal", async () => {
    const front = steps(["select-anova", {}], ["scale", {}]);
    await using file = await modelOf({ steps: front, learner: forest });
    for (const method of ["tree", "permutation"] as const) {
      const explanation = await explainRows(file, shown, { ...options, method }, quietContext());
      assert.equal(explanation.method, method);
      const sizes = shown.names.map((_, feature) =>
        explanation.contributions.filter((_, place) => place % shown.names.length === feature)
          .reduce((sum, value) => sum + Math.abs(value), 0)
      );
      const informative = sizes[0]! + sizes[1]!;
      assert.ok(informative > 4 * sizes.slice(2).reduce((sum, size) => sum + size, 0));
    }
  });

  it("samples where a step mixes features, and refuses to call that exact", async () => {
    const front = steps(["impute", { strategy: "regression" }]);
    await using file = await modelOf({ steps: front, learner: forest });
    const explanation = await explainRows(file, shown, options, quietContext());
    assert.equal(explanation.method, "permutation");
    assert.ok(explanation.standardErrors?.some((error) => error > 0));
    assertAddsUp(explanation);
    await assert.rejects(
      explainRows(file, shown, { ...options, method: "tree" }, quietContext()),
      (error) => error instanceof HealerError && error.problem.code === "evaluation/not-trees",
    );
  });

  it("gives for one class what it gives among all", async () => {
    await using file = await modelOf({ steps: [], learner: forest });
    for (const method of ["tree", "permutation"] as const) {
      const all = await explainRows(file, shown, { ...options, method }, quietContext());
      for (const classes of ["predicted", 2] as const) {
        const some = await explainRows(
          file,
          shown,
          { ...options, method, classes },
          quietContext(),
        );
        for (const [row, predicted] of all.predicted.entries()) {
          const code = classes === 2 ? 2 : predicted;
          assert.deepEqual(contributionsOf(some, row, code), contributionsOf(all, row, code));
        }
      }
    }
  });

  it("compares with the medians where the model carries no rows", async () => {
    await using file = await modelOf(defaultRecipe("logistic-regression"), false);
    assertAddsUp(await explainRows(file, shown, options, quietContext()));
  });

  it("says so where there is no row, and stops when it is told to", async () => {
    await using file = await modelOf(defaultRecipe("logistic-regression"));
    await assert.rejects(
      explainRows(file, takeRows(shown, []), options, quietContext()),
      (error) =>
        error instanceof HealerError && error.problem.code === "evaluation/nothing-to-explain",
    );
    const stopping = {
      seed: 0,
      progress: (fraction: number) => {
        if (fraction > 0) throw cancelled();
      },
    };
    await assert.rejects(
      explainRows(file, table.matrix, options, stopping),
      (error) => error instanceof HealerError && error.problem.code === "run/cancelled",
    );
  });
});

async function modelOf(
  recipe: Recipe,
  keepRows = true,
  rows = table,
  scoring: Pick<TrainingOptions, "folds" | "calibration"> = { folds: 0 },
): Promise<ModelFile> {
  const { bytes } = await trainModel(rows, recipe, { ...scoring, keepRows }, quietContext(2));
  return await openModelBytes(bytes, "model.onnx");
}

/** Base and contributions are the file's probabilities, or scores whose softmax these are. */
function assertAddsUp(explanation: Explanation): void {
  const { rows, classes, base, unit, probabilities } = explanation;
  for (let row = 0; row < rows; row++) {
    const sums = classes.map((_, code) =>
      contributionsOf(explanation, row, code).reduce((sum, each) => sum + each, base[code]!)
    );
    const raised = sums.map(Math.exp);
    const whole = raised.reduce((sum, each) => sum + each, 0);
    const said = unit === "score" ? raised.map((each) => each / whole) : sums;
    const start = row * classes.length;
    assertClose(said, probabilities.subarray(start, start + classes.length), 1e-5);
  }
}
