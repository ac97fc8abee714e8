import * as z from "zod/mini";

const columnType = z.enum(["number", "text", "boolean", "time"]);
const column = z.strictObject({ name: z.string(), type: columnType });

/** See `TableFilter`: a condition on one column. */
export const tableFilterSchema = z.union([
  z.strictObject({
    column: z.string(),
    op: z.enum(["is", "is-not", "contains", "at-least", "at-most"]),
    value: z.union([z.string(), z.number(), z.boolean()]),
  }),
  z.strictObject({ column: z.string(), op: z.literal("among"), value: z.string() }),
  z.strictObject({ column: z.string(), op: z.enum(["missing", "present"]) }),
]);

export const sortColumnSchema = z.strictObject({ column: z.string(), descending: z.boolean() });

/** See `TablePage`: some rows of a table; times are ISO 8601 texts, holes are null. */
export const tablePageSchema = z.strictObject({
  rows: z.int(),
  allRows: z.int(),
  columns: z.array(column),
  rowNumbers: z.array(z.int()),
  cells: z.array(z.array(z.union([z.string(), z.number(), z.boolean(), z.null()]))),
});

/** See `ColumnSummary`: what a column holds, in short. */
export const columnSummarySchema = z.strictObject({
  name: z.string(),
  type: columnType,
  rows: z.int(),
  missing: z.int(),
  numbers: z.exactOptional(z.strictObject({
    min: z.number(),
    median: z.number(),
    max: z.number(),
    edges: z.array(z.number()),
    counts: z.array(z.int()),
  })),
  words: z.exactOptional(z.strictObject({
    distinct: z.int(),
    top: z.array(z.strictObject({ word: z.string(), rows: z.int() })),
  })),
});
