import * as z from "zod/mini";
import { fileReferenceSchema } from "@/pipeline/cells/value.ts";
import { problemSchema, textSchema } from "@/pipeline/kernel/problem_schema.ts";

// What a file from elsewhere is, before anything is made of it: nothing here may need Deno or Node.

/** What is opened. */
export const openingMedia = ["application/json", "application/x-ipynb+json"] as const;

/** How a Jupyter notebook is read: as the notebook that lies in it, or as notes of what it shows. */
export const readingSchema = z.enum(["own", "foreign"]);

/** `POST /api/opening/summary?name=…` with the file as its body → `openingSummarySchema`. Nothing is stored. */
export const openingQuerySchema = z.object({
  name: z.string().check(z.minLength(1), z.maxLength(1000)),
  /** Of a Jupyter notebook; the own one where there is one that can be read. */
  reading: z.exactOptional(readingSchema),
});

/** `POST /api/opening?name=…&run=true` with the same file → 201 `openedSchema`. */
export const openFileQuerySchema = z.extend(openingQuerySchema, {
  /** Whether all that can run does so at once. */
  run: z._default(z.enum(["true", "false"]), "false"),
});

/** What was made of the file. */
export const openedSchema = z.object({
  kind: z.enum(["notebook", "pipeline"]),
  id: z.string(),
});

const noticeSchema = z.object({ code: z.string(), message: textSchema });

/** How many of them a summary shows at most; and how many bytes a file may have: Jupyter keeps pictures in its own. */
export const openingLimits = {
  cells: 50,
  problems: 20,
  files: 50,
  features: 20,
  bytes: 32 * 2 ** 20,
} as const;

const fileSchema = z.object({ name: z.string(), bytes: z.int() });

/** What every summary of something that can be opened says. */
const common = {
  file: fileSchema,
  title: z.string(),
  /** The version of the format, as people call it. */
  format: z.string(),
  /** Worth knowing; stops nothing. */
  notices: z.array(noticeSchema),
};

/** A cell of a notebook that is to be opened. */
export const openingCellSchema = z.object({
  id: z.string(),
  kind: z.string(),
  /** What the kind is called; null where there is none of that name. */
  kindTitle: z.nullable(textSchema),
  /** What its author calls it; empty where it has no name. */
  title: z.string(),
  isCostly: z.boolean(),
});

/** Code that somebody else wrote. */
export const openingCodeSchema = z.object({
  cell: z.string(),
  language: z.enum(["typescript", "sql"]),
  source: z.string(),
});

/** A file that cells need. */
export const openingFileSchema = z.object({
  name: z.string(),
  content: fileReferenceSchema,
  cells: z.array(z.string()),
  /** Whether its content lies in this workspace. */
  isHere: z.boolean(),
});

/** A notebook: of this workbench, or from Jupyter. */
export const openingNotebookSchema = z.object({
  kind: z.literal("notebook"),
  ...common,
  /** Whether it comes as a Jupyter notebook, and how that is read. */
  reading: z.nullable(readingSchema),
  /** The other way to read it, where there is one. */
  otherReading: z.nullable(readingSchema),
  /** The first of them, in their order. */
  cells: z.array(openingCellSchema),
  cellCount: z.int(),
  costlyCount: z.int(),
  /** All code, in full. */
  code: z.array(openingCodeSchema),
  files: z.array(openingFileSchema),
  fileCount: z.int(),
  /** What keeps single cells from running; the others run. */
  problems: z.array(problemSchema),
  problemCount: z.int(),
});

/** A pipeline. */
export const openingPipelineSchema = z.object({
  kind: z.literal("pipeline"),
  ...common,
  /** The first steps in their order, each by its name and what it is called. */
  steps: z.array(z.object({ name: z.string(), title: textSchema })),
  stepCount: z.int(),
  learner: textSchema,
  /** The names of the first columns that it reads. */
  features: z.array(z.string()),
  featureCount: z.int(),
  /** The column that names the fault. */
  label: z.string(),
  /** The first things that it does not carry, each by what it is called, and why. */
  leftOut: z.array(z.object({ name: textSchema, reason: textSchema })),
  leftOutCount: z.int(),
});

/** A file of which nothing can be made. */
export const openingRefusalSchema = z.object({
  kind: z.literal("nothing"),
  file: fileSchema,
  problem: problemSchema,
  /** Another way to read it, where there is one. */
  otherReading: z.nullable(readingSchema),
});

export const openingSummarySchema = z.discriminatedUnion("kind", [
  openingNotebookSchema,
  openingPipelineSchema,
  openingRefusalSchema,
]);

export type Reading = z.infer<typeof readingSchema>;
export type OpeningNotice = z.infer<typeof noticeSchema>;
export type OpeningCode = z.infer<typeof openingCodeSchema>;
export type OpeningFile = z.infer<typeof openingFileSchema>;
export type OpeningNotebook = z.infer<typeof openingNotebookSchema>;
export type OpeningPipeline = z.infer<typeof openingPipelineSchema>;
export type OpeningRefusal = z.infer<typeof openingRefusalSchema>;
export type OpeningSummary = z.infer<typeof openingSummarySchema>;
export type Opened = z.infer<typeof openedSchema>;
