import * as z from "zod/mini";
import type { ModelFile } from "../model/model_file.ts";
import type { TrainingSummary } from "../model/training_summary.ts";
import { HealerError, type Notice } from "../problem.ts";

const range = z.tuple([z.number(), z.number()]);

/** What the training data say of a feature; null where there was no value at all. */
const featureStatisticsSchema = z.strictObject({
  /** The share of rows without a value. */
  missingShare: z.number(),
  median: z.nullable(z.number()),
  /** The 5 % and the 95 % quantile. */
  usual: z.nullable(range),
  /** Minimum and maximum. */
  all: z.nullable(range),
  /** In the order of the classes. */
  perClass: z.array(z.nullable(z.strictObject({ median: z.number(), usual: range }))),
});

/** What one has to know of a model to fill in a row for it. */
export const modelFeaturesSchema = z.strictObject({
  classes: z.array(z.string()),
  /** In the order of the model's input. */
  features: z.array(z.strictObject({
    name: z.string(),
    type: z.enum(["number", "boolean"]),
    /** Null where the model carries no summary of its training data. */
    statistics: z.nullable(featureStatisticsSchema),
  })),
  notices: z.array(z.strictObject({
    code: z.string(),
    message: z.strictObject({ en: z.string(), zh: z.string() }),
  })),
});

export type ModelFeatures = z.infer<typeof modelFeaturesSchema>;

export type FeatureStatistics = z.infer<typeof featureStatisticsSchema>;

/** What a model file says of its features; a summary that cannot be read is told of and left out. */
export function modelFeatures(model: Pick<ModelFile, "card" | "summary">): ModelFeatures {
  const { classes, features } = model.card;
  const notices: Notice[] = [];
  const summary = readableSummary(model, notices);
  return {
    classes: [...classes],
    features: features.map(({ name, type }, index) => ({
      name,
      type,
      statistics: summary === null ? null : statisticsOf(summary, index),
    })),
    notices: notices.map(({ code, message }) => ({ code, message })),
  };
}

function readableSummary(
  model: Pick<ModelFile, "summary">,
  notices: Notice[],
): TrainingSummary | null {
  try {
    return model.summary();
  } catch (error) {
    if (!(error instanceof HealerError)) throw error;
    const { code, message } = error.problem;
    notices.push({ code, message });
    return null;
  }
}

function statisticsOf(summary: TrainingSummary, index: number): FeatureStatistics | null {
  const column = summary.columns[index];
  if (column === undefined) return null;
  const levels = summary.quantile_levels;
  const usualOf = (quantiles: readonly number[]): [number, number] => [
    atLevel(levels, quantiles, 0.05),
    atLevel(levels, quantiles, 0.95),
  ];
  const { quantiles } = column;
  return {
    missingShare: column.missing_share,
    median: quantiles && atLevel(levels, quantiles, 0.5),
    usual: quantiles && usualOf(quantiles),
    all: quantiles && [atLevel(levels, quantiles, 0), atLevel(levels, quantiles, 1)],
    perClass: column.class_quantiles.map((own) =>
      own && { median: atLevel(levels, own, 0.5), usual: usualOf(own) }
    ),
  };
}

/** The quantile of the kept level that is nearest, as float32, which is all that the model sees. */
function atLevel(levels: readonly number[], quantiles: readonly number[], level: number): number {
  let nearest = 0;
  for (const [index, each] of levels.entries()) {
    const best = levels[nearest] ?? Infinity;
    if (Math.abs(each - level) < Math.abs(best - level)) nearest = index;
  }
  return Math.fround(quantiles[nearest] ?? 0);
}
