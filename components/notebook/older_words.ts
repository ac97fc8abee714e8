import type { Structure } from "@/islands/notebook/structure.ts";
import type { CellViewAnswer } from "@/web/api_schema.ts";
import type { Language } from "@/web/language.ts";
import { olderTexts } from "../texts_older.ts";
import { cellsWords } from "./cell_names.ts";

/** Why a cell is not up to date, and of which run its results are; empty where there is nothing to say. */
export function olderWords(
  { id, state, result }: Pick<CellViewAnswer, "id" | "state" | "result">,
  notebook: Structure,
  language: Language,
  { isFailed, at }: {
    readonly isFailed: (cell: string) => boolean;
    /** Puts a moment into words. */
    readonly at: (time: string) => string;
  },
): string {
  const sentences: string[] = [];
  if (state.state === "waiting") {
    const cells = cellsWords(notebook, state.for, language);
    const isBlocked = cells !== undefined && state.for.every(isFailed);
    sentences.push(
      (cells === undefined
        ? olderTexts.waitsForTurnWhat
        : isBlocked
        ? olderTexts.blockedBy(cells)
        : olderTexts.startsByItself(cells))[language],
    );
  }
  if (result !== undefined && state.state !== "fresh" && state.state !== "cached") {
    sentences.push(olderTexts.olderResult(at(result.finished))[language]);
    if (state.state === "stale") {
      const others = (state.because ?? []).filter((each) => each !== id);
      const cells = cellsWords(notebook, others, language);
      const isChanged = state.because?.includes(id) ?? false;
      if (cells !== undefined) {
        const words = isChanged ? olderTexts.changedBoth : olderTexts.changedSince;
        sentences.push(words(cells)[language]);
      } else if (isChanged) sentences.push(olderTexts.changedItself[language]);
      sentences.push(olderTexts.renewsWhenRun[language]);
    }
  }
  return sentences.join({ en: " ", zh: "" }[language]);
}
