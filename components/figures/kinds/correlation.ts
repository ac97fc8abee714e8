import type { FigureOf } from "@/pipeline/cells/figure.ts";
import type { Language } from "@/web/language.ts";
import { countWords } from "../../number_words.ts";
import { figureSentences as words } from "../../texts_figure_sentences.ts";
import { figureTexts } from "../../texts_figures.ts";
import type { Drawing, DrawingRequest, FigureKind } from "../drawable.ts";
import { emptyDrawing } from "../empty_drawing.ts";
import { cellHeightOf, drawMatrix, type MatrixCell, matrixHeight } from "../matrix_plot.ts";
import type { Plot } from "../plot_frame.ts";
import { nameIn } from "../shown_names.ts";

type Correlation = FigureOf<"correlation">;

/** So many pairs are told. */
const toldPairs = 5;
const notedPairs = 8;

/** How dense the strongest fields are: the numbers on them must be read in both themes. */
const strongest = 0.7;

/** How columns go together: one hue for those that rise together, another for those that go against each other. */
export function correlationFigure(figure: Correlation): FigureKind {
  const { measure, columns, values, pairs } = figure;
  return {
    isWide: true,
    height: (width) => matrixHeight(columns.length, cellHeightOf(columns.length, width)),
    axes: (language) => measure[language],
    legend: (language) => [
      { name: `+1 ${figureTexts.positive[language]}`, colour: "positive-ink" },
      { name: `−1 ${figureTexts.negative[language]}`, colour: "negative-ink" },
    ],
    draw: (plot, request) => drawCorrelation(plot, figure, request),
    note: (language) => {
      const colon = { en: ": ", zh: "：" }[language];
      return pairs.length === 0 ? "" : figureTexts.strongestPairs[language] + colon +
        pairs.slice(0, notedPairs).map((pair) => pairWords(pair, language))
          .join({ en: "; ", zh: "；" }[language]);
    },
    statements: (language) =>
      columns.length === 0 ? [] : [
        words.correlation(countWords(columns.length)),
        ...pairs.slice(0, toldPairs).map(({ a, b, value }) =>
          words.pair(nameIn(a, language), nameIn(b, language), correlationWords(value))
        ),
      ],
    data: (language) => ({
      columns: [words.column[language], words.other[language], measure[language]],
      rows: values.flatMap((row, one) =>
        row.slice(0, one).map((value, other) => [
          columns[one] ?? "",
          columns[other] ?? "",
          value,
        ])
      ),
    }),
  };
}

/** A correlation as it stands in words and cells: `−0.83`. */
export function correlationWords(value: number): string {
  return value.toFixed(2).replace("-", "−");
}

function pairWords({ a, b, value }: Correlation["pairs"][number], language: Language): string {
  const names = [nameIn(a, language), nameIn(b, language)] as const;
  return words.pair(...names, correlationWords(value))[language];
}

function drawCorrelation(
  plot: Plot,
  { columns, values, measure }: Correlation,
  request: DrawingRequest,
): Drawing {
  if (columns.length === 0) return emptyDrawing(plot, request);
  const { language, width } = request;
  const names = columns.map((name) => nameIn(name, language));
  const numbered = names.map((name, index) => `${index + 1} ${name}`);
  const cells = columns.flatMap((_, row) =>
    columns.map((_, column): MatrixCell => {
      const value = values[row]?.[column] ?? null;
      if (value === null) return { row, column, fill: "var(--sunken)" };
      const size = Math.min(1, Math.abs(value));
      return {
        row,
        column,
        fill: value < 0 ? "var(--c2)" : "var(--mark)",
        opacity: Math.round(100 * strongest * size) / 100,
        text: row === column ? "" : value.toFixed(2).replace("-", "−").replace("0.", "."),
        ink: "var(--text)",
      };
    })
  );
  const { svg, place } = drawMatrix(plot, request, {
    rows: numbered,
    heads: names.map((_, index) => String(index + 1)),
    cells,
    cellHeight: cellHeightOf(columns.length, width),
  });
  return {
    svg,
    nearest: "xy",
    columns: columns.length,
    points: columns.flatMap((_, row) =>
      columns.map((_, column) => {
        const value = values[row]?.[column] ?? null;
        return {
          ...place(row, column),
          lines: () => [
            words.pair(
              names[row] ?? "",
              names[column] ?? "",
              value === null ? "–" : correlationWords(value),
            )[language],
            measure[language],
          ],
        };
      })
    ),
  };
}
