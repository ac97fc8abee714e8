import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { parsePipeline, printPipeline } from "@/pipeline/model/pipeline_file.ts";
import { HealerError, type Problem } from "@/pipeline/problem.ts";
import { arbitraryPipeline } from "./arbitrary_pipeline.ts";

const small = {
  format: "systemhealer-pipeline",
  version: 1,
  name: "small",
  recipe: {
    steps: [{ step: "impute", params: {} }],
    learner: { name: "random-forest", params: { trees: 10 } },
  },
  training: { folds: 5, calibration: "none", tuneDecision: false, keepRows: true, seed: 1 },
  features: [{ name: "cpu", type: "number" }, { name: "up", type: "boolean" }],
  label: "fault",
  split: null,
  leftOut: [],
};

/** What is wrong with a pipeline file. */
function problemOf(content: string | object): Problem {
  try {
    parsePipeline(typeof content === "string" ? content : JSON.stringify(content));
  } catch (error) {
    if (!(error instanceof HealerError)) throw error;
    assert.match(error.problem.message.en, /^Cannot .*\.$/);
    assert.match(error.problem.message.zh, /\p{Script=Han}/u);
    assert.notEqual(error.problem.hint.zh, error.problem.hint.en);
    return error.problem;
  }
  return assert.fail("The file was taken.");
}

describe("a pipeline file", () => {
  it("gives back the pipeline that was written, and is the same text however it was put together", () => {
    fc.assert(
      fc.property(arbitraryPipeline, (pipeline) => {
        const text = printPipeline(pipeline);
        const parsed = parsePipeline(text);
        assert.equal(printPipeline(parsed), text);
        const { features, ...others } = parsed;
        const shuffled = Object.fromEntries(Object.entries(others).reverse());
        const again = JSON.stringify({ features: features.toReversed(), ...shuffled });
        assert.equal(printPipeline(parsePipeline(again)), text);
        assert.deepEqual(parsed.recipe, pipeline.recipe);
        assert.equal(parsed.name, pipeline.name);
      }),
      { numRuns: 100 },
    );
  });

  it("has every param written out", () => {
    const { recipe: { steps: [step], learner } } = parsePipeline(JSON.stringify(small));
    assert.equal(step?.params.strategy, "median");
    assert.equal(learner.params.trees, 10);
    assert.ok(Object.keys(learner.params).length > 1);
  });

  it("says where it is no JSON, wherever it is cut", () => {
    const text = printPipeline(parsePipeline(JSON.stringify(small)));
    fc.assert(fc.property(fc.integer({ min: 0, max: text.trimEnd().length - 1 }), (length) => {
      const { code, place } = problemOf(text.slice(0, length));
      assert.equal(code, "pipeline/not-json");
      assert.ok((place.line ?? 0) >= 1 && (place.column ?? 0) >= 1);
    }));
    const line = text.slice(0, text.indexOf('"label"')).split("\n").length;
    assert.deepEqual(problemOf(text.replace('"label"', "label")).place, { line, column: 3 });
  });

  it("is told apart from other JSON", () => {
    for (const other of [{}, [], { format: 1, title: "", cells: [] }, { ...small, version: "1" }]) {
      assert.equal(problemOf(other).code, "pipeline/not-a-pipeline");
    }
    assert.equal(problemOf("null").code, "pipeline/not-a-pipeline");
    assert.equal(problemOf('"text"').code, "pipeline/not-a-pipeline");
  });

  it("is refused kindly where a later program wrote it", () => {
    const { code, message, hint } = problemOf({ ...small, version: 2, shards: [] });
    assert.equal(code, "pipeline/from-the-future");
    assert.match(message.en, /version 2, and this program knows up to 1/);
    assert.match(hint.en, /^Update the workbench/);
  });

  it("names the steps and learners that are close to an unknown one", () => {
    const { steps, learner } = small.recipe;
    const step = problemOf({
      ...small,
      recipe: { steps: [...steps, { step: "inpute", params: {} }], learner },
    });
    assert.equal(step.code, "pipeline/unknown-step");
    assert.match(step.message.en, /step 2 is "inpute"/);
    assert.match(step.hint.en, /"impute"/);
    assert.deepEqual(step.place, { param: "recipe.steps.1.step" });
    const unknown = problemOf({
      ...small,
      recipe: { steps, learner: { name: "randomforest", params: {} } },
    });
    assert.equal(unknown.code, "pipeline/unknown-learner");
    assert.match(unknown.hint.zh, /“random-forest”|"random-forest"/);
  });

  it("says which field is wrong and what it allows", () => {
    const wrong: readonly (readonly [object, string, string])[] = [
      [{ ...small, extra: 1 }, "pipeline/bad-field", "extra"],
      [{ ...small, features: [] }, "pipeline/bad-field", "features"],
      [
        { ...small, features: [{ name: "a", type: "text" }] },
        "pipeline/bad-field",
        "features.0.type",
      ],
      [
        { ...small, training: { ...small.training, folds: 1 } },
        "pipeline/bad-field",
        "training.folds",
      ],
      [
        {
          ...small,
          recipe: { ...small.recipe, learner: { name: "random-forest", params: { trees: -1 } } },
        },
        "learners/bad-param",
        "recipe.learner.params.trees",
      ],
      [
        {
          ...small,
          recipe: { ...small.recipe, steps: [{ step: "impute", params: { strategy: "guess" } }] },
        },
        "steps/bad-param",
        "recipe.steps.0.params.strategy",
      ],
      [
        { ...small, features: [...small.features, { name: "cpu", type: "number" }] },
        "pipeline/repeated-feature",
        "features",
      ],
      [{ ...small, label: "cpu" }, "pipeline/label-is-feature", "label"],
    ];
    for (const [document, code, param] of wrong) {
      const problem = problemOf(document);
      assert.deepEqual([problem.code, problem.place.param], [code, param]);
    }
  });

  it("is refused where it is too long or nested too deep", () => {
    const deep = "[".repeat(100) + "]".repeat(100);
    const text = JSON.stringify(small).replace('"trees":10', `"trees":${deep}`);
    assert.equal(problemOf(text).code, "pipeline/too-deep");
    assert.equal(problemOf(" ".repeat(9 * 2 ** 20)).code, "pipeline/too-large");
  });
});
