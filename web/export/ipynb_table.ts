import { cellWords } from "@/components/table/cell_words.ts";
import { countWords } from "@/components/number_words.ts";
import { textWidth } from "@/components/text_width.ts";
import type { Text } from "@/pipeline/problem.ts";
import type { TablePage } from "@/pipeline/table/paging/table_page.ts";
import { escapeHtml } from "../escape_html.ts";
import type { Language } from "../language.ts";
import type { MimeBundle } from "./ipynb_document.ts";

/** How much of a cell of a table is shown. */
const shownLetters = 60;

/** How many rows and columns there are. */
export interface TableExtent {
  readonly rows: number;
  readonly columns: number;
}

/** The first rows of a table as HTML, and as text for readers without it. */
export function tableBundle(
  title: string,
  { columns, cells }: TablePage,
  all: TableExtent,
  language: Language,
): MimeBundle {
  const heads = columns.map(({ name }) => cut(name));
  const rows = cells.map((row) =>
    columns.map(({ type }, index) => cut(cellWords(row[index] ?? null, type, language)))
  );
  const extent = extentOf(all, { rows: rows.length, columns: columns.length })[language];
  const row = (tag: "th" | "td", cells: readonly string[]): string =>
    `<tr>${cells.map((cell) => `<${tag}>${escapeHtml(cell)}</${tag}>`).join("")}</tr>\n`;
  return {
    "text/html": `<table>\n<caption>${escapeHtml(`${title}: ${extent}`)}</caption>\n` +
      `<thead>\n${row("th", heads)}</thead>\n` +
      `<tbody>\n${rows.map((cells) => row("td", cells)).join("")}</tbody>\n</table>`,
    "text/plain": `${title}: ${extent}\n${plainTable([heads, ...rows])}`,
  };
}

function extentOf(all: TableExtent, shown: TableExtent): Text {
  const rows = countWords(all.rows);
  const columns = countWords(all.columns);
  const isWide = shown.columns < all.columns;
  return {
    en: (shown.rows < all.rows ? `the first ${shown.rows} of ${rows} rows` : `${rows} rows`) +
      (isWide ? `, the first ${shown.columns} of ${columns} columns` : ""),
    zh: (shown.rows < all.rows ? `共 ${rows} 行，显示前 ${shown.rows} 行` : `共 ${rows} 行`) +
      (isWide ? `；共 ${columns} 列，显示前 ${shown.columns} 列` : ""),
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
