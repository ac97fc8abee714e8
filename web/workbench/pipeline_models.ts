import { withSortedKeys } from "@/pipeline/canonical_json.ts";
import { completeRecipe, withOwnSteps } from "@/pipeline/model/recipe.ts";
import { checkPipelineDocument } from "@/pipeline/model/pipeline_file.ts";
import type { Pipeline } from "@/store/pipelines.ts";
import type { Model } from "@/store/models.ts";
import { cardOf } from "./model_answer.ts";

/**
 * The newest model that was trained by the last version of a pipeline: by the same recipe, on the same features and
 * label; undefined where there is none.
 *
 * @param models newest first
 */
export function newestModelOf(
  { document }: Pipeline,
  models: readonly Model[],
): Model | undefined {
  const { recipe, features, label } = checkPipelineDocument(document);
  const wanted = textOf(recipe, features.map(({ name }) => name), label);
  return models.find((model) => {
    const card = cardOf(model);
    const names = card.features.map(({ name }) => name);
    return textOf(card.recipe, names, card.columns.label) === wanted;
  });
}

function textOf(
  recipe: Parameters<typeof completeRecipe>[0],
  features: readonly string[],
  label: string,
): string {
  const whole = completeRecipe(withOwnSteps(recipe));
  return JSON.stringify(withSortedKeys([whole, features.toSorted(), label]));
}
