import type { TableColumn } from "@/pipeline/table/column_type.ts";

/** The width of the column with the row numbers. */
export const numberWidth = 64;

/** The bounds of a column's width. */
export const narrowest = 48;
export const widest = 800;

/** A column as it is shown. */
export interface PlacedColumn extends TableColumn {
  /** Among all columns of the table. */
  readonly index: number;
  /** Among those shown, pinned ones first. */
  readonly place: number;
  readonly isPinned: boolean;
  /** Where it begins: a pinned one from the left edge, any other in the scrolled width. */
  readonly left: number;
  readonly width: number;
}

/** What the user did to the columns, by name. */
export interface ColumnChoices {
  readonly pinned: readonly string[];
  readonly hidden: readonly string[];
  readonly widths: ReadonlyMap<string, number>;
}

/** How wide a column is by itself: so that its name and its usual cells fit. */
export function naturalWidth({ name, type }: TableColumn): number {
  const letters = { number: 9, boolean: 7, time: 22, text: 20 }[type];
  return Math.round(Math.min(220, Math.max(letters * 7, name.length * 7 + 30) + 20));
}

/** The columns in the order they are shown, each with its place. */
export function placeColumns(
  columns: readonly TableColumn[],
  { pinned, hidden, widths }: ColumnChoices,
): PlacedColumn[] {
  const indexed = columns.map((column, index) => ({ ...column, index }));
  const isPinned = (name: string): boolean => pinned.includes(name);
  const shown = indexed.filter(({ name }) => !hidden.includes(name));
  const ordered = [
    ...pinned.flatMap((name) => shown.find((column) => column.name === name) ?? []),
    ...shown.filter(({ name }) => !isPinned(name)),
  ];
  let pinnedLeft = numberWidth;
  let left = 0;
  return ordered.map((column, place) => {
    const width = widths.get(column.name) ?? naturalWidth(column);
    const placed = isPinned(column.name)
      ? { ...column, place, width, isPinned: true, left: pinnedLeft }
      : { ...column, place, width, isPinned: false, left };
    if (placed.isPinned) pinnedLeft += width;
    else left += width;
    return placed;
  });
}

/** Columns come and go in such groups, so that rows are drawn anew less often. */
const together = 2;

/** The columns of which something can be seen, and those of their groups. */
export function columnsInSight(
  columns: readonly PlacedColumn[],
  from: number,
  width: number,
): PlacedColumn[] {
  const free = columns.filter(({ isPinned }) => !isPinned);
  const first = free.findIndex((column) => column.left + column.width > from);
  if (first < 0) return [];
  const end = free.findIndex((column) => column.left >= from + width);
  const last = end < 0 ? free.length : end;
  return free.slice(
    Math.floor(Math.max(0, first - 1) / together) * together,
    Math.ceil((last + 1) / together) * together,
  );
}

/** How wide columns are together. */
export function widthOf(columns: readonly PlacedColumn[]): number {
  return columns.reduce((sum, { width }) => sum + width, 0);
}
