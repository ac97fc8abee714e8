import { z } from "zod";
import type { ParamMeta } from "../param_meta.ts";
import { defineCell } from "./cell_kind.ts";

const scaleOptions = {
  linear: { en: "Linear", zh: "线性" },
  log: { en: "Logarithmic", zh: "对数" },
};

const params = z.strictObject({
  mark: z.enum(["dot", "line", "area", "bar", "histogram", "box", "heat"]).default("dot").meta(
    {
      label: { en: "Mark", zh: "图形" },
      help: { en: "What is drawn.", zh: "绘制的图形。" },
      options: {
        dot: { en: "Dots: y over x", zh: "散点：y 对 x" },
        line: { en: "Lines: y along x", zh: "折线：y 随 x" },
        area: { en: "Areas: rows, or y, along x", zh: "面积：行数或 y 随 x" },
        bar: { en: "Bars: rows, or y, by x", zh: "柱状：各 x 的行数或 y" },
        histogram: { en: "Histogram of x", zh: "x 的直方图" },
        box: { en: "Boxes: spread of y by x", zh: "箱形：各 x 的 y 分布" },
        heat: { en: "Heat map: x against y", zh: "热力图：x 与 y" },
      },
    } satisfies ParamMeta,
  ),
  x: z.string().nullable().default(null).meta(
    {
      label: { en: "x", zh: "x" },
      help: {
        en: "Empty: what tells most; for bars and boxes the label, for areas the time.",
        zh: "留空则使用信息量最大的列；柱状图和箱形图使用标签，面积图使用时间。",
      },
      columns: "any",
    } satisfies ParamMeta,
  ),
  y: z.string().nullable().default(null).meta(
    {
      label: { en: "y", zh: "y" },
      help: {
        en: "Empty: the number of rows in bars and areas, else the feature that tells most.",
        zh: "留空时柱状图和面积图为行数，其他图形使用信息量最大的特征。",
      },
      columns: "any",
      shownWhen: { mark: ["dot", "line", "area", "bar", "box", "heat"] },
    } satisfies ParamMeta,
  ),
  colour: z.string().nullable().default(null).meta(
    {
      label: { en: "Colour", zh: "颜色" },
      help: {
        en: "Divides the rows by this column; a heat map is shaded by its values.",
        zh: "按该列区分数据行；热力图按其值着色。",
      },
      columns: "any",
      shownWhen: { mark: ["dot", "line", "area", "bar", "histogram", "heat"] },
    } satisfies ParamMeta,
  ),
  aggregate: z.enum(["mean", "median", "sum", "min", "max", "count"]).default("mean").meta(
    {
      label: { en: "Take", zh: "汇总" },
      help: {
        en: "What several values come to; without a column of values rows are counted.",
        zh: "多个值如何汇总；未指定取值列时统计行数。",
      },
      options: {
        mean: { en: "Mean", zh: "均值" },
        median: { en: "Median", zh: "中位数" },
        sum: { en: "Sum", zh: "总和" },
        min: { en: "Least", zh: "最小值" },
        max: { en: "Greatest", zh: "最大值" },
        count: { en: "Count", zh: "计数" },
      },
      shownWhen: { mark: ["area", "bar", "heat"] },
    } satisfies ParamMeta,
  ),
  facet: z.string().nullable().default(null).meta(
    {
      label: { en: "Panels", zh: "分面" },
      help: {
        en: "A panel for each value of this column, the 12 most frequent ones.",
        zh: "该列的每个值一个面板，取最常见的 12 个。",
      },
      columns: "any",
    } satisfies ParamMeta,
  ),
  bins: z.int().min(0).max(100).default(0).meta(
    {
      label: { en: "Bins", zh: "分箱数" },
      help: { en: "0: as many as the values ask for.", zh: "0 表示由数据决定。" },
      shownWhen: { mark: ["area", "histogram", "heat"] },
    } satisfies ParamMeta,
  ),
  xScale: z.enum(["linear", "log"]).default("linear").meta(
    {
      label: { en: "x scale", zh: "x 轴刻度" },
      help: { en: "Logarithmic for values above zero only.", zh: "对数刻度仅适用于大于零的值。" },
      options: scaleOptions,
      shownWhen: { mark: ["dot", "line"] },
    } satisfies ParamMeta,
  ),
  yScale: z.enum(["linear", "log"]).default("linear").meta(
    {
      label: { en: "y scale", zh: "y 轴刻度" },
      help: { en: "Logarithmic for values above zero only.", zh: "对数刻度仅适用于大于零的值。" },
      options: scaleOptions,
      shownWhen: { mark: ["dot", "line", "box"] },
    } satisfies ParamMeta,
  ),
});

/** The params of {@linkcode chart}. */
export type ChartParams = z.infer<typeof params>;

/** A drawing of the columns of a table, as they are after the steps so far. */
export const chart = defineCell({
  kind: "chart",
  version: 2,
  group: "look",
  title: { en: "Chart", zh: "图表" },
  summary: {
    en:
      "Dots, lines, areas, bars, boxes, a histogram or a heat map of columns, coloured and in panels by others.",
    zh: "用散点、折线、面积、柱状、箱形图、直方图或热力图展示各列，可按其他列着色和分面。",
  },
  params,
  takes: { table: "table" },
  gives: {},
  cost: "cheap",

  run: async (...work) => await (await import("./chart_run.ts")).runChart(...work),
});
