import {
  draggable,
  dropTargetForElements,
  monitorForElements,
} from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import { combine } from "@atlaskit/pragmatic-drag-and-drop/combine";
import { positionOf } from "@/islands/notebook/edits.ts";
import { movedWires } from "@/islands/notebook/moves.ts";
import type { OpenNotebook } from "@/islands/notebook/open_notebook.ts";
import type { Language } from "@/web/language.ts";
import { DropLine } from "./drop_line.ts";
import { EdgeScroll } from "./edge_scroll.ts";
import { moveAndTell } from "./move_cell.ts";
import { effectWords } from "./move_words.ts";

/** What a handle drags. */
export interface DraggedCell {
  readonly open: OpenNotebook;
  readonly id: string;
  readonly language: Language;
}

/** Lets a cell be dragged by `handle`. @returns what ends that */
export function makeDraggable(handle: HTMLElement, dragged: DraggedCell): () => void {
  const { open, id, language } = dragged;
  const area = handle.closest<HTMLElement>(".cells");
  if (area === null) return () => {};
  const isOwn = ({ source }: { source: { element: Element } }): boolean =>
    source.element === handle;
  let drag: { readonly line: DropLine; readonly scroll: EdgeScroll } | undefined;
  const end = (): void => {
    drag?.line.remove();
    drag?.scroll.stop();
    drag = undefined;
    document.getElementById(id)?.classList.remove("dragged");
  };
  return combine(
    draggable({
      element: handle,
      onGenerateDragPreview: ({ nativeSetDragImage }) => {
        const head = document.getElementById(id)?.querySelector(".cell-head");
        if (head !== null && head !== undefined) nativeSetDragImage?.(head, 24, 14);
      },
    }),
    dropTargetForElements({ element: area, canDrop: isOwn }),
    monitorForElements({
      canMonitor: isOwn,
      onDragStart: () => {
        drag = { line: new DropLine(area), scroll: new EdgeScroll() };
        document.getElementById(id)?.classList.add("dragged");
      },
      onDrag: ({ location: { current: { input, dropTargets } } }) => {
        drag?.scroll.follow(input.clientY);
        if (dropTargets.length === 0) return drag?.line.hide();
        const { from, to } = places(open, id, gapAt(area, input.clientY));
        const wires = movedWires(open.structure.value, open.kinds, from, to);
        drag?.line.show(gapAt(area, input.clientY), effectWords(open, wires, language));
      },
      onDrop: ({ location: { current: { input, dropTargets } } }) => {
        end();
        if (dropTargets.length === 0) return;
        const { from, to } = places(open, id, gapAt(area, input.clientY));
        moveAndTell(open, id, to - from, language);
      },
    }),
    end,
  );
}

/** Where the cell stands and would stand, if it were dropped before the cell at `gap`. */
function places(open: OpenNotebook, id: string, gap: number): { from: number; to: number } {
  const from = positionOf(open.structure.value, id);
  return { from, to: gap > from ? gap - 1 : gap };
}

/** How many cells lie above a height on the screen. */
function gapAt(area: HTMLElement, y: number): number {
  const cells = [...area.querySelectorAll(".cell")];
  const gap = cells.findIndex((cell) => {
    const { top, height } = cell.getBoundingClientRect();
    return y < top + height / 2;
  });
  return gap < 0 ? cells.length : gap;
}
