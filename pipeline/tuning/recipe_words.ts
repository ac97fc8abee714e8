import { findLearner } from "../learners/registry.ts";
import { completeRecipe, type Recipe } from "../model/recipe.ts";
import { paramMetas } from "../param_meta.ts";
import type { Text } from "../problem.ts";
import { findStep } from "../steps/registry.ts";
import { ownSteps } from "./step_choices.ts";
import type { z } from "zod";

/** A recipe in words: the learner, what differs from its defaults, and the steps that are not its own. */
export function recipeWords(recipe: Recipe): Text {
  const { steps, learner: { name, params } } = completeRecipe(recipe);
  const learner = learnerWords({ name, params });
  const own = completeRecipe({ ...recipe, steps: ownSteps(name) }).steps
    .map((step) => JSON.stringify(step));
  const others = steps.filter((step) => !own.includes(JSON.stringify(step)))
    .map(stepWords);
  if (others.length === 0) return learner;
  return {
    en: `${learner.en}, with ${others.map(({ en }) => en).join(", ")}`,
    zh: `${learner.zh}，配合${others.map(({ zh }) => zh).join("、")}`,
  };
}

/** A step in words: its title and what differs from its defaults. */
export function stepWords({ step, params }: Recipe["steps"][number]): Text {
  return partWords(findStep(step), params);
}

/** A learner in words, as {@linkcode stepWords}. */
export function learnerWords({ name, params }: Recipe["learner"]): Text {
  return partWords(findLearner(name), params);
}

/** The same recipe has the same key, whether or not its defaults are written out. */
export function recipeKey(recipe: Recipe): string {
  return JSON.stringify(completeRecipe(recipe));
}

function partWords(
  { title, params: schema }: { readonly title: Text; readonly params: z.ZodType },
  params: Readonly<Record<string, unknown>>,
): Text {
  const defaults = new Map(Object.entries(schema.safeParse({}).data ?? {}));
  const changes = [...paramMetas(schema)].flatMap(([name, { label, options }]) => {
    const value = params[name];
    if (value === undefined || JSON.stringify(value) === JSON.stringify(defaults.get(name))) {
      return [];
    }
    const text = typeof value === "string" ? value : JSON.stringify(value);
    const shown = options?.[text] ?? { en: text, zh: text };
    return [{ en: `${label.en}: ${shown.en}`, zh: `${label.zh}：${shown.zh}` }];
  });
  if (changes.length === 0) return title;
  return {
    en: `${title.en} (${changes.map(({ en }) => en).join("; ")})`,
    zh: `${title.zh}（${changes.map(({ zh }) => zh).join("；")}）`,
  };
}
