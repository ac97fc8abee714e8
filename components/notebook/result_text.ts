import type { CellResult } from "@/pipeline/cells/cell_kind.ts";
import type { Figure } from "@/pipeline/cells/figure.ts";
import type { Text } from "@/pipeline/problem.ts";
import type { Language } from "@/web/language.ts";
import { drawableOf } from "../figures/drawable_of.ts";
import { countWords } from "../number_words.ts";
import { editorTexts } from "../texts_editor.ts";

/** So many lines of the data behind a figure are written out. */
const mostRows = 200;

/** What came of a cell as plain text to read, send and search: what figures show, in words and numbers. */
export function resultText(title: string, result: CellResult, language: Language): string {
  const { summary, notices, figures, tables } = result;
  const parts = [
    `# ${title}`,
    summary[language],
    ...(notices.length === 0
      ? []
      : [notices.map(({ message }) => `- ${message[language]}`).join("\n")]),
    ...figures.map((figure) => figureText(figure, language)),
    ...tables.map(({ title: name, rows, columns }) => {
      const size = editorTexts.tableSize(countWords(rows), countWords(columns.length))[language];
      const names = columns.map((column) => column.name).join(", ");
      return `## ${name[language]}\n${size}\n${names}`;
    }),
  ];
  return parts.join("\n\n") + "\n";
}

function figureText(figure: Figure, language: Language): string {
  const heading = `## ${figure.title[language]}`;
  if (figure.type === "markdown") return `${heading}\n${figure.text[language]}`;
  if (figure.type === "map") return join([heading, figure.caption?.[language]]);
  const drawable = drawableOf(figure);
  const { columns, rows } = drawable.data(language);
  const lines = [columns, ...rows.slice(0, mostRows)].map((row) => row.map(cellText).join("\t"));
  const left = rows.length - mostRows;
  return join([
    heading,
    drawable.sentence(language),
    figure.caption?.[language],
    lines.join("\n"),
    left > 0 ? editorTexts.moreLines(countWords(left))[language] : undefined,
  ]);
}

function cellText(cell: string | number | null): string {
  // A tab or a line feed in a name would break the row.
  return cell === null ? "" : String(cell).replace(/[\t\r\n]+/g, " ");
}

function join(lines: readonly (string | undefined)[]): string {
  return lines.filter((line) => line !== undefined && line !== "").join("\n");
}

/** A text in one language, wherever a value holds both. */
export function inLanguage(value: unknown, language: Language): unknown {
  if (isText(value)) return value[language];
  if (Array.isArray(value)) return value.map((each) => inLanguage(each, language));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key, inLanguage(part, language)]),
  );
}

function isText(value: unknown): value is Text {
  return typeof value === "object" && value !== null && Object.keys(value).length === 2 &&
    "en" in value && "zh" in value && typeof value.en === "string" && typeof value.zh === "string";
}
