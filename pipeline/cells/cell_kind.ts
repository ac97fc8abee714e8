import type { ZodType } from "zod";
import * as z from "zod/mini";
import type { Notice, Text } from "../problem.ts";
import type { CodeOutcome, CodeWork } from "../code/code_work.ts";
import type { RunContext } from "../run_context.ts";
import { figureSchema } from "./figure.ts";
import {
  type FileReference,
  fileReferenceSchema,
  type PortType,
  type Value,
  valueSchema,
  type ValueType,
} from "./value.ts";

/** Where a kind stands in the palette. */
export type CellGroup =
  | "data"
  | "preprocess"
  | "select"
  | "train"
  | "judge"
  | "diagnose"
  | "look"
  | "write";

/** What a running cell may do; everything it needs comes in through its inputs, params and this. */
export interface CellContext extends RunContext {
  notice(notice: Notice): void;
  /** A point of a live curve, such as the loss of a round. */
  metric(name: string, step: number, value: number, fold?: number): void;
  /** A line of the log, such as what came of a part of the work. */
  log(message: Text): void;
  /** What is known of the result before the end, for whoever watches; nobody does where this is absent. */
  partial?(value: unknown): void;
  /** The path under which a file of an input (or a dataset named by a param) can be read. */
  pathOf(file: FileReference): string;
  /** A new path in the cell's own scratch folder, to be written to and then kept; `extension` has no dot. */
  scratchPath(extension: string): string;
  /** Takes a finished scratch file as part of the result. */
  keep(path: string, media: string): Promise<FileReference>;
  /**
   * Runs code of the user in a process of its own, which may do nothing but compute. What it prints comes into
   * the log by itself.
   *
   * @throws {HealerError} `code/…`, `run/cancelled`
   */
  runCode(work: CodeWork): Promise<CodeOutcome>;
}

const textSchema = z.strictObject({ en: z.string(), zh: z.string() });

const noticeSchema = z.object({
  code: z.string(),
  message: textSchema,
  place: z.exactOptional(z.object({
    file: z.exactOptional(z.string()),
    line: z.exactOptional(z.int()),
    column: z.exactOptional(z.int()),
    cell: z.exactOptional(z.string()),
    param: z.exactOptional(z.string()),
  })),
});

/** A table of a result: a Parquet file that is read page by page, never sent whole. */
export const cellTableSchema = z.strictObject({
  name: z.string(),
  title: textSchema,
  file: fileReferenceSchema,
  rows: z.int(),
  columns: z.array(z.strictObject({ name: z.string(), type: z.string() })),
});

export type CellTable = z.infer<typeof cellTableSchema>;

/** What a cell gives: parsed once where it leaves the kernel, trusted from there on. */
export const cellResultSchema = z.strictObject({
  /** One line that says what came of it. */
  summary: textSchema,
  notices: z.array(noticeSchema),
  figures: z.array(figureSchema),
  tables: z.array(cellTableSchema),
  /** By the name of the port. */
  values: z.record(z.string(), valueSchema),
});

export type CellResult = z.infer<typeof cellResultSchema>;

/** What a cell reads, by port. */
export type CellInputs = Readonly<Record<string, Value>>;

/** What a cell gives; its notices go to the context. */
export type CellOutput = Omit<CellResult, "notices">;

/**
 * A kind of cell. One file a kind, one line in `registry.ts`. Its form, its command-line options and its
 * page in the manual come from `params` (labels by `.meta()`, see `param_meta.ts`).
 */
export interface CellKind<Params = unknown> {
  /** In kebab-case; steps and learners keep their names. */
  readonly kind: string;
  /** Raised whenever the same inputs and params would give another result. */
  readonly version: number;
  readonly group: CellGroup;
  readonly title: Text;
  readonly summary: Text;
  readonly params: ZodType<Params>;
  /** Port → what it takes. */
  readonly takes: Readonly<Record<string, PortType>>;
  /** The ports of `takes` that stay empty unless the notebook names a cell for them. */
  readonly optional?: readonly string[];
  /** Port → what it gives. */
  readonly gives: Readonly<Record<string, ValueType>>;
  /**
   * What becomes of the recipe of the table that goes through a cell: "adds" puts a step at its end, which a
   * pipeline takes along; "replaces" gives a new raw table in its place, so that no pipeline can reach behind it.
   * Other kinds leave the recipe as it is.
   */
  readonly recipe?: "adds" | "replaces";
  /** Cheap cells rerun by themselves, costly ones when asked. */
  readonly cost: "cheap" | "costly";
  /** The versions of every step and learner that the params name, for the key of the result. */
  versionsUsed?(params: Params): Readonly<Record<string, number>>;
  /** The files that the params name (datasets), which the kernel must be able to read. */
  filesUsed?(params: Params): readonly FileReference[];

  /**
   * Does the work. What it needs is loaded when it is called (`<kind>_run.ts`): the server knows every kind, but
   * computes nothing and holds none of the native libraries.
   */
  run(inputs: CellInputs, params: Params, context: CellContext): Promise<CellOutput>;
}

/** Checks a kind's shape and keeps the type of its params. */
export function defineCell<Params>(kind: CellKind<Params>): CellKind<Params> {
  return kind;
}
