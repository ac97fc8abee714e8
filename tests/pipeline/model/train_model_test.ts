import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { learners } from "@/pipeline/learners/registry.ts";
import { openModelBytes } from "@/pipeline/model/model_file.ts";
import { defaultRecipe, type Recipe } from "@/pipeline/model/recipe.ts";
import { trainModel } from "@/pipeline/model/train_model.ts";
import { decodeModel } from "@/pipeline/onnx/decode_model.ts";
import { quietContext } from "@/pipeline/run_context.ts";
import { columnSteps } from "@/pipeline/steps/registry.ts";
import { pythonHas, runPython } from "@/tests/python.ts";
import { sampleTable } from "./sample_tables.ts";

const options = { folds: 0, keepRows: true };
const checker = `
import sys, onnx
model = onnx.load(sys.argv[1])
onnx.checker.check_model(model, full_check=True)
print(model.ir_version, sorted((o.domain, o.version) for o in model.opset_import))
`;

/** Every step of the registry in front of a learner that needs clean columns. */
function everyStep(): Recipe {
  const steps = columnSteps.map(({ name }) => ({ step: name, params: {} }));
  const impute = steps.filter(({ step }) => step === "impute");
  const others = steps.filter(({ step }) => step !== "impute");
  return {
    steps: [...impute, ...others],
    learner: { name: "random-forest", params: { trees: 10 } },
  };
}

describe("a trained model", () => {
  for (const classes of [2, 5]) {
    for (const { name } of learners) {
      it(`of ${name} with ${classes} classes keeps the contract and opens again`, async () => {
        const table = sampleTable({ rows: 200, width: 8, classes });
        const { bytes, card } = await trainModel(
          table,
          defaultRecipe(name),
          options,
          quietContext(3),
        );
        const { irVersion, opsets, graph } = decodeModel(bytes);
        assert.equal(irVersion, 8);
        assert.deepEqual(Object.fromEntries(opsets), { "": 17, "ai.onnx.ml": 3 });
        assert.deepEqual(graph.inputs.map(({ name, type, dims }) => [name, type, dims]), [
          ["features", "float32", ["n", 8]],
        ]);
        assert.deepEqual(graph.outputs.map(({ name, type, dims }) => [name, type, dims]), [
          ["label", "string", ["n"]],
          ["probabilities", "float32", ["n", classes]],
        ]);
        await using model = await openModelBytes(bytes, "model.onnx");
        assert.deepEqual(model.card, card);
        const { labels } = await model.model.run(table.matrix.values, table.matrix.rows);
        const hits = labels.filter((label, row) =>
          label === table.labels.classes[table.labels.codes[row]!]
        );
        // The baseline names one class for all rows.
        const least = name === "dummy" ? 200 / classes : 0.65 * 200;
        assert.ok(hits.length >= least, `${hits.length} of 200`);
        assert.equal(card.parity.labels_differing, 0);
        assert.ok(card.parity.max_difference <= 1e-4);
      });
    }
  }

  it("passes onnx.checker, whatever it is made of", {
    skip: !pythonHas("onnx") && "python3-onnx is not on this machine",
  }, async () => {
    const table = sampleTable({ rows: 120, width: 8, classes: 3 });
    const recipes = [...learners.map(({ name }) => defaultRecipe(name)), everyStep()];
    for (const recipe of recipes) {
      const { bytes } = await trainModel(table, recipe, options, quietContext());
      const file = await Deno.makeTempFile({ suffix: ".onnx" });
      await Deno.writeFile(file, bytes);
      assert.equal(runPython(checker, file).trim(), "8 [('', 17), ('ai.onnx.ml', 3)]");
      await Deno.remove(file);
    }
  });

  it("leaves the reference rows out where it is told to", async () => {
    const table = sampleTable({ rows: 60, width: 3, classes: 2 });
    const recipe = defaultRecipe("random-forest", { trees: 3 });
    for (const keepRows of [true, false]) {
      const { bytes } = await trainModel(table, recipe, { folds: 0, keepRows }, quietContext());
      await using model = await openModelBytes(bytes, "model.onnx");
      const summary = model.summary();
      assert.equal(summary?.reference.codes.length, keepRows ? 60 : 0);
      assert.equal(summary?.columns.length, 3);
    }
  });

  it("reports its progress upwards and can be cancelled at any point of it", async () => {
    const table = sampleTable({ rows: 80, width: 4, classes: 2 });
    const recipe = defaultRecipe("random-forest", { trees: 20 });
    const seen: number[] = [];
    await trainModel(table, recipe, { folds: 3, keepRows: true }, {
      seed: 0,
      progress: (fraction) => seen.push(fraction),
    });
    assert.deepEqual(seen, seen.toSorted((a, b) => a - b));
    assert.equal(seen.at(-1), 1);
    const stop = new Error("stop");
    await assert.rejects(
      trainModel(table, recipe, { folds: 3, keepRows: true }, {
        seed: 0,
        progress: (fraction) => {
          if (fraction > 0.5) throw stop;
        },
      }),
      stop,
    );
  });
});
