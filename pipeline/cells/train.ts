import { z } from "zod";
import { findLearner, parseLearnerParams } from "../learners/registry.ts";
import { findStep } from "../steps/registry.ts";
import type { ParamMeta } from "../param_meta.ts";
import { defineCell } from "./cell_kind.ts";
import { type LearnerChoice, learnerParam } from "./learner_param.ts";
import { seedParam } from "./seed_param.ts";
import { trainingParams } from "./training_params.ts";

const params = z.strictObject({
  learner: learnerParam,
  ...trainingParams,
  parents: z.array(z.string().regex(/^[0-9a-f]{64}$/)).max(100).exactOptional().meta(
    {
      label: { en: "Follows the models", zh: "前代模型" },
      help: {
        en: "The hashes of the model files that this one follows, nearest first.",
        zh: "该模型所承接的模型文件的哈希值，最近的在前。",
      },
      hidden: true,
    } satisfies ParamMeta,
  ),
  seed: seedParam,
});

/** The params of {@linkcode train}. */
export type TrainParams = z.infer<typeof params>;

/**
 * Trains a model: fits the whole recipe on raw rows inside every fold and scores it there, then fits it once
 * more on all training rows.
 */
export const train = defineCell({
  kind: "train",
  version: 3,
  group: "train",
  title: { en: "Train", zh: "训练" },
  summary: {
    en: "Learns from the training rows, scores by cross-validation and gives one ONNX file.",
    zh: "从训练行中学习，用交叉验证评分，得到一个 ONNX 文件。",
  },
  params,
  takes: { table: "prepared" },
  gives: { model: "model" },
  cost: "costly",
  versionsUsed: ({ learner }) => versionsOf(learner),

  run: async (...work) => await (await import("./train_run.ts")).runTrain(...work),
});

/** The versions of the learner, of its own steps, and of the learners and steps that it is made of. */
function versionsOf({ name, ...params }: LearnerChoice): Record<string, number> {
  const learner = findLearner(name);
  const steps = learner.defaultSteps.map(({ step }): [string, number] => [
    step,
    findStep(step).version,
  ]);
  const parts = learner.versionsUsed?.(parseLearnerParams(learner, params)) ?? {};
  return { ...parts, ...Object.fromEntries(steps), [name]: learner.version };
}
