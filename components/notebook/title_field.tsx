import type { JSX } from "preact";
import { useState } from "preact/hooks";
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
          onClick={() => setEdited(true)}
        >
          <Icon name="edit" />
        </button>
      </>
    );
  }
  const take = (text: string): void => {
    setEdited(false);
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
        if (key === "Escape") setEdited(false);
      }}
    />
  );
}
