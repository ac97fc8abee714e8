import * as z from "zod/mini";
import {
  columnRoleSchema,
  columnTypeSchema,
  tablePreviewSchema,
  tableReportSchema,
} from "@/pipeline/cells/table_report.ts";
import { problemSchema } from "@/pipeline/kernel/problem_schema.ts";

// How a file becomes a dataset, as it goes over the wire: nothing here may need Deno or Node.

/** A name, even `__proto__`, is safe in a list. */
const columnTypesSchema = z.array(z.object({ column: z.string(), type: columnTypeSchema }));
const columnRolesSchema = z.array(z.object({ column: z.string(), role: columnRoleSchema }));

/** How a file is to be read; whatever is left out is guessed. */
export const importSettingsSchema = z.strictObject({
  delimiter: z._default(z.enum(["guess", "comma", "semicolon", "tab", "bar"]), "guess"),
  quote: z._default(z.enum(["guess", "double", "single"]), "guess"),
  decimal: z._default(z.enum(["guess", "point", "comma"]), "guess"),
  header: z._default(z.enum(["guess", "yes", "no"]), "guess"),
  /** A name of the Encoding Standard; empty: guess. */
  encoding: z._default(z.string().check(z.maxLength(40)), ""),
  /** What a cell does that does not fit the type that was guessed for its column. */
  badCells: z._default(z.enum(["quarantine", "hole"]), "quarantine"),
  types: z._default(columnTypesSchema, []),
  roles: z._default(columnRolesSchema, []),
});

/** `POST /api/uploads/[id]/preview` → what its first rows would be like. */
export const previewSchema = tablePreviewSchema;

/**
 * `POST /api/uploads/[id]/survey` → the whole file, read as it would be imported: lines of JSON, some that say how
 * far it is and then one that says what came of it. Whoever hangs up ends the work.
 */
export const surveyLineSchema = z.union([
  z.object({ progress: z.number() }),
  z.object({ report: tableReportSchema }),
  z.object({ error: problemSchema }),
]);

/** `POST /api/uploads/[id]/import` → 201 `datasetSchema`. */
export const importRequestSchema = z.strictObject({
  settings: z._default(importSettingsSchema, {
    delimiter: "guess",
    quote: "guess",
    decimal: "guess",
    header: "guess",
    encoding: "",
    badCells: "quarantine",
    types: [],
    roles: [],
  }),
  /** What the dataset is called; as the file where this is absent. */
  name: z.exactOptional(z.string().check(z.minLength(1), z.maxLength(1000))),
});

export type ImportSettings = z.infer<typeof importSettingsSchema>;
export type SurveyLine = z.infer<typeof surveyLineSchema>;

/** The settings with which everything is guessed. */
export const guessedSettings: ImportSettings = importSettingsSchema.parse({});
