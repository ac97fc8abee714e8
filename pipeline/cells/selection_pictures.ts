import { z } from "zod";
import type { Text } from "../problem.ts";
import { type ColumnSelection, rankColumns } from "../steps/column_selection.ts";
import type { Spread } from "./feature_ranks.ts";
import { axisOf, type Figure } from "./figure.ts";
import type { NumberColumn } from "./stored_table.ts";

const drawnColumns = 20;

/** What a step that selects columns has learnt; others are not of this shape. */
const selectionSchema = z.object({
  kept: z.array(z.int()),
  scores: z.instanceof(Float64Array),
  deviations: z.instanceof(Float64Array).exactOptional(),
  stability: z.instanceof(Float64Array).exactOptional(),
  curve: z.object({
    columns: z.array(z.number()),
    means: z.array(z.number()),
    deviations: z.array(z.number()),
  }).exactOptional(),
});

/** What a step has learnt if it is a selection of columns by scores, else null. */
export function selectionOf(fitted: unknown): ColumnSelection | null {
  return selectionSchema.safeParse(fitted).data ?? null;
}

/** The scores by which columns were kept, how stable that is, and how their number was chosen. */
export function selectionFigures(
  names: readonly string[],
  { scores, deviations, stability, curve }: ColumnSelection,
): Figure[] {
  return [
    scoresFigure(names, scores, { deviations }),
    ...(stability ? [stabilityFigure(names, { mean: stability })] : []),
    ...(curve ? curveFigures(curve) : []),
  ];
}

/** The columns of a table with one row for each column there was. */
export function selectionColumns(
  { scores, deviations, stability }: ColumnSelection,
): NumberColumn[] {
  return [
    { name: "score", type: "number", values: finiteOf(scores) },
    ...(deviations ? [numbers("score deviation", deviations)] : []),
    ...(stability ? [numbers("share of resamples", stability)] : []),
  ];
}

/** Bars of the highest scores, with one standard deviation to both sides. */
export function scoresFigure(
  names: readonly string[],
  scores: Float64Array,
  { deviations, title = { en: "Scores of the columns", zh: "各列得分" }, drawn = drawnColumns }: {
    readonly deviations?: Float64Array | undefined;
    readonly title?: Text;
    readonly drawn?: number;
  },
): Figure {
  const finite = rankColumns(scores).filter((column) => Number.isFinite(scores[column]));
  return {
    type: "bars",
    title,
    ...captionOf(finite.length, drawn),
    value: axisOf({ en: "score", zh: "得分" }),
    bars: finite.slice(0, drawn).map((column) => {
      const value = scores[column]!, spread = deviations?.[column];
      const range = spread === undefined ? {} : { low: value - spread, high: value + spread };
      return { name: names[column]!, value, ...range };
    }),
  };
}

/** Bars of the columns that most resamples chose; from the lowest share to the highest where several scores chose. */
export function stabilityFigure(
  names: readonly string[],
  { mean, low, high }: { mean: Float64Array } & Partial<Spread>,
  drawn = drawnColumns,
): Figure {
  return {
    type: "bars",
    title: { en: "Stability of the selection", zh: "选择的稳定性" },
    ...captionOf(names.length, drawn),
    value: axisOf({ en: "share of resamples that chose it", zh: "入选的重抽样比例" }),
    bars: rankColumns(mean).slice(0, drawn).map((column) => ({
      name: names[column]!,
      value: mean[column]!,
      ...(low && high ? { low: low[column]!, high: high[column]! } : {}),
    })),
  };
}

function curveFigures({ columns, means, deviations }: NonNullable<ColumnSelection["curve"]>) {
  const line = (en: string, zh: string, y: readonly number[]) => ({
    name: { en, zh },
    x: [...columns],
    y: [...y],
  });
  const figure: Figure = {
    type: "lines",
    title: { en: "Score by number of columns", zh: "得分随列数的变化" },
    caption: {
      en: "Mean over the inner folds, and one standard deviation to both sides.",
      zh: "内部各折的平均值及上下一个标准差。",
    },
    x: axisOf({ en: "columns", zh: "列数" }, "log"),
    y: axisOf({ en: "macro-F1", zh: "宏平均 F1" }),
    series: [
      line("mean", "平均", means),
      line("mean − deviation", "平均 − 标准差", means.map((mean, i) => mean - deviations[i]!)),
      line("mean + deviation", "平均 + 标准差", means.map((mean, i) => mean + deviations[i]!)),
    ],
  };
  return [figure];
}

function captionOf(count: number, drawn: number): Pick<Figure, "caption"> {
  if (count <= drawn) return {};
  return {
    caption: {
      en: `The ${drawn} highest of ${count}.`,
      zh: `${count} 列中最高的 ${drawn} 列。`,
    },
  };
}

function numbers(name: string, values: Float64Array): NumberColumn {
  return { name, type: "number", values: Array.from(values) };
}

function finiteOf(scores: Float64Array): (number | null)[] {
  return Array.from(scores, (score) => Number.isFinite(score) ? score : null);
}
