import type { OpenNotebook } from "@/islands/notebook/open_notebook.ts";
import { type NotebookChange, notebookChanges } from "@/pipeline/kernel/notebook_changes.ts";
import type { Language } from "@/web/language.ts";
import { notebookTexts } from "../texts_notebook.ts";
import { changeTexts } from "../texts_change.ts";
import { changesWords } from "./change_words.ts";

/** Takes the last change back, or makes it again, shows where and says what it was. */
export async function stepAndTell(
  open: OpenNotebook,
  direction: "undo" | "redo",
  language: Language,
): Promise<void> {
  const step = await open[direction]();
  const texts = {
    undo: { none: changeTexts.nothingToUndo, done: changeTexts.undone },
    redo: { none: changeTexts.nothingToRedo, done: changeTexts.redone },
  }[direction];
  if (step === undefined) {
    open.announcement.value = texts.none[language];
    return;
  }
  const changes = notebookChanges(step.before, step.after);
  open.announcement.value = texts.done(changesWords(changes, open.kinds, language))[language];
  const focused = document.activeElement;
  requestAnimationFrame(() => showChanged(changes, focused));
}

/** What the next step back or forth would do, in words. */
export function stepTitle(
  open: OpenNotebook,
  direction: "undo" | "redo",
  language: Language,
): string {
  const step = open.historySteps.value[direction];
  if (step === undefined) return notebookTexts[direction][language];
  const changes = notebookChanges(step.before, step.after);
  const words = changesWords(changes, open.kinds, language);
  return changeTexts[direction === "undo" ? "undoWhat" : "redoWhat"](words)[language];
}

/** Scrolls to the first cell that is changed; a cell takes the focus where it was on a cell, or got lost. */
function showChanged(changes: readonly NotebookChange[], focused: Element | null): void {
  for (const change of changes) {
    if (!("cell" in change)) continue;
    const cell = document.getElementById(change.cell);
    if (cell === null) continue;
    const isLost = focused === null || focused === document.body || !focused.isConnected ||
      focused.matches(".cell");
    if (isLost) cell.focus({ preventScroll: true });
    cell.scrollIntoView({ block: "nearest" });
    return;
  }
}
