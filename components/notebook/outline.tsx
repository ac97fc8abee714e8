import type { JSX } from "preact";
import type { Structure } from "@/islands/notebook/structure.ts";
import type { Text } from "@/pipeline/problem.ts";
import { StateMark, type StateName } from "../icon.tsx";
import { useLanguage } from "../language.ts";
import { notebookTexts } from "../texts_notebook.ts";
import { isNote, titleOf } from "./cell_names.ts";
import { useNotebook } from "./context.ts";
import { shortStateWords } from "./state_words.ts";

const marks: readonly (readonly [StateName, Text])[] = [
  ["fresh", notebookTexts.markFresh],
  ["cached", notebookTexts.markCached],
  ["running", notebookTexts.markRunning],
  ["waiting", notebookTexts.markWaiting],
  ["stale", notebookTexts.markStale],
  ["failed", notebookTexts.markFailed],
];

/** The cells in brief, each a link to itself, and what their marks mean. */
export function Outline(): JSX.Element {
  const language = useLanguage();
  const { cells } = useNotebook().structure.value;
  return (
    <aside class="rail" aria-label={notebookTexts.cells[language]}>
      <h2>{notebookTexts.cells[language]}</h2>
      <ol class="outline">
        {cells.map((cell) => <OutlineEntry key={cell.id} cell={cell} />)}
      </ol>
      <div class="wide-only">
        <h2>{notebookTexts.marks[language]}</h2>
        <ul class="keys">
          {marks.map(([state, meaning]) => (
            <li key={state}>
              <span class="state">
                <StateMark state={state} />
                {meaning[language]}
              </span>
            </li>
          ))}
        </ul>
      </div>
    </aside>
  );
}

function OutlineEntry({ cell }: { cell: Structure["cells"][number] }): JSX.Element {
  const language = useLanguage();
  const open = useNotebook();
  const live = open.live(cell.id).value;
  const isText = isNote(open.kinds.get(cell.kind));
  const firstLine = live.result?.result.summary[language] ?? "";
  const title = isText && firstLine !== "" && cell.title === undefined
    ? firstLine
    : titleOf(open, cell, language);
  return (
    <li>
      <a href={`#${cell.id}`}>
        <StateMark state={live.state.state} />
        <span class="title" title={title}>{title}</span>
        {!isText && (
          <span class={`state-word is-${live.state.state}`}>
            {shortStateWords(live, language)}
          </span>
        )}
      </a>
    </li>
  );
}
