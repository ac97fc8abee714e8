import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { useLanguage } from "../language.ts";
import { cellTexts } from "../texts_cell.ts";
import { useNotebook } from "./context.ts";

/** The number of a cell, by which it is dragged to another place. */
export function CellNumber({ id, number }: { id: string; number: number }): JSX.Element {
  const language = useLanguage();
  const open = useNotebook();
  const handle = useRef<HTMLSpanElement>(null);
  const stop = useRef<(() => void) | undefined>(undefined);
  useEffect(() => () => stop.current?.(), []);
  // Nobody drags before the pointer is there, so that the code for it is fetched only then.
  const prepare = async (): Promise<void> => {
    const { makeDraggable } = await import("./drag_cell.ts");
    if (handle.current === null || stop.current !== undefined) return;
    stop.current = makeDraggable(handle.current, { open, id, language });
  };
  return (
    <span
      ref={handle}
      class="order"
      title={cellTexts.dragHandle[language]}
      onPointerEnter={() => void prepare()}
    >
      {number}
    </span>
  );
}
