import { z } from "zod";
import type { ParamMeta } from "../param_meta.ts";
import { Random } from "../random.ts";
import { partOf, type RunContext } from "../run_context.ts";
import type { Labels } from "../table/feature_matrix.ts";
import { DecisionTreeGrower } from "./decision_tree.ts";
import { binMatrix, type BinnedMatrix } from "./histogram_bins.ts";
import { leafVotes } from "./leaf_votes.ts";
import type { Learner } from "./learner.ts";
import { lowerTrees } from "./lower_trees.ts";
import { presentClasses } from "./present_classes.ts";
import { joinTrees, sumTrees, type TreeEnsemble } from "./tree_ensemble.ts";

const params = z.strictObject({
  trees: z.int().min(1).max(2000).default(300).meta(
    {
      label: { en: "Trees", zh: "树的数量" },
      help: {
        en: "More trees are steadier; time and file size grow with them.",
        zh: "树越多结果越稳定；训练时间与模型文件也随之增大。",
      },
    } satisfies ParamMeta,
  ),
  maxFeatures: z.enum(["sqrt", "double-sqrt", "third", "all"]).default("double-sqrt").meta(
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
    } satisfies ParamMeta,
  ),
  minSamplesLeaf: z.int().min(1).max(1000).default(2).meta(
    {
      label: { en: "Least rows in a leaf", zh: "叶节点最少行数" },
      help: {
        en: "Larger leaves make smaller trees that follow single rows less.",
        zh: "数值越大，树越小，也越不易受个别行影响。",
      },
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
    } satisfies ParamMeta,
  ),
});

/** The params of {@linkcode randomForest}. */
export type RandomForestParams = z.infer<typeof params>;

/** What {@linkcode randomForest} has learnt: trees whose leaves sum up to class probabilities. */
export interface RandomForestFitted {
  readonly trees: TreeEnsemble;
}

/** The share of the progress that the bins take. */
const binningShare = 0.05;

/**
 * Many decision trees, each grown on rows drawn with replacement and on few features a split, that vote with
 * the class shares of their leaves (Breiman, "Random forests", Machine Learning 45, 2001). Holes need no
 * imputation: every split learns to which side they go.
 */
export const randomForest: Learner<RandomForestParams, RandomForestFitted> = {
  name: "random-forest",
  version: 1,
  title: { en: "Random forest", zh: "随机森林" },
  summary: {
    en: "Many decision trees that vote; needs no scaling, takes holes as they are, rarely fails.",
    zh: "由多棵决策树投票；无需缩放，可直接处理缺失值，结果稳健。",
  },
  params,
  defaultSteps: [],

  fit: (matrix, labels, params, context) => {
    presentClasses(labels, randomForest.name);
    const binned = binMatrix(matrix, partOf(context, 0, binningShare));
    const seeds = treeSeeds(context.seed, params.trees);
    const grown = growTrees(binned, labels, params, seeds, partOf(context, binningShare, 1));
    const trees = joinTrees(grown, labels.classes.length);
    return { trees: { ...trees, leafValue: leafVotes(trees) } };
  },

  predict: ({ trees }, matrix) => sumTrees(trees, matrix),

  lower: ({ trees }, graph, input) => lowerTrees(trees, graph, input),
};

/** A seed for each tree, so that trees can be grown in any order and place. */
export function treeSeeds(seed: number, count: number): number[] {
  const random = new Random(seed);
  return Array.from({ length: count }, () => random.uint32());
}

/** A tree for each of `seeds`, in their order; the leaves hold the shares of their classes. */
export function growTrees(
  binned: BinnedMatrix,
  labels: Labels,
  params: RandomForestParams,
  seeds: readonly number[],
  context: RunContext,
): TreeEnsemble[] {
  const grower = new DecisionTreeGrower(binned, labels, {
    featuresPerSplit: featuresPerSplit(params.maxFeatures, binned.thresholds.length),
    minSamplesLeaf: params.minSamplesLeaf,
    maxDepth: params.maxDepth,
  });
  const draws = new Uint8Array(binned.rows).fill(1);
  const weights = params.classWeight === "none"
    ? new Float64Array(labels.classes.length).fill(1)
    : balancedWeights(labels, draws);
  return seeds.map((seed, index) => {
    const alive = () => context.progress(index / seeds.length);
    alive();
    const random = new Random(seed);
    drawRows(draws, random);
    const treeWeights = params.classWeight === "balanced-subsample"
      ? balancedWeights(labels, draws)
      : weights;
    return grower.grow(draws, treeWeights, random, alive);
  });
}

function featuresPerSplit(choice: RandomForestParams["maxFeatures"], features: number): number {
  const wanted = {
    sqrt: Math.sqrt(features),
    "double-sqrt": 2 * Math.sqrt(features),
    third: features / 3,
    all: features,
  }[choice];
  return Math.max(1, Math.round(wanted));
}

/** Draws as many rows as there are, with replacement. */
function drawRows(draws: Uint8Array, random: Random): void {
  draws.fill(0);
  for (let draw = 0; draw < draws.length; draw++) draws[random.below(draws.length)]!++;
}

/** What one draw of each class weighs, so that all classes that were drawn weigh the same in sum. */
function balancedWeights({ classes, codes }: Labels, draws: Uint8Array): Float64Array {
  const counts = new Float64Array(classes.length);
  for (let row = 0; row < draws.length; row++) counts[codes[row]!]! += draws[row]!;
  const drawn = counts.filter((count) => count > 0).length;
  return counts.map((count) => count > 0 ? draws.length / (drawn * count) : 0);
}
