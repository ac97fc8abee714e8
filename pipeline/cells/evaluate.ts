import { z } from "zod";
import { defineCell } from "./cell_kind.ts";
import { seedParam } from "./seed_param.ts";

const params = z.strictObject({ seed: seedParam });

/** The params of {@linkcode evaluate}. */
export type EvaluateParams = z.infer<typeof params>;

/**
 * What a model is worth on rows it has not seen: those the split holds out, or another labelled table. Where
 * the table it learnt from has no split, the cross-validated scores of its card are shown.
 */
export const evaluate = defineCell({
  kind: "evaluate",
  version: 4,
  group: "judge",
  title: { en: "Evaluate", zh: "评估" },
  summary: {
    en: "What the model is worth on rows it has not seen.",
    zh: "模型在未见过的数据行上表现如何。",
  },
  params,
  takes: { model: "model", table: "prepared" },
  gives: { evaluation: "evaluation" },
  cost: "cheap",

  run: async (...work) => await (await import("./evaluate_run.ts")).runEvaluate(...work),
});
