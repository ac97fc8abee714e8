import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { setTitle } from "@/islands/notebook/edits.ts";
import { useLanguage } from "../language.ts";
import { cellTexts } from "../texts_cell.ts";
import { useNotebook } from "./context.ts";

/** The title of a cell: a press makes it a field. */
export function CellTitle(
  { id, title, name, own, isEdited, onEdit }: {
    readonly id: string;
    /** As it is shown. */
    readonly title: string;
    /** What the cell is called for a screen reader, with its number. */
    readonly name: string;
    /** The title that the user gave, if any. */
    readonly own: string | undefined;
    readonly isEdited: boolean;
    readonly onEdit: (isEdited: boolean) => void;
  },
): JSX.Element {
  const language = useLanguage();
  const open = useNotebook();
  const button = useRef<HTMLButtonElement>(null);
  const wasEdited = useRef(false);
  /** A field that is taken away loses the focus, which must not count as an answer. */
  const isOver = useRef(false);
  useEffect(() => {
    // Where the field had the focus, what takes its place has it again.
    if (!isEdited && wasEdited.current && document.activeElement === document.body) {
      button.current?.focus();
    }
    wasEdited.current = isEdited;
    isOver.current = false;
  }, [isEdited]);
  if (!isEdited) {
    return (
      <button
        ref={button}
        type="button"
        class="cell-title"
        title={cellTexts.rename[language]}
        aria-description={cellTexts.rename[language]}
        onClick={() => onEdit(true)}
      >
        {title}
      </button>
    );
  }
  const leave = (): void => {
    isOver.current = true;
    onEdit(false);
  };
  const take = (text: string): void => {
    if (isOver.current) return;
    leave();
    if (text.trim() !== (own ?? "")) {
      open.edit((before) => setTitle(before, id, text), `title ${id}`);
    }
  };
  return (
    <input
      ref={(input) => {
        if (input === null || document.activeElement === input) return;
        input.focus();
        input.select();
      }}
      class="input cell-title-input"
      defaultValue={own ?? title}
      placeholder={title}
      autocomplete="off"
      aria-label={cellTexts.titleOf(name)[language]}
      onBlur={({ currentTarget }) => take(currentTarget.value)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === "Enter") take(event.currentTarget.value);
        if (event.key === "Escape") leave();
      }}
    />
  );
}
