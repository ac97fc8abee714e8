import type { JSX } from "preact";
import { useRef, useState } from "preact/hooks";
import { Icon } from "../icon.tsx";
import { useLanguage } from "../language.ts";
import { notebookTexts } from "../texts_notebook.ts";
import { useNotebook } from "./context.ts";

const longest = 200;

/** The notebook's title; a press on the pencil makes it a field. */
export function TitleField(): JSX.Element {
  const language = useLanguage();
  const open = useNotebook();
  const [isEdited, setEdited] = useState(false);
  /** A field that is taken away loses the focus, which must not count as an answer. */
  const isOver = useRef(false);
  const { title } = open.notebook.value;
  const shown = title.trim() === "" ? notebookTexts.untitled[language] : title;
  if (!isEdited) {
    return (
      <>
        <h1 title={shown}>{shown}</h1>
        <button
          type="button"
          class="icon-button rename"
          aria-label={notebookTexts.rename[language]}
          title={notebookTexts.rename[language]}
          onClick={() => {
            isOver.current = false;
            setEdited(true);
          }}
        >
          <Icon name="edit" />
        </button>
      </>
    );
  }
  const leave = (): void => {
    isOver.current = true;
    setEdited(false);
  };
  const take = (text: string): void => {
    if (isOver.current) return;
    leave();
    if (text.trim() === title) return;
    open.edit((notebook) => ({ ...notebook, title: text.trim() }), "title");
  };
  return (
    <input
      class="input title-input"
      autofocus
      ref={(input) => input?.focus()}
      defaultValue={title}
      maxLength={longest}
      aria-label={notebookTexts.titleOfNotebook[language]}
      onBlur={({ currentTarget }) => take(currentTarget.value)}
      onKeyDown={({ key, currentTarget }) => {
        if (key === "Enter") take(currentTarget.value);
        if (key === "Escape") leave();
      }}
    />
  );
}
