import type { JSX } from "preact";
import { useLanguage } from "../language.ts";
import { notebookTexts } from "../texts_notebook.ts";
import { pageTexts } from "../texts_page.ts";
import { momentWords } from "../time_words.ts";
import { useNotebook } from "./context.ts";

/** Whether what is on the screen is on the server, too. */
export function SaveWords(): JSX.Element {
  const language = useLanguage();
  const open = useNotebook();
  const state = open.saving.state.value;
  switch (state.kind) {
    case "saved": {
      const time = momentWords(new Date(state.time), new Date(), language);
      return (
        <button
          type="button"
          class="save-words wide-only"
          title={pageTexts.revisions[language]}
          onClick={() => open.panel.value = "revisions"}
        >
          {notebookTexts.saved(time, state.revision)[language]}
        </button>
      );
    }
    case "unsaved":
      return <span class="small faint wide-only">{notebookTexts.unsaved[language]}</span>;
    case "offline":
      return <span class="small warn" role="status">{notebookTexts.offline[language]}</span>;
    case "conflict":
    case "refused":
      return <span class="small bad" role="status">{notebookTexts.refused[language]}</span>;
  }
}
