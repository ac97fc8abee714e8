import { nameList } from "../name_list.ts";
import type { Text } from "../problem.ts";
import { sampleRows } from "../steps/sample_rows.ts";
import type { ChartParams } from "./chart.ts";
import {
  type Categories,
  type ChartColumns,
  otherCategories,
  type Scaled,
} from "./chart_columns.ts";
import type { Figure, FigureOf } from "./figure.ts";
import { countText, joinTexts } from "./number_text.ts";
import type { PlotChannel, PlotMark } from "./plot_figure.ts";

/** The most points that are drawn. */
const pointLimit = 5000;

/** So many colours and lines can be told apart, so many bars read, and so many panels compared. */
const colourLimit = 8;
const barLimit = 40;
const facetLimit = 12;

/** What a chart is drawn of. */
export interface ChartRequest {
  readonly columns: ChartColumns;
  readonly params: ChartParams;
  readonly seed: number;
  /** What divides it into panels; rows without a panel are not drawn. */
  readonly facet: Categories | null;
}

/** A chart; without a figure where there is no value to draw. */
export interface Drawing {
  readonly figure: Figure | undefined;
  readonly summary: Text;
}

/** The column that divides a chart into panels, its most frequent values only. */
export function facetOf(columns: ChartColumns, name: string | null): Categories | null {
  return name === null ? null : columns.categories("facet", name, facetLimit, false);
}

/** The categories that stand below or beside one another: the most frequent ones, fewer in panels. */
export function bandsOf(
  { columns, facet }: ChartRequest,
  param: "x" | "y",
  wanted: string | null,
): Categories {
  return columns.categories(param, wanted, facet === null ? barLimit : facetLimit, false);
}

/** The categories that colours tell apart, the most frequent ones and all others together. */
export function colourOf({ columns, params: { colour } }: ChartRequest): Categories | null {
  return colour === null ? null : columns.categories("colour", colour, colourLimit);
}

/** Whether a row is in a panel, where there are panels. */
export function isInPanel({ facet }: ChartRequest, row: number): boolean {
  return facet === null || (facet.cells[row] ?? null) !== null;
}

/** A title, with what divides the chart into panels. */
export function titleIn({ facet }: ChartRequest, { en, zh }: Text): Text {
  return facet === null
    ? { en, zh }
    : { en: `${en}, by ${facet.name}`, zh: `${zh}（按 ${facet.name} 分面）` };
}

/** A plot, in panels where the chart has them. */
export function chartPlot(
  request: ChartRequest,
  { title, captions, marks, scales = {} }: {
    readonly title: Text;
    readonly captions: readonly (Text | null)[];
    readonly marks: PlotMark[];
    readonly scales?: FigureOf<"plot">["scales"];
  },
): Figure {
  const { facet } = request;
  return {
    type: "plot",
    title: titleIn(request, title),
    ...captionOf([...captions, leftOutCaption(facet)]),
    marks,
    scales: facet === null ? scales : { ...scales, fx: { domain: [...facet.names] } },
    layout: {},
  };
}

/** Several captions as one. */
export function captionOf(captions: readonly (Text | null)[]): { caption?: Text } {
  const caption = joinTexts(captions, { en: " ", zh: "" });
  return caption.en === "" ? {} : { caption };
}

/** Which categories there is no room for. */
export function leftOutCaption(categories: Categories | null): Text | null {
  if (categories === null || categories.others.length === 0) return null;
  const names = nameList(categories.others);
  return {
    en: `Not shown of ${categories.name}: ${names.en}.`,
    zh: `${categories.name} 中未显示：${names.zh}。`,
  };
}

/** What "…" stands for, where it is there. */
export function othersCaption(categories: Categories | null): Text | null {
  if (categories === null || categories.others.length === 0) return null;
  const count = countText(categories.others.length);
  return {
    en: `${otherCategories} stands for ${count} more values of ${categories.name}.`,
    zh: `${otherCategories} 代表 ${categories.name} 的其余 ${count} 个值。`,
  };
}

/** The values of a column at some rows as a channel, numbers to six digits: a drawing shows no more. */
export function scaledChannel(scaled: Scaled, rows: readonly number[]): PlotChannel {
  const isTime = scaled.scale === "time";
  return { values: drawn(scaled, rows), label: scaled.name, ...(isTime ? { isTime } : {}) };
}

/** The values at `rows`; see {@linkcode scaledChannel}. */
export function drawn({ values, scale }: Scaled, rows: readonly number[]): number[] {
  return rows.map((row) => scale === "time" ? values[row]! : Number(values[row]!.toPrecision(6)));
}

/** The categories at some rows as a channel. */
export function categoryChannel(categories: Categories, rows: readonly number[]): PlotChannel {
  return { values: rows.map((row) => categories.cells[row] ?? null), label: categories.name };
}

/** At most {@linkcode pointLimit} of some rows, drawn by seed, in their order, and a caption that says so. */
export function sampled(
  rows: readonly number[],
  seed: number,
): { rows: number[]; caption: Text | null } {
  if (rows.length <= pointLimit) return { rows: [...rows], caption: null };
  const [shown, all] = [countText(pointLimit), countText(rows.length)];
  return {
    rows: Array.from(sampleRows(rows.length, pointLimit, seed), (index) => rows[index]!),
    caption: {
      en: `${shown} of ${all} rows, drawn at random.`,
      zh: `从 ${all} 行中随机抽取 ${shown} 行。`,
    },
  };
}
