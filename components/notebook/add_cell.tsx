import type { JSX } from "preact";
import { useRef, useState } from "preact/hooks";
import { addCells } from "@/islands/notebook/edits.ts";
import { Icon } from "../icon.tsx";
import { useLanguage } from "../language.ts";
import { later } from "../later.tsx";
import { notebookTexts } from "../texts_notebook.ts";
import { useNotebook } from "./context.ts";

const Palette = later(async () => (await import("./palette.tsx")).Palette);

/** The place between two cells, or behind the last, where a new one can be put. */
export function AddCell({ index, isLast }: { index: number; isLast: boolean }): JSX.Element {
  const language = useLanguage();
  const open = useNotebook();
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const label = (index === 0 ? notebookTexts.addCellFirst : notebookTexts.addCellAfter(index))[
    language
  ];
  const close = (): void => {
    setOpen(false);
    requestAnimationFrame(() => button.current?.focus());
  };
  const add = (kinds: readonly string[]): void => {
    setOpen(false);
    open.edit((before) => addCells(before, kinds, index), `add ${index}`);
    const id = open.structure.value.cells[index + kinds.length - 1]?.id;
    // The cell is on the page once that is drawn.
    requestAnimationFrame(() => id !== undefined && showCell(id));
  };
  const toggle = {
    ref: button,
    type: "button",
    "aria-expanded": isOpen,
    onClick: () => isOpen ? close() : setOpen(true),
  } as const;
  return (
    <div class={`${isLast ? "add-cell" : "insert"}${isOpen ? " open" : ""}`}>
      {isLast
        ? (
          <button {...toggle} class="button quiet">
            <Icon name={isOpen ? "close" : "add"} />
            {notebookTexts[isOpen ? "closePalette" : "addCell"][language]}
          </button>
        )
        : (
          <button
            {...toggle}
            class="insert-button"
            aria-label={isOpen ? notebookTexts.closePalette[language] : label}
            title={isOpen ? notebookTexts.closePalette[language] : label}
          >
            <Icon name={isOpen ? "close" : "add"} />
          </button>
        )}
      {isOpen && <Palette index={index} label={label} onAdd={add} onClose={close} />}
    </div>
  );
}

/** Brings a cell into sight and the focus to its first control. */
function showCell(id: string): void {
  const cell = document.getElementById(id);
  cell?.scrollIntoView({ block: "nearest" });
  const control = cell?.querySelector<HTMLElement>(".params :is(input, select, textarea)");
  (control ?? cell)?.focus({ preventScroll: true });
}
