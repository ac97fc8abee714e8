import type { LocalPlot } from "./local_plot.ts";

/** The least and the usual size of a panel, and the gap with its name above it. */
const narrowest = 150;
export const panelHeight = 116;
export const panelGap = 26;

/** Panels beside and below one another, each for a value of a column. */
export interface PlotPanels {
  readonly names: readonly string[];
  readonly label: string | undefined;
  readonly columns: number;
  readonly rows: number;
}

/**
 * The panels of a plot that is divided by one column: as many side by side as there is room for. Undefined where it is
 * not divided, or by two columns, which are rows and columns themselves.
 */
export function plotPanels({ marks, scales }: LocalPlot, width: number): PlotPanels | undefined {
  const channels = marks.flatMap(({ channels: { fx, fy } }) => [fx, fy].filter((each) => each));
  const isByOne = channels.length > 0 && marks.every(({ channels: { fy } }) => fy === undefined);
  if (!isByOne) return undefined;
  const found = new Set<string>();
  for (const channel of channels) {
    for (const value of channel?.values ?? []) if (value !== null) found.add(String(value));
  }
  const { domain, reverse } = scales["fx"] ?? {};
  const byName = new Intl.Collator("en", { numeric: true });
  const names = Array.isArray(domain) ? domain.map(String) : [...found].sort(byName.compare);
  if (reverse === true) names.reverse();
  if (names.length === 0) return undefined;
  const columns = Math.max(1, Math.min(names.length, Math.floor(width / narrowest)));
  return {
    names,
    label: channels.find((channel) => channel?.label !== undefined)?.label,
    columns,
    rows: Math.ceil(names.length / columns),
  };
}

/** The values of the two columns that divide a plot into rows and columns of panels; undefined where none does. */
export function panelGrid(
  { marks }: LocalPlot,
): { readonly columns: readonly string[]; readonly rows: readonly string[] } | undefined {
  const valuesOf = (name: "fx" | "fy"): string[] => [
    ...new Set(
      marks.flatMap(({ channels }) => channels[name]?.values ?? [])
        .filter((value) => value !== null).map(String),
    ),
  ];
  const grid = { columns: valuesOf("fx"), rows: valuesOf("fy") };
  return grid.rows.length > 0 ? grid : undefined;
}
