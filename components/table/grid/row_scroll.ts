/** The height of a row in pixels. */
export const rowHeight = 28;

/** Browsers cannot scroll through more pixels than this (Firefox: 17.8 million). */
const tallest = 15_000_000;

/**
 * Where a table of any length stands in a box that browsers can scroll. Up to {@linkcode tallest} it is as tall
 * as its rows. Beyond, short ways move the rows by as many pixels, long ones (a dragged scroll bar) in
 * proportion, and when scrolling rests the bar is put where it belongs.
 */
export class RowScroll {
  /** How far the upper edge is from the first row's, in the pixels of all rows. */
  top = 0;
  private last = 0;
  private rows = 0;
  private viewport = 0;

  /** What to add to a row's place to find it in the box. */
  get shift(): number {
    return this.last - this.top;
  }

  /** The height of the box. */
  get height(): number {
    return Math.min(this.rows * rowHeight, tallest);
  }

  /** Takes how many rows there are, and how much of them can be seen. */
  measure(rows: number, viewport: number): void {
    this.rows = rows;
    this.viewport = viewport;
    this.top = Math.min(this.top, this.farthest);
  }

  /** Takes where the box was scrolled to. */
  scrolled(to: number): void {
    const by = to - this.last;
    this.last = to;
    if (!this.isScaled) this.top = Math.max(0, to);
    else if (to <= 0) this.top = 0;
    else if (to >= this.height - this.viewport) this.top = this.farthest;
    else if (Math.abs(by) <= 2 * this.viewport) {
      this.top = Math.min(this.farthest, Math.max(0, this.top + by));
    } else this.top = (to / (this.height - this.viewport)) * this.farthest;
  }

  /** Moves to a place among all rows and returns where the box has to be scrolled to. */
  moveTo(top: number): number {
    this.top = Math.min(this.farthest, Math.max(0, top));
    this.last = this.isScaled
      ? Math.round((this.top / this.farthest) * (this.height - this.viewport))
      : this.top;
    return this.last;
  }

  private get isScaled(): boolean {
    return this.rows * rowHeight > tallest;
  }

  private get farthest(): number {
    return Math.max(0, this.rows * rowHeight - this.viewport);
  }
}
