import * as z from "zod/mini";
import { problemSchema, textSchema } from "@/pipeline/kernel/problem_schema.ts";

// The runs of a notebook and their logs, as they go over the wire: nothing here may need Deno or Node.

const id = z.string();
const time = z.iso.datetime();

/** What one cell was worth at the end of a run. */
export const cellScoresSchema = z.object({
  cell: z.string(),
  kind: z.string(),
  /** The key of its result: two runs with the same key had the same result. */
  key: z.string(),
  /** With defaults filled in. */
  params: z.record(z.string(), z.unknown()),
  /** How long it ran when it was computed. */
  seconds: z.number(),
  scores: z.array(z.object({
    /** As in evaluations: `macro_f1`, `accuracy`, `log_loss`. */
    name: z.string(),
    value: z.number(),
    /** The 95 % interval, where there is one. */
    low: z.optional(z.number()),
    high: z.optional(z.number()),
  })),
});

/** One run of a notebook with what its models and evaluations were worth at its end. */
export const pastRunSchema = z.object({
  id,
  /** The revision of the notebook that ran. */
  revision: z.int(),
  state: z.enum(["running", "finished", "failed", "cancelled", "interrupted"]),
  /** The cells that were asked for. */
  cells: z.array(z.string()),
  started: time,
  ended: z.nullable(time),
  /** In the notebook's order; empty while it runs. */
  scores: z.array(cellScoresSchema),
});

/** `GET /api/notebooks/[id]/runs?limit=50`, newest first. */
export const runsSchema = z.object({
  runs: z.array(pastRunSchema),
  /** The params in which these runs differ, cell by cell; all others are the same in all of them. */
  differences: z.array(z.object({
    cell: z.string(),
    kind: z.string(),
    /** `learner.trees` for a part of a param. */
    param: z.string(),
    /** One a run, in the order of `runs`; null where the run had no such cell or param. */
    values: z.array(z.unknown()),
  })),
});

/** A line of the log of a cell, oldest first. */
export const logEntrySchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("started"), time }),
  /** What it was at, or what came of a part of its work. */
  z.object({ type: z.literal("message"), time, message: textSchema }),
  z.object({ type: z.literal("finished"), time, seconds: z.number() }),
  z.object({ type: z.literal("failed"), time, problem: problemSchema }),
  z.object({ type: z.literal("cancelled"), time }),
  /** The server ended while it ran. */
  z.object({ type: z.literal("interrupted"), time }),
]);

/** `GET /api/notebooks/[id]/cells/[cell]/log`: of the last run in which it was computed; empty where there was none. */
export const cellLogSchema = z.object({
  cell: z.string(),
  run: z.nullable(id),
  entries: z.array(logEntrySchema),
});

/** `GET /api/notebooks/[id]/runs/[run]`: a run with the logs of all cells that were computed in it. */
export const runLogSchema = z.object({ ...pastRunSchema.shape, logs: z.array(cellLogSchema) });

export type CellScores = z.infer<typeof cellScoresSchema>;
export type PastRun = z.infer<typeof pastRunSchema>;
export type RunsAnswer = z.infer<typeof runsSchema>;
export type LogEntry = z.infer<typeof logEntrySchema>;
export type CellLogAnswer = z.infer<typeof cellLogSchema>;
export type RunLogAnswer = z.infer<typeof runLogSchema>;
