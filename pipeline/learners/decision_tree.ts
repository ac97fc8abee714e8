import { z } from "zod";
import { classSizes } from "../evaluation/stratified_folds.ts";
import type { ParamMeta } from "../param_meta.ts";
import { Random } from "../random.ts";
import { partOf } from "../run_context.ts";
import { classWeightParam, classWeights } from "./class_weight.ts";
import { binMatrix } from "./histogram_bins.ts";
import { leafVotes } from "./leaf_votes.ts";
import type { Learner } from "./learner.ts";
import { lowerTrees } from "./lower_trees.ts";
import { presentClasses } from "./present_classes.ts";
import { pruneTree } from "./prune_tree.ts";
import { sumTrees, type TreeEnsemble } from "./tree_ensemble.ts";
import { TreeGrower } from "./tree_grower.ts";

const params = z.strictObject({
  maxDepth: z.int().min(1).max(100).default(20).meta(
    {
      label: { en: "Greatest depth", zh: "最大深度" },
      help: {
        en: "The most splits from the root to a leaf; a shallow tree can be read by people.",
        zh: "从根节点到叶节点最多经过的划分次数；浅树便于人工阅读。",
      },
      search: { low: 3, high: 25, scale: "linear" },
    } satisfies ParamMeta,
  ),
  minSamplesLeaf: z.int().min(1).max(1000).default(5).meta(
    {
      label: { en: "Least rows in a leaf", zh: "叶节点最少行数" },
      help: {
        en: "Larger leaves make a smaller tree that follows single rows less.",
        zh: "数值越大，树越小，也越不易受个别行影响。",
      },
      search: { low: 1, high: 30, scale: "log" },
    } satisfies ParamMeta,
  ),
  costPerLeaf: z.number().min(0).max(1).default(5e-4).meta(
    {
      label: { en: "Cost of a leaf", zh: "叶节点代价" },
      help: {
        en: "Splits that lower the Gini impurity by less than this for each leaf are pruned.",
        zh: "若划分使基尼不纯度平均每个叶节点的降幅低于该值，则予以剪除。",
      },
      search: { low: 1e-5, high: 1e-2, scale: "log" },
    } satisfies ParamMeta,
  ),
  classWeight: classWeightParam,
});

type DecisionTreeParams = z.infer<typeof params>;

/** What {@linkcode decisionTree} has learnt: one tree whose leaves hold class shares. */
export interface DecisionTreeFitted {
  readonly trees: TreeEnsemble;
}

/** The share of the progress that the bins take; growing one tree takes about as long. */
const binningShare = 0.5;

/**
 * One tree of yes-or-no questions about single KPIs, each the one that lowers the Gini impurity most, pruned
 * by what its leaves are worth (Breiman et al., "Classification and Regression Trees", 1984). Values are binned:
 * up to 255 distinct values a feature the tree is that of exact search. Holes need no imputation: every split
 * learns to which side they go.
 */
export const decisionTree: Learner<DecisionTreeParams, DecisionTreeFitted> = {
  name: "decision-tree",
  version: 1,
  title: { en: "Decision tree", zh: "决策树" },
  summary: {
    en: "One tree of questions about single KPIs: easy to read, less exact than a forest.",
    zh: "由针对单个指标的判断组成的一棵树：易于理解，但精度不及森林。",
  },
  params,
  defaultSteps: [],

  fit: (matrix, labels, { costPerLeaf, maxDepth, minSamplesLeaf, classWeight }, context) => {
    presentClasses(labels, decisionTree.name);
    const binned = binMatrix(matrix, partOf(context, 0, binningShare));
    const grower = new TreeGrower(binned, labels, {
      featuresPerSplit: matrix.names.length,
      minSamplesLeaf,
      maxDepth,
      splits: "best",
    });
    const draws = new Uint8Array(matrix.rows).fill(1);
    const weights = classWeights(classSizes(labels), classWeight);
    const alive = () => context.progress(binningShare);
    const grown = grower.grow(draws, weights, new Random(context.seed), alive);
    const tree = costPerLeaf > 0 ? pruneTree(grown, costPerLeaf) : grown;
    context.progress(1);
    return { trees: { ...tree, leafValue: leafVotes(tree) } };
  },

  predict: ({ trees }, matrix) => sumTrees(trees, matrix),

  lower: ({ trees }, graph, input) => lowerTrees(trees, graph, input),
};
