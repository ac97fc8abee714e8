import type { Recipe } from "../model/recipe.ts";
import { recipeKey } from "./recipe_words.ts";
import { ownSteps, quantileSteps, selectionStep } from "./step_choices.ts";

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

/** Recipes that often do better than the learners as they come, in the order in which they are tried. */
const variations: readonly Variation[] = [
  {
    learner: "gradient-boosting",
    params: {
      rounds: 300,
      learningRate: 0.05,
      subsample: 0.7,
      columnSample: 0.4,
      l2: 3,
    },
    keptShare: 0.3,
  },
  { learner: "random-forest", params: { classWeight: "balanced-subsample" }, keptShare: 0.4 },
  { learner: "gradient-boosting", params: { classWeight: "balanced" } },
  { learner: "random-forest", params: { classWeight: "balanced-subsample" } },
  { learner: "extra-trees", params: { classWeight: "balanced" } },
  { learner: "support-vector-machine", params: { C: 30 } },
  { learner: "logistic-regression", params: { classWeight: "balanced" } },
];

interface Variation {
  readonly learner: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** The share of the features that are kept, those that a forest finds most important; all where absent. */
  readonly keptShare?: number;
}

/**
 * The recipes that a search begins with: each learner as it comes; then well-tried variations; those that scale
 * also with columns mapped onto the normal distribution.
 *
 * @param width How many features there are.
 */
export function portfolio(learners: readonly string[], width: number): Recipe[] {
  const sorted = learners.toSorted((left, right) => rank(left) - rank(right));
  const recipes = [
    ...sorted.map((name) => recipe(name, ownSteps(name), {})),
    ...variations.filter(({ learner }) => learners.includes(learner)).map((
      { learner, params, keptShare },
    ) => recipe(learner, [...ownSteps(learner), ...keeping(keptShare, width)], { ...params })),
    ...sorted.map((name) => recipe(name, quantileSteps(name), {})),
  ];
  const keys = recipes.map(recipeKey);
  return recipes.filter((_, index) => keys.indexOf(keys[index]!) === index);
}

function keeping(share: number | undefined, width: number): Recipe["steps"] {
  return share === undefined ? [] : [selectionStep("select-tree-importance", share, width)];
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
