import { z } from "zod";
import { fitForest, type ForestFitted } from "./fit_forest.ts";
import { bestSplitParams, forestOptions } from "./forest_params.ts";
import type { Learner } from "./learner.ts";
import { lowerTrees } from "./lower_trees.ts";
import { presentClasses } from "./present_classes.ts";
import { sumTrees } from "./tree_ensemble.ts";

const params = z.strictObject(bestSplitParams);

/** The params of {@linkcode randomForest}. */
export type RandomForestParams = z.infer<typeof params>;

/**
 * Many decision trees, each grown on rows drawn with replacement and on few features a split, that vote with
 * the class shares of their leaves (Breiman, "Random forests", Machine Learning 45, 2001). Holes need no
 * imputation: every split learns to which side they go.
 */
export const randomForest: Learner<RandomForestParams, ForestFitted> = {
  name: "random-forest",
  version: 2,
  title: { en: "Random forest", zh: "随机森林" },
  summary: {
    en: "Many decision trees that vote; needs no scaling, takes holes as they are, rarely fails.",
    zh: "由多棵决策树投票；无需缩放，可直接处理缺失值，结果稳健。",
  },
  params,
  defaultSteps: [],

  fit: (matrix, labels, params, context) => {
    presentClasses(labels, randomForest.name);
    const kind = { bootstrap: true, splits: "best" } as const;
    const options = forestOptions(params, matrix.names.length, kind);
    return fitForest(matrix, labels, options, params.trees, context);
  },

  predict: ({ trees }, matrix) => sumTrees(trees, matrix),

  lower: ({ trees }, graph, input) => lowerTrees(trees, graph, input),
};
