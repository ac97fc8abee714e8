import pl from "nodejs-polars";
import { cut } from "./cell.ts";
import { type CellFormat, type ColumnCells, columnCells } from "./column_cells.ts";
import type { TableColumn } from "./column_type.ts";
import { named, plainNames } from "./plain_names.ts";
import type { BadCell, BadRow } from "./open_table.ts";
import { rawLength } from "./scanned_records.ts";

/** How the cells of a table are read. */
export interface CellRules extends CellFormat {
  /** For messages. */
  readonly file: string;
  readonly columns: readonly TableColumn[];
  /** What a cell does that does not fit: takes its row out, or is missing. */
  readonly badCells: "quarantine" | "hole";
  /** Columns whose cells are missing where they do not fit, whatever {@linkcode badCells} says. */
  readonly holes: ReadonlySet<string>;
}

/** Rows as a frame, and what did not fit. */
export interface ParsedRows {
  readonly frame: pl.DataFrame;
  /** For each row of the frame its position among the data records, from 1. */
  readonly positions: Float64Array;
  /** For each row of the frame the physical line on which it starts. */
  readonly lines: Float64Array;
  readonly badRows: readonly BadRow[];
  readonly badCells: readonly BadCell[];
}

/**
 * Builds a frame from rows of text, cell by cell: slower than Polars, but it knows exactly which cells do not
 * fit their columns.
 */
export class RowParser {
  private readonly cells: readonly ColumnCells[];
  private readonly positions: Float64Array;
  private readonly lines: Float64Array;
  private readonly badRows: BadRow[] = [];
  private readonly badCells: BadCell[] = [];
  private kept = 0;

  /** @param capacity At most so many rows will be added. */
  constructor(private readonly rules: CellRules, capacity: number) {
    this.positions = new Float64Array(capacity);
    this.lines = new Float64Array(capacity);
    this.cells = rules.columns.map((column) => columnCells(column, capacity, rules));
  }

  /**
   * Adds a row; null = missing.
   *
   * @param raw Gives the text of the row, for when it is set aside.
   */
  add(row: number, line: number, fields: readonly (string | null)[], raw: () => string): void {
    const { columns, badCells, holes, file } = this.rules;
    for (let index = 0; index < columns.length; index++) {
      const cell = fields[index] ?? null;
      const flaw = this.cells[index]?.read(this.kept, cell);
      if (flaw === undefined || cell === null) continue;
      const column = columns[index]?.name ?? "";
      const kept = cut(cell, rawLength);
      const reason = flaw({ file, line, column: index + 1 }, column, kept);
      if (badCells === "quarantine" && !holes.has(column)) {
        this.badRows.push({ row, line, column: index + 1, reason, raw: cut(raw(), rawLength) });
        // Holes in a row that is not there count for nothing.
        while (this.badCells.at(-1)?.row === row) this.badCells.pop();
        return;
      }
      this.badCells.push({ row, line, column, reason, raw: kept });
    }
    this.lines[this.kept] = line;
    this.positions[this.kept++] = row;
  }

  /** The rows added so far. */
  finish(): ParsedRows {
    const { columns } = this.rules;
    const names = plainNames(columns.length);
    const series = this.cells.map((cells, index) => cells.series(names[index] ?? "", this.kept));
    return {
      frame: named(pl.DataFrame(series), columns),
      positions: this.positions.slice(0, this.kept),
      lines: this.lines.slice(0, this.kept),
      badRows: this.badRows,
      badCells: this.badCells,
    };
  }
}
