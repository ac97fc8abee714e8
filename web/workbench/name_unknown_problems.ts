import { nameList } from "@/pipeline/name_list.ts";
import type { Problem, Text } from "@/pipeline/problem.ts";

const trainByHand: Text = {
  en: "Add the rows to the training table yourself, with their label, and train on that.",
  zh: "请自行将这些行连同标签加入训练表，再用该表训练。",
};

/** What can keep a group of unknown rows from becoming a class. */
export const nameUnknownProblem = {
  noSuchGroup: (group: number): Problem<"unknown/group-not-found"> => ({
    code: "unknown/group-not-found",
    message: {
      en: `Cannot name the group ${group}: the diagnosis has no unknown rows of that number.`,
      zh: `无法命名第 ${group} 组：该诊断没有此编号的未知行。`,
    },
    place: { param: "group" },
    hint: {
      en: "Load the diagnosis again and choose one of its groups.",
      zh: "请重新加载该诊断，并选择其中的一组。",
    },
  }),

  noRows: (group: number): Problem<"unknown/no-rows"> => ({
    code: "unknown/no-rows",
    message: {
      en: `Cannot name the group ${group}: none of the chosen rows belongs to it.`,
      zh: `无法命名第 ${group} 组：所选的行都不属于该组。`,
    },
    place: { param: "rows" },
    hint: { en: "Choose rows of the group, or all of them.", zh: "请选择该组中的行，或选择全部。" },
  }),

  noFeatures: (): Problem<"unknown/no-features"> => ({
    code: "unknown/no-features",
    message: {
      en: "Cannot learn from the rows: an older version made the diagnosis and kept no KPIs of it.",
      zh: "无法从这些行学习：该诊断由旧版本生成，未保留指标值。",
    },
    place: {},
    hint: { en: "Diagnose the file once more.", zh: "请重新诊断该文件。" },
  }),

  noNotebook: (model: string): Problem<"unknown/no-training-data"> => ({
    code: "unknown/no-training-data",
    message: {
      en: `Cannot train ${nameList([model]).en} again: it was brought in as a file, without the ` +
        "table that it learnt from.",
      zh: `无法重新训练 ${nameList([model]).zh}：它以文件形式导入，训练数据不在此处。`,
    },
    place: {},
    hint: trainByHand,
  }),

  notebookChanged: (model: string, notebook: string): Problem<"unknown/notebook-changed"> => ({
    code: "unknown/notebook-changed",
    message: {
      en: `Cannot train ${nameList([model]).en} again: its notebook ${nameList([notebook]).en} ` +
        "gives another model by now.",
      zh: `无法重新训练 ${nameList([model]).zh}：其笔记本 ${
        nameList([notebook]).zh
      } 现在给出的是另一个模型。`,
    },
    place: {},
    hint: {
      en: "Diagnose the file by the newer model, or restore the notebook as it was and run it.",
      zh: "请用较新的模型诊断该文件，或将笔记本恢复到当时的版本并运行。",
    },
  }),
};
