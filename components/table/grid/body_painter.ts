import type { CellPlace } from "./selection.ts";
import type { PlacedColumn } from "./column_layout.ts";
import { RowPainter, type RowPicture } from "./row_painter.ts";
import { rowHeight } from "./row_scroll.ts";

/** What the body of the grid shows. */
export interface BodyPicture extends RowPicture {
  readonly firstRow: number;
  /** Behind the last one. */
  readonly endRow: number;
  /** What to add to a row's place to find it in the box. */
  readonly shift: number;
  /** The columns drawn, pinned ones first. */
  readonly columns: readonly PlacedColumn[];
  readonly active: CellPlace;
}

/** Milliseconds without painting after which the elements are put in reading order. */
const rest = 150;

/**
 * Draws the rows of the grid. A frame of scrolling changes hundreds of cells: their elements are kept and written
 * to directly, which takes a fraction of the time of comparing trees. A row or column that leaves lends its
 * elements to one that comes, whatever their order; once scrolling rests they are put in reading order.
 */
export class BodyPainter {
  private rows = new Map<number, RowPainter>();
  private slots: PlacedColumn[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly body: HTMLElement) {}

  paint(picture: BodyPicture): void {
    const { firstRow, endRow, shift } = picture;
    this.placeColumns(picture.columns);
    const free: RowPainter[] = [];
    const rows = new Map<number, RowPainter>();
    for (const [row, painter] of this.rows) {
      if (row < firstRow || row >= endRow) free.push(painter);
      else rows.set(row, painter);
    }
    for (let row = firstRow; row < endRow; row++) {
      const painter = rows.get(row) ?? free.pop() ?? this.newRow();
      rows.set(row, painter);
      painter.paint(row, row * rowHeight + shift, this.slots, picture);
    }
    for (const painter of free) painter.remove();
    this.rows = rows;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.putInOrder(), rest);
  }

  close(): void {
    clearTimeout(this.timer);
    for (const painter of this.rows.values()) painter.remove();
    this.rows.clear();
  }

  /** Columns that stay keep their elements. Pinned ones stand in the row's flow, in their order, before all others. */
  private placeColumns(columns: readonly PlacedColumn[]): void {
    const pinned = columns.filter(({ isPinned }) => isPinned);
    const before = this.slots.filter(({ isPinned }) => !isPinned);
    if (this.slots.length - before.length !== pinned.length) {
      this.close();
      this.slots = [...columns];
      return;
    }
    const coming = new Set(columns.slice(pinned.length));
    const kept = before.map((column) => coming.delete(column) ? column : undefined);
    const rest = [...coming];
    const filled = kept.map((column) => column ?? rest.shift());
    this.slots = [...pinned, ...filled.filter((column) => column !== undefined), ...rest];
  }

  private newRow(): RowPainter {
    const row = new RowPainter();
    this.body.append(row.element);
    return row;
  }

  private putInOrder(): void {
    const ordered = [...this.rows].sort(([one], [other]) => one - other)
      .map(([, painter]) => painter);
    const places = this.slots.map((_, slot) => slot)
      .sort((one, other) => this.slots[one]!.place - this.slots[other]!.place);
    ordered.forEach((painter, index) => {
      painter.putInOrder(places);
      const there = this.body.children[index];
      if (there !== painter.element) this.body.insertBefore(painter.element, there ?? null);
    });
  }
}
