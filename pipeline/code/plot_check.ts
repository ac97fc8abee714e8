import type { PlotFigure, PlotMark } from "../cells/plot_figure.ts";
import { type PlotError, plotProblem } from "./plot_problems.ts";
import { fitsPlotValue } from "./plot_values.ts";
import {
  plotChannels,
  plotLayout,
  plotLimits,
  plotMarks,
  plotOptions,
  plotScaleOptions,
  plotScales,
  plotSettings,
  plotTransforms,
  type PlotValueKind,
} from "./plot_words.ts";

type Words = Readonly<Record<string, PlotValueKind>>;

const channelNames: readonly string[] = plotChannels;
const scaleNames: readonly string[] = plotScales;

/**
 * What a figure that says it is a plot names that there is not, or holds too much of; undefined where it can be
 * drawn. Whoever makes a plot out of what a user wrote asks this, and whoever draws one, as files come from strangers.
 */
export function plotViolation({ marks, scales, layout }: PlotFigure): PlotError | undefined {
  if (marks.length > plotLimits.marks) return plotProblem.tooManyMarks(marks.length);
  let cells = 0;
  for (const mark of marks) {
    const wrong = markViolation(mark);
    if (wrong) return wrong;
    cells += mark.rows * Object.keys(mark.channels).length;
  }
  if (cells > plotLimits.numbers) return plotProblem.tooMuch();
  for (const [scale, options] of Object.entries(scales)) {
    if (!scaleNames.includes(scale)) {
      return plotProblem.unknownOption("Plot.plot", scale, plotScales);
    }
    const wrong = optionViolation(`the scale ${scale}`, options, plotScaleOptions);
    if (wrong) return wrong;
  }
  return optionViolation("Plot.plot", layout, plotLayout);
}

function markViolation(
  { mark, rows, channels, options, transforms = [] }: PlotMark,
): PlotError | undefined {
  const where = `Plot.${mark}`;
  if (!Object.hasOwn(plotMarks, mark)) {
    return plotProblem.unknownPart(mark, Object.keys(plotMarks));
  }
  for (const [name, { values, settings = {} }] of Object.entries(channels)) {
    if (!channelNames.includes(name)) return plotProblem.unknownOption(where, name, plotChannels);
    if (values.length !== rows) {
      return plotProblem.otherLength(where, name, rows, values.length);
    }
    const wrong = optionViolation(where, settings, plotSettings);
    if (wrong) return wrong;
  }
  const isSort = typeof options["sort"] === "object" && !Array.isArray(options["sort"]);
  const { sort, ...others } = options;
  const wrong = optionViolation(where, isSort ? others : options, {
    ...Object.fromEntries(plotChannels.map((name) => [name, "none"])),
    ...plotOptions,
  }) ?? (isSort && typeof sort === "object" ? sortViolation(where, sort) : undefined);
  if (wrong) return wrong;
  for (const { name, with: settings } of transforms) {
    const violation = transformViolation(name, settings);
    if (violation) return violation;
  }
  return undefined;
}

function sortViolation(where: string, sort: object | null): PlotError | undefined {
  const known = [...plotScales, "reverse", "limit", "order", "reduce"];
  for (const [name, value] of Object.entries(sort ?? {})) {
    if (!known.includes(name)) return plotProblem.unknownOption(where, name, known);
    if (!fitsPlotValue("cells", value)) return plotProblem.badValue(where, "sort", "order");
  }
  return undefined;
}

function transformViolation(
  name: string,
  settings: PlotMark["options"],
): PlotError | undefined {
  const where = `Plot.${name}`;
  if (!Object.hasOwn(plotTransforms, name)) {
    return plotProblem.unknownPart(name, Object.keys(plotTransforms));
  }
  const outputs = [...plotChannels, "data"];
  for (const [key, value] of Object.entries(settings)) {
    const isOutput = outputs.includes(key);
    if (isOutput && typeof value === "object" && value !== null && !Array.isArray(value)) {
      const wrong = optionViolation(where, value, plotSettings);
      if (wrong) return wrong;
    } else {
      const wrong = optionViolation(
        where,
        { [isOutput ? "reduce" : key]: value },
        plotSettings,
      );
      if (wrong) return wrong;
    }
  }
  return undefined;
}

function optionViolation(
  where: string,
  options: Readonly<Record<string, unknown>>,
  words: Words,
): PlotError | undefined {
  for (const [name, value] of Object.entries(options)) {
    const kind = Object.hasOwn(words, name) ? words[name] : undefined;
    if (kind === undefined) return plotProblem.unknownOption(where, name, Object.keys(words));
    if (!fitsPlotValue(kind, value)) return plotProblem.badValue(where, name, kind);
  }
  return undefined;
}
