import { Fragment, type JSX } from "preact";
import type { OpenNotebook } from "@/islands/notebook/open_notebook.ts";
import { useLanguage } from "../language.ts";
import { later } from "../later.tsx";
import { notebookTexts } from "../texts_notebook.ts";
import { AddCell } from "./add_cell.tsx";
import { Announcer } from "./announcer.tsx";
import { CellView } from "./cell_view.tsx";
import { NotebookContext } from "./context.ts";
import { useFetchedResults } from "./fetched_results.ts";
import { useFollowCurrent } from "./follow_current.ts";
import { useShortcuts } from "./keyboard.ts";
import { Messages } from "./messages.tsx";
import { Outline } from "./outline.tsx";
import { usePasting } from "./pasting.ts";
import { ToolBar } from "./tool_bar.tsx";
import { Warnings } from "./warnings.tsx";

const FrontPanel = later(async () => (await import("./front_panel.tsx")).FrontPanel);
const HeldNote = later(async () => (await import("../opening/held_note.tsx")).HeldNote);
const OutlineSheet = later(async () => (await import("./outline_sheet.tsx")).OutlineSheet);
const RevisionPanel = later(async () => (await import("./revision_panel.tsx")).RevisionPanel);

/** An open notebook. */
export function NotebookView({ open }: { open: OpenNotebook }): JSX.Element {
  const language = useLanguage();
  const { cells } = open.structure.value;
  const isFrontOnly = open.isFrontOnly.value;
  useFetchedResults(open);
  usePasting(open);
  useFollowCurrent(open);
  useShortcuts(open);
  return (
    <NotebookContext.Provider value={open}>
      <ToolBar />
      <div class={isFrontOnly ? "notebook front-only" : "notebook"}>
        <aside class="rail" aria-label={notebookTexts.cells[language]}>
          <Outline />
        </aside>
        <main class="cells" id="main">
          <Warnings />
          {(isFrontOnly || open.exposed.value) && <FrontPanel />}
          {open.held.value.length > 0 && <HeldNote cells={open.held.value} />}
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
      <Panel open={open} />
      <Messages />
      <Announcer />
    </NotebookContext.Provider>
  );
}

/** What is open beside the cells. */
function Panel({ open }: { open: OpenNotebook }): JSX.Element | null {
  const close = (): void => {
    open.panel.value = null;
  };
  switch (open.panel.value) {
    case "outline":
      return <OutlineSheet onClose={close} />;
    case "revisions":
      return <RevisionPanel onClose={close} />;
    case null:
      return null;
  }
}
