import type { JSX } from "preact";
import { Icon } from "../icon.tsx";
import { useLanguage } from "../language.ts";
import { notebookTexts } from "../texts_notebook.ts";
import { pageTexts } from "../texts_page.ts";
import { useNotebook } from "./context.ts";
import { redoAndTell, stepWords, undoAndTell } from "./step_back.ts";

/** Undo and redo, each of which says what it would do. */
export function HistoryButtons(): JSX.Element {
  const language = useLanguage();
  const open = useNotebook();
  const { undo, redo } = open.historySteps.value;
  return (
    <div class="row history">
      <button
        type="button"
        class="icon-button"
        aria-label={notebookTexts.undo[language]}
        aria-keyshortcuts="Control+Z"
        title={undo === undefined
          ? pageTexts.nothingToUndo[language]
          : `${pageTexts.undoWhat(stepWords(open, undo, language))[language]} (Ctrl Z)`}
        disabled={undo === undefined}
        onClick={() => undoAndTell(open, language)}
      >
        <Icon name="undo" />
      </button>
      <button
        type="button"
        class="icon-button"
        aria-label={notebookTexts.redo[language]}
        aria-keyshortcuts="Control+Shift+Z"
        title={redo === undefined
          ? pageTexts.nothingToRedo[language]
          : `${pageTexts.redoWhat(stepWords(open, redo, language))[language]} (Ctrl Shift Z)`}
        disabled={redo === undefined}
        onClick={() => redoAndTell(open, language)}
      >
        <Icon name="redo" />
      </button>
    </div>
  );
}
