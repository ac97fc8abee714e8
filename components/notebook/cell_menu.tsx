import type { JSX } from "preact";
import { duplicateCell } from "@/islands/notebook/edits.ts";
import { useLanguage } from "../language.ts";
import { Menu } from "../menu.tsx";
import { cellTexts } from "../texts_cell.ts";
import { notebookTexts } from "../texts_notebook.ts";
import { useNotebook } from "./context.ts";
import { moveAndTell } from "./move_cell.ts";
import { savePipeline, trains } from "./save_pipeline.ts";

/** What else can be done with a cell. */
export function CellMenu(
  { id, number, name, onRename, onDelete }: {
    readonly id: string;
    /** From 1. */
    readonly number: number;
    /** What the cell is called for a screen reader, with its number. */
    readonly name: string;
    readonly onRename: () => void;
    readonly onDelete: () => void;
  },
): JSX.Element {
  const language = useLanguage();
  const open = useNotebook();
  const { cells } = open.structure.value;
  const folded = open.folding.cells.value;
  const isFolded = folded.has(id);
  const isTraining = trains(open, cells[number - 1]?.kind ?? "");
  const foldAll = cells.every((cell) => folded.has(cell.id)) ? "unfoldAll" : "foldAll";
  return (
    <Menu
      label={notebookTexts.moreOfCell(name)[language]}
      items={[
        ...(isTraining
          ? [{
            label: cellTexts.savePipeline[language],
            icon: "pipeline" as const,
            onChoose: () => savePipeline(open, id, language),
          }]
          : []),
        {
          label: notebookTexts[isFolded ? "unfold" : "fold"][language],
          icon: isFolded ? "expand" : "collapse",
          onChoose: () => open.folding.toggle(id),
        },
        {
          label: notebookTexts.moveUp[language],
          icon: "up",
          isDisabled: number === 1,
          onChoose: () => moveAndTell(open, id, -1, language),
        },
        {
          label: notebookTexts.moveDown[language],
          icon: "down",
          isDisabled: number === cells.length,
          onChoose: () => moveAndTell(open, id, 1, language),
        },
        {
          label: notebookTexts.duplicate[language],
          icon: "copy",
          onChoose: () => open.edit((before) => duplicateCell(before, id), `duplicate ${id}`),
        },
        { label: cellTexts.rename[language], icon: "edit", onChoose: onRename },
        {
          label: cellTexts.editAsJson[language],
          icon: "code",
          onChoose: () => {
            if (isFolded) open.folding.toggle(id);
            open.tabs.of(`settings ${id}`).value = "json";
          },
        },
        {
          label: cellTexts.copyAsJson[language],
          icon: "copy",
          onChoose: () =>
            void import("./paste_cells.ts").then(({ copyCell }) => copyCell(open, id, language)),
        },
        {
          label: cellTexts[foldAll][language],
          icon: foldAll === "foldAll" ? "collapse" : "expand",
          onChoose: () =>
            open.folding.set(foldAll === "foldAll" ? cells.map((cell) => cell.id) : []),
        },
        { label: notebookTexts.delete[language], icon: "remove", onChoose: onDelete },
      ]}
    />
  );
}
