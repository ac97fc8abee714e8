import type { Text } from "@/pipeline/problem.ts";
import type { Language } from "@/web/language.ts";
import { countWords, numberWords } from "../../number_words.ts";
import { figureSentences } from "../../texts_figure_sentences.ts";
import { markTexts, plotTexts } from "../../texts_plot.ts";
import { placeWords } from "../axis_words.ts";
import type { DataCell, FigureData } from "../drawable.ts";
import { listed, rangeOf } from "../sentences.ts";
import { nameIn } from "../shown_names.ts";
import { axisLabel, plotAxis } from "./plot_axes.ts";
import { plotColours } from "./plot_colours.ts";
import type { PlotPanels } from "./plot_panels.ts";
import type { LocalMark, LocalPlot } from "./local_plot.ts";

/** So many names are told one by one. */
const toldNames = 12;

/** What is to be seen in a plot. */
export function plotStatements(
  figure: LocalPlot,
  panels: PlotPanels | undefined,
  language: Language,
): Text[] {
  const shown = figure.marks.filter(({ rows }) => rows > 0);
  if (shown.length === 0) return [];
  const parts = shown.slice(0, toldNames).map((mark) =>
    plotTexts.countOf(countWords(mark.rows), markName(mark, language))[language]
  );
  const ranges = (["x", "y"] as const).flatMap((axis) => rangeStatement(figure, axis, language));
  const colours = plotColours(figure);
  const names = colours.by === "category"
    ? colours.names.slice(0, toldNames).map((name) => nameIn(String(name), language))
    : [];
  return [
    plotTexts.ofMarks(listed(language, parts)),
    ...ranges,
    ...(names.length > 0 ? [figureSentences.categories(listed(language, names))] : []),
    ...(panels
      ? [plotTexts.panels(
        nameIn(panels.label ?? "", language),
        listed(language, panels.names.slice(0, toldNames).map((name) => nameIn(name, language))),
      )]
      : []),
  ];
}

function markName({ mark }: LocalMark, language: Language): string {
  const kind = mark.replace(/[XY]$/, "");
  const names: Readonly<Record<string, Text>> = markTexts;
  return (names[kind] ?? markTexts.dot)[language];
}

function rangeStatement(figure: LocalPlot, axis: "x" | "y", language: Language): Text[] {
  const shown = plotAxis(figure, axis);
  const label = axisLabel(shown, language);
  if (label === undefined) return [];
  if (shown.names.length > 0) {
    const names = shown.names.slice(0, toldNames).map((name) => nameIn(name, language));
    return [plotTexts.named(label, listed(language, names))];
  }
  const range = rangeOf(
    figure.marks.flatMap(({ channels, transforms = [] }) =>
      [axis, `${axis}1`, `${axis}2`]
        .filter((name) => !transforms.some(({ with: outputs }) => outputs[name] !== undefined))
        .flatMap((name) => channels[name]?.values ?? [])
        .filter((value) => typeof value === "number")
    ),
  );
  if (range === undefined) return [];
  const tell = (value: number): string =>
    shown.isTime ? placeWords({ scale: "time" }, value, language) : numberWords(value);
  return [plotTexts.byRange(label, tell(range.low), tell(range.high))];
}

/** The data of all marks below one another, with the number of the mark where there are several. */
export function plotData({ marks }: LocalPlot, language: Language): FigureData {
  const shown = marks.filter(({ rows, channels }) => rows > 0 && Object.keys(channels).length > 0);
  const columns: string[] = [];
  const places = shown.map(({ channels }) =>
    new Map(
      Object.entries(channels).map(([name, { label }]) => {
        const column = label ?? name;
        if (!columns.includes(column)) columns.push(column);
        return [columns.indexOf(column), channels[name]];
      }),
    )
  );
  const isLayered = shown.length !== 1;
  const rows = shown.flatMap((mark, layer) =>
    Array.from({ length: mark.rows }, (_, row): DataCell[] => [
      ...(isLayered ? [layer + 1] : []),
      ...columns.map((_, column) => {
        const channel = places[layer]?.get(column);
        const value = channel?.values[row] ?? null;
        if (typeof value === "boolean") return String(value);
        return channel?.isTime && typeof value === "number"
          ? placeWords({ scale: "time" }, value, language)
          : value;
      }),
    ])
  );
  return { columns: [...(isLayered ? [plotTexts.layer[language]] : []), ...columns], rows };
}
