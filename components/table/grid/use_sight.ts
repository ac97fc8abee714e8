import type { RefObject } from "preact";
import { useCallback, useLayoutEffect, useRef, useState } from "preact/hooks";
import { numberWidth, type PlacedColumn } from "./column_layout.ts";
import { rowHeight, RowScroll } from "./row_scroll.ts";

/** Rows drawn beyond what can be seen: where scrolling leads, and behind. */
const spareAhead = 6;
const spareBehind = 2;

/** Milliseconds without scrolling after which a scaled scroll bar is put where it belongs. */
const rest = 200;

/** The height of the head. */
export const headHeight = 56;

/** The part of the table that is drawn. */
export interface GridSight {
  /** The first row that can be seen. */
  readonly topRow: number;
  readonly firstRow: number;
  readonly endRow: number;
  readonly shift: number;
  readonly left: number;
  readonly width: number;
  readonly direction: number;
  /** How many whole rows fit. */
  readonly page: number;
}

/** Follows the scrolling of the box. */
export function useSight(
  box: RefObject<HTMLDivElement | null>,
  rows: number,
  pinnedWidth: number,
): {
  readonly sight: GridSight;
  readonly height: number;
  readonly onScroll: () => void;
  readonly reveal: (row: number, column: PlacedColumn | undefined) => void;
} {
  const scroll = useRef(new RowScroll());
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const [sight, setSight] = useState<GridSight>({
    topRow: 0,
    firstRow: 0,
    endRow: Math.min(rows, 20),
    shift: 0,
    left: 0,
    width: 1000,
    direction: 1,
    page: 10,
  });
  const viewport = (): number =>
    Math.max(rowHeight, (box.current?.clientHeight ?? 500) - headHeight);

  const look = useCallback((): void => {
    const { current } = scroll;
    const height = Math.max(rowHeight, (box.current?.clientHeight ?? 500) - headHeight);
    setSight((before) => {
      const topRow = Math.floor(current.top / rowHeight);
      const end = Math.ceil((current.top + height) / rowHeight);
      const by = topRow - before.topRow;
      const direction = by === 0 ? before.direction : Math.sign(by);
      // Where each frame shows other rows, none that is to spare is ever seen.
      const isFast = Math.abs(by) > (end - topRow) / 2;
      const ahead = isFast ? 0 : spareAhead;
      const behind = isFast ? 0 : spareBehind;
      const next = {
        topRow,
        firstRow: Math.max(0, topRow - (direction < 0 ? ahead : behind)),
        endRow: Math.min(rows, end + (direction < 0 ? behind : ahead)),
        shift: current.shift,
        left: box.current?.scrollLeft ?? 0,
        width: (box.current?.clientWidth ?? 1000) - numberWidth - pinnedWidth,
        direction,
        page: Math.max(1, Math.floor(height / rowHeight) - 1),
      };
      return isSame(before, next) ? before : next;
    });
  }, [rows, pinnedWidth]);

  const onScroll = useCallback((): void => {
    const { current } = scroll;
    const element = box.current;
    if (element === null) return;
    current.scrolled(element.scrollTop);
    look();
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      const to = current.moveTo(current.top);
      if (Math.abs(to - element.scrollTop) >= 1) element.scrollTop = to;
      look();
    }, rest);
  }, [look]);

  const reveal = useCallback((row: number, column: PlacedColumn | undefined): void => {
    const element = box.current;
    if (element === null) return;
    const { current } = scroll;
    const height = viewport();
    if (row >= 0 && row * rowHeight < current.top) {
      element.scrollTop = current.moveTo(row * rowHeight);
    } else if ((row + 1) * rowHeight > current.top + height) {
      element.scrollTop = current.moveTo((row + 1) * rowHeight - height);
    }
    if (column !== undefined && !column.isPinned) {
      const width = element.clientWidth - numberWidth - pinnedWidth;
      if (column.left < element.scrollLeft) element.scrollLeft = column.left;
      else if (column.left + column.width > element.scrollLeft + width) {
        element.scrollLeft = Math.min(column.left, column.left + column.width - width);
      }
    }
    look();
  }, [look]);

  scroll.current.measure(rows, viewport());
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => {
      scroll.current.measure(rows, viewport());
      look();
    });
    observer.observe(element);
    look();
    return () => {
      observer.disconnect();
      clearTimeout(timer.current);
    };
  }, [look]);
  return { sight, height: scroll.current.height, onScroll, reveal };
}

function isSame(one: GridSight, other: GridSight): boolean {
  // Columns are drawn with some to spare, too: a few pixels change nothing.
  return one.topRow === other.topRow && one.firstRow === other.firstRow &&
    one.endRow === other.endRow &&
    one.shift === other.shift && one.page === other.page && one.width === other.width &&
    Math.floor(one.left / 48) === Math.floor(other.left / 48);
}
