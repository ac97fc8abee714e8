import { z } from "zod";
import type { StandingCell } from "@/pipeline/kernel/persistence.ts";
import type { RunScores } from "@/store/run_scores.ts";

const scoresSchema = z.object({
  macro_f1: z.number(),
  accuracy: z.number(),
  log_loss: z.number(),
});
const interval = z.tuple([z.number(), z.number()]);

const evaluationSchema = z.object({
  type: z.literal("evaluation"),
  evaluation: scoresSchema,
  interval,
});
const modelSchema = z.object({
  type: z.literal("model"),
  card: z.object({
    metrics: z.object({ evaluation: scoresSchema, macro_f1_interval: interval }),
  }),
});

/** The cells that give a model or an evaluation, each with what that is worth. */
export function scoredCells(cells: readonly StandingCell[]): Omit<RunScores, "run">[] {
  return cells.flatMap(({ cell, kind, key, params, stored }) => {
    const [scores] = Object.values(stored.result.values).flatMap((value) => {
      const evaluation = evaluationSchema.safeParse(value).data;
      if (evaluation) return [scoresOf(evaluation.evaluation, evaluation.interval)];
      const metrics = modelSchema.safeParse(value).data?.card.metrics;
      return metrics ? [scoresOf(metrics.evaluation, metrics.macro_f1_interval)] : [];
    });
    if (scores === undefined) return [];
    const known = z.record(z.string(), z.unknown()).safeParse(params).data ?? {};
    return [{ cell, kind, key, params: known, scores, seconds: stored.seconds }];
  });
}

function scoresOf(
  { macro_f1, accuracy, log_loss }: z.infer<typeof scoresSchema>,
  [low, high]: readonly [number, number],
): RunScores["scores"] {
  return [
    { name: "macro_f1", value: macro_f1, low, high },
    { name: "accuracy", value: accuracy },
    { name: "log_loss", value: log_loss },
  ];
}
