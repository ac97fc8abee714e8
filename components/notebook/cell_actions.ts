import { duplicateCell, positionOf } from "@/islands/notebook/edits.ts";
import type { OpenNotebook } from "@/islands/notebook/open_notebook.ts";
import type { Language } from "@/web/language.ts";
import { deleteAndTell } from "./delete_cell.ts";
import { moveAndTell } from "./move_cell.ts";

/** What can be done by a key. */
export type CellAction =
  | "next"
  | "previous"
  | "edit"
  | "leave"
  | "addAbove"
  | "addBelow"
  | "delete"
  | "duplicate"
  | "fold"
  | "moveUp"
  | "moveDown"
  | "run"
  | "runAndNext"
  | "runStale"
  | "cancel"
  | "undo"
  | "redo";

/** Does something with the cell that has the focus, or else with the one that is read. */
export function performAction(open: OpenNotebook, action: CellAction, language: Language): void {
  const { cells } = open.structure.value;
  const focused = document.activeElement?.closest(".cell")?.id;
  const id = focused ?? open.current.value ?? cells[0]?.id;
  switch (action) {
    case "runStale":
      return void open.runCells("stale");
    case "cancel":
      return void open.cancel();
    case "addAbove":
    case "addBelow":
      if (open.isFrontOnly.value) return;
      return addBeside(id, action === "addAbove");
  }
  // What happens to cells that are not in sight would not be seen.
  if (id === undefined || open.isFrontOnly.value) return;
  const index = positionOf(open.structure.value, id);
  switch (action) {
    case "next":
    case "previous":
      // The first press shows where one is.
      return focusCell(
        focused === undefined ? id : cells[index + (action === "next" ? 1 : -1)]?.id,
      );
    case "leave":
      return focusCell(id);
    case "edit":
      if (open.folding.cells.value.has(id)) open.folding.toggle(id);
      return void requestAnimationFrame(() => editCell(id));
    case "delete":
      return deleteAndTell(open, id, language);
    case "duplicate":
      open.edit((before) => duplicateCell(before, id), `duplicate ${id}`);
      return void requestAnimationFrame(() => focusCell(open.structure.value.cells[index + 1]?.id));
    case "fold":
      return open.folding.toggle(id);
    case "moveUp":
    case "moveDown":
      return moveAndTell(open, id, action === "moveUp" ? -1 : 1, language);
    case "run":
      return void open.runCells([id]);
    case "runAndNext":
      void open.runCells([id]);
      return focusCell(cells[index + 1]?.id ?? id);
  }
}

/** Brings a cell into sight and gives it the focus. */
export function focusCell(id: string | undefined): void {
  const cell = id === undefined ? null : document.getElementById(id);
  if (cell === null) return;
  cell.focus({ preventScroll: true });
  // A long cell is shown from its head on.
  (cell.querySelector(".cell-head") ?? cell).scrollIntoView({ block: "nearest" });
}

/** Gives the focus to the first field of a cell; a text is opened for it. */
function editCell(id: string): void {
  const cell = document.getElementById(id);
  const field = (): HTMLElement | null | undefined =>
    cell?.querySelector<HTMLElement>(
      ".settings :is(input, select, textarea, .cm-content), .params :is(input, select, textarea)",
    );
  const first = field();
  if (first) return first.focus();
  const opener = cell?.querySelector<HTMLElement>(".note-body > button[aria-expanded=false]");
  if (!opener) return cell?.querySelector<HTMLElement>("button")?.focus();
  opener.click();
  requestAnimationFrame(() => field()?.focus());
}

/** Opens the palette above or below a cell, by the button that stands there. */
function addBeside(id: string | undefined, isAbove: boolean): void {
  const cell = id === undefined ? null : document.getElementById(id);
  const place = isAbove ? cell?.previousElementSibling : cell?.nextElementSibling;
  const beside = place?.querySelector<HTMLButtonElement>("button[aria-expanded=false]");
  (beside ?? document.querySelector<HTMLButtonElement>(".add-cell > button"))?.click();
}
