import { z } from "zod";
import type { ParamMeta } from "../param_meta.ts";
import type { ForestOptions } from "./grow_forest.ts";

const maxFeatures = z.enum(["sqrt", "double-sqrt", "third", "all"]);

/** What forests differ by where the user says nothing. */
interface ForestDefaults {
  readonly maxFeatures: z.infer<typeof maxFeatures>;
  readonly minSamplesLeaf: number;
}

const paramsOf = (defaults: ForestDefaults) => ({
  trees: z.int().min(1).max(2000).default(300).meta(
    {
      label: { en: "Trees", zh: "树的数量" },
      help: {
        en: "More trees are steadier; time and file size grow with them.",
        zh: "树越多结果越稳定；训练时间与模型文件也随之增大。",
      },
      search: { values: [150, 300, 600] },
    } satisfies ParamMeta,
  ),
  maxFeatures: maxFeatures.default(defaults.maxFeatures).meta(
    {
      label: { en: "Features per split", zh: "每次划分的特征数" },
      help: {
        en:
          "How many of the d features are drawn for each split; fewer make the trees more diverse.",
        zh: "每次划分从 d 个特征中随机抽取多少个；越少则各树差异越大。",
      },
      options: {
        sqrt: { en: "√d", zh: "√d" },
        "double-sqrt": { en: "2·√d", zh: "2·√d" },
        third: { en: "d / 3", zh: "d / 3" },
        all: { en: "All", zh: "全部" },
      },
      search: { values: ["sqrt", "double-sqrt", "third"] },
    } satisfies ParamMeta,
  ),
  minSamplesLeaf: z.int().min(1).max(1000).default(defaults.minSamplesLeaf).meta(
    {
      label: { en: "Least rows in a leaf", zh: "叶节点最少行数" },
      help: {
        en: "Larger leaves make smaller trees that follow single rows less.",
        zh: "数值越大，树越小，也越不易受个别行影响。",
      },
      search: { low: 1, high: 10, scale: "log" },
    } satisfies ParamMeta,
  ),
  maxDepth: z.int().min(1).max(100).default(50).meta(
    {
      label: { en: "Greatest depth", zh: "最大深度" },
      help: {
        en: "The most splits from the root to a leaf.",
        zh: "从根节点到叶节点最多经过的划分次数。",
      },
    } satisfies ParamMeta,
  ),
  classWeight: z.enum(["none", "balanced", "balanced-subsample"]).default("none").meta(
    {
      label: { en: "Class weights", zh: "类别权重" },
      help: {
        en: "Balanced weights let rare classes count as much as common ones.",
        zh: "平衡权重使稀少类别与常见类别同等重要。",
      },
      options: {
        none: { en: "Every row counts the same", zh: "每行权重相同" },
        balanced: { en: "Every class counts the same", zh: "每个类别权重相同" },
        "balanced-subsample": {
          en: "Every class counts the same in each tree",
          zh: "在每棵树内每个类别权重相同",
        },
      },
      search: { values: ["none", "balanced-subsample"] },
    } satisfies ParamMeta,
  ),
});

/** The fields of a forest of best splits. */
export const bestSplitParams = paramsOf({ maxFeatures: "double-sqrt", minSamplesLeaf: 2 });

/** The fields of a forest of random splits, which has to see more features: of few, none may tell anything. */
export const randomSplitParams = paramsOf({ maxFeatures: "third", minSamplesLeaf: 1 });

type ForestParams = z.infer<z.ZodObject<typeof bestSplitParams>>;

/** What the params of a forest mean for the trees of `featureCount` features. */
export function forestOptions(
  params: ForestParams,
  featureCount: number,
  kind: { readonly bootstrap: boolean; readonly splits: "best" | "random" },
): ForestOptions {
  return {
    tree: {
      featuresPerSplit: featuresPerSplit(params.maxFeatures, featureCount),
      minSamplesLeaf: params.minSamplesLeaf,
      maxDepth: params.maxDepth,
      splits: kind.splits,
    },
    bootstrap: kind.bootstrap,
    classWeight: params.classWeight,
  };
}

function featuresPerSplit(choice: ForestParams["maxFeatures"], features: number): number {
  const wanted = {
    sqrt: Math.sqrt(features),
    "double-sqrt": 2 * Math.sqrt(features),
    third: features / 3,
    all: features,
  }[choice];
  return Math.max(1, Math.round(wanted));
}
