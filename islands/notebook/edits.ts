import type { NotebookContent } from "@/web/api_schema.ts";
import type { Structure } from "./structure.ts";

/** What a user does to a notebook: each gives another notebook and leaves the old one as it is. */

/** A cell as the notebook has it. */
export type NotebookCell = NotebookContent["cells"][number];

/** The params of a cell as the user wrote them. */
export type Params = NotebookCell["params"];

/** Sets a param, or leaves it to its default where `value` is undefined. */
export function setParam(
  notebook: NotebookContent,
  id: string,
  name: string,
  value: unknown,
): NotebookContent {
  return changeCell(notebook, id, (cell) => {
    const { [name]: _, ...others } = cell.params;
    return { ...cell, params: value === undefined ? others : { ...others, [name]: value } };
  });
}

/** Gives a cell a title of its own, or takes it away where `title` is blank. */
export function setTitle(notebook: NotebookContent, id: string, title: string): NotebookContent {
  return changeCell(notebook, id, ({ title: _, ...cell }) => {
    const trimmed = title.trim();
    return trimmed === "" ? cell : { ...cell, title: trimmed };
  });
}

/** Makes a cell what `draft` says; its id stays. */
export function replaceCell(
  notebook: NotebookContent,
  id: string,
  draft: Omit<NotebookCell, "id">,
): NotebookContent {
  return changeCell(notebook, id, () => ({ id, ...draft }));
}

/** Names the cell that a port reads; `undefined` leaves it to the nearest one above. */
export function setInput(
  notebook: NotebookContent,
  id: string,
  port: string,
  source: string | undefined,
): NotebookContent {
  return changeCell(notebook, id, ({ inputs = {}, ...cell }) => {
    const { [port]: _, ...others } = inputs;
    const named = source === undefined ? others : { ...others, [port]: source };
    return Object.keys(named).length === 0 ? cell : { ...cell, inputs: named };
  });
}

/** A new cell of that kind at `index`, with its defaults. */
export function addCell(notebook: NotebookContent, kind: string, index: number): NotebookContent {
  const cell: NotebookCell = { id: freeId(notebook, kind), kind, params: {} };
  return { ...notebook, cells: notebook.cells.toSpliced(index, 0, cell) };
}

/** New cells of those kinds from `index` on, in their order, with their defaults. */
export function addCells(
  notebook: NotebookContent,
  kinds: readonly string[],
  index: number,
): NotebookContent {
  return kinds.reduce((before, kind, at) => addCell(before, kind, index + at), notebook);
}

/** The same cell once more, below. */
export function duplicateCell(notebook: NotebookContent, id: string): NotebookContent {
  const index = positionOf(notebook, id);
  const cell = notebook.cells[index];
  if (cell === undefined) return notebook;
  const copy = { ...cell, id: freeId(notebook, cell.kind) };
  return { ...notebook, cells: notebook.cells.toSpliced(index + 1, 0, copy) };
}

/** Without the cell and its place on the front panel; those who name it as their input read the nearest one above instead. */
export function removeCell(notebook: NotebookContent, id: string): NotebookContent {
  const { exposed: before, ...others } = notebook;
  const exposed = before?.filter(({ cell }) => cell !== id) ?? [];
  const rest = {
    ...others,
    cells: notebook.cells.filter((cell) => cell.id !== id),
    ...(exposed.length > 0 ? { exposed } : {}),
  };
  return rest.cells.reduce((changed, cell) => {
    const ports = Object.entries(cell.inputs ?? {}).filter(([, source]) => source === id);
    return ports.reduce((next, [port]) => setInput(next, cell.id, port, undefined), changed);
  }, rest);
}

/** Moves a cell by so many places, as far as there are any. */
export function moveCell(notebook: NotebookContent, id: string, by: number): NotebookContent {
  const from = positionOf(notebook, id);
  const cell = notebook.cells[from];
  const to = from + by;
  if (cell === undefined || to < 0 || to >= notebook.cells.length) return notebook;
  return { ...notebook, cells: notebook.cells.toSpliced(from, 1).toSpliced(to, 0, cell) };
}

/** Where a cell stands, from 0; −1 where it does not. */
export function positionOf({ cells }: Structure, id: string): number {
  return cells.findIndex((cell) => cell.id === id);
}

/** An id that no cell has: the kind's name, so that a command line reads well, with a number where it is taken. */
export function freeId({ cells }: NotebookContent, kind: string): string {
  const taken = new Set(cells.map(({ id }) => id));
  if (!taken.has(kind)) return kind;
  for (let number = 2;; number++) {
    const id = `${kind}-${number}`;
    if (!taken.has(id)) return id;
  }
}

function changeCell(
  notebook: NotebookContent,
  id: string,
  change: (cell: NotebookCell) => NotebookCell,
): NotebookContent {
  return {
    ...notebook,
    cells: notebook.cells.map((cell) => cell.id === id ? change(cell) : cell),
  };
}
