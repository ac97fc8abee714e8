import { z } from "zod";
import type { ParamMeta } from "../param_meta.ts";
import type { RunContext } from "../run_context.ts";
import type { FeatureMatrix } from "../table/feature_matrix.ts";
import type { ColumnStep } from "./column_step.ts";
import { columnMoments, mapSortedColumns, quantile } from "../table/column_statistics.ts";
import { type LinearScale, linearScale, lowerLinearScale, scaleLinearly } from "./linear_scale.ts";
import {
  applyQuantileNormal,
  fitQuantileNormal,
  lowerQuantileNormal,
  type QuantileNormal,
} from "./quantile_normal.ts";

const params = z.strictObject({
  method: z.enum(["standard", "robust", "min-max", "quantile-normal"]).default("standard").meta(
    {
      label: { en: "Method", zh: "方法" },
      help: {
        en: "Robust scaling is moved less by outliers; the quantile map takes their size away.",
        zh: "稳健缩放受离群值影响较小；分位数映射则完全消除离群值的量级。",
      },
      options: {
        standard: { en: "Standard: mean 0, variance 1", zh: "标准化：均值 0、方差 1" },
        robust: {
          en: "Robust: median 0, interquartile range 1",
          zh: "稳健：中位数 0、四分位距 1",
        },
        "min-max": { en: "Min-max: 0 to 1", zh: "最小-最大：0 到 1" },
        "quantile-normal": {
          en: "Quantiles to the normal distribution",
          zh: "分位数映射到正态分布",
        },
      },
    } satisfies ParamMeta,
  ),
});

type ScaleParams = z.infer<typeof params>;

/** What {@linkcode scale} has learnt. */
export type ScaleFitted =
  | { readonly method: "linear"; readonly scale: LinearScale }
  | { readonly method: "quantile-normal"; readonly map: QuantileNormal };

/** Bounds scaled values, so that a sum of their squares over hundreds of columns stays finite in float32. */
const limit = 1e15;

/**
 * Brings all columns to one size; holes stay holes. A column that is constant or empty on the training rows
 * scales to 0. Where the interquartile range of a column that varies is 0, its standard deviation takes the
 * place: scikit-learn leaves such a column in its own unit.
 */
export const scale: ColumnStep<ScaleParams, ScaleFitted> = {
  role: "column",
  name: "scale",
  version: 1,
  title: { en: "Scale columns", zh: "缩放列" },
  summary: {
    en: "Brings all columns to one size, for learners that compare distances or weigh sums.",
    zh: "将所有列缩放到同一量级，适用于比较距离或加权求和的学习器。",
  },
  params,
  usesLabels: false,

  fit: (matrix, { method }, context) =>
    method === "quantile-normal"
      ? { method, map: fitQuantileNormal(matrix, context) }
      : { method: "linear", scale: linearFits[method](matrix, context) },

  apply: (fitted, matrix) => {
    if (fitted.method === "quantile-normal") return applyQuantileNormal(fitted.map, matrix);
    const width = matrix.names.length;
    const values = matrix.values.map((value, cell) =>
      scaleLinearly(fitted.scale, cell % width, value)
    );
    return { ...matrix, values };
  },

  lower: (fitted, graph, input) =>
    fitted.method === "quantile-normal"
      ? lowerQuantileNormal(fitted.map, graph, input)
      : lowerLinearScale(fitted.scale, graph, input),
};

type LinearMethod = Exclude<ScaleParams["method"], "quantile-normal">;

const linearFits: Readonly<
  Record<LinearMethod, (matrix: FeatureMatrix, context: RunContext) => LinearScale>
> = {
  standard: (matrix) => {
    const { mean, variance } = columnMoments(matrix);
    return linearScale(mean, variance.map(Math.sqrt), limit);
  },

  robust: (matrix, context) => {
    const { variance } = columnMoments(matrix);
    const quartiles = mapSortedColumns(matrix, context, (sorted) => ({
      median: sorted.length > 0 ? quantile(sorted, 0.5) : 0,
      range: quantile(sorted, 0.75) - quantile(sorted, 0.25),
    }));
    return linearScale(
      quartiles.map(({ median }) => median),
      quartiles.map(({ range }, column) => range > 0 ? range : Math.sqrt(variance[column]!)),
      limit,
    );
  },

  "min-max": (matrix) => {
    const { min, max } = columnMoments(matrix);
    return linearScale(min, Float64Array.from(max, (high, column) => high - min[column]!), limit);
  },
};
