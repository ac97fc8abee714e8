import { Fragment, type JSX } from "preact";
import { useEffect } from "preact/hooks";
import type { OpenNotebook } from "@/islands/notebook/open_notebook.ts";
import { useLanguage } from "../language.ts";
import { notebookTexts } from "../texts_notebook.ts";
import { AddCell } from "./add_cell.tsx";
import { Announcer } from "./announcer.tsx";
import { CellView } from "./cell_view.tsx";
import { NotebookContext } from "./context.ts";
import { Messages } from "./messages.tsx";
import { Outline } from "./outline.tsx";
import { usePasting } from "./pasting.ts";
import { takeStep } from "./take_step.ts";
import { ToolBar } from "./tool_bar.tsx";
import { Warnings } from "./warnings.tsx";

/** An open notebook. */
export function NotebookView({ open }: { open: OpenNotebook }): JSX.Element {
  const language = useLanguage();
  const { cells } = open.structure.value;
  usePasting(open);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== "z" || !(event.ctrlKey || event.metaKey)) return;
      // In a field, the browser takes back what was typed there.
      const { target } = event;
      if (target instanceof HTMLElement && target.matches("input, textarea, select")) return;
      event.preventDefault();
      void takeStep(open, event.shiftKey ? "redo" : "undo", language);
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [open]);
  return (
    <NotebookContext.Provider value={open}>
      <ToolBar />
      <div class="notebook">
        <Outline />
        <main class="cells" id="main">
          <Warnings />
          {cells.length === 0 && <p class="intro">{notebookTexts.emptyNotebook[language]}</p>}
          {cells.map((cell, index) => (
            <Fragment key={cell.id}>
              <AddCell index={index} isLast={false} />
              <CellView cell={cell} index={index} />
            </Fragment>
          ))}
          <AddCell index={cells.length} isLast />
        </main>
      </div>
      <Messages />
      <Announcer />
    </NotebookContext.Provider>
  );
}
