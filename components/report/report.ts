import type { TablePage } from "@/pipeline/table/paging/table_page.ts";
import type { Figure } from "@/pipeline/cells/figure.ts";
import type { Problem } from "@/pipeline/problem.ts";
import type { ReadCell } from "../notebook/notebook_reading.tsx";

/** A name and what it is, in the language of the report. */
export interface Fact {
  readonly name: string;
  readonly values: readonly string[];
  /** Whether it is a text for machines, such as a hash. */
  readonly isCode?: boolean;
}

/** A setting of a cell in words. */
export interface Setting {
  readonly label: string;
  readonly words: string;
  /** Whether it is another than the default. */
  readonly isChanged: boolean;
  /** Whether it has several lines. */
  readonly isCode: boolean;
}

/** A figure and what was drawn of it. */
export type ReportFigure =
  | { readonly type: "text"; readonly html: string }
  | {
    readonly type: "drawn";
    readonly figure: Exclude<Figure, { type: "markdown" }>;
    /** SVG, the widest first. */
    readonly drawings: readonly string[];
  };

/** A table with its first rows. */
export interface ReportTable {
  readonly title: string;
  readonly rows: number;
  readonly columns: number;
  readonly content:
    | { readonly type: "rows"; readonly page: TablePage }
    /** Only counted. */
    | { readonly type: "withheld" }
    /** What kept its rows from being read. */
    | { readonly type: "problem"; readonly problem: Problem };
}

/** How many rows were given each fault. */
export interface DiagnosisCounts {
  readonly rows: number;
  readonly counts: readonly { readonly fault: string; readonly rows: number }[];
  /** What is to be said of rows that were not read or carry warnings. */
  readonly notices: readonly string[];
}

/** A cell as a report shows it. */
export interface ReportCell extends Omit<ReadCell, "figures" | "problem"> {
  /** From 1. */
  readonly number: number;
  /** The cells that it reads, by their numbers and titles. */
  readonly reads: readonly string[];
  /** Why its results are not of what it is now; empty where they are. */
  readonly older: string;
  readonly settings: readonly Setting[];
  readonly problem:
    | (Pick<Problem, "code" | "message" | "hint"> & { readonly place: string })
    | undefined;
  readonly hasResult: boolean;
  readonly figures: readonly ReportFigure[];
  readonly tables: readonly ReportTable[];
  /** What the cards of its models say. */
  readonly models: readonly (readonly Fact[])[];
  readonly diagnoses: readonly DiagnosisCounts[];
}

/** A notebook with what came of it, to be read from one file. */
export interface Report {
  readonly title: string;
  readonly facts: readonly Fact[];
  /** That some cells are not up to date; empty where all are. */
  readonly warning: string;
  readonly cells: readonly ReportCell[];
}
