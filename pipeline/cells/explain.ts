import { z } from "zod";
import type { ParamMeta } from "../param_meta.ts";
import { defineCell } from "./cell_kind.ts";
import { seedParam } from "./seed_param.ts";

const params = z.strictObject({
  count: z.int().min(1).max(10_000).default(200).meta(
    {
      label: { en: "Rows to explain", zh: "待解释的行数" },
      help: {
        en: "Drawn at random from the rows that are held out, or from all where none are.",
        zh: "从留出的数据行中随机抽取；没有留出时从全部数据行中抽取。",
      },
    } satisfies ParamMeta,
  ),
  class: z.string().nullable().default(null).meta(
    {
      label: { en: "Fault to explain", zh: "待解释的故障" },
      help: {
        en:
          "What speaks for and against this fault; empty: for each row the one it is diagnosed as.",
        zh: "说明支持和反对该故障的指标；留空则解释每一行各自的诊断结果。",
      },
    } satisfies ParamMeta,
  ),
  features: z.int().min(1).max(40).default(15).meta(
    {
      label: { en: "Features shown", zh: "显示的特征数" },
      help: {
        en: "The pictures show the features that matter most; the tables have all.",
        zh: "图中只显示最重要的特征，表中包含全部特征。",
      },
    } satisfies ParamMeta,
  ),
  method: z.enum(["auto", "tree", "permutation"]).default("auto").meta(
    {
      label: { en: "Method", zh: "方法" },
      help: {
        en: "Trees are explained exactly; any other model by sampling orders of its features.",
        zh: "树模型可精确解释；其他模型通过对特征顺序采样来估计。",
      },
      options: {
        auto: { en: "Exact where possible", zh: "尽可能精确" },
        tree: { en: "TreeSHAP (exact)", zh: "TreeSHAP（精确）" },
        permutation: { en: "Permutation SHAP (sampled)", zh: "置换 SHAP（采样）" },
      },
    } satisfies ParamMeta,
  ),
  background: z.int().min(1).max(500).default(50).meta(
    {
      label: { en: "Reference rows", zh: "参考行数" },
      help: {
        en:
          "How many rows of the model's summary permutations start from: more are slower and surer.",
        zh: "置换所依据的模型参考行数：越多越慢，也越准确。",
      },
      shownWhen: { method: ["auto", "permutation"] },
    } satisfies ParamMeta,
  ),
  seed: seedParam,
});

/** The params of {@linkcode explain}. */
export type ExplainParams = z.infer<typeof params>;

/** Which KPIs make a model say what it says: over many rows, and for each of them. */
export const explain = defineCell({
  kind: "explain",
  version: 1,
  group: "judge",
  title: { en: "Explain", zh: "解释" },
  summary: {
    en: "Which KPIs speak for and against each diagnosis, by SHAP values.",
    zh: "用 SHAP 值说明哪些指标支持或反对每个诊断。",
  },
  params,
  takes: { model: "model", table: "prepared" },
  gives: {},
  cost: "costly",

  run: async (...work) => await (await import("./explain_run.ts")).runExplain(...work),
});
