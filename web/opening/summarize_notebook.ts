import type { CellKind } from "@/pipeline/cells/cell_kind.ts";
import { codeOf } from "@/pipeline/cells/cell_code.ts";
import { firstLine, note } from "@/pipeline/cells/note.ts";
import { tableFileSchema } from "@/pipeline/cells/table_file.ts";
import { buildGraph, type NotebookGraph } from "@/pipeline/kernel/graph.ts";
import type { Notebook, NotebookCell } from "@/pipeline/kernel/notebook.ts";
import type { Text } from "@/pipeline/problem.ts";
import {
  type OpeningCode,
  type OpeningFile,
  openingLimits,
  type OpeningNotebook,
} from "../opening_schema.ts";
import type { ReadNotebook } from "./read_opening.ts";

/** What the summary of a notebook is made with. */
export interface SummaryServices {
  readonly kinds: ReadonlyMap<string, CellKind>;
  /** Of the titles of notes. */
  readonly language: keyof Text;
  /** Whether the workspace holds the content of that hash. */
  readonly hasContent: (sha256: string) => boolean;
}

/** Says what a notebook will do, before it is opened. */
export function summarizeNotebook(
  { parsed: { notebook }, format, reading, otherReading, notices }: ReadNotebook,
  file: { readonly name: string; readonly bytes: number },
  services: SummaryServices,
): OpeningNotebook {
  const { kinds, language, hasContent } = services;
  const graph = buildGraph(notebook, kinds);
  const problems = [...graph.values()].flatMap(({ problem }) => problem ?? []);
  const files = filesOf(notebook, graph, hasContent);
  const isCostly = ({ kind }: NotebookCell): boolean => kinds.get(kind)?.cost === "costly";
  return {
    kind: "notebook",
    file,
    title: notebook.title,
    format,
    notices: [...notices],
    reading,
    otherReading,
    cells: notebook.cells.slice(0, openingLimits.cells).map((cell) => ({
      id: cell.id,
      kind: cell.kind,
      kindTitle: kinds.get(cell.kind)?.title ?? null,
      title: cell.title || noteTitle(cell, language),
      isCostly: isCostly(cell),
    })),
    cellCount: notebook.cells.length,
    costlyCount: notebook.cells.filter(isCostly).length,
    code: strangeCode(notebook, kinds),
    files: files.slice(0, openingLimits.files),
    fileCount: files.length,
    problems: problems.slice(0, openingLimits.problems),
    problemCount: problems.length,
  };
}

/** The first words of a note; of other cells nothing. */
function noteTitle({ kind, params }: NotebookCell, language: keyof Text): string {
  const text = kind === note.kind ? note.params.safeParse(params).data : undefined;
  if (text === undefined) return "";
  return firstLine(language === "en" ? text.en || text.zh : text.zh || text.en);
}

/** All code that a notebook holds, in the order of its cells. */
export function strangeCode(
  { cells }: Notebook,
  kinds: ReadonlyMap<string, CellKind>,
): OpeningCode[] {
  return cells.flatMap(({ id, kind, params }) => {
    const known = kinds.get(kind);
    if (known === undefined) return [];
    return codeOf(known, params).map(({ language, source }) => ({ cell: id, language, source }));
  });
}

/** The files that cells need, each once. */
function filesOf(
  { cells }: Notebook,
  graph: NotebookGraph,
  hasContent: SummaryServices["hasContent"],
): OpeningFile[] {
  const files = new Map<string, OpeningFile>();
  for (const { id, params } of cells) {
    for (const content of graph.get(id)?.filesUsed ?? []) {
      const { sha256 } = content;
      const known = files.get(sha256);
      if (known !== undefined) {
        known.cells.push(id);
        continue;
      }
      const name = nameOf(sha256, params) ?? sha256.slice(0, 12);
      files.set(sha256, { name, content, cells: [id], isHere: hasContent(sha256) });
    }
  }
  return [...files.values()];
}

/** What the notebook calls a file of that content. */
function nameOf(sha256: string, params: Readonly<Record<string, unknown>>): string | undefined {
  for (const value of Object.values(params)) {
    const file = tableFileSchema.safeParse(value);
    if (file.success && file.data.content.sha256 === sha256) return file.data.name;
  }
  return undefined;
}
