import { z } from "zod";
import type { ParamMeta } from "../param_meta.ts";
import { defineCell } from "./cell_kind.ts";

const scaleOptions = {
  linear: { en: "Linear", zh: "线性" },
  log: { en: "Logarithmic", zh: "对数" },
};

const params = z.strictObject({
  mark: z.enum(["dot", "line", "bar", "histogram"]).default("dot").meta(
    {
      label: { en: "Mark", zh: "图形" },
      help: { en: "What is drawn.", zh: "绘制的图形。" },
      options: {
        dot: { en: "Dots: y over x", zh: "散点：y 对 x" },
        line: { en: "Lines: y over x", zh: "折线：y 对 x" },
        bar: { en: "Bars: a category", zh: "柱状：按类别" },
        histogram: { en: "Histogram of x", zh: "x 的直方图" },
      },
    } satisfies ParamMeta,
  ),
  x: z.string().nullable().default(null).meta(
    {
      label: { en: "x", zh: "x" },
      help: {
        en: "Empty: the feature that tells most; for bars the label.",
        zh: "留空则使用信息量最大的特征；柱状图使用标签。",
      },
      columns: "any",
    } satisfies ParamMeta,
  ),
  y: z.string().nullable().default(null).meta(
    {
      label: { en: "y", zh: "y" },
      help: {
        en: "Empty: the feature that tells second most; for bars the number of rows.",
        zh: "留空则使用信息量第二大的特征；柱状图为行数。",
      },
      columns: "any",
      shownWhen: { mark: ["dot", "line", "bar"] },
    } satisfies ParamMeta,
  ),
  colour: z.string().nullable().default(null).meta(
    {
      label: { en: "Colour", zh: "颜色" },
      help: { en: "Divides the rows by this column.", zh: "按该列区分数据行。" },
      columns: "any",
      shownWhen: { mark: ["dot", "line", "histogram"] },
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
      shownWhen: { mark: ["dot", "line"] },
    } satisfies ParamMeta,
  ),
});

/** The params of {@linkcode chart}. */
export type ChartParams = z.infer<typeof params>;

/** A drawing of the columns of a table, as they are after the steps so far. */
export const chart = defineCell({
  kind: "chart",
  version: 1,
  group: "look",
  title: { en: "Chart", zh: "图表" },
  summary: {
    en: "Dots, lines, bars or a histogram of columns, coloured by another.",
    zh: "用散点、折线、柱状图或直方图展示各列，并可按另一列着色。",
  },
  params,
  takes: { table: "prepared" },
  gives: {},
  cost: "cheap",

  run: async (...work) => await (await import("./chart_run.ts")).runChart(...work),
});
