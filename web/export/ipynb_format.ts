import { note } from "@/pipeline/cells/note.ts";
import { codeOf } from "@/pipeline/cells/cell_code.ts";
import type { Text } from "@/pipeline/problem.ts";
import type { ExportCell, ExportSource } from "./export_source.ts";
import type { ExportFormat } from "./format.ts";
import { type JupyterCell, printJupyter } from "./ipynb_document.ts";
import { harmlessMarkdown } from "./ipynb_markdown.ts";
import { originOf } from "./ipynb_origin.ts";
import { outputsOf } from "./ipynb_outputs.ts";
import { scriptStatements } from "./script_text.ts";

/** The notebook for Jupyter, with its figures and the first rows of its tables. */
export const ipynbFormat: ExportFormat = {
  name: "ipynb",
  title: { en: "Jupyter notebook", zh: "Jupyter 笔记本" },
  ending: ".ipynb",
  media: "application/x-ipynb+json",
  make: async (source) => {
    const { notebook, kinds, language } = source;
    const { statements } = scriptStatements(notebook, kinds, language, 0);
    const cells: JupyterCell[] = [headOf(source)];
    let count = 0;
    for (const cell of source.cells) {
      if (cell.kind === note.kind) {
        cells.push({
          cell_type: "markdown",
          id: cell.id,
          metadata: {},
          source: harmlessMarkdown(noteText(cell, language)),
        });
        continue;
      }
      if (cell.result !== undefined) count++;
      cells.push({
        cell_type: "code",
        id: cell.id,
        metadata: {},
        source: (ownCode(cell, source) ?? statements.get(cell.id) ?? "").trimEnd().toWellFormed(),
        execution_count: cell.result === undefined ? null : count,
        outputs: await outputsOf(cell, source),
      });
    }
    const visible = cells.map(({ cell_type, source }) => ({ type: cell_type, source }));
    return printJupyter({
      cells,
      metadata: {
        kernelspec: { display_name: "Deno", language: "typescript", name: "deno" },
        language_info: { file_extension: ".ts", mimetype: "text/x.typescript", name: "typescript" },
        systemhealer: originOf(notebook, visible),
        title: notebook.title,
      },
    });
  },
};

const madeBy: Text = {
  en:
    "Made by SystemHealer Workbench. The results stand here as they stood there. To go on with it, " +
    "open this file in the workbench: the notebook lies in it as it was, code that is changed here does not go with it.",
  zh: "由 SystemHealer Workbench 生成，结果与导出时一致。若要继续工作，请在工作台中打开此文件：" +
    "其中保存了原样的笔记本，在此处改动的代码不会带回。",
};

/** What the file is, under the title of the notebook. */
function headOf({ notebook: { title, cells }, language }: ExportSource): JupyterCell {
  const taken = new Set(cells.map(({ id }) => id));
  let id = "about";
  for (let number = 2; taken.has(id); number++) id = `about-${number}`;
  const heading = title.trim() === "" ? "" : `# ${escapeMarkdown(title)}\n\n`;
  return {
    cell_type: "markdown",
    id,
    metadata: {},
    source: `${heading}*${madeBy[language]}*`,
  };
}

/** On one line, as it is. */
function escapeMarkdown(text: string): string {
  return text.toWellFormed().replace(/\s+/g, " ").trim().replace(
    /[\\`*_{}[\]<>()#+!|~$&-]/g,
    "\\$&",
  );
}

function noteText({ params }: ExportCell, language: keyof Text): string {
  const { en, zh } = note.params.safeParse(params).data ?? { en: "", zh: "" };
  return language === "en" ? en || zh : zh || en;
}

/** The code of a cell that holds some. */
function ownCode({ kind, params }: ExportCell, { kinds }: ExportSource): string | undefined {
  const known = kinds.get(kind);
  return known === undefined ? undefined : codeOf(known, params)[0]?.source;
}
