import fc from "fast-check";
import { learners } from "@/pipeline/learners/registry.ts";
import { type PipelineDocument, pipelineFormat } from "@/pipeline/model/pipeline_file.ts";
import { completeRecipe } from "@/pipeline/model/recipe.ts";
import { columnSteps, rowSteps } from "@/pipeline/steps/registry.ts";

const text = fc.string({ unit: "grapheme", maxLength: 20 });
const texts = fc.record({ en: text, zh: text });
const seed = fc.integer({ min: 0, max: 2 ** 32 - 1 });

/** Any pipeline of the steps and learners there are, with the params that they have unless told otherwise. */
export const arbitraryPipeline: fc.Arbitrary<PipelineDocument> = fc.record({
  name: text,
  steps: fc.array(fc.constantFrom(...[...columnSteps, ...rowSteps].map(({ name }) => name)), {
    maxLength: 6,
  }),
  learner: fc.constantFrom(...learners.map(({ name }) => name)),
  training: fc.record({
    folds: fc.integer({ min: 2, max: 20 }),
    calibration: fc.constantFrom("none", "temperature", "isotonic"),
    tuneDecision: fc.boolean(),
    keepRows: fc.boolean(),
    seed,
  }),
  columns: fc.uniqueArray(text, { minLength: 2, maxLength: 8 }),
  isBoolean: fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
  split: fc.option(fc.record({
    by: fc.constantFrom("guess", "class", "group", "time"),
    testShare: fc.constantFrom(0.01, 0.2, 0.3, 0.9),
    seed,
  })),
  leftOut: fc.array(fc.record({ cell: text, kind: text, name: texts, reason: texts }), {
    maxLength: 3,
  }),
}).map(({ columns: [label = "", ...features], isBoolean, steps, learner, ...others }) => ({
  ...pipelineFormat,
  ...others,
  recipe: completeRecipe({
    steps: steps.map((step) => ({ step, params: {} })),
    learner: { name: learner, params: {} },
  }),
  features: features.map((name, index) => ({
    name,
    type: isBoolean[index] ? "boolean" : "number",
  })),
  label,
}));
