import type { Notice, Problem } from "../problem.ts";

/** What can be wrong with a search for a good model. */
export const tuningProblem = {
  noJournal: (file: string): Problem<"tuning/no-journal"> => ({
    code: "tuning/no-journal",
    message: {
      en: "Cannot read the list of trials: the file is absent, damaged or no such list.",
      zh: "无法读取试验列表：文件不存在、已损坏或不是试验列表。",
    },
    place: { file },
    hint: {
      en: "`healer train` writes it beside the model, as MODEL.onnx.trials.jsonl.",
      zh: "`healer train` 会将其写在模型旁，名为 MODEL.onnx.trials.jsonl。",
    },
  }),

  otherData: (file: string): Problem<"tuning/other-data"> => ({
    code: "tuning/other-data",
    message: {
      en: "Cannot replay the search: the table is not the one it was made on.",
      zh: "无法重放搜索：数据表与搜索时所用的不同。",
    },
    place: { file },
    hint: {
      en: "Give the very file that was searched, with the same columns.",
      zh: "请提供搜索时使用的原文件，且列的角色相同。",
    },
  }),

  otherEngine: (file: string, versions: string): Problem<"tuning/other-engine"> => ({
    code: "tuning/other-engine",
    message: {
      en: `Cannot replay the search: it was made with other versions (${versions}).`,
      zh: `无法重放搜索：搜索时使用的版本不同（${versions}）。`,
    },
    place: { file },
    hint: {
      en: "Use the version of the workbench that made the search, or search again.",
      zh: "请使用当时版本的工作台，或重新搜索。",
    },
  }),

  noneScored: (reason: Problem | null): Problem<"tuning/none-scored"> => ({
    code: "tuning/none-scored",
    message: {
      en: `Cannot find a model: no recipe could be trained on all folds${
        reason ? `; the first one: ${reason.message.en}` : "."
      }`,
      zh: `找不到模型：没有任何方案能在所有折上完成训练${
        reason ? `；首个方案：${reason.message.zh}` : "。"
      }`,
    },
    place: {},
    hint: reason?.hint ?? {
      en: "Give a larger budget, or more rows of each class.",
      zh: "请增加预算，或为每个类别提供更多数据行。",
    },
  }),

  defect: (detail: string): Problem<"tuning/defect"> => ({
    code: "tuning/defect",
    message: { en: `The training failed: ${detail}.`, zh: `训练失败：${detail}。` },
    place: {},
    hint: {
      en: "Please report it with the recipe and, if you may, the file.",
      zh: "请附上该方案以及（如可提供）相关文件进行反馈。",
    },
  }),
};

/** What is worth knowing about a search that gave a model. */
export const tuningNotice = {
  resumed: (trials: number): Notice => ({
    code: "tuning/resumed",
    message: {
      en: `An earlier run of this search left ${trials} ${
        trials === 1 ? "trial" : "trials"
      }: it goes on from there.`,
      zh: `此前运行留下了 ${trials} 次试验，搜索从那里继续。`,
    },
  }),

  budgetSpent: (seconds: number): Notice => ({
    code: "tuning/budget-too-small",
    message: {
      en:
        `${seconds} s were not enough to train a learner on all folds: the model is the baseline, ` +
        "which looks at no feature. Give a larger budget.",
      zh: `${seconds} 秒不足以在所有折上训练任何学习器：所得模型是不看任何特征的基线。请增加预算。`,
    },
  }),

  endedEarly: (trials: number): Notice => ({
    code: "tuning/ended-early",
    message: {
      en: `The search was ended after ${trials} ${
        trials === 1 ? "trial" : "trials"
      }: the model is the best so far.`,
      zh: `搜索在 ${trials} 次试验后提前结束：所得模型为目前最佳。`,
    },
  }),

  failed: (failed: number, trials: number): Notice => ({
    code: "tuning/trials-failed",
    message: {
      en: `${failed} of ${trials} trials failed; the list says why.`,
      zh: `${trials} 次试验中有 ${failed} 次失败，原因见列表。`,
    },
  }),

  noBetterThanGuessing: (): Notice => ({
    code: "tuning/no-better-than-guessing",
    message: {
      en: "No learner did better than the baseline, which looks at no feature: " +
        "check whether the features tell anything about the label.",
      zh: "没有学习器优于不看任何特征的基线：请检查特征是否包含与标签有关的信息。",
    },
  }),

  spaceExhausted: (trials: number): Notice => ({
    code: "tuning/space-exhausted",
    message: {
      en: `There was nothing more to try after ${trials} ${trials === 1 ? "trial" : "trials"}.`,
      zh: `${trials} 次试验之后已没有可尝试的方案。`,
    },
  }),
};
