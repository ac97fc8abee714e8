import { liveCell } from "@/islands/notebook/live_cell.ts";
import { structureOf } from "@/islands/notebook/structure.ts";
import type { CellKind } from "@/pipeline/cells/cell_kind.ts";
import type { Figure } from "@/pipeline/cells/figure.ts";
import type { NotebookViewAnswer } from "@/web/api_schema.ts";
import type { Language } from "@/web/language.ts";
import { drawableOf } from "../figures/drawable_of.ts";
import { mapFigure } from "../figures/kinds/map.ts";
import { markdownHtml } from "../markdown_html.ts";
import { isNote, titleOf } from "./cell_names.ts";
import { kindIcon } from "./kind_icon.ts";
import { noteText } from "./note_text.ts";
import type { ReadCell } from "./notebook_reading.tsx";
import { stateWords } from "./state_words.ts";

/**
 * The cells of a notebook as they read without scripts: what they are, how they stand and what came of them.
 *
 * @param at Puts a moment into words; by default as one says it now.
 */
export function readCells(
  { notebook, cells }: Pick<NotebookViewAnswer, "notebook" | "cells">,
  kinds: ReadonlyMap<string, CellKind>,
  language: Language,
  at?: (time: string) => string,
): ReadCell[] {
  const structure = structureOf(notebook);
  const views = new Map(cells.map((view) => [view.id, view]));
  return notebook.cells.flatMap((cell) => {
    const view = views.get(cell.id);
    if (view === undefined) return [];
    const kind = kinds.get(cell.kind);
    const { state } = view.state;
    const result = view.result?.result;
    const isText = isNote(kind);
    const problem = view.state.state === "failed" ? view.state.problem : undefined;
    const title = titleOf({ kinds }, cell, language);
    const firstLine = isText && cell.title === undefined ? result?.summary[language] : undefined;
    return [{
      id: cell.id,
      title,
      outlineTitle: firstLine || title,
      icon: kindIcon(kind),
      state,
      stateWords: stateWords(liveCell(view), structure, language, at),
      summary: isText ? "" : result?.summary[language] ?? kind?.summary[language] ?? "",
      texts: isText ? textsOf(noteText(cell.params)?.[language]) : [],
      figures: (result?.figures ?? []).flatMap((figure) => figureInWords(figure, language)),
      notices: (result?.notices ?? []).map(({ message }) => message[language]),
      problem: problem === undefined
        ? null
        : `${problem.message[language]} ${problem.hint[language]}`,
      isText,
    }];
  });
}

function figureInWords(figure: Figure, language: Language): ReadCell["figures"] {
  if (figure.type === "markdown") return [];
  const { sentence } = figure.type === "map" ? mapFigure(figure) : drawableOf(figure);
  return [{ title: figure.title[language], sentence: sentence(language) }];
}

function textsOf(markdown: string | undefined): ReadCell["texts"] {
  return markdown === undefined ? [] : [{ markdown, html: markdownHtml(markdown) }];
}
