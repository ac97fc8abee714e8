import { jsonErrorPlace } from "@/pipeline/json_error_place.ts";
import type { Problem } from "@/pipeline/problem.ts";
import { cellTextProblem } from "./cell_text_problems.ts";
import type { NotebookCell } from "./edits.ts";

/** A cell without its id, as one writes it down. */
export type CellDraft = Omit<NotebookCell, "id">;

/** A text that is no cell: why, and the place of it in the JSON where that is known. */
export interface TextIssue {
  readonly problem: Problem;
  /** The keys that lead there. */
  readonly path?: readonly string[];
}

/** A cell as text; `parseCellText` reads it back. */
export function cellText({ kind, title, params, inputs }: CellDraft): string {
  return JSON.stringify({ kind, title, params, inputs }, null, 2);
}

/** Reads the text of one cell. What its params may be only the server knows. */
export function parseCellText(text: string): { readonly cell: CellDraft } | TextIssue {
  const json = parseJson(text);
  return "problem" in json ? json : readCell(json.value, []);
}

/**
 * Reads the text of one cell, of a list of cells, or of a notebook. Where they have ids, those come along, so that
 * what they read of one another can be told.
 */
export function parseCellsText(
  text: string,
): { readonly cells: readonly (CellDraft & { readonly id?: string })[] } | TextIssue {
  const json = parseJson(text);
  if ("problem" in json) return json;
  const { value } = json;
  const list = Array.isArray(value)
    ? value
    : isObject(value) && Array.isArray(value.cells)
    ? value.cells
    : [value];
  const cells: (CellDraft & { readonly id?: string })[] = [];
  for (const [index, each] of list.entries()) {
    const read = readCell(each, list.length > 1 ? [String(index)] : []);
    if ("problem" in read) return read;
    const id = isObject(each) && typeof each.id === "string" ? each.id : undefined;
    cells.push(id === undefined ? read.cell : { ...read.cell, id });
  }
  return { cells };
}

function parseJson(text: string): { readonly value: unknown } | TextIssue {
  try {
    return { value: JSON.parse(text) };
  } catch {
    const place = jsonErrorPlace(text) ?? { line: 1, column: 1 };
    return { problem: cellTextProblem.notJson(place) };
  }
}

const fields: ReadonlySet<string> = new Set(["id", "kind", "title", "params", "inputs"]);

function readCell(
  value: unknown,
  path: readonly string[],
): { readonly cell: CellDraft } | TextIssue {
  const wrong = (problem: Problem, ...keys: string[]): TextIssue => ({
    problem,
    path: [...path, ...keys],
  });
  if (!isObject(value)) return wrong(cellTextProblem.notACell());
  const { kind, title, params = {}, inputs } = value;
  const unknown = Object.keys(value).find((name) => !fields.has(name));
  if (unknown !== undefined) return wrong(cellTextProblem.unknownField(unknown), unknown);
  if (typeof kind !== "string" || kind === "") return wrong(cellTextProblem.noKind(), "kind");
  if (title !== undefined && typeof title !== "string") {
    return wrong(cellTextProblem.notAText("title"), "title");
  }
  if (!isObject(params)) return wrong(cellTextProblem.notAnObject("params"), "params");
  if (inputs !== undefined && !isObject(inputs)) {
    return wrong(cellTextProblem.notAnObject("inputs"), "inputs");
  }
  const sources: Record<string, string> = {};
  for (const [port, source] of Object.entries(inputs ?? {})) {
    if (typeof source !== "string") return wrong(cellTextProblem.notAText(port), "inputs", port);
    sources[port] = source;
  }
  const cell = {
    kind,
    ...(title === undefined || title.trim() === "" ? {} : { title }),
    params,
    ...(Object.keys(sources).length === 0 ? {} : { inputs: sources }),
  };
  return { cell };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
