import { z } from "zod";
import { findLearner, parseLearnerParams } from "../learners/registry.ts";
import { findStep, parseStepParams } from "../steps/registry.ts";

const params = z.record(z.string(), z.unknown());

/** The schema of a {@linkcode Recipe} as it is written in files and in a model card. */
export const recipeSchema = z.strictObject({
  steps: z.array(z.strictObject({ step: z.string(), params: params.default({}) })),
  learner: z.strictObject({ name: z.string(), params: params.default({}) }),
});

/** An unfitted pipeline: steps in order and a learner, each with its params. */
export type Recipe = z.infer<typeof recipeSchema>;

/**
 * The recipe with every param written out, so that a model card says what was done even after a default
 * has changed.
 *
 * @throws {HealerError} for an unknown step or learner, or params out of their range.
 */
export function completeRecipe(recipe: Recipe): Recipe {
  return {
    steps: recipe.steps.map(({ step, params }) => ({
      step,
      params: asRecord(parseStepParams(findStep(step), params)),
    })),
    learner: {
      name: recipe.learner.name,
      params: asRecord(parseLearnerParams(findLearner(recipe.learner.name), recipe.learner.params)),
    },
  };
}

/** The same recipe, with the learner's own steps where it names none. */
export function withOwnSteps(recipe: Recipe): Recipe {
  const { defaultSteps } = findLearner(recipe.learner.name);
  if (recipe.steps.length > 0 || defaultSteps.length === 0) return recipe;
  const steps = defaultSteps.map(({ step, params }) => ({ step, params: { ...params } }));
  return { ...recipe, steps };
}

/**
 * The recipe a learner is used with where the user has named no steps.
 *
 * @throws {HealerError} for an unknown learner or params out of their range.
 */
export function defaultRecipe(learner: string, params: Record<string, unknown> = {}): Recipe {
  return completeRecipe(withOwnSteps({ steps: [], learner: { name: learner, params } }));
}

function asRecord(value: unknown): Record<string, unknown> {
  return params.parse(value);
}
