import { type Notebook, notebookLimits } from "@/pipeline/kernel/notebook.ts";
import { notebookProblem } from "@/pipeline/kernel/notebook_problems.ts";
import { HealerError, type Text } from "@/pipeline/problem.ts";
import type { OpeningNotice } from "../opening_schema.ts";
import { foreignNotices } from "./foreign_notices.ts";
import type { JupyterCell, JupyterNotebook } from "./jupyter_notebook.ts";

/** How long one note may be; `note` allows a little more. */
const noteLength = 99_000;

/** A notebook of notes, and what did not come with them. */
export interface ForeignNotebook {
  readonly notebook: Notebook;
  readonly notices: readonly OpeningNotice[];
}

/**
 * A Jupyter notebook from elsewhere as notes: texts as they are, code as code to be read. Nothing of it ever runs.
 *
 * @param file What the file is called, for a notebook without title and heading.
 * @throws {HealerError} `notebook/too-many-cells`
 */
export function foreignNotebook(
  { title, language, cells }: JupyterNotebook,
  file: string,
  writtenIn: keyof Text,
): ForeignNotebook {
  const counts = { code: 0, outputs: 0, pictures: 0, empty: 0, damaged: 0, split: 0 };
  const texts: string[] = [];
  let heading: string | undefined;
  for (const cell of cells) {
    if (cell?.source === undefined) {
      counts.damaged++;
      continue;
    }
    counts.outputs += cell.outputs;
    const read = noteOf(cell, cell.source, language);
    counts.pictures += Math.max(cell.attachments, read.pictures);
    if (cell.source.trim() === "") {
      counts.empty++;
      continue;
    }
    if (read.isCode) counts.code += 1;
    else heading ??= headingOf(read.parts[0] ?? "");
    if (read.parts.length > 1) counts.split++;
    texts.push(...read.parts);
  }
  if (texts.length > notebookLimits.cells) {
    const problem = notebookProblem.tooManyCells(texts.length, notebookLimits.cells);
    throw new HealerError({ ...problem, place: { file } });
  }
  const notes = texts.map((text, index) => ({
    id: `note-${index + 1}`,
    kind: "note",
    params: { [writtenIn]: text },
  }));
  return {
    notebook: {
      format: 1,
      title: title ?? heading ?? file.replace(/(?<=.)\.(ipynb|json)$/i, ""),
      cells: notes,
    },
    notices: foreignNotices(counts),
  };
}

interface ReadNote {
  /** More than one where it is very long. */
  readonly parts: readonly string[];
  readonly isCode: boolean;
  readonly pictures: number;
}

function noteOf(cell: JupyterCell, source: string, language: string | undefined): ReadNote {
  switch (cell.type) {
    case "markdown": {
      const { text, pictures } = withoutPictures(source);
      return { parts: pieces(text), isCode: false, pictures };
    }
    case "heading": {
      const text = `${"#".repeat(cell.level ?? 1)} ${source.replace(/\s+/g, " ").trim()}`;
      return { parts: pieces(text), isCode: false, pictures: 0 };
    }
    case "code": {
      const name = cell.language ?? language ?? "";
      return { parts: pieces(source).map((part) => fenced(part, name)), isCode: true, pictures: 0 };
    }
    default: // raw text, and what later versions of Jupyter may have
      return { parts: pieces(source).map((part) => fenced(part, "")), isCode: false, pictures: 0 };
  }
}

/** Pictures that lie in the notebook are not taken over: their words stay, where there are some. */
function withoutPictures(markdown: string): { text: string; pictures: number } {
  let text = "";
  let pictures = 0;
  let end = 0;
  for (
    const { index, 0: start, 1: words = "" } of markdown.matchAll(
      // Without brackets among the words: no letter is looked at for more than one picture.
      /!\[([^[\]\n]{0,1000})\]\([ \t]{0,9}<?(?:attachment|data):/g,
    )
  ) {
    const close = markdown.indexOf(")", index + start.length);
    if (close < 0) break;
    if (index < end) continue;
    text += markdown.slice(end, index) + words.trim();
    pictures++;
    end = close + 1;
  }
  return { text: text + markdown.slice(end), pictures };
}

/** As code in Markdown, whatever back-ticks it holds. */
function fenced(code: string, language: string): string {
  const longest = (code.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 2);
  const fence = "`".repeat(longest + 1);
  const name = /^[\w+#.-]{1,30}$/.test(language) ? language.toLowerCase() : "";
  return `${fence}${name}\n${code.replace(/\n$/, "")}\n${fence}`;
}

/** A text in pieces that notes can hold, cut at the ends of lines where there are any. */
function pieces(text: string): string[] {
  const found: string[] = [];
  let rest = text;
  while (rest.length > noteLength) {
    const end = rest.lastIndexOf("\n", noteLength) + 1;
    // Not between the two halves of a character.
    const cut = end > 0
      ? end
      : noteLength - (/[\ud800-\udbff]/.test(rest[noteLength - 1] ?? "") ? 1 : 0);
    found.push(rest.slice(0, cut));
    rest = rest.slice(cut);
  }
  return [...found, rest];
}

/** The words of the first heading, without its signs. */
function headingOf(markdown: string): string | undefined {
  const words = /^ {0,3}#{1,6}[ \t]+(.+)$/m.exec(markdown.slice(0, 10_000))?.[1];
  return words?.replace(/[ \t]#+[ \t]*$/, "").replace(/[*_`]/g, "").trim().slice(0, 200) ||
    undefined;
}
