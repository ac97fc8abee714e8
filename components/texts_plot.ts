import type { Text } from "@/pipeline/problem.ts";

/** The words on and about figures of any marks. */
export const plotTexts = {
  cannotDraw: (why: string): Text => ({
    en: `This plot cannot be drawn. ${why}`,
    zh: `无法绘制该图。${why}`,
  }),
  ofMarks: (list: string): Text => ({ en: `A plot of ${list}`, zh: `图形包含：${list}` }),
  countOf: (count: string, name: string): Text => ({
    en: `${count} ${name}`,
    zh: `${name} ${count} 个`,
  }),
  panels: (column: string, names: string): Text => ({
    en: `Panels by ${column}: ${names}`,
    zh: `按“${column}”分面：${names}`,
  }),
  byRange: (name: string, low: string, high: string): Text => ({
    en: `${name} from ${low} to ${high}`,
    zh: `${name}从 ${low} 到 ${high}`,
  }),
  named: (name: string, list: string): Text => ({
    en: `${name}: ${list}`,
    zh: `${name}：${list}`,
  }),
  range: (low: string, high: string): Text => ({
    en: `${low} to ${high}`,
    zh: `${low} 至 ${high}`,
  }),
  thing: { en: "part of the plot", zh: "图形的一部分" },
  layer: { en: "layer", zh: "图层" },
  frequency: { en: "rows", zh: "行数" },
  proportion: { en: "share", zh: "占比" },
} as const satisfies Record<string, Text | ((...values: never[]) => Text)>;

/** What each kind of mark draws. */
export const markTexts = {
  area: { en: "areas", zh: "面积" },
  arrow: { en: "arrows", zh: "箭头" },
  bar: { en: "bars", zh: "柱" },
  box: { en: "rows in boxes", zh: "箱形图的数据行" },
  cell: { en: "cells", zh: "格" },
  circle: { en: "dots", zh: "点" },
  density: { en: "rows as contours", zh: "密度等高线的数据行" },
  dot: { en: "dots", zh: "点" },
  frame: { en: "frames", zh: "边框" },
  hexagon: { en: "hexagons", zh: "六边形" },
  line: { en: "points on lines", zh: "折线上的点" },
  linearRegression: { en: "rows in a regression", zh: "回归的数据行" },
  link: { en: "links", zh: "连线" },
  rect: { en: "rectangles", zh: "矩形" },
  rule: { en: "rules", zh: "参考线" },
  text: { en: "texts", zh: "文字" },
  tick: { en: "ticks", zh: "刻线" },
  vector: { en: "vectors", zh: "矢量" },
} as const satisfies Record<string, Text>;
