import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { completeRecipe } from "@/pipeline/model/recipe.ts";
import { searchedLearners } from "@/pipeline/tuning/find_model.ts";
import { baseline, portfolio } from "@/pipeline/tuning/portfolio.ts";
import { recipeKey } from "@/pipeline/tuning/recipe_words.ts";

describe("the portfolio a search begins with", () => {
  const learners = [baseline, ...searchedLearners()];

  it("holds every learner, the baseline first, and recipes that are valid and all different", () => {
    for (const width of [1, 4, 107]) {
      const recipes = portfolio(learners, width);
      for (const recipe of recipes) completeRecipe(recipe);
      assert.equal(recipes[0]?.learner.name, baseline);
      assert.deepEqual(new Set(recipes.map(({ learner }) => learner.name)), new Set(learners));
      assert.equal(new Set(recipes.map(recipeKey)).size, recipes.length);
    }
  });

  it("holds nothing but the learners it was given", () => {
    for (const recipe of portfolio(["random-forest"], 20)) {
      assert.equal(recipe.learner.name, "random-forest");
    }
  });
});
