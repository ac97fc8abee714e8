import type { JSX } from "preact";
import type { LiveCell } from "@/islands/notebook/live_cell.ts";
import { StateMark } from "../icon.tsx";
import { useLanguage } from "../language.ts";
import { notebookTexts } from "../texts_notebook.ts";
import { momentWords } from "../time_words.ts";
import { cellsWords } from "./cell_names.ts";
import { useNotebook } from "./context.ts";

/** Says of a cell that is not up to date why, and of which run its results are. */
export function OlderNote({ live }: { live: LiveCell }): JSX.Element | null {
  const language = useLanguage();
  const open = useNotebook();
  const { state, result, id } = live;
  const sentences: string[] = [];
  if (state.state === "waiting") {
    const cells = cellsWords(open.structure.value, state.for, language);
    const isBlocked = cells !== undefined &&
      state.for.every((each) => open.live(each).value.state.state === "failed");
    sentences.push(
      (cells === undefined
        ? notebookTexts.waitsForTurnWhat
        : isBlocked
        ? notebookTexts.blockedBy(cells)
        : notebookTexts.startsByItself(cells))[language],
    );
  }
  if (result !== undefined && state.state !== "fresh" && state.state !== "cached") {
    const time = momentWords(new Date(result.finished), new Date(), language);
    sentences.push(notebookTexts.olderResult(time)[language]);
    if (state.state === "stale") {
      const others = (state.because ?? []).filter((each) => each !== id);
      const cells = cellsWords(open.structure.value, others, language);
      const isChanged = state.because?.includes(id) ?? false;
      if (cells !== undefined) {
        const words = isChanged ? notebookTexts.changedBoth : notebookTexts.changedSince;
        sentences.push(words(cells)[language]);
      } else if (isChanged) sentences.push(notebookTexts.changedItself[language]);
      sentences.push(notebookTexts.renewsWhenRun[language]);
    }
  }
  if (sentences.length === 0) return null;
  return (
    <p class={state.state === "stale" ? "note" : "note plain"}>
      <StateMark state={state.state} />
      <span>{sentences.join({ en: " ", zh: "" }[language])}</span>
    </p>
  );
}
