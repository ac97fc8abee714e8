import { z } from "zod";
import { fitLogisticRegression, logisticRegression } from "../learners/logistic_regression.ts";
import type { ParamMeta } from "../param_meta.ts";
import { columnMoments } from "../table/column_statistics.ts";
import type { FeatureMatrix, Labels } from "../table/feature_matrix.ts";
import {
  applySelection,
  type ColumnSelection,
  keepHighest,
  lowerSelection,
} from "./column_selection.ts";
import type { ColumnStep, FitContext } from "./column_step.ts";
import { judgedRows } from "./judging_forest.ts";
import { scaleLinearly } from "./linear_scale.ts";
import { requiredLabels, tellsClasses } from "./required_labels.ts";
import { stabilityParams, stably } from "./stable_selection.ts";
import { standardScale } from "./standard_units.ts";

const params = z.strictObject({
  C: z.number().positive().max(1e6).default(0.01).meta(
    {
      label: { en: "C (inverse penalty)", zh: "C（正则化强度的倒数）" },
      help: {
        en: "Smaller values leave fewer columns; the more rows, the smaller it may be.",
        zh: "值越小，保留的列越少；行数越多，可取越小的值。",
      },
      search: { low: 0.003, high: 0.3, scale: "log" },
    } satisfies ParamMeta,
  ),
  ...stabilityParams,
});

type SelectL1Params = z.infer<typeof params>;

/**
 * Keeps the columns with a coefficient other than 0 in a logistic regression with an L1 penalty (Tibshirani,
 * "Regression shrinkage and selection via the lasso", 1996; Ng 2004), fitted on standard scores with holes at
 * the mean; as scikit-learn's SelectFromModel. The score of a column is the sum of its coefficients without
 * their signs; where all are 0 the first column stays.
 */
export const selectL1: ColumnStep<SelectL1Params, ColumnSelection> = {
  role: "column",
  name: "select-l1",
  version: 1,
  title: { en: "Select by L1 regression", zh: "按 L1 正则化回归选择特征" },
  summary: {
    en: "Keeps the columns that a logistic regression needs when every column costs it something.",
    zh: "对每一列施加代价，保留逻辑回归仍需要的列。",
  },
  params,
  usesLabels: true,

  fit: stably((matrix, { C }, context) => {
    const labels = requiredLabels(context, selectL1.name);
    const scores = tellsClasses(labels)
      ? coefficientSums(matrix, labels, C, context)
      : new Float64Array(matrix.names.length);
    return keepHighest(scores, scores.filter((score) => score > 0).length);
  }),
  apply: applySelection,
  lower: lowerSelection,
};

/** Σ over the classes of |coefficient|, for each column. */
function coefficientSums(
  matrix: FeatureMatrix,
  labels: Labels,
  C: number,
  context: FitContext,
): Float64Array {
  const rows = judgedRows({ matrix, labels }, context.seed);
  const width = matrix.names.length, classCount = labels.classes.length;
  const scale = standardScale(columnMoments(rows.matrix));
  const scored = {
    ...rows.matrix,
    values: rows.matrix.values.map((value, cell) => scaleLinearly(scale, cell % width, value)),
  };
  let furthest = 0;
  const { coefficients } = fitLogisticRegression(
    scored,
    rows.labels,
    logisticRegression.params.parse({ penalty: "l1", C, tolerance: 1e-3, iterations: 200 }),
    {
      seed: context.seed,
      progress: (fraction) => context.progress(furthest = Math.max(furthest, fraction)),
      // That a last digit had not settled is no news: the columns that count had.
      notice: () => {},
    },
  );
  return Float64Array.from(
    { length: width },
    (_, column) =>
      coefficients.subarray(column * classCount, (column + 1) * classCount)
        .reduce((sum, coefficient) => sum + Math.abs(coefficient), 0),
  );
}
