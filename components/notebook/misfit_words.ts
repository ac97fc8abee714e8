import type { Misfit } from "@/islands/notebook/wires.ts";
import type { Language } from "@/web/language.ts";
import { wireTexts } from "../texts_wire.ts";
import { valueTexts } from "../texts_kinds.ts";

/** Why a cell cannot be read, in words. @param given the types it gives */
export function misfitWords(misfit: Misfit, given: readonly string[], language: Language): string {
  switch (misfit) {
    case "gone":
      return wireTexts.misfitGone[language];
    case "itself":
      return wireTexts.misfitItself[language];
    case "below":
      return wireTexts.misfitBelow[language];
    case "nothing":
      return wireTexts.misfitNothing[language];
    case "type":
      return wireTexts.misfitType(typeWords(given, language))[language];
  }
}

/** Types of values in words: `a table, a model`. */
export function typeWords(types: readonly string[], language: Language): string {
  const known: Readonly<Record<string, { en: string; zh: string }>> = valueTexts;
  return types.map((type) => known[type]?.[language] ?? type)
    .join({ en: ", ", zh: "、" }[language]);
}
