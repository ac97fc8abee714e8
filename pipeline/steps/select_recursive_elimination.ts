import { z } from "zod";
import type { ParamMeta } from "../param_meta.ts";
import { partOf, type RunContext } from "../run_context.ts";
import { takeLabels, takeRows } from "../table/feature_matrix.ts";
import {
  applySelection,
  type ColumnSelection,
  keepHighest,
  lowerSelection,
  type SelectionCurve,
} from "./column_selection.ts";
import type { ColumnStep } from "./column_step.ts";
import { innerSplits } from "./inner_splits.ts";
import { judgedRows } from "./judging_forest.ts";
import { eliminate, eliminationSizes, forestScore } from "./recursive_elimination.ts";
import { requiredLabels, tellsClasses } from "./required_labels.ts";
import type { LabelledRows } from "./row_step.ts";
import { stabilityParams, stably } from "./stable_selection.ts";

const params = z.strictObject({
  least: z.int().min(1).max(100_000).default(1).meta(
    {
      label: { en: "Least columns", zh: "最少列数" },
      help: {
        en: "Never fewer columns are kept, unless there are fewer.",
        zh: "保留的列数不少于该值（总列数不足时除外）。",
      },
    } satisfies ParamMeta,
  ),
  drop: z.number().min(0.01).max(0.9).default(0.3).meta(
    {
      label: { en: "Dropped share", zh: "每轮删除比例" },
      help: {
        en: "This share of the columns left is dropped at a time; less is finer and slower.",
        zh: "每轮删除剩余列中的这一比例；比例越小越精细，也越慢。",
      },
    } satisfies ParamMeta,
  ),
  folds: z.int().min(2).max(10).default(3).meta(
    {
      label: { en: "Folds", zh: "折数" },
      help: {
        en: "The number of columns is chosen by cross-validation over this many folds.",
        zh: "通过该折数的交叉验证确定保留的列数。",
      },
    } satisfies ParamMeta,
  ),
  ...stabilityParams,
});

type SelectRecursiveEliminationParams = z.infer<typeof params>;

/**
 * Drops the least important columns of a random forest step by step, and keeps as many as do best, by mean
 * macro-F1 of inner folds that keep groups whole; the fewest on ties (as scikit-learn's RFECV). The score of
 * a column is the number of columns that were dropped before it.
 */
export const selectRecursiveElimination: ColumnStep<
  SelectRecursiveEliminationParams,
  ColumnSelection
> = {
  role: "column",
  name: "select-recursive-elimination",
  version: 1,
  title: { en: "Recursive elimination", zh: "递归特征消除" },
  summary: {
    en: "Drops the least important columns step by step; cross-validation says where to stop.",
    zh: "逐步删除最不重要的列，并由交叉验证确定保留多少列。",
  },
  params,
  cost: "costly",
  usesLabels: true,

  fit: stably((matrix, { least, drop, folds }, context) => {
    const labels = requiredLabels(context, selectRecursiveElimination.name);
    const width = matrix.names.length;
    if (!tellsClasses(labels)) return keepHighest(new Float64Array(width), width);
    const rows = judgedRows({ matrix, labels }, context.seed);
    const sizes = eliminationSizes(width, drop);
    const curve = validate(rows, sizes, folds, partOf(context, 0, 0.75));
    const order = eliminate(rows, sizes, partOf(context, 0.75, 1));
    return { ...keepHighest(order, Math.max(least, bestSize(curve))), curve };
  }),
  apply: applySelection,
  lower: lowerSelection,
};

/** How good the forests of each stage of the elimination are on rows that it has not seen. */
function validate(
  rows: LabelledRows,
  sizes: readonly number[],
  folds: number,
  context: RunContext,
): SelectionCurve {
  const splits = innerSplits(rows.labels, { kind: "k-fold", folds, seed: context.seed });
  const scores = splits.map(({ train, test }, fold) => {
    const part = (indices: Int32Array): LabelledRows => ({
      matrix: takeRows(rows.matrix, indices),
      labels: takeLabels(rows.labels, indices),
    });
    const tested = part(test), ofFold: number[] = [];
    eliminate(
      part(train),
      sizes,
      partOf(context, fold / splits.length, (fold + 1) / splits.length),
      (forest, columns) => ofFold.push(forestScore(forest, columns, tested)),
    );
    return ofFold;
  });
  const means = sizes.map((_, stage) =>
    scores.reduce((sum, ofFold) => sum + ofFold[stage]!, 0) / scores.length
  );
  const deviations = sizes.map((_, stage) =>
    Math.sqrt(
      scores.reduce((sum, ofFold) => sum + (ofFold[stage]! - means[stage]!) ** 2, 0) /
        scores.length,
    )
  );
  return { columns: sizes, means, deviations };
}

/** The number of columns with the highest mean, the lowest such number. */
function bestSize({ columns, means }: SelectionCurve): number {
  return columns[means.lastIndexOf(Math.max(...means))]!;
}
