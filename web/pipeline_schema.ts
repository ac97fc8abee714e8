import * as z from "zod/mini";
import { problemSchema, textSchema } from "@/pipeline/kernel/problem_schema.ts";

// What goes over the wire of saved pipelines.

const time = z.iso.datetime();
const name = z.string().check(z.trim(), z.minLength(1), z.maxLength(10_000));

/** A cell that a pipeline does without, and why. */
const leftOutSchema = z.object({
  cell: z.string(),
  name: textSchema,
  reason: textSchema,
});

/** What a pipeline holds, in words. */
export const pipelineContentSchema = z.object({
  /** In order, each with what differs from its defaults. */
  steps: z.array(textSchema),
  learner: textSchema,
  /** The steps that the learner brings, where there are no others. */
  ownSteps: z.array(textSchema),
  /** How many columns it learns from, and the first of them by name. */
  features: z.int(),
  firstFeatures: z.array(z.string()),
  label: z.string(),
  /** The share of the rows that is held out, and what they must be new in; null where none are. */
  split: z.nullable(z.object({
    by: z.enum(["guess", "class", "group", "time"]),
    testShare: z.number(),
  })),
  folds: z.int(),
  leftOut: z.array(leftOutSchema),
});

/** A saved pipeline as its last version has it. */
export const pipelineSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** From 1. */
  version: z.int(),
  created: time,
  /** When the last version was saved. */
  updated: time,
  content: pipelineContentSchema,
});

/** `GET /api/pipelines`, newest first. */
export const pipelinesSchema = z.object({ pipelines: z.array(pipelineSchema) });

/** `GET /api/pipelines/[id]/versions`, newest first. */
export const pipelineVersionsSchema = z.object({
  versions: z.array(z.object({
    version: z.int(),
    created: time,
    content: pipelineContentSchema,
  })),
});

/** The query of `GET /api/notebooks/[id]/pipeline`. */
export const pipelineDraftQuerySchema = z.object({
  /** The cell that trains; the last one by default. */
  cell: z.exactOptional(z.string()),
});

/** `GET /api/notebooks/[id]/pipeline`: what would be saved. */
export const pipelineDraftSchema = z.object({
  cell: z.string(),
  /** The title of the notebook. */
  name: z.string(),
  content: pipelineContentSchema,
  /** All cells in front of the learner that stay behind. */
  leftOut: z.array(leftOutSchema),
  /** The pipelines there are: the name, the last version, and whether that is the same as this. */
  known: z.array(z.object({ name: z.string(), version: z.int(), isSame: z.boolean() })),
});

/**
 * `POST /api/pipelines` → 201 `savedPipelineSchema`: the pipeline of a notebook that ends in `cell` (the last
 * one that trains by default), or `text`, the content of a pipeline file. 200 where it was there already.
 */
export const savePipelineSchema = z.strictObject({
  /** By default the title of the notebook, or the name in the file. */
  name: z.exactOptional(name),
  notebook: z.exactOptional(z.string()),
  cell: z.exactOptional(z.string()),
  text: z.exactOptional(z.string()),
});

export const savedPipelineSchema = z.object({
  id: z.string(),
  name: z.string(),
  version: z.int(),
  /** Whether there is a new version; not where the last one is the same. */
  isNew: z.boolean(),
});

/** The query of `GET /api/pipelines/[id]/file`. */
export const pipelineFileQuerySchema = z.object({
  /** The last one by default. */
  version: z.exactOptional(z.coerce.number().check(z.int(), z.positive())),
});

const rename = z.strictObject({ from: z.string(), to: z.string() });

/** `POST /api/pipelines/[id]/check` and `…/apply` → 201 `createdSchema`: the notebook, which runs already. */
export const applyPipelineSchema = z.strictObject({
  dataset: z.string(),
  version: z.exactOptional(z.int()),
  /** The column that names the fault, where it is not the one that is guessed. */
  label: z.exactOptional(z.string()),
  /** Columns of the dataset that the pipeline knows by other names. */
  renames: z._default(z.array(rename).check(z.maxLength(10_000)), []),
});

/** How many there are, and the first of them. */
function listed<Each extends z.core.$ZodType>(each: Each) {
  return z.object({ count: z.int(), first: z.array(each) });
}

/** How a dataset suits a pipeline. */
export const pipelineCheckSchema = z.object({
  fits: z.boolean(),
  /** The label column; null where none can be told. */
  label: z.nullable(z.string()),
  /** The columns that could be it. */
  labels: z.array(z.string()),
  /** Features that the dataset lacks, with the names that come close. */
  missing: listed(z.object({ name: z.string(), similar: z.array(z.string()) })),
  /** Features that are no numbers in the dataset. */
  retyped: listed(
    z.object({ name: z.string(), type: z.enum(["number", "text", "boolean", "time"]) }),
  ),
  /** Features of the dataset that the pipeline does not know. */
  extra: listed(z.string()),
  /** Columns that most likely are missing features under other names. */
  renames: z.array(rename),
  /** What keeps the pipeline from being applied. */
  problems: z.array(problemSchema),
  notices: z.array(textSchema),
});

export type PipelineAnswer = z.infer<typeof pipelineSchema>;
export type PipelineContent = z.infer<typeof pipelineContentSchema>;
export type PipelineVersionsAnswer = z.infer<typeof pipelineVersionsSchema>;
export type PipelineDraft = z.infer<typeof pipelineDraftSchema>;
export type SavePipeline = z.infer<typeof savePipelineSchema>;
export type SavedPipeline = z.infer<typeof savedPipelineSchema>;
export type ApplyPipeline = z.infer<typeof applyPipelineSchema>;
export type PipelineCheck = z.infer<typeof pipelineCheckSchema>;
