import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { RowChoice } from "@/islands/notebook/subset_edit.ts";
import type { TableFilter } from "@/pipeline/table/paging/table_page.ts";

/** What the page around a figure lets its reader do with the rows behind it. */
export interface FigureActions {
  /** Shows the rows of a table of the same result that meet all conditions. */
  showRows(table: string, filter: readonly TableFilter[]): void;
  /** Whether the result has a table of that name. */
  hasTable(table: string): boolean;
  /** Adds a cell below that holds a choice of the rows that the figure's cell reads; in a notebook. */
  readonly addSubset?: (choice: RowChoice) => void;
}

/** Opens one of the rows behind a figure, by its number; undefined where there is nowhere to. */
export const OpenRowContext = createContext<((row: number) => void) | undefined>(undefined);

/** See {@linkcode FigureActions}. */
export const FigureActionsContext = createContext<FigureActions | undefined>(undefined);

/** What can be done with the rows behind a figure; undefined where nothing can. */
export function useFigureActions(): FigureActions | undefined {
  return useContext(FigureActionsContext);
}
