import type { Step } from "@/islands/notebook/history.ts";
import type { OpenNotebook } from "@/islands/notebook/open_notebook.ts";
import { type NotebookChange, notebookChanges } from "@/pipeline/kernel/notebook_changes.ts";
import type { NotebookContent } from "@/web/api_schema.ts";
import type { Language } from "@/web/language.ts";
import { pageTexts } from "../texts_page.ts";
import { changesWords } from "./change_words.ts";

/** Takes the last change back, shows where and says what it was. */
export function undoAndTell(open: OpenNotebook, language: Language): void {
  const step = open.undo();
  if (step === undefined) open.announcement.value = pageTexts.nothingToUndo[language];
  else tell(open, step, "undone", language);
}

/** Makes the last change that was taken back again, shows where and says what it was. */
export function redoAndTell(open: OpenNotebook, language: Language): void {
  const step = open.redo();
  if (step === undefined) open.announcement.value = pageTexts.nothingToRedo[language];
  else tell(open, step, "redone", language);
}

/** What a step has changed, in words. */
export function stepWords(
  { kinds }: Pick<OpenNotebook, "kinds">,
  { before, after }: Step<NotebookContent>,
  language: Language,
): string {
  return changesWords(notebookChanges(before, after), kinds, language);
}

function tell(
  open: OpenNotebook,
  step: Step<NotebookContent>,
  done: "undone" | "redone",
  language: Language,
): void {
  const changes = notebookChanges(step.before, step.after);
  open.announcement.value = pageTexts[done](changesWords(changes, open.kinds, language))[language];
  const focused = document.activeElement;
  requestAnimationFrame(() => showChanged(changes, focused));
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
