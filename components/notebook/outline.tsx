import type { JSX } from "preact";
import { useEffect, useMemo, useRef } from "preact/hooks";
import { positionOf } from "@/islands/notebook/edits.ts";
import type { Structure } from "@/islands/notebook/structure.ts";
import { wiresOf } from "@/islands/notebook/wires.ts";
import type { Text } from "@/pipeline/problem.ts";
import { StateMark, type StateName } from "../icon.tsx";
import { useLanguage } from "../language.ts";
import { notebookTexts } from "../texts_notebook.ts";
import { isNote, titleOf } from "./cell_names.ts";
import { useNotebook } from "./context.ts";
import { OutlineGraph } from "./outline_graph.tsx";
import { shortStateWords } from "./state_words.ts";

const marks: readonly (readonly [StateName, Text])[] = [
  ["fresh", notebookTexts.markFresh],
  ["cached", notebookTexts.markCached],
  ["running", notebookTexts.markRunning],
  ["waiting", notebookTexts.markWaiting],
  ["stale", notebookTexts.markStale],
  ["failed", notebookTexts.markFailed],
];

/** The cells in brief with the wires between them, each a link to itself, and what their marks mean. */
export function Outline(): JSX.Element {
  const language = useLanguage();
  const open = useNotebook();
  const { kinds } = open;
  const structure = open.structure.value;
  const { cells } = structure;
  const list = useRef<HTMLOListElement>(null);
  const rows = useMemo(() =>
    cells.map((cell, index) => ({
      hasMark: !isNote(kinds.get(cell.kind)),
      sources: wiresOf(structure, kinds, index).flatMap(({ source }) =>
        source === undefined ? [] : [positionOf(structure, source)].filter((place) => place >= 0)
      ),
    })), [structure]);
  const current = open.current.value;
  useEffect(() => {
    // The page itself stays where it is.
    const entry = list.current?.querySelector<HTMLElement>("[aria-current]");
    const around = list.current?.closest<HTMLElement>(".rail, dialog");
    if (entry && around) keepInSight(entry, around);
  }, [current]);
  return (
    <>
      <h2>{notebookTexts.cells[language]}</h2>
      <div class="outline">
        <OutlineGraph rows={rows} />
        <ol ref={list}>
          {cells.map((cell) => (
            <OutlineEntry key={cell.id} cell={cell} isCurrent={cell.id === current} />
          ))}
        </ol>
      </div>
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
    </>
  );
}

function OutlineEntry(
  { cell, isCurrent }: { readonly cell: Structure["cells"][number]; readonly isCurrent: boolean },
): JSX.Element {
  const language = useLanguage();
  const open = useNotebook();
  const live = open.live(cell.id).value;
  const { state } = live.state;
  const isText = isNote(open.kinds.get(cell.kind));
  const firstLine = live.result?.result.summary[language] ?? "";
  const title = isText && firstLine !== "" && cell.title === undefined
    ? firstLine
    : titleOf(open, cell, language);
  return (
    <li>
      <a
        href={`#${cell.id}`}
        class={isText ? "is-text" : undefined}
        aria-current={isCurrent ? "location" : undefined}
      >
        {(!isText || state === "failed") && <StateMark state={state} />}
        <span class="entry">
          <span class="title" title={title}>{title}</span>
          {(!isText || state === "failed") && (
            <span class={`state-word is-${state}`}>{shortStateWords(live, language)}</span>
          )}
        </span>
      </a>
    </li>
  );
}

function keepInSight(entry: HTMLElement, around: HTMLElement): void {
  const { top, bottom } = entry.getBoundingClientRect();
  const edges = around.getBoundingClientRect();
  if (top < edges.top) around.scrollTop -= edges.top - top + entry.offsetHeight;
  else if (bottom > edges.bottom) around.scrollTop += bottom - edges.bottom + entry.offsetHeight;
}
