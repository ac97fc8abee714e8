import { CodeFailed, type ColumnKind } from "../failure.ts";
import { codeLimits } from "../limits.ts";
import { type BytesColumn, missingBoolean, textColumn } from "../table_bytes.ts";

/**
 * Cells as a column of the type of the first that is there; one without any is of numbers.
 *
 * @throws {CodeFailed} A cell holds what no column can, or the cells are of several types.
 */
export function columnOf(name: string, cells: ArrayLike<unknown>): BytesColumn {
  const type = typeOfColumn(name, cells);
  switch (type) {
    case "number":
    case "time": {
      const values = new Float64Array(cells.length);
      each(name, cells, type, (cell, row) => {
        values[row] = cell === null ? NaN : Number(cell);
      });
      return { name, type, values };
    }
    case "boolean": {
      const values = new Uint8Array(cells.length);
      each(name, cells, type, (cell, row) => {
        values[row] = cell === null ? missingBoolean : Number(cell);
      });
      return { name, type, values };
    }
    case "text": {
      const texts: (string | null)[] = [];
      each(name, cells, type, (cell) => texts.push(cell === null ? null : String(cell)));
      return textColumn(name, texts);
    }
  }
}

type Cell = number | bigint | string | boolean | Date;

function typeOfColumn(name: string, cells: ArrayLike<unknown>): ColumnKind {
  for (let row = 0; row < cells.length; row++) {
    const cell = cells[row];
    if (!isMissing(cell)) return kindOf(name, cell, row).type;
  }
  return "number";
}

function each(
  name: string,
  cells: ArrayLike<unknown>,
  type: ColumnKind,
  take: (cell: Cell | null, row: number) => void,
): void {
  for (let row = 0; row < cells.length; row++) {
    const given = cells[row];
    if (isMissing(given)) {
      take(null, row);
      continue;
    }
    const { type: other, cell } = kindOf(name, given, row);
    if (other !== type) {
      throw new CodeFailed({ what: "mixed", column: name, row: row + 1, type, other });
    }
    take(cell, row);
  }
}

/** What is not there; NaN and times that are none count as such. */
function isMissing(cell: unknown): boolean {
  return cell === null || cell === undefined || cell !== cell ||
    (cell instanceof Date && Number.isNaN(cell.getTime()));
}

function kindOf(
  column: string,
  cell: unknown,
  row: number,
): { readonly type: ColumnKind; readonly cell: Cell } {
  switch (typeof cell) {
    case "number":
      return { type: "number", cell };
    case "string":
      return { type: "text", cell };
    case "boolean":
      return { type: "boolean", cell };
    case "bigint":
      // Beyond that, a number cannot hold it.
      if (BigInt(Number(cell)) === cell) return { type: "number", cell };
      throw new CodeFailed({ what: "cell", column, row: row + 1, held: "BigInt" });
    default:
      if (cell instanceof Date && isInReach(cell)) return { type: "time", cell };
      throw new CodeFailed({ what: "cell", column, row: row + 1, held: heldName(cell) });
  }
}

function isInReach(time: Date): boolean {
  const [first, last] = codeLimits.times;
  return time.getTime() >= first && time.getTime() <= last;
}

function heldName(cell: unknown): string {
  if (typeof cell !== "object") return typeof cell;
  const name: unknown = cell?.constructor?.name;
  return typeof name === "string" && name !== "" ? name.slice(0, 40) : "object";
}
