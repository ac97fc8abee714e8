import type { LiveCell } from "@/islands/notebook/live_cell.ts";
import type { Structure } from "@/islands/notebook/structure.ts";
import type { Language } from "@/web/language.ts";
import { percentWords, secondsWords } from "../number_words.ts";
import { notebookTexts } from "../texts_notebook.ts";
import { unfinishedTexts } from "../texts_unfinished.ts";
import { momentWords } from "../time_words.ts";
import { cellsWords } from "./cell_names.ts";

/**
 * The state of a cell in words, as its head says it: `cached, 13:40`, `waits for cell 6`.
 *
 * @param at Puts a moment into words; by default as one says it now.
 */
export function stateWords(
  { state, progress }: LiveCell,
  notebook: Structure,
  language: Language,
  at = (time: string): string => momentWords(new Date(time), new Date(), language),
): string {
  const texts = notebookTexts;
  switch (state.state) {
    case "fresh":
      return texts.fresh(secondsWords(state.seconds, language))[language];
    case "cached":
      return texts.cached(at(state.finished))[language];
    case "running":
      return progress === undefined
        ? texts.runningPlain[language]
        : texts.running(percentWords(progress.fraction, language))[language];
    case "waiting": {
      const cells = cellsWords(notebook, state.for, language);
      return cells === undefined ? texts.waitsForTurn[language] : texts.waitsFor(cells)[language];
    }
    case "stale":
      if (state.unfinished !== undefined) {
        const { how, time, fraction } = state.unfinished;
        const percent = fraction === undefined ? undefined : percentWords(fraction, language);
        const words = {
          interrupted: unfinishedTexts.interruptedAt,
          cancelled: unfinishedTexts.cancelledAt,
        };
        return words[how](at(time), percent)[language];
      }
      if (state.last === undefined) return texts.notRun[language];
      return state.since === undefined
        ? texts.stale[language]
        : texts.staleSince(at(state.since))[language];
    case "failed":
      return state.since === undefined
        ? texts.failed[language]
        : texts.failedAt(at(state.since))[language];
  }
}

/** The same in one word, for the outline. */
export function shortStateWords({ state, progress }: LiveCell, language: Language): string {
  switch (state.state) {
    case "fresh":
      return notebookTexts.freshWord[language];
    case "cached":
      return notebookTexts.cachedWord[language];
    case "running":
      return progress === undefined
        ? notebookTexts.runningPlain[language]
        : percentWords(progress.fraction, language);
    case "waiting":
      return notebookTexts.waiting[language];
    case "stale":
      if (state.unfinished !== undefined) return unfinishedTexts[state.unfinished.how][language];
      return state.last === undefined
        ? notebookTexts.notRun[language]
        : notebookTexts.stale[language];
    case "failed":
      return notebookTexts.failed[language];
  }
}
