import type { JSX } from "preact";
import { Dialog } from "../dialog.tsx";
import { useLanguage } from "../language.ts";
import { notebookTexts } from "../texts_notebook.ts";
import { pageTexts } from "../texts_page.ts";
import { focusCell } from "./cell_actions.ts";
import { Outline } from "./outline.tsx";

/** The outline on a narrow window, where there is no room beside the cells. */
export function OutlineSheet({ onClose }: { onClose: () => void }): JSX.Element {
  const language = useLanguage();
  return (
    <Dialog id="outline-sheet" title={pageTexts.outline[language]} onClose={onClose}>
      <div
        onClick={(event) => {
          const link = event.target instanceof Element ? event.target.closest("a") : null;
          if (link === null) return;
          event.preventDefault();
          onClose();
          // The dialog gives the focus back first.
          requestAnimationFrame(() => focusCell(link.hash.slice(1)));
        }}
      >
        <Outline />
      </div>
      <button type="button" class="button" onClick={onClose}>
        {notebookTexts.close[language]}
      </button>
    </Dialog>
  );
}
