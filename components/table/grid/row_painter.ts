import type { PageCell } from "@/pipeline/table/paging/table_page.ts";
import type { Language } from "@/web/language.ts";
import { countWords } from "../../number_words.ts";
import { gridTexts } from "../../texts_grid.ts";
import type { CellView } from "../cell_view.ts";
import { CellPainter } from "./cell_painter.ts";
import type { PlacedColumn } from "./column_layout.ts";
import type { CellPlace } from "./selection.ts";

/** What rows show. */
export interface RowPicture {
  /** The id of the active cell begins with it. */
  readonly id: string;
  /** How wide the pinned columns are, together with the row numbers. */
  readonly fixedWidth: number;
  /** A cell; undefined where it is on its way. */
  readonly cell: (row: number, column: number) => PageCell | undefined;
  /** Where a row stands in the file, from 0. */
  readonly rowNumber: (row: number) => number | undefined;
  /** Whether a cell, by row and place of its column, is selected. */
  readonly isSelected: (row: number, place: number) => boolean;
  readonly active: CellPlace;
  readonly view: CellView | undefined;
  readonly language: Language;
}

/** The elements of a row. */
export class RowPainter {
  readonly element = document.createElement("div");
  private readonly number = document.createElement("div");
  private readonly numberText = document.createTextNode("");
  private readonly cells: CellPainter[] = [];
  private row = -1;
  private y = NaN;
  private shownNumber: number | undefined;

  constructor() {
    this.element.setAttribute("role", "row");
    this.element.className = "grid-row";
    this.number.setAttribute("role", "rowheader");
    this.number.setAttribute("aria-colindex", "1");
    this.number.className = "grid-number waiting";
    this.number.append(this.numberText);
    this.element.append(this.number);
  }

  /** Writes what is another than before. @param slots The column of each element. */
  paint(row: number, y: number, slots: readonly PlacedColumn[], picture: RowPicture): void {
    if (row !== this.row) this.element.setAttribute("aria-rowindex", String(row + 2));
    if (y !== this.y) this.element.style.transform = `translateY(${y}px)`;
    this.row = row;
    this.y = y;
    this.paintNumber(picture.rowNumber(row), picture.language);
    for (let slot = 0; slot < slots.length; slot++) {
      let cell = this.cells[slot];
      if (cell === undefined) {
        cell = new CellPainter();
        this.cells.push(cell);
        this.element.append(cell.element);
      }
      cell.paint(row, slots[slot]!, picture);
    }
    for (const cell of this.cells.splice(slots.length)) cell.remove();
  }

  /** @param slots In reading order. */
  putInOrder(slots: readonly number[]): void {
    slots.forEach((slot, index) => {
      const cell = this.cells[slot]?.element;
      // The row's number comes first.
      const there = this.element.children[index + 1];
      if (cell !== undefined && there !== cell) this.element.insertBefore(cell, there ?? null);
    });
  }

  remove(): void {
    for (const cell of this.cells) cell.remove();
    this.element.remove();
  }

  private paintNumber(number: number | undefined, language: Language): void {
    if (number === this.shownNumber) return;
    this.shownNumber = number;
    const words = number === undefined ? "" : countWords(number + 1);
    this.numberText.data = words;
    this.number.className = number === undefined ? "grid-number waiting" : "grid-number";
    this.number.title = number === undefined ? "" : gridTexts.rowNumber(words)[language];
  }
}
