import { moveCell, positionOf } from "@/islands/notebook/edits.ts";
import { movedWires } from "@/islands/notebook/moves.ts";
import type { OpenNotebook } from "@/islands/notebook/open_notebook.ts";
import type { Language } from "@/web/language.ts";
import { cellTexts } from "../texts_cell.ts";
import { titleOf } from "./cell_names.ts";
import { effectWords } from "./move_words.ts";

/** Moves a cell by so many places and says so; what had the focus keeps it. */
export function moveAndTell(
  open: OpenNotebook,
  id: string,
  by: number,
  language: Language,
): void {
  const { cells } = open.structure.value;
  const from = positionOf(open.structure.value, id);
  const cell = cells[from];
  const to = from + by;
  if (cell === undefined || by === 0) return;
  if (to < 0 || to >= cells.length) {
    open.announcement.value = (to < 0 ? cellTexts.isFirst : cellTexts.isLast)[language];
    return;
  }
  const focused = document.activeElement;
  const wires = movedWires(open.structure.value, open.kinds, from, to);
  open.edit((before) => moveCell(before, id, by), `move ${id}`);
  const title = titleOf(open, cell, language);
  const place = cellTexts.moved(title, to + 1, cells.length)[language];
  open.announcement.value = [place, effectWords(open, wires, language)].join(" ").trim();
  requestAnimationFrame(() => {
    if (focused instanceof HTMLElement && document.activeElement !== focused) {
      focused.focus({ preventScroll: true });
    }
    document.getElementById(id)?.scrollIntoView({ block: "nearest" });
  });
}
