import { z } from "zod";
import type { ParamMeta } from "../param_meta.ts";

/** The params of every cell that trains and scores a model. */
export const trainingParams = {
  folds: z.int().min(2).max(20).default(5).meta(
    {
      label: { en: "Folds", zh: "折数" },
      help: {
        en: "In how many parts cross-validation divides the training rows; each is predicted once.",
        zh: "交叉验证将训练行分成几份；每份被预测一次。",
      },
    } satisfies ParamMeta,
  ),
  keepRows: z.boolean().default(true).meta(
    {
      label: { en: "Reference rows in the model", zh: "模型中保留参考行" },
      help: {
        en: "Up to 500 training rows travel inside the model file, to explain and to find drift.",
        zh: "在模型文件中保留至多 500 行训练数据，用于解释和发现漂移。",
      },
    } satisfies ParamMeta,
  ),
};
