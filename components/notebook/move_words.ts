import type { MovedWire } from "@/islands/notebook/moves.ts";
import type { OpenNotebook } from "@/islands/notebook/open_notebook.ts";
import type { Language } from "@/web/language.ts";
import { cellTexts } from "../texts_cell.ts";
import { titleOf } from "./cell_names.ts";

/** So many effects are told one by one. */
const told = 3;

/** What a move changes for the cells that read others; empty where nothing changes. */
export function effectWords(
  open: OpenNotebook,
  wires: readonly MovedWire[],
  language: Language,
): string {
  const nameOf = (id: string): string => {
    const cell = open.structure.value.cells.find((each) => each.id === id);
    return cell === undefined ? id : titleOf(open, cell, language);
  };
  const words = wires.slice(0, told).map(({ cell, after, isBroken }) => {
    if (after === undefined) return cellTexts.thenReadsNothing(nameOf(cell))[language];
    return isBroken
      ? cellTexts.thenCannotRead(nameOf(cell), nameOf(after))[language]
      : cellTexts.thenReads(nameOf(cell), nameOf(after))[language];
  });
  if (wires.length > told) words.push(cellTexts.moreEffects(wires.length - told)[language]);
  return words.join({ en: " ", zh: "" }[language]);
}
