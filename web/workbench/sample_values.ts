import { closestNames } from "@/pipeline/closest_names.ts";
import type { ModelCard } from "@/pipeline/model/model_card.ts";
import { HealerError } from "@/pipeline/problem.ts";
import { isInfinite } from "@/pipeline/table/cell.ts";
import type { SampleRequest } from "../sample_schema.ts";
import { allowedValues, answerProblem } from "./answer_problems.ts";

type Feature = ModelCard["features"][number];
type Value = SampleRequest["values"][string];

/**
 * A row by the names of its features, as a model takes it; what is left out is missing.
 *
 * @throws {HealerError} `sample/unknown-feature`, `sample/wrong-value`
 */
export function sampleValues(
  features: readonly Feature[],
  given: SampleRequest["values"],
): (number | null)[] {
  const values = new Map(Object.entries(given));
  const row = features.map((feature) => {
    const value = values.get(feature.name) ?? null;
    values.delete(feature.name);
    return numberOf(feature, value);
  });
  const [unknown] = values.keys();
  if (unknown === undefined) return row;
  const close = closestNames(unknown, features.map(({ name }) => name));
  throw new HealerError(answerProblem.unknownFeature([...values.keys()], close));
}

function numberOf({ name, type }: Feature, value: Value): number | null {
  const isAllowed = value === null ||
    (type === "boolean"
      ? typeof value === "boolean" || value === 0 || value === 1
      : typeof value === "number" && !isInfinite(value));
  if (isAllowed) return value === null ? null : Number(value);
  throw new HealerError(answerProblem.wrongValue(name, String(value), allowedValues[type]));
}
