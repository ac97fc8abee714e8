import { z } from "zod";
import { binMatrix } from "../learners/histogram_bins.ts";
import { partOf } from "../run_context.ts";
import { takeLabels, takeRows } from "../table/feature_matrix.ts";
import { innerSplits } from "./inner_splits.ts";
import { growJudges, judgedRows } from "./judging_forest.ts";
import { permutationImportance } from "./permutation_importance.ts";
import { highestParams, selectHighest } from "./select_highest.ts";

const trees = 30;
const repeats = 5;
const testShare = 0.25;

/** Keeps the columns that a random forest misses most where they are shuffled: {@linkcode permutationImportance}. */
export const selectPermutation = selectHighest({
  name: "select-permutation",
  version: 1,
  title: { en: "Select by permutation importance", zh: "按置换重要性选择特征" },
  summary: {
    en: "Keeps the columns without which a random forest errs most on rows it has not seen.",
    zh: "保留打乱后使随机森林在未见过的数据行上误差增加最多的列。",
  },
  params: z.strictObject(highestParams),
  score: (matrix, labels, _params, context) => {
    const rows = judgedRows({ matrix, labels }, context.seed);
    const [split] = innerSplits(rows.labels, {
      kind: "hold-out",
      testShare,
      seed: context.seed,
    });
    const { train, test } = split!;
    const binned = binMatrix(takeRows(rows.matrix, train), partOf(context, 0, 0.1));
    const forest = growJudges(
      binned,
      takeLabels(rows.labels, train),
      trees,
      partOf(context, 0.1, 0.3),
    );
    const tested = {
      matrix: takeRows(rows.matrix, test),
      labels: takeLabels(rows.labels, test),
    };
    return permutationImportance(forest, tested, repeats, partOf(context, 0.3, 1));
  },
});
