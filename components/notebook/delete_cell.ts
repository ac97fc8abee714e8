import { positionOf, removeCell } from "@/islands/notebook/edits.ts";
import type { OpenNotebook } from "@/islands/notebook/open_notebook.ts";
import type { Language } from "@/web/language.ts";
import { titleOf } from "./cell_names.ts";

/** Deletes a cell and offers to take it back. The focus, which would be lost with it, goes to what comes after. */
export function deleteAndTell(open: OpenNotebook, id: string, language: Language): void {
  const index = positionOf(open.structure.value, id);
  const cell = open.structure.value.cells[index];
  if (cell === undefined) return;
  const title = titleOf(open, cell, language);
  open.edit((before) => removeCell(before, id), `delete ${id}`);
  open.message.value = { kind: "deleted", title };
  const { cells } = open.structure.value;
  const next = cells[index] ?? cells[index - 1];
  requestAnimationFrame(() => next && document.getElementById(next.id)?.focus());
}
