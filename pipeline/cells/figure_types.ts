import * as z from "zod/mini";
import { axisPart, commonParts, namePart, numbersPart, textPart } from "./figure_parts.ts";

const score = z.nullable(z.number());

/** A value with the ends of its interval. */
const estimate = z.strictObject({
  value: score,
  low: z.exactOptional(z.number()),
  high: z.exactOptional(z.number()),
});

/** Where cells are missing: columns against runs of rows. */
export const missingMap = z.strictObject({
  type: z.literal("missing-map"),
  ...commonParts,
  /** From the top down. */
  columns: z.array(z.string()),
  /** k + 1 row numbers from 0 on, between which the rows are taken together. */
  edges: z.array(z.int()),
  /** For each column k shares of missing cells, from 0 to 1. */
  shares: z.array(z.array(z.number())),
});

/** How columns go together, two by two. */
export const correlationMatrix = z.strictObject({
  type: z.literal("correlation"),
  ...commonParts,
  measure: textPart,
  /** In an order that puts alike ones side by side. */
  columns: z.array(z.string()),
  /** From −1 to 1, symmetric; null where it is undefined. */
  values: z.array(numbersPart),
  /** The strongest pairs of all columns, the strongest first. */
  pairs: z.array(z.strictObject({ a: z.string(), b: z.string(), value: z.number() })),
});

/** Shares of a whole: how many rows each class has. */
export const classShares = z.strictObject({
  type: z.literal("shares"),
  ...commonParts,
  parts: z.array(z.strictObject({ name: namePart, rows: z.number() })),
  /** Of all rows, of which the parts may be some. */
  total: z.number(),
});

/** Several scores of each class, with their intervals. */
export const scoreDots = z.strictObject({
  type: z.literal("scores"),
  ...commonParts,
  value: axisPart,
  measures: z.array(textPart),
  rows: z.array(z.strictObject({
    name: namePart,
    /** How many rows it was scored on. */
    support: z.exactOptional(z.number()),
    /** One a measure. */
    scores: z.array(estimate),
  })),
});

/** How often predictions of a probability came true. */
export const reliabilityDiagram = z.strictObject({
  type: z.literal("reliability"),
  ...commonParts,
  bins: z.array(z.strictObject({
    confidence: z.number(),
    observed: z.number(),
    rows: z.number(),
  })),
  /** The expected calibration error, from 0 to 1. */
  error: z.number(),
});

/** Features in the order of their importance by one or several scores, and how sure that order is. */
export const rankList = z.strictObject({
  type: z.literal("ranks"),
  ...commonParts,
  rows: z.array(z.strictObject({
    name: z.string(),
    /** 1 is best. */
    rank: z.number(),
    low: z.number(),
    high: z.number(),
    /** The share of the resamples that chose it; null where none were drawn. */
    chosen: score,
  })),
});

const attempt = {
  /** The number of the trial; null = a combination of several. */
  trial: z.nullable(z.int()),
  name: textPart,
  /** The params that matter. */
  details: textPart,
  /** Of training once; null where times are not told. */
  seconds: z.nullable(z.number()),
};

/** What was tried, the best first. */
export const leaderboardList = z.strictObject({
  type: z.literal("leaderboard"),
  ...commonParts,
  score: axisPart,
  rows: z.array(z.strictObject({ ...attempt, ...estimate.shape, isChosen: z.boolean() })),
});

/** What was tried, in order, and the best so far. */
export const trialHistory = z.strictObject({
  type: z.literal("trials"),
  ...commonParts,
  score: axisPart,
  trials: z.array(z.strictObject({ ...attempt, score, best: score })),
});
