import { findLearner } from "../learners/registry.ts";
import type { Recipe } from "../model/recipe.ts";
import { Random } from "../random.ts";
import { baseline, portfolio } from "./portfolio.ts";
import { recipeKey } from "./recipe_words.ts";
import { SearchSpace } from "./search_space.ts";
import { drawSteps } from "./step_choices.ts";
import { byScore, type Trial } from "./trial.ts";

/** What the next trials are drawn from. */
export interface SearchPlanOptions {
  readonly learners: readonly string[];
  /** Steps that stand in front of every recipe. */
  readonly steps: Recipe["steps"];
  /** How many features there are. */
  readonly width: number;
  readonly seed: number;
}

/** A recipe to try. */
export interface PlannedTrial {
  readonly recipe: Recipe;
  /** Whether it has to do well on the first folds before the others are worth their time. */
  readonly isScreened: boolean;
}

/** How often a recipe is drawn from the whole space rather than near a good one. */
const explorationShare = 0.25;
/** How many of the best recipes others are drawn near to. */
const bestRecipes = 5;
/** How many draws may hit recipes that were tried already. */
const attempts = 30;

/**
 * What to try next: first a portfolio of learners as they come, then recipes drawn at random (Bergstra & Bengio,
 * "Random search for hyper-parameter optimization", JMLR 13, 2012), most of them near the best so far. Each draw
 * depends on the seed, the number of the trial and the scores before it alone, so that a search goes on where
 * it was cut off as if it had not been.
 */
export class SearchPlan {
  private readonly start: readonly Recipe[];
  private readonly spaces: ReadonlyMap<string, SearchSpace>;

  constructor(private readonly options: SearchPlanOptions) {
    const { learners, steps, width } = options;
    this.start = portfolio(learners, width).map((recipe) => behind(steps, recipe));
    this.spaces = new Map(
      learners.filter((name) => name !== baseline)
        .map((name) => [name, new SearchSpace(findLearner(name))]),
    );
  }

  /** The next recipe after `trials`; undefined where there is nothing more to try. */
  next(trials: readonly Trial[]): PlannedTrial | undefined {
    const planned = this.start[trials.length];
    if (planned) return { recipe: planned, isScreened: false };
    if (this.spaces.size === 0) return undefined;
    const tried = new Set(trials.map(({ recipe }) => recipeKey(recipe)));
    const random = new Random((this.options.seed + trials.length * 0x9e3779b9) % 2 ** 32);
    const best = this.bestOf(trials);
    for (let attempt = 0; attempt < attempts; attempt++) {
      const recipe = best.length === 0 || random.next() < explorationShare
        ? this.draw(random)
        : this.drawNear(best, random);
      if (!tried.has(recipeKey(recipe))) return { recipe, isScreened: true };
    }
    return undefined;
  }

  private bestOf(trials: readonly Trial[]): Trial[] {
    return trials.filter(({ state, recipe }) =>
      state === "scored" && this.spaces.has(recipe.learner.name)
    ).sort(byScore).slice(0, bestRecipes);
  }

  private draw(random: Random): Recipe {
    const names = [...this.spaces.keys()];
    const name = names[random.below(names.length)]!;
    const params = { ...this.spaces.get(name)!.draw(random) };
    return this.recipe(name, drawSteps(name, this.options.width, random), params);
  }

  /** Another recipe of a learner that does well; the better, the likelier. */
  private drawNear(best: readonly Trial[], random: Random): Recipe {
    const place = Math.min(random.below(best.length), random.below(best.length));
    const { steps, learner: { name, params } } = best[place]!.recipe;
    const space = this.spaces.get(name)!;
    if (space.isEmpty || random.next() < explorationShare) {
      return this.recipe(name, drawSteps(name, this.options.width, random), { ...params });
    }
    return { steps, learner: { name, params: { ...space.drawNear(params, random) } } };
  }

  private recipe(name: string, steps: Recipe["steps"], params: Record<string, unknown>): Recipe {
    return behind(this.options.steps, { steps, learner: { name, params } });
  }
}

function behind(steps: Recipe["steps"], recipe: Recipe): Recipe {
  return { ...recipe, steps: [...steps, ...recipe.steps] };
}
