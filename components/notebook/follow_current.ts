import { useEffect } from "preact/hooks";
import type { OpenNotebook } from "@/islands/notebook/open_notebook.ts";

/** A cell counts as read from where its head is so many pixels below the top of the window. */
const readingLine = 160;

/** Keeps track of the cell that is read: the one at the top of the window, or the one with the focus. */
export function useFollowCurrent(open: OpenNotebook): void {
  useEffect(() => {
    const ended = new AbortController();
    const { signal } = ended;
    let frame = 0;
    const look = (): void => {
      frame = 0;
      open.current.value = focusedInSight() ??
        cellAtTop(open.structure.value.cells.map(({ id }) => id));
    };
    const later = (): void => {
      if (frame === 0) frame = requestAnimationFrame(look);
    };
    addEventListener("scroll", later, { signal, passive: true });
    addEventListener("resize", later, { signal, passive: true });
    document.addEventListener("focusin", ({ target }) => {
      const cell = target instanceof Element ? target.closest(".cell") : null;
      if (cell === null) return;
      cancelAnimationFrame(frame);
      frame = 0;
      open.current.value = cell.id;
    }, { signal });
    later();
    return () => {
      ended.abort();
      cancelAnimationFrame(frame);
    };
  }, [open]);
}

/** The cell with the focus while its head is in the window: the last ones cannot come to its top. */
function focusedInSight(): string | undefined {
  const cell = document.activeElement?.closest(".cell");
  const top = cell?.getBoundingClientRect().top ?? -1;
  return top >= 0 && top < innerHeight - readingLine ? cell?.id : undefined;
}

/** The last cell that begins above the reading line, found by halving; the first one where none does. */
function cellAtTop(ids: readonly string[]): string | undefined {
  let low = 0;
  let high = ids.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const top = document.getElementById(ids[middle] ?? "")?.getBoundingClientRect().top;
    if (top !== undefined && top <= readingLine) low = middle + 1;
    else high = middle;
  }
  return ids[Math.max(0, low - 1)];
}
