/** A cell by its row, from 0 (-1 is the head), and the place of its column. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** A rectangle of cells: from where it began to the active cell. */
export interface Selection {
  readonly anchor: CellPlace;
  readonly active: CellPlace;
}

/** The bounds of a selection; the last row and column are inside. */
export function boundsOf({ anchor, active }: Selection): {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
} {
  return {
    top: Math.max(0, Math.min(anchor.row, active.row)),
    bottom: Math.max(anchor.row, active.row),
    left: Math.min(anchor.column, active.column),
    right: Math.max(anchor.column, active.column),
  };
}

/**
 * Where a key leads from a cell (WAI-ARIA Authoring Practices: Grid); undefined where the key is none of the
 * grid's.
 */
export function placeAfter(
  key: string,
  isFar: boolean,
  { row, column }: CellPlace,
  size: { readonly rows: number; readonly columns: number; readonly page: number },
): CellPlace | undefined {
  const lastRow = size.rows - 1, lastColumn = size.columns - 1;
  const at = (nextRow: number, nextColumn: number): CellPlace => ({
    row: Math.min(lastRow, Math.max(-1, nextRow)),
    column: Math.min(lastColumn, Math.max(0, nextColumn)),
  });
  switch (key) {
    case "ArrowDown":
      return isFar ? at(lastRow, column) : at(row + 1, column);
    case "ArrowUp":
      return isFar ? at(0, column) : at(row - 1, column);
    case "ArrowRight":
      return isFar ? at(row, lastColumn) : at(row, column + 1);
    case "ArrowLeft":
      return isFar ? at(row, 0) : at(row, column - 1);
    case "Home":
      return isFar ? at(0, 0) : at(row, 0);
    case "End":
      return isFar ? at(lastRow, lastColumn) : at(row, lastColumn);
    case "PageDown":
      return at(Math.max(0, row) + size.page, column);
    case "PageUp":
      return at(Math.max(0, row - size.page), column);
    default:
      return undefined;
  }
}
