import type { CellKind, CellResult } from "@/pipeline/cells/cell_kind.ts";
import type { FileReference } from "@/pipeline/cells/value.ts";
import type { CellState } from "@/pipeline/kernel/cell_state.ts";
import type { Notebook, NotebookCell } from "@/pipeline/kernel/notebook.ts";
import type { NotebookSession } from "@/pipeline/kernel/notebook_session.ts";
import type { FaultCatalogue } from "@/pipeline/model/fault_catalogue.ts";
import type { Problem } from "@/pipeline/problem.ts";
import type { PageRequest, TablePage } from "@/pipeline/table/paging/table_page.ts";
import type { Language } from "../language.ts";

/** A cell of a notebook that is exported, as it stands. */
export interface ExportCell extends NotebookCell {
  readonly state: CellState;
  /** Its last result, of whatever key: `state` tells whether it is of what the cell is now. */
  readonly result: CellResult | undefined;
  /** When that result was finished (ISO 8601), and how long that took. */
  readonly finished: string | undefined;
  readonly seconds: number | undefined;
  /** Why it failed. */
  readonly problem: Problem | undefined;
}

/** What an export is made from: a notebook and all that came of it, on the server or in the command line. */
export interface ExportSource {
  readonly notebook: Notebook;
  /** In the notebook's order. */
  readonly cells: readonly ExportCell[];
  readonly kinds: ReadonlyMap<string, CellKind>;
  readonly language: Language;
  /** The cell that is asked for, of a format that is made from one; undefined: that which suits best. */
  readonly cell: string | undefined;
  /** Rows of a table of a cell's last result, the table by its number. */
  tablePage(cell: string, table: number, page: PageRequest): Promise<TablePage>;
  /** Where a file of a result lies. */
  pathOf(file: FileReference): string;
  /** What people call the faults that a model knows; empty where there are no names. */
  catalogueOf(model: FileReference): FaultCatalogue;
}

/** What a session does not know by itself. */
export type ExportSettings =
  & Pick<ExportSource, "notebook" | "kinds" | "language" | "pathOf" | "catalogueOf">
  & { readonly cell?: string | undefined };

/** What an open notebook gives to export. @param settings Its `notebook` is that of the session's revision. */
export function exportSource(session: NotebookSession, settings: ExportSettings): ExportSource {
  const { notebook, cell } = settings;
  const views = new Map(session.view().cells.map((view) => [view.id, view]));
  return {
    ...settings,
    cell,
    cells: notebook.cells.map((each) => {
      const { state = { state: "stale" as const }, result } = views.get(each.id) ?? {};
      return {
        ...each,
        state,
        result: result?.result,
        finished: result?.finished,
        seconds: result?.seconds,
        problem: state.state === "failed" ? state.problem : undefined,
      };
    }),
    tablePage: async (cell, table, page) => {
      const found = await session.tablePage({ cell, table }, page);
      if (found === undefined) {
        throw new TypeError(`The cell "${cell}" has lost its table ${table}.`);
      }
      return found;
    },
  };
}
