import { h, render } from "preact";
import type { PageCell } from "@/pipeline/table/paging/table_page.ts";
import { gridTexts } from "../../texts_grid.ts";
import { cellWords } from "../cell_words.ts";
import type { PlacedColumn } from "./column_layout.ts";
import type { RowPicture } from "./row_painter.ts";

/** The most letters of a cell that are drawn. */
const mostLetters = 300;

/** The element of a cell; only what is another than before is written. */
export class CellPainter {
  readonly element = document.createElement("div");
  private readonly text = document.createTextNode("");
  private column: PlacedColumn | undefined;
  private fixedWidth = NaN;
  private className = "";
  private words = "";
  private value: PageCell | undefined;
  private picture: RowPicture | undefined;
  private id = "";
  private isSelected = false;
  /** Whether a component has been drawn into it. */
  private isRich = false;

  constructor() {
    this.element.setAttribute("role", "gridcell");
    this.element.setAttribute("aria-selected", "false");
    this.element.append(this.text);
  }

  paint(row: number, column: PlacedColumn, picture: RowPicture): void {
    const { active } = picture;
    const value = picture.cell(row, column.index);
    const isActive = active.row === row && active.column === column.place;
    const className = classOf(column, value, isActive);
    if (className !== this.className) this.element.className = this.className = className;
    const isSelected = picture.isSelected(row, column.place);
    if (isSelected !== this.isSelected) {
      this.isSelected = isSelected;
      this.element.setAttribute("aria-selected", String(isSelected));
    }
    const id = isActive ? `${picture.id}-${row}-${column.place}` : "";
    if (id !== this.id) this.element.id = this.id = id;
    this.show(value, column, picture);
  }

  remove(): void {
    if (this.isRich) render(null, this.element);
    this.element.remove();
  }

  private show(value: PageCell | undefined, column: PlacedColumn, picture: RowPicture): void {
    const { view, language } = picture;
    const isOther = value !== this.value || column !== this.column ||
      view !== this.picture?.view || language !== this.picture?.language;
    this.value = value;
    this.picture = picture;
    this.place(column, picture.fixedWidth);
    if (!isOther) return;
    this.fill(value, column, picture);
    // What others hold in whole is told where the pointer rests.
    const title = value === null ? gridTexts.missing[language] : "";
    if (this.element.title !== title) this.element.title = title;
  }

  private place(column: PlacedColumn, fixedWidth: number): void {
    if (column === this.column && fixedWidth === this.fixedWidth) return;
    const { style } = this.element;
    style.left = `${column.isPinned ? column.left : fixedWidth + column.left}px`;
    style.width = `${column.width}px`;
    if (column !== this.column) {
      this.element.setAttribute("aria-colindex", String(column.place + 2));
    }
    this.column = column;
    this.fixedWidth = fixedWidth;
  }

  private fill(value: PageCell | undefined, column: PlacedColumn, picture: RowPicture): void {
    const content = value === undefined ? undefined : picture.view?.(column.name, value);
    if (content !== undefined) {
      if (!this.isRich) this.element.replaceChildren();
      this.isRich = true;
      return render(h("span", {}, content), this.element);
    }
    if (this.isRich) {
      render(null, this.element);
      this.element.replaceChildren(this.text);
      this.isRich = false;
    }
    const words = value === undefined
      ? ""
      : cellWords(value, column.type, picture.language).slice(0, mostLetters);
    if (words !== this.words) this.text.data = this.words = words;
  }
}

function classOf(
  { isPinned, type }: PlacedColumn,
  value: PageCell | undefined,
  isActive: boolean,
): string {
  let name = "grid-cell";
  if (isPinned) name += " pinned";
  if (type === "number") name += " right";
  if (value === null) name += " hole";
  if (value === undefined) name += " waiting";
  if (isActive) name += " active";
  return name;
}
