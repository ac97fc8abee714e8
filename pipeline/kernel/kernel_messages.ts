import { z } from "zod";
import { cellResultSchema } from "../cells/cell_kind.ts";
import { fileReferenceSchema, valueSchema } from "../cells/value.ts";
import { codeOutcomeSchema, codeWorkSchema } from "../code/code_work.ts";
import { checkpointName } from "../checkpoint.ts";
import { modelFeaturesSchema } from "../diagnosis/model_features.ts";
import { rowAnswerSchema } from "../diagnosis/row_answer.ts";
import { metricPointSchema } from "./events.ts";
import { modelQuestionSchema } from "./model_messages.ts";
import { problemSchema, textSchema } from "./problem_schema.ts";
import {
  columnSummarySchema,
  sortColumnSchema,
  tableFilterSchema,
  tablePageSchema,
} from "./table_messages.ts";

/** What a kernel is told at its start. */
export const kernelSetupSchema = z.strictObject({
  /** The URL of the module that exports `cellKinds`. */
  registry: z.string(),
  inputs: z.string(),
  scratch: z.string(),
  /** How many threads a cell's own work may use. */
  threads: z.int().min(1),
  /** How many bytes of tables are kept to answer requests for rows. */
  tableMemory: z.int().min(0),
  /** How many bytes the files of models that stay open for questions may have. */
  modelBytes: z.int().min(0),
  /** Marks the kernel's messages on its standard output. */
  token: z.string(),
});

export type KernelSetup = Readonly<z.infer<typeof kernelSetupSchema>>;

const id = z.string();

const checkpointNameSchema = z.string().regex(checkpointName);

export const cellTaskSchema = z.strictObject({
  cell: z.string(),
  kind: z.string(),
  version: z.int(),
  params: z.unknown(),
  inputs: z.record(z.string(), valueSchema),
  seed: z.number(),
  files: z.array(fileReferenceSchema),
});

export const pageRequestSchema = z.strictObject({
  file: fileReferenceSchema,
  offset: z.int().nonnegative(),
  limit: z.int().min(0).max(1000),
  columns: z.array(z.string()).exactOptional(),
  sort: z.array(sortColumnSchema).exactOptional(),
  filter: z.array(tableFilterSchema).exactOptional(),
  search: z.string().exactOptional(),
  among: z.string().exactOptional(),
});

export const summaryRequestSchema = z.strictObject({
  file: fileReferenceSchema,
  columns: z.array(z.string()),
});

const codeAnswerSchema = z.union([
  z.strictObject({ outcome: codeOutcomeSchema }),
  z.strictObject({ problem: problemSchema }),
]);

/** What came of the code that a cell wanted to have run. */
export type CodeAnswer = z.infer<typeof codeAnswerSchema>;

/** What the server says to a kernel: one line of JSON each. */
export const toKernelSchema = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("run"),
    id,
    task: cellTaskSchema,
    /** The checkpoints that lie in `<inputs>/<id>`. */
    checkpoints: z.array(checkpointNameSchema),
  }),
  z.strictObject({ type: z.literal("cancel"), id }),
  /** The answer to the request for code that had the number `call`. */
  z.strictObject({
    type: z.literal("code"),
    id,
    call: z.int().nonnegative(),
    answer: codeAnswerSchema,
  }),
  z.strictObject({ type: z.literal("page"), id, request: pageRequestSchema }),
  z.strictObject({ type: z.literal("summary"), id, request: summaryRequestSchema }),
  z.strictObject({ type: z.literal("ask"), id, question: modelQuestionSchema }),
  /** What a model says of its features. */
  z.strictObject({ type: z.literal("features"), id, model: fileReferenceSchema }),
]);

export type ToKernel = z.infer<typeof toKernelSchema>;

const producedFileSchema = z.strictObject({ ...fileReferenceSchema.shape, path: z.string() });

/** What a kernel says to the server. */
export const fromKernelSchema = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("ready") }),
  /** A sign of life, with the bytes of memory the process holds. */
  z.strictObject({ type: z.literal("alive"), resident: z.number() }),
  z.strictObject({
    type: z.literal("progress"),
    id,
    fraction: z.number(),
    message: z.exactOptional(textSchema),
  }),
  z.strictObject({ type: z.literal("metrics"), id, points: z.array(metricPointSchema) }),
  z.strictObject({ type: z.literal("log"), id, message: textSchema }),
  /** What is known of a result before its end. */
  z.strictObject({ type: z.literal("partial"), id, value: z.unknown() }),
  /** A checkpoint was written; the file is the server's from then on. */
  z.strictObject({
    type: z.literal("checkpoint"),
    id,
    name: checkpointNameSchema,
    path: z.string(),
  }),
  /** A cell wants code to be run, which the kernel may not do. */
  z.strictObject({
    type: z.literal("code"),
    id,
    call: z.int().nonnegative(),
    work: codeWorkSchema,
  }),
  z.strictObject({
    type: z.literal("done"),
    id,
    result: cellResultSchema,
    files: z.array(producedFileSchema),
  }),
  z.strictObject({ type: z.literal("page"), id, page: tablePageSchema }),
  z.strictObject({ type: z.literal("summary"), id, columns: z.array(columnSummarySchema) }),
  z.strictObject({ type: z.literal("answer"), id, answer: rowAnswerSchema }),
  z.strictObject({ type: z.literal("features"), id, features: modelFeaturesSchema }),
  z.strictObject({ type: z.literal("failed"), id, problem: problemSchema }),
]);

export type FromKernel = z.infer<typeof fromKernelSchema>;
