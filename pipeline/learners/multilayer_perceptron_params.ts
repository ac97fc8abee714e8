import { z } from "zod";
import type { ParamMeta } from "../param_meta.ts";
import { classWeightParam } from "./class_weight.ts";

/** The params of the multilayer perceptron. */
export const multilayerPerceptronParams = z.strictObject({
  layers: z.array(z.int().min(1).max(2048)).min(1).max(8).default([128, 64]).meta(
    {
      label: { en: "Hidden layers", zh: "隐藏层" },
      help: {
        en: "The units of each hidden layer, from the input on, such as 128, 64.",
        zh: "从输入端起每个隐藏层的神经元数，例如 128, 64。",
      },
      search: { values: [[64], [128, 64], [200, 200, 200], [256, 128]] },
    } satisfies ParamMeta,
  ),
  activation: z.enum(["leaky-relu", "relu", "gelu"]).default("leaky-relu").meta(
    {
      label: { en: "Activation", zh: "激活函数" },
      help: {
        en: "What bends the sums of hidden units; GELU is smoother and takes longer.",
        zh: "隐藏单元的非线性函数；GELU 更平滑，但训练更慢。",
      },
      options: {
        "leaky-relu": { en: "Leaky ReLU", zh: "Leaky ReLU" },
        relu: { en: "ReLU", zh: "ReLU" },
        gelu: { en: "GELU", zh: "GELU" },
      },
      search: { values: ["leaky-relu", "gelu"] },
    } satisfies ParamMeta,
  ),
  batchNormalisation: z.boolean().default(false).meta(
    {
      label: { en: "Batch normalisation", zh: "批归一化" },
      help: {
        en: "Brings each hidden unit to one size in every step; deep networks learn more steadily.",
        zh: "在每个训练步骤中将各隐藏单元归一到同一量级；深层网络训练更稳定。",
      },
      search: { values: [false, true] },
    } satisfies ParamMeta,
  ),
  dropout: z.number().min(0).max(0.9).default(0.3).meta(
    {
      label: { en: "Dropout", zh: "Dropout 比例" },
      help: {
        en: "The share of hidden units left out at random in each step, against overfitting.",
        zh: "每个训练步骤中随机丢弃的隐藏单元比例，用于抑制过拟合。",
      },
      search: { low: 0, high: 0.5, scale: "linear" },
    } satisfies ParamMeta,
  ),
  optimiser: z.enum(["adamw", "adam"]).default("adamw").meta(
    {
      label: { en: "Optimiser", zh: "优化器" },
      help: {
        en: "AdamW pulls the weights to zero evenly, Adam by way of the gradient.",
        zh: "AdamW 对权重做均匀衰减，Adam 则通过梯度施加衰减。",
      },
      options: {
        adamw: { en: "AdamW", zh: "AdamW" },
        adam: { en: "Adam", zh: "Adam" },
      },
    } satisfies ParamMeta,
  ),
  learningRate: z.number().min(1e-6).max(0.1).default(3e-3).meta(
    {
      label: { en: "Learning rate", zh: "学习率" },
      help: {
        en: "How far a step moves the weights; too large a rate never settles.",
        zh: "每一步调整权重的幅度；过大则无法收敛。",
      },
      search: { low: 5e-4, high: 2e-2, scale: "log" },
    } satisfies ParamMeta,
  ),
  schedule: z.enum(["cosine", "constant"]).default("cosine").meta(
    {
      label: { en: "Learning rate schedule", zh: "学习率调度" },
      help: {
        en: "The rate falls to zero along half a cosine over all epochs, or stays as it is.",
        zh: "学习率在全部轮次内按半个余弦降到零，或保持不变。",
      },
      options: {
        cosine: { en: "Cosine, down to 0", zh: "余弦衰减至 0" },
        constant: { en: "Constant", zh: "保持不变" },
      },
    } satisfies ParamMeta,
  ),
  weightDecay: z.number().min(0).max(1).default(0.01).meta(
    {
      label: { en: "Weight decay", zh: "权重衰减" },
      help: {
        en: "How strongly the weights are pulled to zero, against overfitting.",
        zh: "将权重拉向零的强度，用于抑制过拟合。",
      },
      search: { low: 1e-4, high: 0.3, scale: "log" },
    } satisfies ParamMeta,
  ),
  batchSize: z.int().min(4).max(1024).default(128).meta(
    {
      label: { en: "Batch size", zh: "批大小" },
      help: {
        en: "The most rows of a training step; small tables take fewer, for eight steps an epoch.",
        zh: "每个训练步骤最多使用的行数；小表会自动减少，以保证每轮有八个步骤。",
      },
      search: { values: [64, 128, 256] },
    } satisfies ParamMeta,
  ),
  epochs: z.int().min(1).max(2000).default(60).meta(
    {
      label: { en: "Epochs", zh: "训练轮数" },
      help: {
        en: "How often training goes through all rows, at most.",
        zh: "训练最多遍历全部数据的次数。",
      },
    } satisfies ParamMeta,
  ),
  earlyStopping: z.boolean().default(true).meta(
    {
      label: { en: "Early stopping", zh: "提前停止" },
      help: {
        en:
          "Holds rows out (whole groups) and keeps the weights of the epoch that suits them best.",
        zh: "留出部分行（按整组）用于验证，并保留验证损失最低的那一轮的权重。",
      },
    } satisfies ParamMeta,
  ),
  validationShare: z.number().min(0.02).max(0.5).default(0.1).meta(
    {
      label: { en: "Validation share", zh: "验证集比例" },
      help: {
        en: "The share of the rows that is held out.",
        zh: "留出用于验证的行所占比例。",
      },
      shownWhen: { earlyStopping: [true] },
    } satisfies ParamMeta,
  ),
  patience: z.int().min(1).max(2000).default(15).meta(
    {
      label: { en: "Patience", zh: "容忍轮数" },
      help: {
        en: "Training ends after so many epochs without a lower validation loss.",
        zh: "验证损失连续多少轮没有下降后停止训练。",
      },
      shownWhen: { earlyStopping: [true] },
    } satisfies ParamMeta,
  ),
  classWeight: classWeightParam,
});

/** What {@linkcode multilayerPerceptronParams} parses to. */
export type MultilayerPerceptronParams = z.infer<typeof multilayerPerceptronParams>;
