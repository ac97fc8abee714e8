import { z } from "zod";
import { cellResultSchema } from "../cells/cell_kind.ts";
import { fileReferenceSchema, valueSchema } from "../cells/value.ts";
import { checkpointName } from "../checkpoint.ts";
import { metricPointSchema } from "./events.ts";
import { problemSchema, textSchema } from "./problem_schema.ts";

/** What a kernel is told at its start. */
export const kernelSetupSchema = z.strictObject({
  /** The URL of the module that exports `cellKinds`. */
  registry: z.string(),
  inputs: z.string(),
  scratch: z.string(),
  /** How many threads a cell's own work may use. */
  threads: z.int().min(1),
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
  sort: z.strictObject({ column: z.string(), descending: z.boolean() }).exactOptional(),
});

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
  z.strictObject({ type: z.literal("page"), id, request: pageRequestSchema }),
]);

export type ToKernel = z.infer<typeof toKernelSchema>;

const producedFileSchema = z.strictObject({ ...fileReferenceSchema.shape, path: z.string() });

const pageSchema = z.strictObject({
  rows: z.int(),
  columns: z.array(z.strictObject({
    name: z.string(),
    type: z.enum(["number", "text", "boolean", "time"]),
  })),
  cells: z.array(z.array(z.union([z.string(), z.number(), z.boolean(), z.null()]))),
});

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
  /** A checkpoint was written; the file is the server's from then on. */
  z.strictObject({
    type: z.literal("checkpoint"),
    id,
    name: checkpointNameSchema,
    path: z.string(),
  }),
  z.strictObject({
    type: z.literal("done"),
    id,
    result: cellResultSchema,
    files: z.array(producedFileSchema),
  }),
  z.strictObject({ type: z.literal("page"), id, page: pageSchema }),
  z.strictObject({ type: z.literal("failed"), id, problem: problemSchema }),
]);

export type FromKernel = z.infer<typeof fromKernelSchema>;
