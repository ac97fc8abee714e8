import type { PlotFigure } from "../cells/plot_figure.ts";
import type { Text } from "../problem.ts";
import { identity, indexOf } from "./plot_channels.ts";
import {
  plainValue,
  type PlotFacet,
  type PlotMarkName,
  type PlotOptions,
  type PlotTransformName,
  RecordedMark,
  recordedMark,
  transformed,
} from "./plot_marks.ts";
import { plotProblem } from "./plot_problems.ts";
import { isPlainObject, listOf } from "./plot_rows.ts";
import { fitsPlotValue, type PlotValue } from "./plot_values.ts";
import {
  plotLayout,
  plotLimits,
  plotMarks,
  plotScaleOptions,
  plotScales,
  plotTransforms,
} from "./plot_words.ts";

/** What `axisX`, `gridY` and the like say of a scale. */
class RecordedAxis {
  constructor(readonly scale: string, readonly options: PlotOptions) {}
}

/** Options of a plot that are settled here, or that a page has in its own way. */
const settled = ["marks", "title", "subtitle", "caption", "facet", "ariaLabel", "ariaDescription"];

/**
 * The figure of some marks, as Observable Plot's `plot` takes them; channels are evaluated here, transforms are
 * written down and done where it is drawn.
 *
 * @throws {PlotError}
 */
function plot(options: PlotOptions = {}): PlotFigure {
  for (const name of Object.keys(options)) {
    const isKnown = name in plotLayout || settled.includes(name) || isScaleName(name);
    if (!isKnown) {
      throw plotProblem.unknownOption("Plot.plot", name, [
        ...settled,
        ...plotScales,
        ...Object.keys(plotLayout),
      ]);
    }
  }
  const given = flattened(options["marks"]);
  const marks = given.filter((mark) => mark instanceof RecordedMark);
  const axes = given.filter((mark) => mark instanceof RecordedAxis);
  if (marks.length + axes.length < given.length) throw plotProblem.noMark();
  if (marks.length === 0) throw plotProblem.noMarks();
  if (marks.length > plotLimits.marks) throw plotProblem.tooManyMarks(marks.length);
  const facet = facetOf(options["facet"]);
  const recorded = marks.map((mark) => recordedMark(mark, facet));
  const figure: PlotFigure = {
    type: "plot",
    title: textOf(options["title"]) ?? titleOf(recorded.map(({ mark }) => mark)),
    marks: recorded.map(({ mark }) => mark),
    scales: scalesOf(options, axes),
    layout: layoutOf(options),
  };
  const captions = [
    textOf(options["subtitle"]),
    textOf(options["caption"]),
    ...new Set(recorded.map(({ caption }) => caption)),
  ].filter((caption) => caption !== undefined);
  if (captions.length > 0) figure.caption = joined(captions);
  if (sizeOf(figure) > plotLimits.numbers) throw plotProblem.tooMuch();
  return figure;
}

/** What code gives back, with a mark that it never asked to be plotted as the figure of that mark alone. */
export function plotted(value: unknown): unknown {
  return value instanceof RecordedMark ? value.plot() : value;
}

function markMaker(name: PlotMarkName): (...given: unknown[]) => RecordedMark {
  const isBare = "isBare" in plotMarks[name];
  return (...given) => {
    const [data, options] = isBare ? [undefined, given[0]] : given;
    return new RecordedMark(
      name,
      data,
      settingsIn(options),
      (marks, more) => plot({ ...more, marks }),
    );
  };
}

/** Each transform takes first what it makes, or how; those of one argument take the options alone. */
function transformMaker(name: PlotTransformName): (...given: unknown[]) => PlotOptions {
  if (name.startsWith("select")) return (options) => transformed(name, {}, options);
  return (...given) => {
    const [first, options] = given.length > 1 ? given : settingFirst(name, given[0]);
    if (isPlainObject(first) || first === undefined) return transformed(name, first, options);
    const setting = name.startsWith("window") ? "k" : name.startsWith("map") ? "reduce" : "basis";
    return transformed(name, { [setting]: first }, options);
  };
}

/** `stackY(options)` and `normalizeY(options)` have no settings; `groupZ(outputs)` has no options. */
function settingFirst(name: string, given: unknown): [unknown, unknown] {
  return name.startsWith("stack") || name.startsWith("normalize") || !isPlainObject(given)
    ? [isPlainObject(given) ? undefined : given, isPlainObject(given) ? given : {}]
    : [given, {}];
}

type Axis = "x" | "y" | "fx" | "fy";

const axisPart = (scale: Axis) => (options?: unknown): RecordedAxis =>
  new RecordedAxis(scale, settingsIn(options));
const gridPart = (scale: Axis) => (): RecordedAxis => new RecordedAxis(scale, { grid: true });

const parts = {
  ...recordOf(namesOf(plotMarks), markMaker),
  ...recordOf(namesOf(plotTransforms), transformMaker),
  plot,
  identity,
  indexOf,
  axisX: axisPart("x"),
  axisY: axisPart("y"),
  axisFx: axisPart("fx"),
  axisFy: axisPart("fy"),
  gridX: gridPart("x"),
  gridY: gridPart("y"),
  gridFx: gridPart("fx"),
  gridFy: gridPart("fy"),
  filter: (test: unknown, options: unknown): PlotOptions => ({
    ...settingsIn(options),
    filter: test,
  }),
  sort: (order: unknown, options: unknown): PlotOptions => ({
    ...settingsIn(options),
    sort: order,
  }),
  reverse: (options: unknown): PlotOptions => ({ ...settingsIn(options), reverse: true }),
};

/**
 * What code in a sandbox has as `Plot`: it looks like Observable Plot, but having no page to draw on it gives plain
 * data of the figure (see `cells/plot_figure.ts`). What it does not know it names, with what there is instead.
 * It is part of `bundle/sandbox.js`: after a change here, or in what it imports, run `deno task sandbox`.
 */
export const recordedPlot: typeof parts = new Proxy(parts, {
  get: (known, name) => {
    if (typeof name === "symbol" || name === "then" || name === "toJSON") return undefined;
    if (!Object.hasOwn(known, name)) throw plotProblem.unknownPart(name, Object.keys(known));
    return Reflect.get(known, name);
  },
  set: () => false,
  defineProperty: () => false,
  deleteProperty: () => false,
});

function scalesOf(
  options: PlotOptions,
  axes: readonly RecordedAxis[],
): PlotFigure["scales"] {
  const scales: PlotFigure["scales"] = {};
  const given = plotScales.map((scale) => ({ scale: String(scale), options: options[scale] }));
  for (const { scale, options: said } of [...given, ...axes]) {
    if (said === undefined) continue;
    if (!isPlainObject(said)) {
      if (said === null) continue;
      throw plotProblem.badValue("Plot.plot", scale, "text");
    }
    const own = scales[scale] ??= {};
    for (const [name, value] of Object.entries(said)) {
      if (value === undefined) continue;
      own[name] = optionOf(`the scale ${scale}`, name, value, plotScaleOptions);
      const isOfTimes = name === "domain" && listOf(value)?.some((each) => each instanceof Date);
      if (isOfTimes) own["type"] ??= "utc";
    }
  }
  return scales;
}

function layoutOf(options: PlotOptions): PlotFigure["layout"] {
  return Object.fromEntries(
    Object.entries(options)
      .filter(([name, value]) => name in plotLayout && value !== undefined)
      .map(([name, value]) => [name, optionOf("Plot.plot", name, value, plotLayout)]),
  );
}

function optionOf(
  where: string,
  name: string,
  value: unknown,
  known: typeof plotLayout,
): PlotValue {
  const kind = known[name];
  if (kind === undefined) throw plotProblem.unknownOption(where, name, Object.keys(known));
  const plain = plainValue(value, () => plotProblem.badValue(where, name, kind));
  if (!fitsPlotValue(kind, plain)) throw plotProblem.badValue(where, name, kind);
  return plain;
}

function facetOf(facet: unknown): PlotFacet | undefined {
  return isPlainObject(facet) ? { data: facet["data"], fx: facet["x"], fy: facet["y"] } : undefined;
}

/** Of a plot without a title: what is over what. */
function titleOf(marks: PlotFigure["marks"]): Text {
  const labelOf = (axis: string): string | undefined =>
    marks.map(({ channels }) => (channels[axis] ?? channels[`${axis}2`])?.label)
      .find((label) => typeof label === "string");
  const [x, y] = [labelOf("x"), labelOf("y")];
  if (x !== undefined && y !== undefined) return { en: `${y} over ${x}`, zh: `${y} — ${x}` };
  const label = x ?? y;
  return label === undefined ? { en: "Plot", zh: "图形" } : { en: label, zh: label };
}

function textOf(value: unknown): Text | undefined {
  if (typeof value !== "string" && typeof value !== "number") return undefined;
  const text = String(value).slice(0, 300).toWellFormed();
  return text === "" ? undefined : { en: text, zh: text };
}

function joined(texts: readonly Text[]): Text {
  const ended = (text: string, stop: string): string =>
    /[.!?。！？…]$/.test(text) ? text : text + stop;
  return {
    en: texts.map(({ en }) => ended(en, ".")).join(" "),
    zh: texts.map(({ zh }) => ended(zh, "。")).join(""),
  };
}

/** About how many numbers a figure holds; long texts count as several. */
function sizeOf({ marks }: PlotFigure): number {
  let size = 0;
  for (const { channels } of marks) {
    for (const { values } of Object.values(channels)) {
      for (const value of values) size += typeof value === "string" ? 1 + value.length / 8 : 1;
    }
  }
  return size;
}

function flattened(marks: unknown): unknown[] {
  const list = listOf(marks);
  if (list === undefined) return marks === undefined || marks === null ? [] : [marks];
  return list.flatMap((mark) => typeof mark === "string" ? [mark] : flattened(mark));
}

function isScaleName(name: string): boolean {
  const names: readonly string[] = plotScales;
  return names.includes(name);
}

function settingsIn(options: unknown): PlotOptions {
  return isPlainObject(options) ? options : {};
}

function namesOf<Name extends string>(record: Readonly<Record<Name, unknown>>): Name[] {
  const isName = (name: string): name is Name => Object.hasOwn(record, name);
  return Object.keys(record).filter(isName);
}

function recordOf<Name extends string, Value>(
  names: readonly Name[],
  valueOf: (name: Name) => Value,
): Readonly<Record<Name, Value>> {
  const record: Readonly<Record<string, Value>> = Object.fromEntries(
    names.map((name) => [name, valueOf(name)]),
  );
  if (!hasAll(record, names)) throw new TypeError("A part of Plot is missing.");
  return record;
}

function hasAll<Name extends string, Value>(
  record: Readonly<Record<string, Value>>,
  names: readonly Name[],
): record is Readonly<Record<Name, Value>> {
  return names.every((name) => Object.hasOwn(record, name));
}
