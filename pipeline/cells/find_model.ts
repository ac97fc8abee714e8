import { z } from "zod";
import { learners } from "../learners/registry.ts";
import { singleLearners } from "../learners/single_learners.ts";
import type { ParamMeta } from "../param_meta.ts";
import { columnSteps, rowSteps } from "../steps/registry.ts";
import { defineCell } from "./cell_kind.ts";
import { seedParam } from "./seed_param.ts";
import { trainingParams } from "./training_params.ts";

const allLearners = "all";

const params = z.strictObject({
  learner: z.enum([allLearners, ...singleLearners.map(({ name }) => name)]).default(allLearners)
    .meta(
      {
        label: { en: "Learners", zh: "学习器" },
        help: {
          en: "All learners compete, or one of them is tuned.",
          zh: "让全部学习器参与比较，或只调优其中一个。",
        },
        options: {
          [allLearners]: { en: "All of them", zh: "全部" },
          ...Object.fromEntries(singleLearners.map(({ name, title }) => [name, title])),
        },
      } satisfies ParamMeta,
    ),
  limit: z.enum(["budget", "trials"]).default("budget").meta(
    {
      label: { en: "Ends after", zh: "结束条件" },
      help: {
        en: "A number of trials gives the same result each time; a time gives what it allows.",
        zh: "限定试验次数时结果可重复；限定时间时结果取决于机器速度。",
      },
      options: {
        budget: { en: "A time", zh: "一段时间" },
        trials: { en: "A number of trials", zh: "若干次试验" },
      },
    } satisfies ParamMeta,
  ),
  budget: z.int().min(1).max(86_400).default(120).meta(
    {
      label: { en: "Seconds", zh: "秒数" },
      help: {
        en: "How long the search takes, the training of the model it found included.",
        zh: "搜索所用的时间（含最终模型的训练）。",
      },
      shownWhen: { limit: ["budget"] },
    } satisfies ParamMeta,
  ),
  trials: z.int().min(1).max(10_000).default(30).meta(
    {
      label: { en: "Trials", zh: "试验次数" },
      help: { en: "How many recipes are tried.", zh: "尝试多少个方案。" },
      shownWhen: { limit: ["trials"] },
    } satisfies ParamMeta,
  ),
  ensemble: z.boolean().default(true).meta(
    {
      label: { en: "Combine several models", zh: "组合多个模型" },
      help: {
        en: "Lets the model be made of several where that does better.",
        zh: "若效果更好，则把多个模型组合成一个。",
      },
      shownWhen: { learner: [allLearners] },
    } satisfies ParamMeta,
  ),
  ...trainingParams,
  tuneDecision: trainingParams.tuneDecision.unwrap().default(true)
    .meta({ ...trainingParams.tuneDecision.meta() }),
  seed: seedParam,
});

/** The params of {@linkcode findModelCell}. */
export type FindModelParams = z.infer<typeof params>;

/**
 * Tries recipes of steps and learners and trains the best on all training rows. A search that is cut off begins
 * anew: its cell has no place that outlives it.
 */
export const findModelCell = defineCell({
  kind: "find-model",
  version: 3,
  group: "train",
  title: { en: "Find the best model", zh: "自动寻优" },
  summary: {
    en: "Tries learners, params and steps on the same folds, and trains what does best.",
    zh: "在相同的折上尝试不同学习器、参数与步骤，并训练其中最佳者。",
  },
  params,
  takes: { table: "prepared" },
  gives: { model: "model" },
  cost: "costly",
  versionsUsed: () =>
    Object.fromEntries(
      [...learners, ...columnSteps, ...rowSteps].map(({ name, version }) => [name, version]),
    ),

  run: async (...work) => await (await import("./find_model_run.ts")).runFindModel(...work),
});

/** Whether all learners compete. */
export function isOverAll({ learner }: FindModelParams): boolean {
  return learner === allLearners;
}
