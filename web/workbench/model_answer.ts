import { learners } from "@/pipeline/learners/registry.ts";
import { type ModelCard, modelCardSchema } from "@/pipeline/model/model_card.ts";
import type { Model } from "@/store/models.ts";
import type { ModelAnswer } from "../api_schema.ts";

/** A model as the API tells of it. */
export function modelAnswer(model: Model): ModelAnswer {
  const { id, name, version, sha256, bytes, created, notebook } = model;
  const { recipe, data, features, classes, metrics } = cardOf(model);
  const learner = learners.find((each) => each.name === recipe.learner.name);
  return {
    id,
    name,
    version,
    sha256,
    bytes,
    created,
    notebook,
    // A model may be older than the list of learners.
    learner: learner?.title ?? { en: recipe.learner.name, zh: recipe.learner.name },
    rows: data.rows,
    features: features.length,
    classes,
    classRows: data.per_class,
    macroF1: metrics?.evaluation.macro_f1 ?? null,
    macroF1Interval: metrics?.macro_f1_interval ?? null,
  };
}

/** The card of a stored model. */
export function cardOf({ card }: Pick<Model, "card">): ModelCard {
  return modelCardSchema.parse(card);
}
