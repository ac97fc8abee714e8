import type { Text } from "../problem.ts";
import { sampleRows } from "../steps/sample_rows.ts";
import type { CellContext, CellInputs, CellOutput } from "./cell_kind.ts";
import type { ChartParams } from "./chart.ts";
import { type Categories, ChartColumns, type Scaled } from "./chart_columns.ts";
import { axisOf, type Figure } from "./figure.ts";
import { histogramFigure, rowsName } from "./histogram_figure.ts";
import { countText } from "./number_text.ts";
import { preparedInput } from "./prepared_value.ts";
import { readStored } from "./stored_table.ts";

/** The most points that are drawn. */
const pointLimit = 5000;

/** So many colours and lines can be told apart, and so many bars read. */
const colourLimit = 8;
const barLimit = 40;

/** See {@linkcode chart}. */
export async function runChart(
  inputs: CellInputs,
  params: ChartParams,
  context: CellContext,
): Promise<CellOutput> {
  const { preview } = preparedInput(inputs);
  const frame = await readStored(preview.file, preview.columns, context);
  context.progress(0.5);
  const columns = new ChartColumns(frame, preview.columns, (notice) => context.notice(notice));
  const { figure, summary } = drawings[params.mark](columns, params, context.seed);
  context.progress(1);
  return { summary, figures: figure ? [figure] : [], tables: [], values: {} };
}

interface Drawing {
  readonly figure: Figure | undefined;
  readonly summary: Text;
}

type Draw = (columns: ChartColumns, params: ChartParams, seed: number) => Drawing;

const drawings: Readonly<Record<ChartParams["mark"], Draw>> = {
  dot: (columns, params, seed) => {
    const { x, y, colour } = pointsOf(columns, params);
    const { rows, caption } = shownRows(x, y, seed);
    return {
      summary: { en: `${y.name} over ${x.name}`, zh: `${y.name} 随 ${x.name} 的分布` },
      figure: {
        type: "dots",
        title: { en: `${y.name} over ${x.name}`, zh: `${y.name} — ${x.name}` },
        ...caption,
        x: axisOf(x.name, x.scale),
        y: axisOf(y.name, y.scale),
        points: {
          x: drawn(x, rows),
          y: drawn(y, rows),
          ...(colour ? { category: rows.map((row) => colour.cells[row] ?? "") } : {}),
        },
      },
    };
  },

  line: (columns, params, seed) => {
    const { x, y, colour } = pointsOf(columns, params);
    const { rows, caption } = shownRows(x, y, seed);
    const ordered = rows.toSorted((a, b) => x.values[a]! - x.values[b]! || a - b);
    const names = colour ? colour.names : [y.name];
    return {
      summary: { en: `${y.name} along ${x.name}`, zh: `${y.name} 随 ${x.name} 的变化` },
      figure: {
        type: "lines",
        title: { en: `${y.name} along ${x.name}`, zh: `${y.name} — ${x.name}` },
        ...caption,
        x: axisOf(x.name, x.scale),
        y: axisOf(y.name, y.scale),
        series: names.map((name) => {
          const own = colour ? ordered.filter((row) => colour.cells[row] === name) : ordered;
          return {
            name: { en: name, zh: name },
            x: drawn(x, own),
            y: drawn(y, own),
          };
        }),
      },
    };
  },

  bar: (columns, { x, y }) => {
    const categories = columns.categories("x", x, barLimit);
    const value = y === null ? null : columns.scaled("y", y, 0, "linear");
    const title: Text = value === null
      ? { en: `Rows by ${categories.name}`, zh: `各“${categories.name}”的行数` }
      : {
        en: `Mean ${value.name} by ${categories.name}`,
        zh: `各“${categories.name}”的“${value.name}”均值`,
      };
    return {
      summary: title,
      figure: {
        type: "bars",
        title,
        value: axisOf(value === null ? { en: "rows", zh: "行数" } : value.name),
        bars: barsOf(categories, value),
      },
    };
  },

  histogram: (columns, { x, colour }) => {
    const { name, values } = columns.scaled("x", x, 0, "linear");
    const title: Text = { en: `Distribution of ${name}`, zh: `${name} 的分布` };
    const categories = colour === null ? null : columns.categories("colour", colour, colourLimit);
    const series = categories === null
      ? [{ name: rowsName, values }]
      : categories.names.map((category) => ({
        name: { en: category, zh: category },
        values: values.filter((_, row) => categories.cells[row] === category),
      }));
    return { summary: title, figure: histogramFigure(title, name, series) };
  },
};

/** The values at `rows`, numbers to six digits: a drawing shows no more. */
function drawn({ values, scale }: Scaled, rows: readonly number[]): number[] {
  return rows.map((row) => scale === "time" ? values[row]! : Number(values[row]!.toPrecision(6)));
}

function pointsOf(
  columns: ChartColumns,
  { x, y, colour, xScale, yScale }: ChartParams,
): { x: Scaled; y: Scaled; colour: Categories | null } {
  return {
    x: columns.scaled("x", x, 0, xScale),
    y: columns.scaled("y", y, 1, yScale),
    colour: colour === null ? null : columns.categories("colour", colour, colourLimit),
  };
}

/** At most {@linkcode pointLimit} of the rows that have both values, drawn by seed, in row order. */
function shownRows(
  x: Scaled,
  y: Scaled,
  seed: number,
): { rows: number[]; caption: { caption?: Text } } {
  const complete: number[] = [];
  for (const [row, value] of x.values.entries()) {
    if (!Number.isNaN(value) && !Number.isNaN(y.values[row]!)) complete.push(row);
  }
  if (complete.length <= pointLimit) return { rows: complete, caption: {} };
  const rows = Array.from(
    sampleRows(complete.length, pointLimit, seed),
    (index) => complete[index]!,
  );
  const [shown, all] = [countText(pointLimit), countText(complete.length)];
  return {
    rows,
    caption: {
      caption: {
        en: `${shown} of ${all} rows, drawn at random.`,
        zh: `从 ${all} 行中随机抽取 ${shown} 行。`,
      },
    },
  };
}

/** The number of rows of each category, or the mean of a column; categories without a value are left out. */
function barsOf({ cells, names }: Categories, value: Scaled | null) {
  const sums = new Map(names.map((name) => [name, { sum: 0, rows: 0 }]));
  for (const [row, cell] of cells.entries()) {
    const own = cell === null ? undefined : sums.get(cell);
    const number = value === null ? 1 : value.values[row]!;
    if (own === undefined || Number.isNaN(number)) continue;
    own.sum += number;
    own.rows++;
  }
  return [...sums].filter(([, { rows }]) => rows > 0)
    .map(([name, { sum, rows }]) => ({ name, value: value === null ? sum : sum / rows }));
}
