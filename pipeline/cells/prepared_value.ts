import { z } from "zod";
import type { Role } from "../table/role.ts";
import { inputOf } from "./input.ts";
import { fileReferenceSchema, type Value } from "./value.ts";

const columnSchema = z.strictObject({
  name: z.string(),
  type: z.enum(["number", "text", "boolean", "time"]),
  role: z.enum(["feature", "label", "id", "group", "time", "ignored"]),
});

/** A column of a prepared table. */
export type PreparedColumn = Readonly<z.infer<typeof columnSchema>>;

/** Rows that a cell can read, as Parquet. */
export const rowsSchema = z.strictObject({
  file: fileReferenceSchema,
  rows: z.int(),
  columns: z.array(columnSchema),
});

/**
 * What flows along a table wire: the raw rows, the unfitted recipe so far, and a preview of its effect.
 * Nothing that was fitted flows: training fits the recipe anew, in every fold on the rows of that fold.
 */
export const preparedSchema = z.strictObject({
  type: z.literal("prepared"),
  /** The file the rows came from: its name, and the SHA-256 of its bytes. */
  source: z.strictObject({ name: z.string(), sha256: z.string() }),
  /** The raw rows, as Parquet. */
  table: fileReferenceSchema,
  rows: z.int(),
  /** Where these are some rows of another table: its SHA-256, and their numbers there as int32 from 0. */
  restriction: z.strictObject({ of: z.string(), rows: fileReferenceSchema }).exactOptional(),
  /** Rows of the source that could not be read. */
  quarantined: z.int(),
  /** The raw columns. */
  columns: z.array(columnSchema),
  /** The recipe so far, in order, every param written out. */
  steps: z.array(z.strictObject({ step: z.string(), params: z.record(z.string(), z.unknown()) })),
  /** Which raw rows train and which are held out; rows without a label are in neither. */
  split: z.strictObject({
    /** Ascending row numbers from 0, as int32 little-endian. */
    train: fileReferenceSchema,
    test: fileReferenceSchema,
    trainRows: z.int(),
    testRows: z.int(),
    by: z.enum(["class", "group", "time"]),
  }).nullable(),
  /** The rows after all steps so far, which were fitted on the training rows. */
  preview: z.strictObject({
    file: fileReferenceSchema,
    rows: z.int(),
    /** Every feature after the steps, behind the columns that are none. */
    columns: z.array(columnSchema),
    /** Whether it holds the training rows only: row steps act on no others. */
    trainingOnly: z.boolean(),
  }),
});

/** See {@linkcode preparedSchema}. */
export type Prepared = z.infer<typeof preparedSchema>;

/** @throws {HealerError} `cells/missing-input`, `cells/wrong-input` */
export function preparedInput(inputs: Readonly<Record<string, Value>>): Prepared {
  return inputOf(inputs, "table", "prepared", preparedSchema);
}

/** The names of the columns that have a role, in their order. */
export function columnsWithRole(columns: readonly PreparedColumn[], role: Role): string[] {
  return columns.filter((column) => column.role === role).map(({ name }) => name);
}

/** The one column that has a role that only one can have, or null. */
export function columnWithRole(
  columns: readonly PreparedColumn[],
  role: "label" | "id" | "group" | "time",
): string | null {
  return columnsWithRole(columns, role)[0] ?? null;
}
