import type { Place } from "@/pipeline/problem.ts";
import type { Language } from "@/web/language.ts";
import type { FieldSpec } from "../form/field_spec.ts";
import { placeWords } from "../place_words.ts";

/** Where in a cell something is wrong: the field as its form calls it, then the place in a file. */
export function problemPlace(
  place: Place,
  fields: readonly FieldSpec[],
  language: Language,
): string {
  const field = fields.find(({ name }) => name === place.param);
  return [field?.label[language] ?? place.param, placeWords(place, language)]
    .filter((words) => words !== undefined && words !== "")
    .join({ en: ", ", zh: "，" }[language]);
}
