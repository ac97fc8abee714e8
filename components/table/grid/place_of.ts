import type { CellPlace } from "./selection.ts";

/** The cell of the grid that an event is about; the number of a row counts as its first cell. */
export function placeOf(target: EventTarget | null): CellPlace | undefined {
  const cell = target instanceof Element
    ? target.closest("[role=gridcell], [role=rowheader]")
    : null;
  const row = cell?.closest("[role=row]")?.getAttribute("aria-rowindex");
  if (!cell || !row) return undefined;
  return {
    row: Number(row) - 2,
    column: Math.max(0, Number(cell.getAttribute("aria-colindex")) - 2),
  };
}
