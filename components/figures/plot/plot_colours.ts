import type { PlotOptions } from "@observablehq/plot";
import { isColourName } from "@/pipeline/code/plot_colour_names.ts";
import { isPlotColour } from "@/pipeline/code/plot_values.ts";
import type { Language } from "@/web/language.ts";
import { categoryInks, together } from "../category_inks.ts";
import type { LegendEntry } from "../drawable.ts";
import { inkOfClass } from "../figure_inks.ts";
import { nameIn } from "../shown_names.ts";
import type { LocalChannel, LocalMark, LocalPlot } from "./local_plot.ts";

/** The channels and options that are colours. */
const colourChannels = ["fill", "stroke"] as const;

/** What the colours of a plot stand for: categories, a quantity, or nothing. */
export type PlotColours =
  | { readonly by: "category"; readonly names: readonly (string | number | boolean)[] }
  | { readonly by: "number" }
  | { readonly by: "nothing" };

/** Reducers that give numbers whatever they are given. */
const counting =
  /^(count|distinct|sum|proportion|proportion-facet|mean|median|variance|deviation|p\d\d)$/;

const ordinalTypes: readonly unknown[] = ["ordinal", "categorical"];

/** See {@linkcode PlotColours}. */
export function plotColours({ marks, scales }: LocalPlot): PlotColours {
  const { type, domain } = scales["color"] ?? {};
  const names = new Set<string | number | boolean>();
  let hasNumbers = false;
  for (const mark of marks) {
    for (const name of colourChannels) {
      if (hasCountedOutput(mark, name)) {
        hasNumbers = true;
        continue;
      }
      const channel = mark.channels[name];
      if (channel === undefined || isLiteral(channel)) continue;
      for (const value of channel.values) {
        if (value === null) continue;
        if (typeof value === "number" && !ordinalTypes.includes(type)) hasNumbers = true;
        else names.add(value);
      }
    }
  }
  if (names.size > 0) {
    const given = Array.isArray(domain) ? domain.filter((each) => each !== null) : undefined;
    const byName = new Intl.Collator("en", { numeric: true });
    const sorted = [...names].sort((a, b) =>
      Number(a === together) - Number(b === together) || byName.compare(String(a), String(b))
    );
    return { by: "category", names: given ?? sorted };
  }
  return { by: hasNumbers ? "number" : "nothing" };
}

/** Whether the values of a channel are colours themselves. */
function isLiteral({ values }: LocalChannel): boolean {
  return values.some((value) => value !== null) &&
    values.every((value) => value === null || isSafeColour(value));
}

function isSafeColour(value: unknown): boolean {
  return typeof value === "string" && isColourName(value) && isPlotColour(value);
}

/** Whether a transform makes numbers of a colour. */
function hasCountedOutput({ transforms = [] }: LocalMark, name: string): boolean {
  return transforms.some(({ with: outputs }) => {
    const output = outputs[name];
    const reducer = typeof output === "object" && output !== null && !Array.isArray(output)
      ? output["reduce"]
      : output;
    return typeof reducer === "string" && counting.test(reducer);
  });
}

/** The steps of a quantity: from the ground on where areas are filled, from what can be seen on it where not. */
function quantity(first: number): (share: number) => string {
  return (share) => {
    const step = first + Math.floor(share * (10 - first));
    return `var(--q${Math.max(first, Math.min(9, step))})`;
  };
}

const filled = /^(cell|rect|bar|hexagon|area)/;

/** From one hue over the ground to another. */
const difference = (share: number): string => {
  const strength = Math.round(Math.abs(share - 0.5) * 200);
  return `color-mix(in oklab, var(--${share < 0.5 ? "c2" : "mark"}) ${strength}%, var(--sunken))`;
};

/** The colours as options of Plot's scale: categories as everywhere, a quantity in the steps of heat maps. */
export function colourScale(
  { scales, marks }: LocalPlot,
  colours: PlotColours,
): NonNullable<PlotOptions["color"]> {
  const { scheme: _scheme, legend: _legend, range, ...given } = scales["color"] ?? {};
  const inks = Array.isArray(range) ? range.filter(isPlotColour) : [];
  const unknown = "var(--line-2)";
  if (colours.by === "category") {
    const { reverse: _reverse, ...others } = given;
    return {
      ...others,
      type: "ordinal",
      unknown,
      domain: [...colours.names],
      range: inks.length > 0 ? inks : categoryInks(colours.names.map(String)).map(inkOfClass),
    };
  }
  if (colours.by === "nothing") return { ...given, unknown };
  if (inks.length > 1) return { ...given, unknown, range: inks };
  const isFilled = marks.every(({ mark, channels: { fill, stroke } }) =>
    (fill === undefined && stroke === undefined) || filled.test(mark)
  );
  const { type, pivot, symmetric } = given;
  const isDiverging = pivot !== undefined || symmetric !== undefined ||
    (typeof type === "string" && type.startsWith("diverging"));
  return {
    ...given,
    unknown,
    interpolate: isDiverging ? difference : quantity(isFilled ? 1 : 3),
    ...(isDiverging && type === undefined ? { type: "diverging" } : {}),
  };
}

/** The legend of categories; that of a quantity stands in the drawing. */
export function colourLegend(figure: LocalPlot, language: Language): LegendEntry[] {
  const colours = plotColours(figure);
  if (colours.by !== "category") return [];
  const { range } = figure.scales["color"] ?? {};
  const inks = Array.isArray(range) ? range.filter(isPlotColour) : [];
  const isLine = figure.marks.every(({ mark, channels }) =>
    colourChannels.every((name) => channels[name] === undefined) || /line/i.test(mark)
  );
  const classes = categoryInks(colours.names.map(String));
  return colours.names.map((name, index) => {
    const fill = inks[index % Math.max(1, inks.length)];
    return {
      name: nameIn(String(name), language),
      colour: classes[index] ?? "c0",
      isLine,
      ...(fill === undefined ? {} : { fill }),
    };
  });
}
