import type { PlotMark } from "../cells/plot_figure.ts";
import type { Text } from "../problem.ts";
import { cellOf, identity, indexOf, isConstant, recordedChannel } from "./plot_channels.ts";
import { isRowSort, keptRows, sampledRows } from "./plot_order.ts";
import { plotProblem } from "./plot_problems.ts";
import { isPlainObject, listOf, type PlotRows, plotRows } from "./plot_rows.ts";
import { fitsPlotValue, type PlotValue } from "./plot_values.ts";
import {
  plotChannels,
  plotLimits,
  plotMarks,
  type PlotMarkWords,
  plotOptions,
  plotSettings,
  plotTransforms,
} from "./plot_words.ts";

/** The name of a mark. */
export type PlotMarkName = keyof typeof plotMarks;
/** The name of a transform. */
export type PlotTransformName = keyof typeof plotTransforms;
/** Options as the code gave them. */
export type PlotOptions = Readonly<Record<PropertyKey, unknown>>;

/** A transform with what it was given, on the options that it was given, too. */
export interface RecordedTransform {
  readonly name: PlotTransformName;
  readonly with: PlotMark["options"];
}

/** Where options carry the transforms that they went through. */
const transforms = Symbol("transforms");

/** What `facet` of a whole plot says: of which data, and by what. */
export interface PlotFacet {
  readonly data: unknown;
  readonly fx: unknown;
  readonly fy: unknown;
}

/** A mark as it was asked for, still with its data as they were given. */
export class RecordedMark {
  constructor(
    readonly name: PlotMarkName,
    readonly data: unknown,
    readonly options: PlotOptions,
    private readonly record: (marks: readonly unknown[], options: PlotOptions) => object,
  ) {
    const channelNames: readonly string[] = plotChannels;
    for (const option of Object.keys(options)) {
      const isKnown = option in plotOptions || channelNames.includes(option) ||
        handled.includes(option);
      if (!isKnown) {
        const known = new Set([...plotChannels, ...Object.keys(plotOptions), ...handled]);
        throw plotProblem.unknownOption(`Plot.${name}`, option, [...known]);
      }
    }
  }

  /** A figure of this mark alone, or on top of others. */
  plot(options: PlotOptions = {}): object {
    return this.record([...(listOf(options["marks"]) ?? []), this], options);
  }
}

/** Options that are settled here, or that this page has in its own way: a figure shows values by itself. */
const handled = ["filter", "tip", "channels", "ariaLabel", "ariaDescription"];

/** `options` behind a transform. */
export function transformed(
  name: PlotTransformName,
  given: unknown,
  options: unknown,
): PlotOptions {
  const before = isPlainObject(options) ? options : {};
  const step: RecordedTransform = { name, with: settingsOf(`Plot.${name}`, given) };
  return { ...before, [transforms]: [...transformsOf(before), step] };
}

function transformsOf(options: PlotOptions): readonly RecordedTransform[] {
  const found = options[transforms];
  return Array.isArray(found) ? found : [];
}

/** What a transform was given, as plain data: outputs by their reducers, and settings. */
function settingsOf(where: string, given: unknown): PlotMark["options"] {
  if (given === undefined || given === null) return {};
  if (!isPlainObject(given)) throw plotProblem.badValue(where, "outputs", "word");
  const channelNames: readonly string[] = [...plotChannels, "data"];
  return Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== undefined).map(([name, value]) => {
      const isOutput = channelNames.includes(name);
      if (!isOutput && !(name in plotSettings)) {
        throw plotProblem.unknownOption(where, name, [
          ...channelNames,
          ...Object.keys(plotSettings),
        ]);
      }
      if (isOutput && isPlainObject(value)) {
        return [
          name,
          Object.fromEntries(
            Object.entries(value).map(([key, each]) => [key, settingOf(where, key, each)]),
          ),
        ];
      }
      return [name, isOutput ? settingOf(where, "reduce", value) : settingOf(where, name, value)];
    }),
  );
}

function settingOf(where: string, name: string, value: unknown): PlotValue {
  const kind = plotSettings[name];
  if (kind === undefined) throw plotProblem.unknownOption(where, name, Object.keys(plotSettings));
  const plain = plainValue(value, () => plotProblem.badValue(where, name, kind));
  if (!fitsPlotValue(kind, plain)) throw plotProblem.badValue(where, name, kind);
  return plain;
}

/** A value without objects in it; times are milliseconds since 1970. */
export function plainValue(value: unknown, refusal: () => Error): PlotValue {
  const list = listOf(value);
  return list ? list.map((each) => cellOf(each, refusal)) : cellOf(value, refusal);
}

/** A mark as plain data, and what was left out of it. */
export function recordedMark(
  mark: RecordedMark,
  facet: PlotFacet | undefined,
): { mark: PlotMark; caption: Text | undefined } {
  const where = `Plot.${mark.name}`;
  const words: PlotMarkWords = plotMarks[mark.name];
  const steps = transformsOf(mark.options);
  const isSummed = words.sums === true || steps.some(({ name }) => plotTransforms[name] === "sums");
  const rows = words.isBare || mark.data === undefined ? undefined : plotRows(mark.data, where);
  const options = { ...facetChannels(mark, facet), ...mark.options };
  const all = rows ? keptRows(where, options, rows) : [];
  const isSampled = !isSummed && all.length > plotLimits.points;
  if (isSampled && isStacked(mark.name, steps)) throw plotProblem.tooManyBars(where, all.length);
  const kept = isSampled ? sampledRows(all, plotLimits.points) : all;
  const given = rows && !steps.some(({ name }) => plotTransforms[name] === "sums")
    ? { ...defaultChannels(where, mark, words, rows), ...options }
    : options;
  const recorded: PlotMark = {
    mark: mark.name,
    rows: kept.length,
    channels: {},
    options: {},
    ...(steps.length > 0 ? { transforms: steps.map((step) => ({ ...step })) } : {}),
  };
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined || handled.includes(name)) continue;
    if (name === "sort" && isRowSort(value)) continue;
    if (name === "reverse" && rows) continue;
    recordOption(recorded, { where, name, value, rows, kept });
  }
  return { mark: recorded, caption: isSampled ? sampleCaption(all.length) : undefined };
}

interface GivenOption {
  readonly where: string;
  readonly name: string;
  readonly value: unknown;
  readonly rows: PlotRows | undefined;
  readonly kept: readonly number[];
}

/** Adds an option to a mark: a channel where it differs from row to row. */
function recordOption(mark: PlotMark, option: GivenOption): void {
  const { where, name, value, rows, kept } = option;
  const channelNames: readonly string[] = plotChannels;
  const isChannel = channelNames.includes(name) && !isConstant(name, value, rows);
  if (isChannel && rows) {
    const { value: own, label, ...settings } = isDescribed(value) ? value : { value };
    const channel = recordedChannel(where, name, own, rows, kept);
    const isLabelled = typeof label === "string";
    const known = Object.entries(settings).map(([key, each]) => [key, settingOf(where, key, each)]);
    mark.channels[name] = {
      ...channel,
      ...(isLabelled ? { label } : {}),
      ...(known.length > 0 ? { settings: Object.fromEntries(known) } : {}),
    };
    return;
  }
  if (channelNames.includes(name) && value === null) {
    mark.options[name] = null;
    return;
  }
  if (name === "sort" && isPlainObject(value)) {
    mark.options[name] = Object.fromEntries(
      Object.entries(value).map(([key, each]) => [
        key,
        plainValue(each, () => plotProblem.badValue(where, name, "order")),
      ]),
    );
    return;
  }
  const kind = plotOptions[name] ?? "word";
  const plain = plainValue(value, () => plotProblem.badValue(where, name, kind));
  if (!(name in plotOptions) || !fitsPlotValue(kind, plain)) {
    throw plotProblem.badValue(where, name, kind);
  }
  mark.options[name] = plain;
}

/** Whether a channel is given as its value with more about it. */
function isDescribed(value: unknown): value is Record<string, unknown> {
  return isPlainObject(value) && typeof value["transform"] !== "function" && "value" in value;
}

/** The channels by which a plot divides into panels, where the mark draws the data that are divided. */
function facetChannels(mark: RecordedMark, facet: PlotFacet | undefined): PlotOptions {
  if (facet === undefined || mark.data !== facet.data) return {};
  if (mark.options["facet"] === null || mark.options["facet"] === false) return {};
  return {
    ...(facet.fx === undefined ? {} : { fx: facet.fx }),
    ...(facet.fy === undefined ? {} : { fy: facet.fy }),
  };
}

const places = ["x", "x1", "x2", "y", "y1", "y2"];

/** The channels that a mark has of itself: from plain numbers, pairs, or texts. */
function defaultChannels(
  where: string,
  { name, options }: RecordedMark,
  { defaults }: PlotMarkWords,
  rows: PlotRows,
): PlotOptions {
  const isGiven = (axis: string): boolean =>
    places.some((place) => place.startsWith(axis) && options[place] !== undefined);
  const [first] = rows.items();
  const isOfObjects = isPlainObject(first);
  const found: Record<string, unknown> = {};
  if (name.startsWith("text") && options["text"] === undefined) {
    found["text"] = isOfObjects ? indexOf : identity;
  }
  if (defaults === undefined) return found;
  const { x, y } = defaults;
  if (x === "first" || y === "second") {
    if (isGiven("x") || isGiven("y") || options["frameAnchor"] !== undefined) return found;
    if (!Array.isArray(first)) {
      if (rows.count > 0) throw plotProblem.missingChannel(where, "x");
      return found;
    }
    return { ...found, x: partOf(0), y: partOf(1) };
  }
  if (name.startsWith("bar") && (isGiven("x") || isGiven("y"))) return found;
  for (const [axis, from] of [["x", x], ["y", y]] as const) {
    if (from === undefined || isGiven(axis)) continue;
    if (from === "identity" && isOfObjects) throw plotProblem.missingChannel(where, axis);
    found[axis] = from === "identity" ? identity : indexOf;
  }
  return found;
}

function partOf(index: number): (datum: unknown) => unknown {
  return (datum) => Array.isArray(datum) ? datum[index] : undefined;
}

/** Whether rows lie on one another, so that none can be left out. */
function isStacked(name: string, steps: readonly RecordedTransform[]): boolean {
  return /^(bar|area|rect)/.test(name) || steps.some((step) => step.name.startsWith("stack"));
}

function sampleCaption(all: number): Text {
  const [shown, count] = [plotLimits.points, all].map((each) => each.toLocaleString("en"));
  return {
    en: `${shown} of ${count} rows, drawn at random.`,
    zh: `从 ${count} 行中随机抽取 ${shown} 行。`,
  };
}
