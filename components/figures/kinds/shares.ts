import type { FigureOf } from "@/pipeline/cells/figure.ts";
import type { Language } from "@/web/language.ts";
import { faultColours } from "../../fault_colours.ts";
import { countWords, percentWords } from "../../number_words.ts";
import { figureSentences as words } from "../../texts_figure_sentences.ts";
import { figureTexts } from "../../texts_figures.ts";
import { bandHeight, drawBands } from "../band_plot.ts";
import type { Drawing, DrawingRequest, FigureKind, LegendEntry } from "../drawable.ts";
import { emptyDrawing } from "../empty_drawing.ts";
import { drawPie, pieHeight } from "../pie_plot.ts";
import type { Plot } from "../plot_frame.ts";
import { listed, topOf } from "../sentences.ts";
import { nameIn } from "../shown_names.ts";

type Shares = FigureOf<"shares">;

const rowHeight = 20;

/** So many slices of a pie can be told apart; the smaller ones are one. */
const slices = 8;

const pie = "pie";

/** How rows fall on classes: a bar each, or a pie. */
export function sharesFigure(figure: Shares): FigureKind {
  const { parts, total } = figure;
  return {
    variants: parts.length < 2 ? [] : [
      { name: "bars", label: figureTexts.bars },
      { name: pie, label: figureTexts.pie },
    ],
    height: () => bandHeight(parts.length, rowHeight, false),
    axes: (language) => figureTexts.rows[language],
    legend: (language, variant) => variant === pie ? sliceEntries(figure, language) : [],
    draw: (plot, request) =>
      request.variant === pie
        ? drawSlices(plot, figure, request)
        : drawShares(plot, figure, request),
    statements: (language) => {
      if (parts.length === 0) return [];
      const most = topOf(parts.map(({ rows }) => rows), 6).map((part) =>
        tell(figure, part, language)
      );
      const all = figureTexts.rowsOf(countWords(total));
      return [all, words.highest(listed(language, most))];
    },
    data: (language) => ({
      columns: [words.name[language], figureTexts.rows[language], words.share[language]],
      rows: parts.map(({ name, rows }) => [
        nameIn(name, language),
        rows,
        total > 0 ? rows / total : null,
      ]),
    }),
  };
}

function tell({ parts, total }: Shares, part: number, language: Language): string {
  const { name, rows } = parts[part] ?? { name: "", rows: 0 };
  return `${nameIn(name, language)} ${countWords(rows)} (${
    percentWords(shareOf(rows, total), language)
  })`;
}

function shareOf(rows: number, total: number): number {
  return total > 0 ? rows / total : 0;
}

function inks({ parts }: Shares): string[] {
  const colours = faultColours(parts.map(({ name }) => typeof name === "string" ? name : name.en));
  return parts.map(({ name }) => colours.get(typeof name === "string" ? name : name.en) ?? "c0");
}

function drawShares(plot: Plot, figure: Shares, request: DrawingRequest): Drawing {
  const { parts, total } = figure;
  if (parts.length === 0) return emptyDrawing(plot, request);
  const { language } = request;
  const names = parts.map(({ name }) => nameIn(name, language));
  const colours = inks(figure);
  const most = Math.max(1, ...parts.map(({ rows }) => rows));
  return drawBands(
    plot,
    request,
    {
      names,
      values: parts.map(({ rows }) =>
        `${countWords(rows)}  ${percentWords(shareOf(rows, total), language)}`
      ),
      axis: { scale: "linear" },
      domain: [0, most],
      hasTicks: false,
      rowHeight,
    },
    (rows) => [
      plot.barX(rows, {
        x1: 0,
        x2: (row: number) => parts[row]?.rows ?? 0,
        y: (row: number) => row,
        fill: { value: colours.map((colour) => `var(--${colour})`), scale: null },
      }),
    ],
    parts.map(({ rows }, row) => ({
      along: rows,
      lines: () => [
        names[row] ?? "",
        figureTexts.rowsOf(countWords(rows))[language],
        `${percentWords(shareOf(rows, total), language)} ${figureTexts.shareOfRows[language]}`,
      ],
    })),
  );
}

interface Slice {
  readonly name: string;
  readonly rows: number;
  readonly colour: string;
}

/** The largest parts, and what is left as one. */
function slicesOf(figure: Shares, language: Language): Slice[] {
  const colours = inks(figure);
  const whole = figure.parts.map(({ name, rows }, part): Slice => ({
    name: nameIn(name, language),
    rows,
    colour: colours[part] ?? "c0",
  })).sort((a, b) => b.rows - a.rows);
  const shown = whole.slice(0, whole.length > slices + 1 ? slices : slices + 1);
  const rest = figure.total - shown.reduce((sum, { rows }) => sum + rows, 0);
  return rest > 0
    ? [...shown, { name: figureTexts.others[language], rows: rest, colour: "ground" }]
    : shown;
}

function sliceEntries(figure: Shares, language: Language): LegendEntry[] {
  return slicesOf(figure, language).map(({ name, rows, colour }) => ({
    name: `${name} ${percentWords(shareOf(rows, figure.total), language)}`,
    colour,
  }));
}

function drawSlices(plot: Plot, figure: Shares, request: DrawingRequest): Drawing {
  const { language } = request;
  const shown = slicesOf(figure, language).filter(({ rows }) => rows > 0);
  if (shown.length === 0) return emptyDrawing(plot, request);
  const { svg, places } = drawPie(
    plot,
    request,
    shown.map(({ rows, colour }) => ({
      size: rows,
      fill: colour === "ground" ? "var(--line)" : `var(--${colour})`,
    })),
  );
  return {
    svg,
    nearest: "xy",
    points: shown.map(({ name, rows }, slice) => ({
      ...places[slice] ?? { x: 0, y: pieHeight / 2 },
      lines: () => [
        name,
        figureTexts.rowsOf(countWords(rows))[language],
        `${percentWords(shareOf(rows, figure.total), language)} ${
          figureTexts.shareOfRows[language]
        }`,
      ],
    })),
  };
}
