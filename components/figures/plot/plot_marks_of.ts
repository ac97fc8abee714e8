import type { Markish, RenderFunction } from "@observablehq/plot";
import type { Plot } from "../plot_frame.ts";
import { callPlot, markOf } from "./plot_calls.ts";
import type { IntervalGuard } from "./plot_intervals.ts";
import type { LocalChannel, LocalMark } from "./local_plot.ts";

/** Plot takes a function of the datum for a channel; the datum is the number of the row. */
type Accessor = ((row: number) => string | number | boolean | Date | null) & { label?: string };

/** The value of a channel at a row. */
export function accessorOf({ values, label, isTime = false }: LocalChannel): Accessor {
  const accessor: Accessor = (row) => {
    const value = values[row] ?? null;
    if (isTime) return typeof value === "number" ? momentOf(value) : null;
    return typeof value === "string" ? harmless(value) : value;
  };
  if (label !== undefined) accessor.label = label;
  return accessor;
}

/** Null for what is no moment that a date can tell. */
function momentOf(value: number): Date | null {
  const moment = new Date(value);
  return Number.isNaN(moment.getTime()) ? null : moment;
}

/** A text that Plot would take for a paint server to fetch is only a name: an unseen letter keeps it one. */
function harmless(text: string): string {
  return /^\s*url\s*\(/i.test(text) ? `\u200b${text}` : text;
}

/** A mark of Plot, drawn in the colours of the page where it names none. */
export function drawnMark(
  plot: Plot,
  mark: LocalMark,
  { render, panels, guard }: {
    readonly render: RenderFunction;
    /** Channels that put it into panels, in place of its own. */
    readonly panels: Readonly<Record<string, Accessor>> | undefined;
    readonly guard: IntervalGuard;
  },
): Markish {
  const { channels, transforms = [] } = mark;
  const facets: readonly string[] = panels ? ["fx", "fy"] : [];
  const own = Object.entries(channels).filter(([name]) => !facets.includes(name))
    .map(([name, channel]) => {
      const value = accessorOf(channel);
      const { settings } = channel;
      return [name, settings ? { value, label: channel.label, ...guard(settings) } : value];
    });
  let options: unknown = {
    ...inksOf(mark),
    ...guard(mark.options),
    ...Object.fromEntries(own),
    ...panels,
    render,
  };
  for (const { name, with: settings } of transforms) {
    options = transformed(plot, name, guard(settings), options);
  }
  const hasRows = mark.rows > 0 || Object.keys(channels).length > 0;
  if (mark.mark === "frame") return markOf(plot, mark.mark, options);
  const data = hasRows ? Array.from({ length: mark.rows }, (_, row) => row) : undefined;
  return markOf(plot, mark.mark, data, options);
}

function transformed(
  plot: Plot,
  name: string,
  settings: LocalMark["options"],
  options: unknown,
): unknown {
  if (name.startsWith("select")) return callPlot(plot, name, options);
  const [only] = name.startsWith("map")
    ? ["reduce"]
    : name.startsWith("normalize")
    ? ["basis"]
    : [];
  if (only === undefined) return callPlot(plot, name, settings, options);
  return settings[only] === undefined
    ? callPlot(plot, name, options)
    : callPlot(plot, name, settings[only], options);
}

/** The colours of a mark that has none of its own. */
function inksOf({ mark, channels, options, transforms = [] }: LocalMark): Record<string, unknown> {
  const has = (name: string): boolean =>
    channels[name] !== undefined || options[name] !== undefined ||
    transforms.some(({ with: outputs }) => outputs[name] !== undefined);
  const small = has("r") ? {} : { r: 2.5 };
  if (mark === "density") {
    return {
      ...(has("clip") ? {} : { clip: true }),
      ...(has("thresholds") ? {} : { thresholds: 8 }),
      ...(has("fill") || has("stroke") ? {} : { stroke: "var(--mark)" }),
    };
  }
  if (/^box/.test(mark)) {
    return {
      ...(has("fill") ? {} : { fill: "var(--q3)" }),
      ...(has("stroke") ? {} : { stroke: "var(--text)" }),
      ...(has("strokeWidth") ? {} : { strokeWidth: 1.5 }),
      ...(has("r") ? {} : { r: 1.5 }),
    };
  }
  if (has("fill") || has("stroke")) return /^(dot|circle)/.test(mark) ? small : {};
  if (/^(dot|circle)/.test(mark)) return { fill: "var(--mark)", fillOpacity: 0.8, ...small };
  if (/^(bar|rect|cell|hexagon)/.test(mark)) return { fill: "var(--mark)" };
  if (/^area/.test(mark)) {
    return { fill: "var(--mark)", ...(has("fillOpacity") ? {} : { fillOpacity: 0.4 }) };
  }
  // With a border of the ground it can be read on whatever lies below.
  if (/^text/.test(mark)) return { fill: "var(--text)", stroke: "var(--bg)", strokeWidth: 3 };
  if (/^linearRegression/.test(mark)) return { stroke: "var(--accent)", fill: "var(--accent)" };
  if (/^line/.test(mark)) {
    return { stroke: "var(--accent)", ...(has("strokeWidth") ? {} : { strokeWidth: 1.5 }) };
  }
  if (mark === "frame") return { stroke: "var(--line-2)" };
  if (/^rule/.test(mark)) return { stroke: "var(--text-3)" };
  return { stroke: "var(--mark)" };
}
