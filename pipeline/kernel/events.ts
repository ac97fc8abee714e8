import * as z from "zod/mini";
import { cellStateSchema } from "./cell_state.ts";
import { problemSchema, textSchema } from "./problem_schema.ts";

const time = z.iso.datetime();
const inRun = { run: z.string(), time };
const ofCell = { ...inRun, cell: z.string() };

/** A point of a live curve. */
export const metricPointSchema = z.strictObject({
  name: z.string(),
  step: z.number(),
  value: z.number(),
  /** The fold it belongs to, from 1, where several are trained. */
  fold: z.exactOptional(z.int()),
});

/** What happens in an open notebook. */
export const notebookEventSchema = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("run-started"),
    ...inRun,
    cells: z.array(z.string()),
    /** Whether somebody asked, or cheap cells followed a change. */
    cause: z.enum(["asked", "change"]),
  }),
  z.strictObject({
    type: z.literal("run-finished"),
    ...inRun,
    outcome: z.enum(["finished", "failed", "cancelled"]),
  }),
  z.strictObject({ type: z.literal("started"), ...ofCell, key: z.string() }),
  z.strictObject({
    type: z.literal("progress"),
    ...ofCell,
    fraction: z.number(),
    message: z.exactOptional(textSchema),
    /** The seconds left, once they can be known. */
    remaining: z.exactOptional(z.number()),
  }),
  z.strictObject({
    type: z.literal("metrics"),
    ...ofCell,
    /** How many points there were before these since the cell has started. */
    from: z.int(),
    points: z.array(metricPointSchema),
  }),
  z.strictObject({ type: z.literal("log"), ...ofCell, message: textSchema }),
  z.strictObject({
    type: z.literal("finished"),
    ...ofCell,
    key: z.string(),
    seconds: z.number(),
  }),
  z.strictObject({ type: z.literal("failed"), ...ofCell, problem: problemSchema }),
  z.strictObject({ type: z.literal("cancelled"), ...ofCell }),
  z.strictObject({ type: z.literal("kernel-restarted"), time, reason: problemSchema }),
  /** A cell came into another state; runs may be under way or not. */
  z.strictObject({
    type: z.literal("state"),
    time,
    cell: z.string(),
    state: cellStateSchema,
  }),
]);

export type NotebookEvent = Readonly<z.infer<typeof notebookEventSchema>>;

/** Events that a run's log keeps; states follow from results, and of progress a few are enough (see `RunLog`). */
export const loggedEvents: ReadonlySet<NotebookEvent["type"]> = new Set([
  "run-started",
  "run-finished",
  "started",
  "metrics",
  "log",
  "finished",
  "failed",
  "cancelled",
  "kernel-restarted",
]);
