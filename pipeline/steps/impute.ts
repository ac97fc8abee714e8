import { z } from "zod";
import type { GraphBuilder } from "../onnx/graph_builder.ts";
import type { ParamMeta } from "../param_meta.ts";
import type { FeatureMatrix } from "../table/feature_matrix.ts";
import type { ColumnStep, FitContext } from "./column_step.ts";
import { columnMoments, mapSortedColumns, quantile } from "../table/column_statistics.ts";
import { castTo } from "../onnx/double_nodes.ts";
import { applyNearestFill, fitNearestFill, type NearestFill } from "./impute_nearest.ts";
import { lowerNearestFill } from "./impute_nearest_graph.ts";
import {
  applyRegressionFill,
  fitRegressionFill,
  lowerRegressionFill,
  type RegressionFill,
} from "./impute_regression.ts";

const params = z.strictObject({
  strategy: z.enum(["mean", "median", "most-frequent", "constant", "nearest", "regression"])
    .default("median").meta(
      {
        label: { en: "Strategy", zh: "策略" },
        help: {
          en: "What a missing value is replaced by; it is learnt from the training rows.",
          zh: "用什么替换缺失值；从训练行中学得。",
        },
        options: {
          mean: { en: "Mean of the column", zh: "列均值" },
          median: { en: "Median of the column", zh: "列中位数" },
          "most-frequent": { en: "Most frequent value of the column", zh: "列众数" },
          constant: { en: "A fixed value", zh: "固定值" },
          nearest: { en: "Mean of the most similar training rows", zh: "最相似训练行的均值" },
          regression: { en: "Prediction from the other columns", zh: "由其他列回归预测" },
        },
      } satisfies ParamMeta,
    ),
  value: z.number().min(-3e38).max(3e38).default(0).meta(
    {
      label: { en: "Value", zh: "填充值" },
      help: { en: "Replaces every missing value.", zh: "替换所有缺失值。" },
      shownWhen: { strategy: ["constant"] },
    } satisfies ParamMeta,
  ),
  neighbours: z.int().min(1).max(20).default(5).meta(
    {
      label: { en: "Neighbours", zh: "近邻数" },
      help: {
        en:
          "How many similar training rows are averaged; at most 512 rows are kept to choose from.",
        zh: "取多少个相似训练行求均值；最多保留 512 行作为候选。",
      },
      shownWhen: { strategy: ["nearest"] },
    } satisfies ParamMeta,
  ),
  ridge: z.number().min(0.001).max(100).default(0.01).meta(
    {
      label: { en: "Ridge penalty", zh: "岭回归惩罚" },
      help: {
        en: "Pulls predictions towards the mean; larger is steadier on few or noisy rows.",
        zh: "使预测值向均值收缩；数据少或噪声大时取较大值更稳定。",
      },
      shownWhen: { strategy: ["regression"] },
    } satisfies ParamMeta,
  ),
  indicators: z.boolean().default(false).meta(
    {
      label: { en: "Add missing indicators", zh: "添加缺失指示列" },
      help: {
        en: "Appends a 0/1 column for each column that had holes in training.",
        zh: "为训练中存在缺失的每一列追加一个 0/1 列。",
      },
    } satisfies ParamMeta,
  ),
});

type ImputeParams = z.infer<typeof params>;

type Fill =
  | { readonly by: "column-value"; readonly values: Float32Array }
  | { readonly by: "nearest"; readonly rows: NearestFill }
  | { readonly by: "regression"; readonly regression: RegressionFill };

/** What {@linkcode impute} has learnt. */
export interface ImputeFitted {
  readonly fill: Fill;
  /** Indices of the columns that get an indicator column, ascending. */
  readonly indicated: readonly number[];
}

/**
 * Fills holes with what was learnt from the training rows. A column without any value in training is filled
 * with 0 (with `value` under the strategy "constant").
 */
export const impute: ColumnStep<ImputeParams, ImputeFitted> = {
  role: "column",
  name: "impute",
  version: 1,
  title: { en: "Fill missing values", zh: "缺失值填充" },
  summary: {
    en: "Replaces missing values by what the training rows suggest.",
    zh: "用从训练行学到的值替换缺失值。",
  },
  params,
  usesLabels: false,

  fit: (matrix, params, context) => {
    const { count } = columnMoments(matrix);
    const holed = Array.from(count.keys()).filter((column) => count[column]! < matrix.rows);
    return {
      fill: fitFill(matrix, params, context),
      indicated: params.indicators ? holed : [],
    };
  },

  apply: ({ fill, indicated }, matrix) => {
    const filled = { ...matrix, values: applyFill(fill, matrix) };
    return indicated.length > 0 ? appendIndicators(filled, matrix, indicated) : filled;
  },

  lower: ({ fill, indicated }, graph, input) => {
    const filled = lowerFill(fill, graph, input);
    if (indicated.length === 0) return filled;
    const columns = graph.integers("indicated", indicated);
    const missing = graph.node("IsNaN", [
      graph.node("Gather", [input, columns], { axis: { int: 1 } }),
    ]);
    return graph.node("Concat", [filled, castTo(graph, missing, "float32")], { axis: { int: 1 } });
  },
};

function fitFill(matrix: FeatureMatrix, params: ImputeParams, context: FitContext): Fill {
  switch (params.strategy) {
    case "constant":
      return {
        by: "column-value",
        values: new Float32Array(matrix.names.length).fill(params.value),
      };
    case "mean":
      return { by: "column-value", values: Float32Array.from(columnMoments(matrix).mean) };
    case "median":
      return columnValues(matrix, context, (sorted) => quantile(sorted, 0.5));
    case "most-frequent":
      return columnValues(matrix, context, mostFrequent);
    case "nearest":
      return { by: "nearest", rows: fitNearestFill(matrix, params.neighbours, context.seed) };
    case "regression":
      return { by: "regression", regression: fitRegressionFill(matrix, params.ridge, context) };
  }
}

function columnValues(
  matrix: FeatureMatrix,
  context: FitContext,
  read: (sorted: Float32Array) => number,
): Fill {
  const values = mapSortedColumns(
    matrix,
    context,
    (sorted) => sorted.length > 0 ? read(sorted) : 0,
  );
  return { by: "column-value", values: Float32Array.from(values) };
}

/** The value of the longest run of ascending values, the smallest of several. */
function mostFrequent(sorted: Float32Array): number {
  let best = sorted[0]!, bestLength = 0;
  for (let start = 0, end = 0; start < sorted.length; start = end) {
    while (end < sorted.length && sorted[end] === sorted[start]) end++;
    if (end - start > bestLength) {
      best = sorted[start]!;
      bestLength = end - start;
    }
  }
  return best;
}

function applyFill(fill: Fill, matrix: FeatureMatrix): Float32Array {
  switch (fill.by) {
    case "column-value": {
      const width = fill.values.length;
      return matrix.values.map((value, cell) =>
        value === value ? value : fill.values[cell % width]!
      );
    }
    case "nearest":
      return applyNearestFill(fill.rows, matrix);
    case "regression":
      return applyRegressionFill(fill.regression, matrix);
  }
}

function lowerFill(fill: Fill, graph: GraphBuilder, input: string): string {
  switch (fill.by) {
    case "column-value": {
      const values = graph.floats("fill", fill.values);
      return graph.node("Where", [graph.node("IsNaN", [input]), values, input]);
    }
    case "nearest":
      return lowerNearestFill(fill.rows, graph, input);
    case "regression":
      return lowerRegressionFill(fill.regression, graph, input);
  }
}

/** `filled` with a column behind it for each of `indicated`: 1 where `raw` has a hole, else 0. */
function appendIndicators(
  filled: FeatureMatrix,
  raw: FeatureMatrix,
  indicated: readonly number[],
): FeatureMatrix {
  const rawWidth = raw.names.length;
  const width = rawWidth + indicated.length;
  const values = new Float32Array(raw.rows * width);
  for (let row = 0; row < raw.rows; row++) {
    const start = row * rawWidth;
    values.set(filled.values.subarray(start, start + rawWidth), row * width);
    for (let i = 0; i < indicated.length; i++) {
      const value = raw.values[start + indicated[i]!]!;
      values[row * width + rawWidth + i] = value === value ? 0 : 1;
    }
  }
  const indicators = indicated.map((column) => `${raw.names[column]} is missing`);
  return { names: [...raw.names, ...indicators], rows: raw.rows, values };
}
