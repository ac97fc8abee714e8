import type { PlotOptions } from "@observablehq/plot";
import type { Language } from "@/web/language.ts";
import { shortNumberWords } from "../../number_words.ts";
import { plotTexts } from "../../texts_plot.ts";
import { figureTexts } from "../../texts_figures.ts";
import { timeTicks } from "../axis_words.ts";
import { hairline } from "../plot_frame.ts";
import { clipped, nameIn, pixelWidth } from "../shown_names.ts";
import type { LocalPlot } from "./local_plot.ts";

/** What an axis of a plot shows. */
export interface PlotAxis {
  readonly label: string | undefined;
  /** The names on it, where it has names; none where it has numbers or times. */
  readonly names: readonly string[];
  readonly isTime: boolean;
}

/** What an axis shows: from the channels on it, and what transforms make of them. */
export function plotAxis({ marks, scales }: LocalPlot, axis: "x" | "y"): PlotAxis {
  const names = new Set<string>();
  let label: string | undefined;
  let isTime = false;
  for (const { channels, transforms = [] } of marks) {
    const outputs = transforms.flatMap(({ with: settings }) =>
      [axis, `${axis}1`, `${axis}2`].map((name) => settings[name]).filter((each) =>
        each !== undefined
      )
    );
    for (const name of [axis, `${axis}1`, `${axis}2`]) {
      const channel = channels[name];
      if (channel === undefined) continue;
      const isCounted = outputs.some((output) => reducerOf(output) === "count");
      if (!isCounted) label ??= channel.label;
      isTime ||= channel.isTime === true;
      if (outputs.length > 0) continue;
      for (const value of channel.values) {
        if (typeof value === "string" || typeof value === "boolean") names.add(String(value));
      }
    }
    for (const output of outputs) {
      const reducer = reducerOf(output);
      if (reducer === "count") label ??= "Frequency";
      if (typeof reducer === "string" && reducer.startsWith("proportion")) label ??= "Proportion";
    }
  }
  const { label: said, domain } = scales[axis] ?? {};
  const given = Array.isArray(domain) && names.size > 0 ? domain.map(String) : [...names];
  return {
    label: typeof said === "string" ? said : label,
    names: given,
    isTime,
  };
}

function reducerOf(output: unknown): unknown {
  const isDescribed = typeof output === "object" && output !== null && "reduce" in output;
  return isDescribed ? output.reduce : output;
}

/** The name of an axis in the language of the page. */
export function axisLabel({ label }: PlotAxis, language: Language): string | undefined {
  if (label === "Frequency") return plotTexts.frequency[language];
  if (label === "Proportion") return plotTexts.proportion[language];
  return label === undefined ? undefined : nameIn(label, language);
}

/** What the axes show, in a line. */
export function axesWords(figure: LocalPlot, language: Language): string {
  const [x, y] = [named(figure, "x", language), named(figure, "y", language)];
  if (x !== undefined && y !== undefined) {
    const title = figure.title[language];
    return title.includes(x) && title.includes(y) ? "" : figureTexts.overAxis(y, x)[language];
  }
  const only = y ?? (x === undefined ? undefined : figureTexts.alongAxis(x)[language]);
  return only === undefined || only === figure.title[language] ? "" : only;
}

function named(figure: LocalPlot, axis: "x" | "y", language: Language): string | undefined {
  const label = axisLabel(plotAxis(figure, axis), language);
  const isLog = figure.scales[axis]?.["type"] === "log";
  return label !== undefined && isLog ? `${label} (${figureTexts.logarithmic[language]})` : label;
}

const gap = 12;

/** How wide the names of rows may stand at the left. */
export function namesWidth(names: readonly string[], width: number): number {
  const widest = Math.max(0, ...names.map((name) => pixelWidth(nameIn(name, "en"))));
  return Math.ceil(Math.min(widest, width * 0.36)) + gap;
}

/** With more ticks than these Plot marks the steps between powers of ten, too. */
const logTicks = 3;

/** An axis as options of Plot: ticks of few digits, names as long as there is room. */
export function axisScale(
  { scales }: LocalPlot,
  axis: "x" | "y",
  { names, isTime }: PlotAxis,
  { room, language }: { readonly room: number; readonly language: Language },
): NonNullable<PlotOptions["x"]> {
  const { legend: _legend, scheme: _scheme, range: _range, label: _label, ...given } =
    scales[axis] ?? {};
  const hasNames = names.length > 0;
  const isNumeric = !hasNames && !isTime;
  const ticks = axis === "x"
    ? Math.max(isTime ? 2 : 3, Math.floor(room / (isTime ? 90 : 64)))
    : Math.max(2, Math.floor(room / 44));
  const isLog = given["type"] === "log";
  return {
    ...(hasNames || given["ticks"] !== undefined
      ? {}
      : { ticks: isLog ? Math.min(ticks, logTicks) : ticks }),
    ...(isTime && given["type"] === undefined && !hasNames ? { type: "utc" } : {}),
    ...(axis === "y" && !hasNames ? { grid: hairline } : {}),
    ...(isNumeric && given["nice"] === undefined && given["domain"] === undefined && axis === "y"
      ? { nice: true }
      : {}),
    ...given,
    ...(given["grid"] === true ? { grid: hairline } : {}),
    ...(given["tickFormat"] === undefined
      ? tickWords(axis, { names, isTime }, room, language)
      : {}),
    tickSize: 0,
    tickPadding: 8,
    label: null,
  };
}

/** The narrowest that a name below an axis is told. */
const nameRoom = 44;

/** Of names as many as there is room for, each as long as there is room; of numbers few digits. */
function tickWords(
  axis: "x" | "y",
  { names, isTime }: Pick<PlotAxis, "names" | "isTime">,
  room: number,
  language: Language,
): Pick<NonNullable<PlotOptions["x"]>, "tickFormat"> {
  if (isTime && names.length === 0) {
    return { tickFormat: timeTicks(language) };
  }
  const count = Math.max(1, names.length);
  const widest = Math.max(0, ...names.map((name) => pixelWidth(nameIn(name, "en")))) + 8;
  const each = axis === "x" ? Math.min(widest, nameRoom) : 12;
  const every = Math.ceil(count / Math.max(1, Math.floor(room / each)));
  const width = axis === "x" ? Math.max(each, (room / count) * every) - 6 : Infinity;
  return {
    tickFormat: (value: unknown, index: number) => {
      if (typeof value === "number" && names.length === 0) return shortNumberWords(value);
      if (index % every !== 0) return "";
      return clipped(nameIn(String(value), "en"), width);
    },
  };
}
