import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { LiveCell } from "@/islands/notebook/live_cell.ts";
import { Icon } from "../icon.tsx";
import { useLanguage } from "../language.ts";
import { later } from "../later.tsx";
import { MarkdownText } from "../markdown_text.tsx";
import { notebookTexts } from "../texts_notebook.ts";
import { noteText } from "./note_text.ts";
import { useNotebook } from "./context.ts";

const CellProblem = later(async () => (await import("./cell_problem.tsx")).CellProblem);

/** A cell that is only a text: shown as it reads, with its form when asked. */
export function NoteBody(
  { live, settings, isJson }: {
    readonly live: LiveCell;
    readonly settings: JSX.Element;
    /** Whether it is edited as JSON. */
    readonly isJson: boolean;
  },
): JSX.Element {
  const language = useLanguage();
  const text = noteText(useNotebook().content(live.id).value?.params ?? {});
  const [wantsEdit, setEdited] = useState(text === undefined);
  const isEdited = wantsEdit || isJson;
  const chosen = useNotebook().tabs.of(`settings ${live.id}`);
  return (
    <div class="note-body">
      {live.state.state === "failed" && (
        <CellProblem id={live.id} problem={live.state.problem} fields={[]} />
      )}
      {isEdited && settings}
      {text === undefined
        ? !isEdited && <p class="faint">{notebookTexts.emptyNote[language]}</p>
        : <MarkdownText text={text} />}
      <button
        type="button"
        class="button quiet"
        aria-expanded={isEdited}
        onClick={() => {
          setEdited(!isEdited);
          chosen.value = "form";
        }}
      >
        <Icon name={isEdited ? "check" : "edit"} />
        {notebookTexts[isEdited ? "done" : "edit"][language]}
      </button>
    </div>
  );
}
