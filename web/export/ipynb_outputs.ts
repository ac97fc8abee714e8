import { drawableOf } from "@/components/figures/drawable_of.ts";
import { mapFigure } from "@/components/figures/kinds/map.ts";
import type { CellResult } from "@/pipeline/cells/cell_kind.ts";
import { isReadyState } from "@/pipeline/kernel/cell_state.ts";
import { HealerError, type Problem, type Text } from "@/pipeline/problem.ts";
import { escapeHtml } from "../escape_html.ts";
import type { Language } from "../language.ts";
import type { ExportCell, ExportSource } from "./export_source.ts";
import type { DrawableFigure } from "./ask_figure_worker.ts";
import { figureFiles } from "./figure_file.ts";
import type { JupyterOutput, MimeBundle } from "./ipynb_document.ts";
import { tableBundle } from "./ipynb_table.ts";
import { shownExtent, withheldTables } from "./shown_rows.ts";

const drawnWidth = 720;

const notCurrent: Text = {
  en: "This is the last result; the cell has changed since, or what it reads has.",
  zh: "这是上一次的结果；此后单元或其输入已有改动。",
};

/** What came of a cell, as Jupyter shows it, in the order of the page. */
export async function outputsOf(
  { id, state, result, problem }: ExportCell,
  source: ExportSource,
): Promise<JupyterOutput[]> {
  const { language } = source;
  return [
    ...(problem === undefined ? [] : [errorOf(problem, language)]),
    ...(result === undefined ? [] : [
      ...(isReadyState(state) ? [] : [stream("stderr", notCurrent[language])]),
      stream("stdout", result.summary[language]),
      ...result.notices.map(({ message }) => stream("stderr", message[language])),
      ...await figuresOf(result, language),
      ...await tablesOf(id, result, source),
    ]),
  ];
}

function stream(name: "stdout" | "stderr", text: string): JupyterOutput {
  return { output_type: "stream", name, text: `${text}\n` };
}

function errorOf({ code, message, hint }: Problem, language: Language): JupyterOutput {
  return {
    output_type: "error",
    ename: code,
    evalue: message[language],
    traceback: [message[language], hint[language]],
  };
}

function display(data: MimeBundle): JupyterOutput {
  return { output_type: "display_data", data, metadata: {} };
}

/** Each figure as a picture within HTML: of a notebook that is not trusted, Jupyter shows no other drawings. */
async function figuresOf({ figures }: CellResult, language: Language): Promise<JupyterOutput[]> {
  const drawn = figures.filter((figure): figure is DrawableFigure => figure.type !== "markdown");
  const files = await figureFiles(drawn, { language, width: drawnWidth });
  return figures.map((figure) => {
    if (figure.type === "markdown") {
      const text = figure.text[language];
      return display({ "text/markdown": text, "text/plain": text });
    }
    const { text = "", width = 0, height = 0 } = files[drawn.indexOf(figure)] ?? {};
    const drawable = figure.type === "map" ? mapFigure(figure) : drawableOf(figure);
    const sentence = drawable.sentence(language);
    const address = `data:image/svg+xml;base64,${new TextEncoder().encode(text).toBase64()}`;
    const alt = escapeHtml(`${drawable.title[language]}. ${sentence}`);
    return display({
      "text/html": `<img src="${address}" width="${width}" height="${height}" alt="${alt}">`,
      "text/plain": sentence,
    });
  });
}

/** The first rows of each table, but for those with rows that could not be read. */
async function tablesOf(
  cell: string,
  { tables }: CellResult,
  { language, tablePage }: ExportSource,
): Promise<JupyterOutput[]> {
  const outputs: JupyterOutput[] = [];
  for (const [index, { name, title, rows, columns }] of tables.entries()) {
    if (withheldTables.has(name)) continue;
    const limits = shownExtent({ rows, columns: columns.length });
    const shown = columns.slice(0, limits.columns).map(({ name }) => name);
    try {
      const page = await tablePage(cell, index, { offset: 0, limit: limits.rows, columns: shown });
      const extent = { rows, columns: columns.length };
      outputs.push(display(tableBundle(title[language], page, extent, language)));
    } catch (error) {
      if (!(error instanceof HealerError)) throw error;
      outputs.push(errorOf(error.problem, language));
    }
  }
  return outputs;
}
