import type { Text } from "../problem.ts";
import { sampleRows } from "../steps/sample_rows.ts";
import { quantileOfSorted } from "./chart_aggregate.ts";
import { grouped } from "./chart_groups.ts";
import {
  bandsOf,
  chartPlot,
  type ChartRequest,
  type Drawing,
  isInPanel,
  leftOutCaption,
} from "./chart_parts.ts";
import type { PlotChannel, PlotMark } from "./plot_figure.ts";

/** So many of the values beyond the whiskers of a box are drawn. */
const outlierLimit = 60;

/** The spread of a column in each category: quartiles, whiskers of 1.5 interquartile ranges, what lies beyond. */
export function boxChart(request: ChartRequest): Drawing {
  const { columns, params, facet, seed } = request;
  const value = columns.scaled("y", params.y, 0, params.yScale);
  const isDivided = params.x !== null || columns.divider() !== undefined;
  const categories = isDivided ? bandsOf(request, "x", params.x) : null;
  const boxes = grouped(value, columns.rows, (row) => {
    const category = categories === null ? value.name : categories.cells[row] ?? null;
    if (category === null || !isInPanel(request, row)) return null;
    return [category, facet?.cells[row] ?? null];
  });
  const spreads = Array.from(
    boxes.values(),
    ({ parts: [category, panel], values }) => ({ category, panel, ...spreadOf(values) }),
  );
  const beyond = spreads.flatMap(({ outliers, category, panel }) =>
    Array.from(sampleRows(outliers.length, outlierLimit, seed), (index) => ({
      category,
      panel,
      value: outliers[index]!,
    }))
  );
  const isSampled = spreads.some(({ outliers }) => outliers.length > outlierLimit);
  const by = categories === null ? "" : ` by ${categories.name}`;
  const title: Text = {
    en: `Spread of ${value.name}${by}`,
    zh: categories === null
      ? `${value.name} 的分布`
      : `各“${categories.name}”的 ${value.name} 分布`,
  };
  const channelsOf = <Item extends { category: string; panel: string | null }>(
    items: readonly Item[],
    values: Readonly<Record<string, (item: Item) => number>>,
  ): Record<string, PlotChannel> => ({
    ...Object.fromEntries(
      Object.entries(values).map(([name, valueOf]) => [
        name,
        { values: items.map((item) => Number(valueOf(item).toPrecision(6))), label: value.name },
      ]),
    ),
    y: { values: items.map(({ category }) => category), label: categories?.name ?? "" },
    ...(facet ? { fx: { values: items.map(({ panel }) => panel), label: facet.name } } : {}),
  });
  const rows = spreads.length;
  const marks: PlotMark[] = [
    {
      mark: "ruleY",
      rows,
      channels: channelsOf(spreads, { x1: ({ low }) => low, x2: ({ high }) => high }),
      options: { stroke: "var(--text-2)" },
    },
    {
      mark: "barX",
      rows,
      channels: channelsOf(spreads, { x1: ({ first }) => first, x2: ({ third }) => third }),
      options: { fill: "var(--q3)" },
    },
    {
      mark: "tickX",
      rows,
      channels: channelsOf(spreads, { x: ({ median }) => median }),
      options: { stroke: "var(--text)", strokeWidth: 2 },
    },
    {
      mark: "dot",
      rows: beyond.length,
      channels: channelsOf(beyond, { x: ({ value }) => value }),
      options: { r: 1.5, fill: "var(--mark)", fillOpacity: 0.7 },
    },
  ];
  const names = categories === null
    ? [value.name]
    : categories.names.filter((name) => spreads.some(({ category }) => category === name));
  return {
    summary: title,
    figure: chartPlot(request, {
      title,
      captions: [
        {
          en: "Box: the middle half with the median; lines: as far as 1.5 times its length.",
          zh: "箱体：中间一半的数据及中位数；线段：不超过箱体长度的 1.5 倍。",
        },
        isSampled
          ? {
            en: `Beyond them ${outlierLimit} values of a box are drawn at random.`,
            zh: `超出部分每箱随机绘制 ${outlierLimit} 个值。`,
          }
          : null,
        leftOutCaption(categories),
      ],
      marks: rows === 0 ? [] : marks,
      scales: {
        ...(value.scale === "log" ? { x: { type: "log" } } : {}),
        y: { domain: names },
      },
    }),
  };
}

/** Tukey's box: quartiles, and the last values within 1.5 interquartile ranges of them. */
function spreadOf(values: readonly number[]) {
  const sorted = Float64Array.from(values).sort();
  const [first, median, third] = [0.25, 0.5, 0.75].map((share) => quantileOfSorted(sorted, share));
  const reach = 1.5 * (third! - first!);
  const within = sorted.filter((value) => value >= first! - reach && value <= third! + reach);
  return {
    first: first!,
    median: median!,
    third: third!,
    low: within[0] ?? first!,
    high: within.at(-1) ?? third!,
    outliers: sorted.filter((value) => value < first! - reach || value > third! + reach),
  };
}
