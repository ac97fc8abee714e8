import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Figure } from "@/pipeline/cells/figure.ts";

/** A condition that rows of a table meet. */
export interface RowFilter {
  readonly column: string;
  readonly op: "is" | "among";
  readonly value: string;
}

/** What rows are taken from a table, or left out: its row numbers, as ranges. */
export interface RowChoice {
  readonly mode: "keep" | "drop";
  readonly rows: string;
}

/** What the page around a figure lets its reader do with the rows behind it; absent outside a notebook. */
export interface FigureActions {
  /** Shows the rows of a table of the same result that meet all conditions. */
  showRows(table: string, filters: readonly RowFilter[]): void;
  /** Whether a table of the same result has that name. */
  hasTable(table: string): boolean;
  /** Adds a cell below that holds a choice of the rows that the figure's cell reads. */
  addSubset(choice: RowChoice): void;
  /** The numbers of the rows of a table of the same result that meet all conditions. */
  rowNumbers(table: string, column: string, filters: readonly RowFilter[]): Promise<number[]>;
}

/** See {@linkcode FigureActions}. */
export const FigureActionsContext = createContext<FigureActions | undefined>(undefined);

/** What can be done with the rows behind a figure; undefined where nothing can. */
export function useFigureActions(): FigureActions | undefined {
  return useContext(FigureActionsContext);
}

/** A figure of one type. */
export type FigureOf<Type extends Figure["type"]> = Extract<Figure, { type: Type }>;
