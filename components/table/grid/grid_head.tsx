import type { JSX, TargetedPointerEvent } from "preact";
import type { ColumnSummary, SortColumn } from "@/pipeline/table/paging/table_page.ts";
import { Icon } from "../../icon.tsx";
import { useLanguage } from "../../language.ts";
import { columnTypeTexts, gridTexts } from "../../texts_grid.ts";
import { ColumnChart } from "./column_chart.tsx";
import { narrowest, type PlacedColumn, widest } from "./column_layout.ts";

/** The head of a column: its name and type, a small chart, how it is sorted, and the way to its menu. */
export function GridHead(
  { id, column, gridColumn, sort, summary, isActive, onSort, onMenu, onResize }: {
    readonly id: string;
    readonly column: PlacedColumn;
    /** Where it stands in the row's CSS grid, where that does not follow from the one before. */
    readonly gridColumn: number | undefined;
    readonly sort: readonly SortColumn[];
    readonly summary: ColumnSummary | undefined;
    readonly isActive: boolean;
    readonly onSort: (column: string, isAdded: boolean) => void;
    readonly onMenu: (column: PlacedColumn, head: HTMLElement) => void;
    readonly onResize: (column: string, width: number) => void;
  },
): JSX.Element {
  const language = useLanguage();
  const { name, type, place, isPinned, left, width } = column;
  const order = sort.findIndex((each) => each.column === name);
  const direction = sort[order]?.descending;
  const sorted = direction === undefined ? "none" : direction ? "descending" : "ascending";
  return (
    <div
      id={id}
      role="columnheader"
      aria-colindex={place + 2}
      aria-sort={sorted}
      class={`grid-head-cell${isPinned ? " pinned" : ""}${isActive ? " active" : ""}`}
      style={isPinned ? { left: `${left}px` } : gridColumn ? { gridColumnStart: gridColumn } : {}}
    >
      <button
        type="button"
        class="grid-name"
        tabIndex={-1}
        title={`${name} · ${columnTypeTexts[type][language]}. ${gridTexts.sortHint[language]}`}
        onClick={(event) => onSort(name, event.shiftKey)}
      >
        <span class="grid-name-text">{name === "" ? "\u00a0" : name}</span>
        {direction !== undefined && (
          <span class="grid-order">
            <Icon name={direction ? "down" : "up"} />
            {sort.length > 1 && order + 1}
          </span>
        )}
        <span class="visually-hidden">{columnTypeTexts[type][language]}</span>
      </button>
      <ColumnChart summary={summary} />
      <button
        type="button"
        class="grid-menu-button"
        tabIndex={-1}
        aria-label={gridTexts.columnMenu(name)[language]}
        aria-haspopup="menu"
        onClick={({ currentTarget }) => {
          const head = currentTarget.parentElement;
          if (head !== null) onMenu(column, head);
        }}
      >
        <Icon name="more" />
      </button>
      <span
        class="grid-resize"
        aria-hidden="true"
        onPointerDown={(event) => followResize(event, width, (to) => onResize(name, to))}
      />
    </div>
  );
}

/** Follows the pointer until it is let go. */
function followResize(
  event: TargetedPointerEvent<HTMLElement>,
  width: number,
  onResize: (width: number) => void,
): void {
  event.preventDefault();
  const { currentTarget: handle, clientX: from, pointerId } = event;
  handle.setPointerCapture(pointerId);
  const move = ({ clientX }: PointerEvent): void =>
    onResize(Math.min(widest, Math.max(narrowest, width + clientX - from)));
  handle.addEventListener("pointermove", move);
  handle.addEventListener("lostpointercapture", () => {
    handle.removeEventListener("pointermove", move);
  }, { once: true });
}
