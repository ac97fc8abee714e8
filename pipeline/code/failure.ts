import type { Text } from "../problem.ts";

/** Why code came to no result, as its sandbox tells it; lines and columns count from 1 in the user's source. */
export type CodeFailure =
  | { readonly what: "syntax"; readonly message: string; readonly at: SourcePlace | null }
  | {
    readonly what: "thrown";
    /** The name of the error, or the type of what else was thrown. */
    readonly name: string;
    readonly isError: boolean;
    readonly message: string;
    readonly at: SourcePlace | null;
  }
  /** It tried what no code cell may. */
  | { readonly what: "denied"; readonly message: string; readonly at: SourcePlace | null }
  /** A plot cannot be recorded. */
  | {
    readonly what: "plot";
    readonly text: Text;
    readonly hint: Text;
    readonly at: SourcePlace | null;
  }
  | { readonly what: "time" }
  | { readonly what: "memory" }
  | { readonly what: "lines" }
  /** What it returned is nothing that a cell can give. */
  | { readonly what: "returned"; readonly given: string }
  | { readonly what: "no-rows" }
  | { readonly what: "cell"; readonly column: string; readonly row: number; readonly held: string }
  | {
    readonly what: "mixed";
    readonly column: string;
    readonly row: number;
    readonly type: ColumnKind;
    readonly other: ColumnKind;
  }
  | {
    readonly what: "lengths";
    readonly column: string;
    readonly rows: number;
    readonly others: number;
  }
  | {
    readonly what: "column-name";
    readonly how: "empty" | "repeated" | "long";
    readonly name: string;
  }
  | { readonly what: "size"; readonly of: SizeLimit; readonly count: number };

/** What a column of a returned table holds. */
export type ColumnKind = "number" | "text" | "boolean" | "time";

/** The limits of `codeLimits` that what code returns may go beyond. */
export type SizeLimit = "rows" | "columns" | "cells" | "textBytes" | "figures" | "figureBytes";

/** A place in the code as its author wrote it; both count from 1. */
export interface SourcePlace {
  readonly line: number;
  readonly column: number;
}

/** Thrown inside the sandbox, where there is no one to read it but the sandbox itself. */
export class CodeFailed extends Error {
  override readonly name = "CodeFailed";

  constructor(readonly failure: CodeFailure) {
    super(failure.what);
  }
}
