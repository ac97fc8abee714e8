import { z } from "zod";
import type { ParamMeta } from "../param_meta.ts";
import { classWeightParam } from "./class_weight.ts";

const onlyEarlyStopping = { earlyStopping: [true] };

/** The params of gradient boosting. */
export const boostingParams = z.strictObject({
  rounds: z.int().min(1).max(5000).default(100).meta(
    {
      label: { en: "Rounds", zh: "迭代轮数" },
      help: {
        en: "Each round adds one tree a class; time and file size grow with it.",
        zh: "每轮为每个类别增加一棵树；训练时间与模型文件随之增大。",
      },
      search: { low: 50, high: 400, scale: "log" },
    } satisfies ParamMeta,
  ),
  learningRate: z.number().min(1e-4).max(1).default(0.1).meta(
    {
      label: { en: "Learning rate", zh: "学习率" },
      help: {
        en: "The share of each tree that counts; smaller values need more rounds.",
        zh: "每棵树所起作用的比例；值越小，需要的轮数越多。",
      },
      search: { low: 0.03, high: 0.3, scale: "log" },
    } satisfies ParamMeta,
  ),
  maxLeaves: z.int().min(2).max(1024).default(16).meta(
    {
      label: { en: "Most leaves of a tree", zh: "每棵树最多叶节点数" },
      help: {
        en: "Trees grow leaf by leaf, the most useful first; more leaves follow finer patterns.",
        zh: "树按收益从大到小逐叶生长；叶越多，刻画的规律越细。",
      },
      search: { low: 7, high: 63, scale: "log" },
    } satisfies ParamMeta,
  ),
  maxDepth: z.int().min(1).max(100).default(12).meta(
    {
      label: { en: "Greatest depth", zh: "最大深度" },
      help: {
        en: "The most splits from the root to a leaf.",
        zh: "从根节点到叶节点最多经过的划分次数。",
      },
    } satisfies ParamMeta,
  ),
  l2: z.number().min(0).max(1e6).default(1).meta(
    {
      label: { en: "L2 penalty", zh: "L2 正则化" },
      help: {
        en: "Larger values hold the values of the leaves closer to zero, small leaves most of all.",
        zh: "值越大，叶节点的取值越接近零，小叶尤其如此。",
      },
      search: { low: 0.1, high: 10, scale: "log" },
    } satisfies ParamMeta,
  ),
  minChildWeight: z.number().min(0).max(1e6).default(0.5).meta(
    {
      label: { en: "Least weight of a leaf", zh: "叶节点最小权重" },
      help: {
        en: "The least sum of p·(1 − p) over the rows of a leaf; larger values ignore single rows.",
        zh: "叶节点内各行 p·(1 − p) 之和的下限；值越大，越不受个别行影响。",
      },
      search: { low: 0.01, high: 3, scale: "log" },
    } satisfies ParamMeta,
  ),
  minGain: z.number().min(0).max(1e6).default(0).meta(
    {
      label: { en: "Least gain of a split", zh: "最小划分增益" },
      help: {
        en: "A split has to gain so much in the sum of G²/(H + λ) over its leaves.",
        zh: "划分使各叶 G²/(H + λ) 之和的增量须达到该值才予采用。",
      },
    } satisfies ParamMeta,
  ),
  subsample: z.number().min(0.05).max(1).default(1).meta(
    {
      label: { en: "Share of rows per tree", zh: "每棵树的行采样比例" },
      help: {
        en: "Each tree learns from a random share of the rows.",
        zh: "每棵树只用随机抽取的一部分行训练。",
      },
      search: { low: 0.6, high: 1, scale: "linear" },
    } satisfies ParamMeta,
  ),
  columnSample: z.number().min(0.01).max(1).default(0.5).meta(
    {
      label: { en: "Share of columns per tree", zh: "每棵树的列采样比例" },
      help: {
        en: "Each tree looks at a random share of the columns; fewer make the trees more diverse.",
        zh: "每棵树只使用随机抽取的一部分列；比例越小，各树差异越大。",
      },
      search: { low: 0.3, high: 1, scale: "linear" },
    } satisfies ParamMeta,
  ),
  classWeight: classWeightParam,
  earlyStopping: z.boolean().default(false).meta(
    {
      label: { en: "Stop early", zh: "提前停止" },
      help: {
        en: "Holds rows back, stops when their loss no longer falls, and keeps the best round.",
        zh: "留出部分行作验证，其损失不再下降时停止，并保留最佳轮次。",
      },
    } satisfies ParamMeta,
  ),
  patience: z.int().min(1).max(1000).default(20).meta(
    {
      label: { en: "Patience", zh: "容忍轮数" },
      help: {
        en: "So many rounds without a better loss end the training.",
        zh: "验证损失连续多少轮没有改善即停止训练。",
      },
      shownWhen: onlyEarlyStopping,
    } satisfies ParamMeta,
  ),
  validationShare: z.number().min(0.02).max(0.5).default(0.1).meta(
    {
      label: { en: "Share held back", zh: "验证集比例" },
      help: {
        en:
          "The share of the rows that the loss is watched on; whole groups where there are groups.",
        zh: "用于监测损失的行所占比例；若有分组，则按整组留出。",
      },
      shownWhen: onlyEarlyStopping,
    } satisfies ParamMeta,
  ),
});
