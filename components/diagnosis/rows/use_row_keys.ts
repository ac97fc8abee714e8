import { useEffect, useRef } from "preact/hooks";

/** What the keys of the rows do. */
export interface RowKeys {
  readonly section: { readonly current: HTMLElement | null };
  /** The rows in sight, in their order. */
  readonly rows: readonly number[];
  /** The one that is opened. */
  readonly opened: number | null;
  onClose(): void;
  /** Turns to the next (1) or the previous (-1) page. @returns whether there is one */
  onPage(step: 1 | -1): boolean;
}

/** J and K lead from row to row, over the ends of a page too; Escape closes the one that is opened. */
export function useRowKeys(keys: RowKeys): void {
  const current = useRef(keys);
  current.current = keys;
  const turned = useRef<1 | -1>(undefined);
  const shown = keys.rows.join();
  useEffect(() => {
    // The rows of the page that a key has turned to have come.
    const step = turned.current;
    turned.current = undefined;
    if (step !== undefined) focusRow(current.current, step === 1 ? 0 : -1);
  }, [shown]);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const { key, target, ctrlKey, metaKey, altKey } = event;
      if (event.defaultPrevented || ctrlKey || metaKey || altKey) return;
      if (!(target instanceof Element) || target.matches("input, textarea, select")) return;
      if (document.querySelector("dialog[open]") !== null) return;
      const { section, rows, opened } = current.current;
      if (key === "Escape" && opened !== null) {
        current.current.onClose();
        focusRow(current.current, rows.indexOf(opened));
      } else if ((key === "j" || key === "k") && rows.length > 0) {
        const step = key === "j" ? 1 : -1;
        const at = placeOf(target, section.current, rows, opened);
        const next = at === -1 ? 0 : at + step;
        if (rows[next] !== undefined) focusRow(current.current, next);
        else if (current.current.onPage(step)) turned.current = step;
      } else return;
      event.preventDefault();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
}

/** Where the focus stands among the rows; -1 where it is on none of them, and none is opened. */
function placeOf(
  target: Element,
  section: HTMLElement | null,
  rows: readonly number[],
  opened: number | null,
): number {
  const inside = section?.contains(target) === true ? target : null;
  const named = inside?.closest("tr")?.querySelector<HTMLElement>("[data-row]")?.dataset.row;
  const row = named === undefined ? opened : Number(named);
  return row === null ? -1 : rows.indexOf(row);
}

function focusRow({ section, rows }: RowKeys, place: number): void {
  section.current?.querySelector<HTMLElement>(`[data-row="${rows.at(place)}"]`)?.focus();
}
