import * as z from "zod/mini";
import { figureSchema } from "@/pipeline/cells/figure.ts";
import { fileReferenceSchema } from "@/pipeline/cells/value.ts";
import {
  diagnosisHeadSchema,
  incidentSchema,
  unknownGroupSchema,
  verdictCountsSchema,
} from "@/pipeline/diagnosis/findings.ts";
import { errorRates } from "@/pipeline/diagnosis/verdict.ts";
import { problemSchema, textSchema } from "@/pipeline/kernel/problem_schema.ts";

const id = z.string();

/** The share of wrong answers that whoever asks accepts: of prediction sets and of what is called unknown. */
export const errorRateSchema = z.number().check(
  z.minimum(errorRates.least),
  z.maximum(errorRates.most),
);

/** How far a diagnosis is that runs. */
export const diagnosisProgressSchema = z.object({
  /** How much of the file has been read, from 0 to 1. */
  fraction: z.number(),
  /** How many rows are diagnosed. */
  rows: z.int(),
  rowsPerSecond: z.nullable(z.number()),
  /** Null while nobody can know. */
  remainingSeconds: z.nullable(z.number()),
});

const noticeSchema = z.object({
  code: z.string(),
  message: textSchema,
  place: z.exactOptional(problemSchema.shape.place),
});

/** A diagnosis as lists show it. While it runs, its numbers are those so far. */
export const diagnosisOverviewSchema = z.object({
  id,
  /** What the user calls it: at first as the file. */
  name: z.string(),
  /** The name of the file that was diagnosed. */
  source: z.string(),
  model: z.object({
    id,
    name: z.string(),
    version: z.int(),
    classes: z.array(z.string()),
    isDeleted: z.boolean(),
  }),
  state: z.enum(["running", "done", "failed"]),
  progress: z.nullable(diagnosisProgressSchema),
  /** Why it has failed. */
  problem: z.nullable(problemSchema),
  /** The content of the file, by which diagnoses of the same file are known; null where the file was not kept. */
  file: z.nullable(fileReferenceSchema),
  errorRate: z.number(),
  rows: z.int(),
  /** Rows diagnosed as each class, in the order of the model's classes. */
  counts: z.array(z.object({ fault: z.string(), rows: z.int() })),
  /** Rows of each verdict; null where verdicts were not given yet. */
  verdicts: z.nullable(verdictCountsSchema),
  /** Rows that could not be read; they stand in the result with a warning. */
  unread: z.int(),
  withWarnings: z.int(),
  notices: z.array(noticeSchema),
  created: z.iso.datetime(),
});

/** `GET /api/diagnoses/[id]`; `POST /api/models/[id]/diagnose?name=…` with the rows as its body → 201 the same. */
export const diagnosisSchema = z.object({
  ...diagnosisOverviewSchema.shape,
  /** Its first rows, while it runs. */
  head: z.nullable(diagnosisHeadSchema),
  /** Parquet: the model's features of each row of the result, in its order; null where they were not kept. */
  features: z.nullable(fileReferenceSchema),
  figures: z.array(figureSchema),
  /** How many rows of `counts` fit nothing known, for the classes where there are any; empty while it runs. */
  unknownCounts: z.array(z.object({ fault: z.string(), rows: z.int() })),
  /** The rows of each group; empty where the table has no group column. */
  incidents: z.array(incidentSchema),
  /** Rows that fit nothing known, those that are alike together. */
  unknownGroups: z.array(unknownGroupSchema),
});

/** `GET /api/diagnoses`, newest first. */
export const diagnosesSchema = z.object({ diagnoses: z.array(diagnosisOverviewSchema) });

/** The data of the event `diagnosis`: how far one is that runs, or that it has ended. */
export const diagnosisNewsSchema = z.object({
  ...z.pick(diagnosisOverviewSchema, {
    id: true,
    state: true,
    progress: true,
    rows: true,
    counts: true,
    verdicts: true,
    unread: true,
    withWarnings: true,
  }).shape,
  /** Is told once, with the first rows. */
  head: z.nullable(diagnosisHeadSchema),
});

/** `POST /api/diagnoses/[id]/again` → 201 the new one: the same file by another model or with another error rate. */
export const diagnoseAgainSchema = z.strictObject({
  /** The id of a model; the same as before where none is named. */
  model: z.exactOptional(id),
  errorRate: z.exactOptional(errorRateSchema),
});

/** The query of `GET /api/diagnoses/[id]/file`. */
export const resultFormatSchema = z.object({
  format: z._default(z.enum(["csv", "json", "parquet", "html"]), "csv"),
});

export type DiagnosisOverview = z.infer<typeof diagnosisOverviewSchema>;
export type DiagnosisAnswer = z.infer<typeof diagnosisSchema>;
export type DiagnoseAgain = z.infer<typeof diagnoseAgainSchema>;
export type DiagnosisProgress = z.infer<typeof diagnosisProgressSchema>;
