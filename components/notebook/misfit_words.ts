import type { Misfit } from "@/islands/notebook/wires.ts";
import type { Language } from "@/web/language.ts";
import { cellTexts } from "../texts_cell.ts";
import { valueTexts } from "../texts_notebook.ts";

/** Why a cell cannot be read, in words. @param given the types it gives */
export function misfitWords(misfit: Misfit, given: readonly string[], language: Language): string {
  switch (misfit) {
    case "gone":
      return cellTexts.misfitGone[language];
    case "itself":
      return cellTexts.misfitItself[language];
    case "below":
      return cellTexts.misfitBelow[language];
    case "nothing":
      return cellTexts.misfitNothing[language];
    case "type":
      return cellTexts.misfitType(typeWords(given, language))[language];
  }
}

/** Types of values in words: `a table, a model`. */
export function typeWords(types: readonly string[], language: Language): string {
  const known: Readonly<Record<string, { en: string; zh: string }>> = valueTexts;
  return types.map((type) => known[type]?.[language] ?? type)
    .join({ en: ", ", zh: "、" }[language]);
}
