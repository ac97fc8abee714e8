import * as z from "zod/mini";

// Pages read reports, too: nothing here may need Deno or Node.

const textSchema = z.strictObject({ en: z.string(), zh: z.string() });

const placeSchema = z.object({
  file: z.exactOptional(z.string()),
  line: z.exactOptional(z.int()),
  column: z.exactOptional(z.int()),
  cell: z.exactOptional(z.string()),
  param: z.exactOptional(z.string()),
});

/** A setting, and why it is that. */
function guess<Value>(value: z.ZodMiniType<Value>): z.ZodMiniType<ReportGuess<Value>> {
  return z.object({ value, reason: textSchema, guessed: z.boolean() });
}

/** See {@linkcode tableReportSchema}. */
export interface ReportGuess<Value> {
  value: Value;
  reason: { en: string; zh: string };
  guessed: boolean;
}

export const columnTypes = ["number", "text", "boolean", "time"] as const;
export const columnRoles = ["feature", "label", "id", "group", "time", "ignored"] as const;

export const columnTypeSchema = z.enum(columnTypes);
export const columnRoleSchema = z.enum(columnRoles);

/** How a file was understood. */
export const readingSchema = z.object({
  format: guess(z.enum(["csv", "parquet"])),
  encoding: z.exactOptional(guess(z.string())),
  delimiter: z.exactOptional(guess(z.string())),
  quote: z.exactOptional(guess(z.string())),
  decimal: z.exactOptional(guess(z.enum([".", ","]))),
  header: z.exactOptional(guess(z.boolean())),
});

/** What a column holds, to be drawn small: counts of numbers in equal bins, or the most frequent values. */
export const distributionSchema = z.union([
  z.object({ bins: z.array(z.int()), min: z.number(), max: z.number() }),
  z.object({ values: z.array(z.object({ value: z.string(), count: z.int() })) }),
]);

export const reportColumnSchema = z.object({
  name: z.string(),
  type: guess(columnTypeSchema),
  role: guess(columnRoleSchema),
  /** How many of the rows looked at have no value here. */
  missing: z.int(),
  /** How many different values there are. */
  distinct: z.int(),
  /** How many cells became missing because they do not fit the type. */
  unreadable: z.int(),
  distribution: z.nullable(distributionSchema),
});

const setAsideSchema = z.object({
  row: z.int(),
  line: z.int(),
  /** The name of the column with the flaw, where it is known. */
  column: z.nullable(z.string()),
  code: z.string(),
  reason: textSchema,
  /** The text of the row, or of the cell. */
  raw: z.string(),
});

/** What was read of a file and how, for people to look at. */
export const tableReportSchema = z.object({
  reading: readingSchema,
  /** Whether all of the file was read. */
  isWhole: z.boolean(),
  /** How many rows were read and are part of the table. */
  rows: z.int(),
  /** How many of them the columns were looked at in. */
  profiledRows: z.int(),
  columns: z.array(reportColumnSchema),
  /** Rows that were set aside. */
  badRows: z.object({ count: z.int(), listed: z.array(setAsideSchema) }),
  /** Cells that became missing. */
  badCells: z.object({ count: z.int(), listed: z.array(setAsideSchema) }),
  notices: z.array(
    z.object({
      code: z.string(),
      message: textSchema,
      place: z.exactOptional(placeSchema),
    }),
  ),
  /** Why nothing can be made of it as it is read now. */
  problem: z.nullable(z.object({
    code: z.string(),
    message: textSchema,
    place: placeSchema,
    hint: textSchema,
  })),
});

/** The first rows of a file, as they are read. */
export const tableHeadSchema = z.object({
  /** For each row the line of the file on which it starts. */
  lines: z.array(z.int()),
  cells: z.array(z.array(z.union([z.string(), z.number(), z.boolean(), z.null()]))),
});

export const tablePreviewSchema = z.object({ report: tableReportSchema, head: tableHeadSchema });

export type TableReport = z.infer<typeof tableReportSchema>;
export type ReportColumn = z.infer<typeof reportColumnSchema>;
export type SetAside = z.infer<typeof setAsideSchema>;
export type TablePreview = z.infer<typeof tablePreviewSchema>;

/** The media type of a report that is kept beside the result of an import. */
export const reportMedia = "application/vnd.systemhealer.table-report+json";
