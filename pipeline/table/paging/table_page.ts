import type { TableColumn } from "../column_type.ts";

/** What a cell of a table is to the browser. Times are ISO 8601 texts, holes are null. */
export type PageCell = string | number | boolean | null;

/** A condition on one column; numbers may come as texts. */
export type TableFilter =
  | {
    readonly column: string;
    /**
     * `contains` looks for a piece of the text in any case. `at-least` and `at-most` go by the order in which
     * the column is sorted; a hole is neither.
     */
    readonly op: "is" | "is-not" | "contains" | "at-least" | "at-most";
    readonly value: string | number | boolean;
  }
  /** The number is one of a text of ranges, such as `1-20,35`. */
  | { readonly column: string; readonly op: "among"; readonly value: string }
  | { readonly column: string; readonly op: "missing" | "present" };

export interface SortColumn {
  readonly column: string;
  readonly descending: boolean;
}

/** Which rows of a table, in which order; all of them as in the file by default. */
export interface TableQuery {
  /** The first column counts most. Holes come last in either direction, equal rows stay in the file's order. */
  readonly sort?: readonly SortColumn[];
  /** All must hold. */
  readonly filter?: readonly TableFilter[];
  /** A text that one of the row's texts and times contains, in any case. */
  readonly search?: string;
}

/** Some rows of a table. */
export interface PageRequest extends TableQuery {
  /** Only rows with these numbers in the file, which count from 1, as ranges: `1-20,35`; all rows by default. */
  readonly among?: string;
  /** The first row, from 0, among those of the query. */
  readonly offset: number;
  /** How many rows at most. */
  readonly limit: number;
  /** The columns wanted; all of them by default. */
  readonly columns?: readonly string[];
}

export interface TablePage {
  /** How many rows the query has. */
  readonly rows: number;
  /** How many rows the whole table has. */
  readonly allRows: number;
  /** The columns that were wanted. */
  readonly columns: readonly TableColumn[];
  /** Where each row of the page stands in the file, from 0. */
  readonly rowNumbers: readonly number[];
  /** The rows of the page, each with one cell a column. */
  readonly cells: readonly (readonly PageCell[])[];
}

/** What a column holds, in short; for all rows of the table. */
export interface ColumnSummary extends TableColumn {
  readonly rows: number;
  /** How many rows are holes. */
  readonly missing: number;
  /** Of a column of numbers with at least one finite one. */
  readonly numbers?: {
    readonly min: number;
    readonly median: number;
    readonly max: number;
    /** Bin i counts edges[i] ≤ x < edges[i + 1], the last also its upper edge. */
    readonly edges: readonly number[];
    readonly counts: readonly number[];
  };
  /** Of any other column. */
  readonly words?: {
    /** How many different ones there are. */
    readonly distinct: number;
    /** The most frequent ones, and how many rows have each. */
    readonly top: readonly { readonly word: string; readonly rows: number }[];
  };
}
