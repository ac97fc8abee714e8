import { z } from "zod";
import { binMatrix } from "../learners/histogram_bins.ts";
import { meanDecreaseInImpurity } from "../learners/tree_importance.ts";
import { partOf } from "../run_context.ts";
import { growJudges, judgedRows } from "./judging_forest.ts";
import { highestParams, selectHighest } from "./select_highest.ts";

const trees = 100;

/** Keeps the columns that the splits of a random forest use to most effect: {@linkcode meanDecreaseInImpurity}. */
export const selectTreeImportance = selectHighest({
  name: "select-tree-importance",
  version: 1,
  title: { en: "Select by tree importance", zh: "按树模型重要性选择特征" },
  summary: {
    en: "Keeps the columns by which a random forest divides the classes; sees interplay.",
    zh: "保留随机森林用来区分各类别的列，可反映指标间的交互。",
  },
  params: z.strictObject(highestParams),
  score: (matrix, labels, _params, context) => {
    const rows = judgedRows({ matrix, labels }, context.seed);
    const binned = binMatrix(rows.matrix, partOf(context, 0, 0.1));
    const forest = growJudges(binned, rows.labels, trees, partOf(context, 0.1, 1));
    return meanDecreaseInImpurity(forest, matrix.names.length);
  },
});
