import { cellWords } from "@/components/table/cell_words.ts";
import { countWords } from "@/components/number_words.ts";
import { textWidth } from "@/components/text_width.ts";
import type { Text } from "@/pipeline/problem.ts";
import type { TablePage } from "@/pipeline/table/paging/table_page.ts";
import { escapeHtml } from "../escape_html.ts";
import type { Language } from "../language.ts";
import type { MimeBundle } from "./ipynb_document.ts";

/** How much of a table an export shows: no more than the page does before somebody scrolls. */
export const shownRows = 10;
const shownColumns = 30;
const shownLetters = 60;

/** The first rows of a table as HTML, and as text for readers without it. */
export function tableBundle(title: string, page: TablePage, language: Language): MimeBundle {
  const columns = page.columns.slice(0, shownColumns);
  const heads = columns.map(({ name }) => cut(name));
  const rows = page.cells.map((cells) =>
    columns.map(({ type }, index) => cut(cellWords(cells[index] ?? null, type, language)))
  );
  const extent = extentOf(page, rows.length, columns.length)[language];
  const row = (tag: "th" | "td", cells: readonly string[]): string =>
    `<tr>${cells.map((cell) => `<${tag}>${escapeHtml(cell)}</${tag}>`).join("")}</tr>\n`;
  return {
    "text/html": `<table>\n<caption>${escapeHtml(`${title}: ${extent}`)}</caption>\n` +
      `<thead>\n${row("th", heads)}</thead>\n` +
      `<tbody>\n${rows.map((cells) => row("td", cells)).join("")}</tbody>\n</table>`,
    "text/plain": `${title}: ${extent}\n${plainTable([heads, ...rows])}`,
  };
}

function extentOf({ allRows, columns }: TablePage, rows: number, shown: number): Text {
  const all = countWords(allRows);
  const some = countWords(rows);
  const isWide = shown < columns.length;
  const wide = { some: countWords(shown), all: countWords(columns.length) };
  return {
    en: (rows < allRows ? `the first ${some} of ${all} rows` : `${all} rows`) +
      (isWide ? `, the first ${wide.some} of ${wide.all} columns` : ""),
    zh: (rows < allRows ? `共 ${all} 行，显示前 ${some} 行` : `共 ${all} 行`) +
      (isWide ? `；共 ${wide.all} 列，显示前 ${wide.some} 列` : ""),
  };
}

/** On one line, and not too long. */
function cut(text: string): string {
  const line = text.toWellFormed().replace(/\s+/g, " ");
  const letters = [...line];
  return letters.length > shownLetters ? `${letters.slice(0, shownLetters - 1).join("")}…` : line;
}

function plainTable(rows: readonly (readonly string[])[]): string {
  const widths =
    rows[0]?.map((_, index) => Math.max(...rows.map((row) => textWidth(row[index] ?? "")))) ?? [];
  return rows.map((row) =>
    row.map((cell, index) => cell + " ".repeat((widths[index] ?? 0) - textWidth(cell)))
      .join("  ").trimEnd()
  ).join("\n");
}
