import type { NotebookContent } from "@/web/api_schema.ts";
import type { CellDraft } from "./cell_text.ts";
import { freeId, type NotebookCell } from "./edits.ts";

/**
 * The notebook with cells put in at `index` under ids of their own. What they read of one another they still read;
 * an input that names no cell of this notebook is left to the nearest one above.
 */
export function insertCells(
  notebook: NotebookContent,
  drafts: readonly (CellDraft & { readonly id?: string })[],
  index: number,
): { readonly notebook: NotebookContent; readonly ids: readonly string[] } {
  const known = new Set(notebook.cells.map(({ id }) => id));
  const renamed = new Map<string, string>();
  const inserted: NotebookCell[] = [];
  for (const { id, ...draft } of drafts) {
    const taken = { ...notebook, cells: [...notebook.cells, ...inserted] };
    const own = freeId(taken, idFrom(draft.kind));
    const inputs = Object.entries(draft.inputs ?? {}).flatMap(([port, source]) => {
      const found = renamed.get(source) ?? (known.has(source) ? source : undefined);
      return found === undefined ? [] : [[port, found] as const];
    });
    const { inputs: _, ...others } = draft;
    inserted.push({
      id: own,
      ...others,
      ...(inputs.length === 0 ? {} : { inputs: Object.fromEntries(inputs) }),
    });
    if (id !== undefined) renamed.set(id, own);
  }
  const cells = notebook.cells.toSpliced(index, 0, ...inserted);
  return { notebook: { ...notebook, cells }, ids: inserted.map(({ id }) => id) };
}

/** Letters that an id may have, of the name of a kind that may be anything. */
function idFrom(kind: string): string {
  const letters = kind.replace(/[^A-Za-z0-9_-]+/g, "-").replace(/^[^A-Za-z0-9]+/, "").slice(0, 40);
  return letters === "" ? "cell" : letters;
}
