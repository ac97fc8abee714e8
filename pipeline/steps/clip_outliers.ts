import { z } from "zod";
import type { ParamMeta } from "../param_meta.ts";
import { clamp, lowerClamp } from "./clamp.ts";
import type { ColumnStep } from "./column_step.ts";
import { mapSortedColumns, quantile } from "../table/column_statistics.ts";

const params = z.strictObject({
  method: z.enum(["quantile", "iqr"]).default("quantile").meta(
    {
      label: { en: "Method", zh: "方法" },
      help: {
        en: "How the limits of a column are found on the training rows.",
        zh: "如何根据训练行确定每列的上下限。",
      },
      options: {
        quantile: { en: "Quantiles", zh: "分位数" },
        iqr: { en: "Interquartile range", zh: "四分位距" },
      },
    } satisfies ParamMeta,
  ),
  low: z.number().min(0).max(0.49).default(0.01).meta(
    {
      label: { en: "Lower quantile", zh: "下分位点" },
      help: {
        en: "Values below this quantile are raised to it; 0 clips nothing seen in training.",
        zh: "低于该分位点的值提升到该分位点；取 0 则不截断训练中出现过的值。",
      },
      shownWhen: { method: ["quantile"] },
    } satisfies ParamMeta,
  ),
  high: z.number().min(0.51).max(1).default(0.99).meta(
    {
      label: { en: "Upper quantile", zh: "上分位点" },
      help: {
        en: "Values above this quantile are lowered to it; 1 clips nothing seen in training.",
        zh: "高于该分位点的值降低到该分位点；取 1 则不截断训练中出现过的值。",
      },
      shownWhen: { method: ["quantile"] },
    } satisfies ParamMeta,
  ),
  factor: z.number().min(0.1).max(100).default(1.5).meta(
    {
      label: { en: "Factor", zh: "倍数" },
      help: {
        en: "How many interquartile ranges beyond the quartiles the limits lie.",
        zh: "上下限与四分位数之间相隔的四分位距倍数。",
      },
      shownWhen: { method: ["iqr"] },
    } satisfies ParamMeta,
  ),
});

type ClipOutliersParams = z.infer<typeof params>;

/** What {@linkcode clipOutliers} has learnt: d limits, infinite where a column is not clipped. */
export interface ClipOutliersFitted {
  readonly low: Float32Array;
  readonly high: Float32Array;
}

/**
 * Brings values beyond the limits of their column back to the limit; holes stay holes. The limits are two
 * quantiles, or the quartiles widened by `factor` interquartile ranges (Tukey, "Exploratory Data Analysis",
 * 1977). Not clipped are columns without values and, with the interquartile range, columns where it is 0:
 * there every value but the most common one would vanish.
 */
export const clipOutliers: ColumnStep<ClipOutliersParams, ClipOutliersFitted> = {
  role: "column",
  name: "clip-outliers",
  version: 1,
  title: { en: "Clip outliers", zh: "截断离群值" },
  summary: {
    en: "Brings extreme values back to the limits of their column.",
    zh: "将极端值收回到所在列的上下限。",
  },
  params,
  usesLabels: false,

  fit: (matrix, params, context) => {
    const limits = mapSortedColumns(matrix, context, (sorted) => limitsOf(sorted, params));
    return {
      low: Float32Array.from(limits, ({ low }) => low),
      high: Float32Array.from(limits, ({ high }) => high),
    };
  },

  apply: ({ low, high }, matrix) => {
    const width = matrix.names.length;
    return {
      ...matrix,
      values: matrix.values.map((value, cell) =>
        clamp(value, low[cell % width]!, high[cell % width]!)
      ),
    };
  },

  lower: ({ low, high }, graph, input) =>
    lowerClamp(graph, input, graph.floats("low", low), graph.floats("high", high)),
};

const noLimits = { low: -Infinity, high: Infinity };

function limitsOf(sorted: Float32Array, params: ClipOutliersParams): { low: number; high: number } {
  if (sorted.length === 0) return noLimits;
  if (params.method === "quantile") {
    return { low: quantile(sorted, params.low), high: quantile(sorted, params.high) };
  }
  const first = quantile(sorted, 0.25);
  const third = quantile(sorted, 0.75);
  const margin = params.factor * (third - first);
  return margin > 0 ? { low: first - margin, high: third + margin } : noLimits;
}
