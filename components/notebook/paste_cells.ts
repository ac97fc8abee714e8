import { cellText, parseCellsText } from "@/islands/notebook/cell_text.ts";
import { positionOf } from "@/islands/notebook/edits.ts";
import type { OpenNotebook } from "@/islands/notebook/open_notebook.ts";
import { insertCells } from "@/islands/notebook/paste.ts";
import type { Language } from "@/web/language.ts";
import { copyText } from "../copy_text.ts";
import { editorTexts } from "../texts_editor.ts";

/** Puts cells that were pasted as JSON behind the cell that has the focus, or at the end; says why where that cannot be. */
export function pasteCells(open: OpenNotebook, text: string, language: Language): void {
  const parsed = parseCellsText(text);
  if ("problem" in parsed) {
    open.message.value = { kind: "problem", problem: parsed.problem };
    return;
  }
  const { cells } = open.structure.value;
  const focused = document.activeElement?.closest(".cell")?.id;
  const at = focused === undefined ? -1 : positionOf(open.structure.value, focused);
  const index = at < 0 ? cells.length : at + 1;
  let ids: readonly string[] = [];
  open.edit((before) => {
    const inserted = insertCells(before, parsed.cells, index);
    ids = inserted.ids;
    return inserted.notebook;
  }, `paste ${Date.now()}`);
  open.announcement.value = editorTexts.pasted(ids.length)[language];
  requestAnimationFrame(() => {
    const first = document.getElementById(ids[0] ?? "");
    first?.scrollIntoView({ block: "nearest" });
    first?.focus({ preventScroll: true });
  });
}

/** Copies a cell as JSON, which can be pasted into this notebook or another one. */
export async function copyCell(open: OpenNotebook, id: string, language: Language): Promise<void> {
  const cell = open.content(id).value;
  if (cell === undefined) return;
  const isDone = await copyText(cellText(cell));
  open.announcement.value = editorTexts[isDone ? "copied" : "notCopied"][language];
}
