import type { FigureOf } from "@/pipeline/cells/figure.ts";
import { countWords, percentWords, shortNumberWords } from "../../number_words.ts";
import { figureSentences as words } from "../../texts_figure_sentences.ts";
import { figureTexts } from "../../texts_figures.ts";
import type { Drawing, DrawingRequest, FigureKind } from "../drawable.ts";
import { emptyDrawing } from "../empty_drawing.ts";
import { drawMatrix, matrixHeight, matrixWidths, shadeInks, shadeOf } from "../matrix_plot.ts";
import type { Plot } from "../plot_frame.ts";
import { listed, topOf } from "../sentences.ts";
import { nameIn } from "../shown_names.ts";

type MissingMap = FigureOf<"missing-map">;

/** So many columns are named in the sentence. */
const named = 3;

/** Where cells are missing: a line of fields a column, the rows in their order from left to right. */
export function missingMapFigure(figure: MissingMap): FigureKind {
  const { columns, edges, shares } = figure;
  const rows = (edges.at(-1) ?? 0) - (edges[0] ?? 0);
  const totals = columns.map((_, column) => {
    const missing = (shares[column] ?? []).reduce(
      (sum, share, bin) => sum + share * ((edges[bin + 1] ?? 0) - (edges[bin] ?? 0)),
      0,
    );
    return rows > 0 ? missing / rows : 0;
  });
  return {
    isWide: true,
    height: () => matrixHeight(columns.length, cellHeight(columns.length)),
    axes: (language) => figureTexts.missingAxes[language],
    legend: () => [
      { name: "0 %", colour: "shade-0-ink" },
      { name: "50 %", colour: "shade-5-ink" },
      { name: "100 %", colour: "shade-9-ink" },
    ],
    draw: (plot, request) => drawMissing(plot, figure, totals, request),
    statements: (language) => {
      if (columns.length === 0 || rows <= 0) return [];
      const all = totals.reduce((sum, share) => sum + share, 0) / totals.length;
      const emptiest = topOf(totals, named).map((column) =>
        `${nameIn(columns[column] ?? "", language)} ${percentWords(totals[column] ?? 0, language)}`
      );
      return [
        words.missing(countWords(columns.length), countWords(rows), percentWords(all, language)),
        words.emptiest(listed(language, emptiest)),
      ];
    },
    data: (language) => ({
      columns: [
        words.column[language],
        words.firstRow[language],
        words.lastRow[language],
        words.shareMissing[language],
      ],
      rows: shares.flatMap((ofColumn, column) =>
        ofColumn.map((share, bin) => [
          columns[column] ?? "",
          (edges[bin] ?? 0) + 1,
          edges[bin + 1] ?? null,
          share,
        ])
      ),
    }),
  };
}

function cellHeight(columns: number): number {
  return columns > 30 ? 12 : 16;
}

function drawMissing(
  plot: Plot,
  { columns, edges, shares }: MissingMap,
  totals: readonly number[],
  request: DrawingRequest,
): Drawing {
  const bins = Math.max(0, edges.length - 1);
  if (columns.length === 0 || bins === 0) return emptyDrawing(plot, request);
  const { language, width } = request;
  const names = columns.map((name) => nameIn(name, language));
  const { cell } = matrixWidths({ rows: names, heads: edges.slice(1).map(String) }, width);
  const every = Math.max(1, Math.ceil(64 / cell));
  const { svg, place } = drawMatrix(plot, request, {
    rows: names,
    heads: edges.slice(1).map((_, bin) =>
      bin % every === 0 && (bin + every / 2 < bins || bin === 0)
        ? shortNumberWords((edges[bin] ?? 0) + 1)
        : ""
    ),
    cells: columns.flatMap((_, row) =>
      edges.slice(1).map((_, column) => {
        const share = shares[row]?.[column] ?? 0;
        return { row, column, fill: shadeInks(shadeOf(share)).fill };
      })
    ),
    cellHeight: cellHeight(columns.length),
    headWidth: 48,
  });
  return {
    svg,
    nearest: "xy",
    columns: bins,
    points: columns.flatMap((_, row) =>
      edges.slice(1).map((to, column) => ({
        ...place(row, column),
        lines: () => [
          `${names[row]}, ${
            figureTexts.rowsFromTo(countWords((edges[column] ?? 0) + 1), countWords(to))[language]
          }`,
          figureTexts.missingShare(percentWords(shares[row]?.[column] ?? 0, language))[language],
          `${names[row]}: ${
            figureTexts.missingShare(percentWords(totals[row] ?? 0, language))[language]
          }`,
        ],
      }))
    ),
  };
}
