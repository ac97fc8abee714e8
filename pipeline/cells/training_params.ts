import { z } from "zod";
import { calibrationMethodSchema } from "../model/calibration.ts";
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
  calibration: calibrationMethodSchema.default("none").meta(
    {
      label: { en: "Calibration", zh: "概率校准" },
      help: {
        en: "Corrects the probabilities by predictions for rows that training has not seen.",
        zh: "根据模型对训练未见数据行的预测来修正概率。",
      },
      options: {
        none: { en: "None", zh: "不校准" },
        temperature: { en: "Temperature scaling", zh: "温度缩放" },
        isotonic: { en: "Isotonic, class by class", zh: "逐类保序回归" },
      },
    } satisfies ParamMeta,
  ),
  tuneDecision: z.boolean().default(false).meta(
    {
      label: { en: "Tune the decision", zh: "调整判定权重" },
      help: {
        en: "Weighs the classes so that macro-F1 is highest; the probabilities stay as they are.",
        zh: "为各类别加权以提高宏平均 F1；概率本身不变。",
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
