import { z } from "zod";
import { evaluationSchema } from "../evaluation/evaluation.ts";
import { calibrationSummarySchema } from "./calibration.ts";
import { parityProofSchema } from "./parity.ts";
import { recipeSchema } from "./recipe.ts";
import { searchRecordSchema } from "./search_record.ts";

/** The metadata key of the card inside the ONNX file. */
export const cardKey = "healer.card";

const columnName = z.string().nullable();

/**
 * What a model file says of itself, as JSON under `healer.card`: enough to use it anywhere and to judge it.
 * It holds no time stamp, so that the same data, recipe and seed give the same file.
 */
export const modelCardSchema = z.strictObject({
  /** 2 since models may be calibrated and weigh their classes; files of format 1 have none of that. */
  format: z.literal([1, 2]),
  engine: z.string(),
  /** The raw features in the order of the graph's input. */
  features: z.array(z.strictObject({ name: z.string(), type: z.enum(["number", "boolean"]) })).min(
    1,
  ),
  /** In the order of the graph's probabilities. */
  classes: z.array(z.string()).min(2),
  /** The columns of the training table that are not features. */
  columns: z.strictObject({
    label: z.string(),
    id: columnName,
    group: columnName,
    time: columnName,
    ignored: z.array(z.string()),
  }),
  recipe: recipeSchema,
  seed: z.int(),
  data: z.strictObject({
    name: z.string(),
    sha256: z.string(),
    rows: z.int(),
    /** Rows left out because they had no label. */
    unlabelled: z.int(),
    /** Rows set aside because they could not be read. */
    quarantined: z.int(),
    per_class: z.array(z.int()),
  }),
  /** What cross-validation says of the recipe and of what follows it, cross-fitted; null where it was left out or could not be done. */
  metrics: z.strictObject({
    method: z.string(),
    folds: z.int(),
    evaluation: evaluationSchema,
    macro_f1_interval: z.tuple([z.number(), z.number()]),
  }).nullable(),
  /** What corrects the learner's probabilities inside the graph, fitted on out-of-fold predictions. */
  calibration: calibrationSummarySchema.exactOptional(),
  /** The diagnosis is the class of the greatest weight × probability; absent = all weights are 1. */
  decision_weights: z.array(z.number().positive().max(1)).exactOptional(),
  /** The search that found the recipe, where there was one. */
  search: searchRecordSchema.exactOptional(),
  /** How many out-of-fold predictions there were, and how many of them the file keeps. */
  out_of_fold: z.strictObject({ rows: z.int(), kept: z.int() }).exactOptional(),
  parity: parityProofSchema,
  /** The hashes of the models this one was adapted from, nearest first. */
  parents: z.array(z.string()),
});

export type ModelCard = z.infer<typeof modelCardSchema>;
