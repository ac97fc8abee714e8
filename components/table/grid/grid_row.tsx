import { Component, type JSX } from "preact";
import type { PageCell } from "@/pipeline/table/paging/table_page.ts";
import type { Language } from "@/web/language.ts";
import { countWords } from "../../number_words.ts";
import { gridTexts } from "../../texts_grid.ts";
import type { CellView } from "../cell_view.ts";
import { cellWords, wholeCellWords } from "../cell_words.ts";
import type { PlacedColumn } from "./column_layout.ts";

/** What a row of the grid shows. Rows are drawn anew only where one of these is another. */
export interface RowProps {
  /** The ids of its cells begin with it. */
  readonly id: string;
  readonly row: number;
  readonly y: number;
  readonly number: number | undefined;
  readonly columns: readonly PlacedColumn[];
  /** Changes when cells have come. */
  readonly version: number;
  readonly cell: (row: number, column: number) => PageCell | undefined;
  /** The selected places of columns, first and last; undefined where the row is not selected. */
  readonly selectedFrom: number | undefined;
  readonly selectedTo: number | undefined;
  readonly active: number | undefined;
  readonly view: CellView | undefined;
  readonly language: Language;
}

/** A row of the grid. */
export class GridRow extends Component<RowProps> {
  override shouldComponentUpdate(next: RowProps): boolean {
    const before = this.props;
    return next.row !== before.row || next.y !== before.y || next.columns !== before.columns ||
      next.version !== before.version || next.selectedFrom !== before.selectedFrom ||
      next.selectedTo !== before.selectedTo || next.active !== before.active ||
      next.number !== before.number || next.cell !== before.cell ||
      next.language !== before.language;
  }

  override render(): JSX.Element {
    const { id, row, y, number, columns, language } = this.props;
    const pinned = columns.filter(({ isPinned }) => isPinned).length;
    return (
      <div
        role="row"
        aria-rowindex={row + 2}
        class="grid-row"
        style={{ transform: `translateY(${y}px)` }}
      >
        <div role="rowheader" aria-colindex={1} class="grid-number" data-row={row}>
          {number === undefined
            ? <span class="waiting" />
            : (
              <span title={gridTexts.rowNumber(countWords(number + 1))[language]}>
                {countWords(number + 1)}
              </span>
            )}
        </div>
        {columns.map((column, index) =>
          this.cell(
            `${id}-${row}-${column.place}`,
            column,
            index === pinned ? pinned + 3 : undefined,
          )
        )}
      </div>
    );
  }

  private cell(id: string, column: PlacedColumn, gridColumn: number | undefined): JSX.Element {
    const { row, cell, selectedFrom, selectedTo, active, view, language } = this.props;
    const { name, type, index, place, isPinned, left } = column;
    const value = cell(row, index);
    const isSelected = selectedFrom !== undefined && selectedTo !== undefined &&
      place >= selectedFrom && place <= selectedTo;
    let kind = "grid-cell";
    if (isPinned) kind += " pinned";
    if (type === "number") kind += " right";
    if (value === null) kind += " hole";
    if (place === active) kind += " active";
    return (
      <div
        key={name}
        id={id}
        role="gridcell"
        aria-colindex={place + 2}
        aria-selected={isSelected}
        class={kind}
        data-row={row}
        data-column={place}
        title={value === undefined
          ? undefined
          : value === null
          ? gridTexts.missing[language]
          : wholeCellWords(value).slice(0, 2000)}
        style={isPinned ? { left: `${left}px` } : gridColumn ? { gridColumnStart: gridColumn } : {}}
      >
        {value === undefined
          ? <span class="waiting" />
          : view?.(name, value) ?? cellWords(value, type, language).slice(0, 300)}
      </div>
    );
  }
}
