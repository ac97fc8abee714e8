import { findLearner, parseLearnerParams } from "../learners/registry.ts";
import type { Recipe } from "../model/recipe.ts";
import { HealerError } from "../problem.ts";
import { recipeKey } from "./recipe_words.ts";
import { ownSteps, quantileSteps } from "./step_choices.ts";

/** The learner that looks at no feature: what everything else has to beat. */
export const baseline = "dummy";

/**
 * Learners in the order in which they are tried: cheap ones first, then those that do best on tables of KPIs.
 * Learners that are not named here come last.
 */
const order = [
  baseline,
  "gaussian-naive-bayes",
  "decision-tree",
  "random-forest",
  "gradient-boosting",
  "logistic-regression",
  "extra-trees",
  "support-vector-machine",
  "k-nearest-neighbours",
  "multilayer-perceptron",
];

/** Params that often do better than the defaults, in the order in which they are tried. */
const variations: readonly (readonly [learner: string, params: Record<string, unknown>])[] = [
  ["gradient-boosting", { classWeight: "balanced" }],
  ["random-forest", { classWeight: "balanced-subsample" }],
  ["extra-trees", { classWeight: "balanced" }],
  ["support-vector-machine", { C: 30 }],
  ["logistic-regression", { classWeight: "balanced" }],
];

/**
 * The recipes that a search begins with: each learner as it comes; then with well-tried params; those that scale
 * also with columns mapped onto the normal distribution.
 */
export function portfolio(learners: readonly string[]): Recipe[] {
  const sorted = learners.toSorted((left, right) => rank(left) - rank(right));
  const recipes = [
    ...sorted.map((name) => recipe(name, ownSteps(name), {})),
    ...variations.filter(([name, params]) => learners.includes(name) && takes(name, params))
      .map(([name, params]) => recipe(name, ownSteps(name), params)),
    ...sorted.map((name) => recipe(name, quantileSteps(name), {})),
  ];
  const keys = recipes.map(recipeKey);
  return recipes.filter((_, index) => keys.indexOf(keys[index]!) === index);
}

function recipe(
  name: string,
  steps: Recipe["steps"],
  params: Record<string, unknown>,
): Recipe {
  return { steps, learner: { name, params } };
}

function rank(learner: string): number {
  const place = order.indexOf(learner);
  return place < 0 ? order.length : place;
}

function takes(learner: string, params: Record<string, unknown>): boolean {
  try {
    parseLearnerParams(findLearner(learner), params);
    return true;
  } catch (error) {
    if (error instanceof HealerError) return false;
    throw error;
  }
}
