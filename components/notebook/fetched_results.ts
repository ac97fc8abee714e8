import { useEffect } from "preact/hooks";
import { effect } from "@preact/signals";
import type { OpenNotebook } from "@/islands/notebook/open_notebook.ts";
import { fetchFigures } from "../figures/figure_view.tsx";
import { isNote } from "./cell_names.ts";

/** Fetches what shows results as soon as a run starts that will have figures, so that the first one does not wait. */
export function useFetchedResults(open: OpenNotebook): void {
  useEffect(() =>
    effect(() => {
      const running = new Set(open.runningCells.value);
      const { cells } = open.structure.peek();
      if (!cells.some(({ id, kind }) => running.has(id) && !isNote(open.kinds.get(kind)))) return;
      Promise.all([import("./result_tabs.tsx"), fetchFigures()]).catch(reportError);
    }), [open]);
}
