import { z } from "zod";
import { isJsonWithin, withSortedKeys } from "../canonical_json.ts";
import type { CellKind } from "../cells/cell_kind.ts";
import { firstParamIssue } from "../param_issue.ts";
import { parseJson } from "../parse_json.ts";
import { HealerError, type Problem } from "../problem.ts";
import { migrate, notebookFormat } from "./migrations.ts";
import { notebookProblem } from "./notebook_problems.ts";
import { resolveCell } from "./resolve_cell.ts";

/** What a notebook may hold at most. */
export const notebookLimits = { cells: 1000, characters: 8 * 2 ** 20, paramDepth: 32 } as const;

/** Letters that need no quotes on a command line (`--set CELL.PARAM=VALUE`) nor in a URL. */
const cellIdSchema = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/);

const paramsSchema = z.custom<Readonly<Record<string, unknown>>>((value) =>
  isObject(value) && isJsonWithin(value, notebookLimits.paramDepth)
);

const cellSchema = z.strictObject({
  id: cellIdSchema,
  /** The name of a cell kind. */
  kind: z.string().min(1),
  /** What the user calls it; without one, or with an empty one, it is called as its kind. */
  title: z.string().exactOptional(),
  /** As the user wrote them: what is left out has its default. */
  params: paramsSchema.default({}),
  /** Port → id of the cell it reads; by default the nearest cell above that gives what the port takes. */
  inputs: z.record(z.string(), cellIdSchema).exactOptional(),
});

const notebookSchema = z.strictObject({
  format: z.literal(notebookFormat),
  title: z.string(),
  /** In reading order: a cell reads from cells above it only. */
  cells: z.array(cellSchema),
  /** The params that stand on the notebook's front page, for those who only use it. */
  exposed: z.array(z.strictObject({ cell: cellIdSchema, param: z.string() })).exactOptional(),
});

export type NotebookCell = Readonly<z.infer<typeof cellSchema>>;

/** An ordered list of cells, without their results. */
export type Notebook = Readonly<z.infer<typeof notebookSchema>>;

/** A notebook that could be read. */
export interface ParsedNotebook {
  readonly notebook: Notebook;
  /** What keeps single cells from running (unknown kind, bad params), each with its `place.cell`. */
  readonly problems: readonly Problem[];
}

/**
 * Reads a notebook's JSON, in this or an older format.
 *
 * @param kinds The cell kinds there are, by name.
 * @throws {HealerError} `notebook/…` where the file as a whole cannot be used; what concerns single cells is
 *   in `problems`, so that the others can be shown and run.
 */
export function parseNotebook(
  text: string,
  kinds: ReadonlyMap<string, CellKind>,
): ParsedNotebook {
  if (text.length > notebookLimits.characters) {
    throw new HealerError(notebookProblem.tooLarge(notebookLimits.characters));
  }
  return checkNotebook(parseJson(text, notebookProblem.notJson), kinds);
}

/**
 * Checks a notebook that is plain JSON data already, such as the body of a request.
 *
 * @throws {HealerError} `notebook/…`, as {@linkcode parseNotebook}.
 */
export function checkNotebook(
  document: unknown,
  kinds: ReadonlyMap<string, CellKind>,
): ParsedNotebook {
  if (!isObject(document)) throw new HealerError(notebookProblem.notANotebook());
  const { format } = document;
  if (typeof format !== "number" || !Number.isInteger(format) || format < 1) {
    throw new HealerError(notebookProblem.notANotebook());
  }
  if (format > notebookFormat) {
    throw new HealerError(notebookProblem.fromTheFuture(format, notebookFormat));
  }
  const current = migrate(document, format);
  if (Array.isArray(current.cells) && current.cells.length > notebookLimits.cells) {
    const problem = notebookProblem.tooManyCells(current.cells.length, notebookLimits.cells);
    throw new HealerError(problem);
  }
  const parsed = notebookSchema.safeParse(current);
  if (!parsed.success) throw new HealerError(shapeProblem(current, parsed.error));
  const notebook = parsed.data;
  refuseDuplicates(notebook);
  const problems = notebook.cells.flatMap((cell) => resolveCell(cell, kinds).problem ?? []);
  return { notebook, problems };
}

/**
 * A notebook as text that stays the same for the same notebook: keys in a fixed order, params sorted by name,
 * indented by two spaces, one line feed at the end. {@linkcode parseNotebook} gives the notebook back.
 */
export function printNotebook({ format, title, cells, exposed }: Notebook): string {
  const document = {
    format,
    title,
    cells: cells.map(({ id, kind, title, params, inputs }) => ({
      id,
      kind,
      title,
      params: withSortedKeys(params),
      inputs: withSortedKeys(inputs),
    })),
    exposed: exposed?.map(({ cell, param }) => ({ cell, param })),
  };
  return JSON.stringify(document, null, 2) + "\n";
}

/** The cell kinds by their names. */
export function kindsByName(kinds: readonly CellKind[]): ReadonlyMap<string, CellKind> {
  return new Map(kinds.map((kind) => [kind.kind, kind]));
}

function refuseDuplicates({ cells }: Notebook): void {
  const seen = new Set<string>();
  for (const { id } of cells) {
    if (seen.has(id)) throw new HealerError(notebookProblem.duplicateCell(id));
    seen.add(id);
  }
}

function shapeProblem(document: Readonly<Record<string, unknown>>, error: z.ZodError): Problem {
  const [list, index, ...inCell] = error.issues[0]?.path ?? [];
  const isCell = list === "cells" && typeof index === "number";
  const known = isCell
    ? ["id", "kind", "title", "params", "inputs"]
    : Object.keys(notebookSchema.shape);
  const issue = firstParamIssue(error, known);
  if (!isCell || !Array.isArray(document.cells)) return notebookProblem.badField(issue);
  const cell: unknown = document.cells[index];
  const id = isObject(cell) && typeof cell.id === "string" ? cell.id : undefined;
  const field = { ...issue, param: issue.param.replace(/^cells\.\d+\.?/, "") };
  return inCell[0] === "id" || (inCell[0] === "inputs" && inCell.length > 1)
    ? notebookProblem.badId(id, index + 1, field.param)
    : notebookProblem.badCellField(id, index + 1, field);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
