import { z } from "zod";
import type { ParamMeta } from "../param_meta.ts";
import { fitForest, type ForestFitted } from "./fit_forest.ts";
import { forestOptions, randomSplitParams } from "./forest_params.ts";
import type { Learner } from "./learner.ts";
import { lowerTrees } from "./lower_trees.ts";
import { presentClasses } from "./present_classes.ts";
import { sumTrees } from "./tree_ensemble.ts";

const params = z.strictObject({
  ...randomSplitParams,
  bootstrap: z.boolean().default(false).meta(
    {
      label: { en: "Draw rows", zh: "有放回抽样" },
      help: {
        en: "Each tree gets rows drawn with replacement, which gives an out-of-bag score.",
        zh: "每棵树使用有放回抽取的行，从而可以计算袋外得分。",
      },
    } satisfies ParamMeta,
  ),
});

type ExtraTreesParams = z.infer<typeof params>;

/**
 * Extremely randomised trees: as a random forest, but each split is the best of a few drawn at random, one a
 * feature (Geurts, Ernst & Wehenkel, "Extremely randomized trees", Machine Learning 63, 2006). The borders
 * scatter over the gaps between classes, so that small offsets of a KPI matter less.
 */
export const extraTrees: Learner<ExtraTreesParams, ForestFitted> = {
  name: "extra-trees",
  version: 1,
  title: { en: "Extra trees", zh: "极端随机树" },
  summary: {
    en:
      "A forest whose splits are drawn at random: smoother borders than those of a random forest.",
    zh: "随机抽取划分点的森林：决策边界比随机森林更平滑。",
  },
  params,
  defaultSteps: [],

  fit: (matrix, labels, params, context) => {
    presentClasses(labels, extraTrees.name);
    const kind = { bootstrap: params.bootstrap, splits: "random" } as const;
    const options = forestOptions(params, matrix.names.length, kind);
    return fitForest(matrix, labels, options, params.trees, context);
  },

  predict: ({ trees }, matrix) => sumTrees(trees, matrix),

  lower: ({ trees }, graph, input) => lowerTrees(trees, graph, input),
};
