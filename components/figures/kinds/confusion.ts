import type { FigureOf } from "@/pipeline/cells/figure.ts";
import type { Text } from "@/pipeline/problem.ts";
import { countWords, percentWords, shortNumberWords } from "../../number_words.ts";
import { figureSentences as words } from "../../texts_figure_sentences.ts";
import { figureTexts } from "../../texts_figures.ts";
import type { ConfusionCell, Drawing, DrawingRequest, FigureKind } from "../drawable.ts";
import { emptyDrawing } from "../empty_drawing.ts";
import {
  cellHeightOf,
  drawMatrix,
  matrixHeight,
  matrixWidths,
  shadeInks,
  shadeOf,
} from "../matrix_plot.ts";
import { pixelWidth } from "../shown_names.ts";
import type { Plot } from "../plot_frame.ts";
import { nameIn } from "../shown_names.ts";

type Confusion = FigureOf<"confusion">;

/** With more classes it takes a whole line. */
const besideOthers = 6;

const shares = "shares";

/** No number fits into a cell that is narrower, in pixels. */
const narrowest = 12;

/** True class against diagnosis, shaded by the share of the row. */
export function confusionFigure(given: Confusion): FigureKind {
  const { classes } = given;
  const counts = classes.map((_, truth) =>
    classes.map((_, diagnosed) => given.counts[truth]?.[diagnosed] ?? 0)
  );
  const figure = { ...given, counts };
  return {
    variants: classes.length === 0 ? [] : [
      { name: "counts", label: figureTexts.counts },
      { name: shares, label: figureTexts.sharesOfRow },
    ],
    isWide: classes.length > besideOthers,
    height: (width) => matrixHeight(classes.length, cellHeightOf(classes.length, width)),
    axes: (language) => figureTexts.confusionAxes[language],
    draw: (plot, request) => drawConfusion(plot, figure, request),
    statements: (language) => {
      const all = sum(counts.flat());
      const right = sum(counts.map((row, index) => row[index] ?? 0));
      if (all === 0) return [];
      return [
        words.confusion(
          countWords(all),
          countWords(classes.length),
          percentWords(right / all, language),
        ),
        mostConfusedWords(figure, language) ?? words.nothingConfused,
      ];
    },
    data: (language) => ({
      columns: [
        words.trueClass[language],
        words.diagnosis[language],
        figureTexts.rows[language],
        figureTexts.shareOfRows[language],
      ],
      rows: counts.flatMap((row, truth) => {
        const all = sum(row);
        return row.map((count, diagnosed) => [
          classes[truth] ?? "",
          classes[diagnosed] ?? "",
          count,
          all === 0 ? null : count / all,
        ]);
      }),
    }),
  };
}

/** The pair of different classes with the most rows; undefined where no row was diagnosed wrongly. */
export function mostConfused(
  { classes, counts }: Pick<Confusion, "classes" | "counts">,
): ConfusionCell & { readonly rows: number } | undefined {
  let most = { truth: "", diagnosed: "", rows: 0 };
  for (const [truth, row] of counts.entries()) {
    for (const [diagnosed, rows] of row.entries()) {
      if (truth === diagnosed || rows <= most.rows) continue;
      most = { truth: classes[truth] ?? "", diagnosed: classes[diagnosed] ?? "", rows };
    }
  }
  return most.rows === 0 ? undefined : most;
}

/** The most confused pair, in words. */
export function mostConfusedWords(
  figure: Pick<Confusion, "classes" | "counts">,
  language: "en" | "zh",
): Text | undefined {
  const most = mostConfused(figure);
  return most && figureTexts.mostConfused(
    nameIn(most.truth, language),
    nameIn(most.diagnosed, language),
    countWords(most.rows),
  );
}

function drawConfusion(
  plot: Plot,
  { classes, counts }: Confusion,
  request: DrawingRequest,
): Drawing {
  if (classes.length === 0) return emptyDrawing(plot, request);
  const { language, width, variant } = request;
  const names = classes.map((name) => nameIn(name, language));
  const { cell } = matrixWidths({ rows: names, heads: names }, width);
  const isNumbered = names.some((name) => pixelWidth(name) > Math.max(cell, 48));
  const rows = isNumbered ? names.map((name, index) => `${index + 1} ${name}`) : names;
  const heads = isNumbered ? names.map((_, index) => String(index + 1)) : names;
  const room = matrixWidths({ rows, heads }, width).cell;
  const cells = counts.flatMap((row, truth) => {
    const all = sum(row);
    return row.map((count, diagnosed) => {
      const share = all === 0 ? 0 : count / all;
      const { fill, ink } = shadeInks(shadeOf(share));
      const text = room < narrowest
        ? ""
        : variant === shares
        ? shareText(share, count)
        : countText(count, room);
      return { row: truth, column: diagnosed, fill, ink, text };
    });
  });
  const { svg, place } = drawMatrix(plot, request, {
    rows,
    heads,
    cells,
    cellHeight: cellHeightOf(classes.length, width),
  });
  return {
    svg,
    nearest: "xy",
    columns: classes.length,
    points: counts.flatMap((row, truth) => {
      const all = sum(row);
      return row.map((count, diagnosed) => ({
        ...place(truth, diagnosed),
        lines: () => [
          figureTexts.confused(
            names[truth] ?? "",
            names[diagnosed] ?? "",
            countWords(count),
            countWords(all),
          )[language],
          ...(all === 0
            ? []
            : [`${percentWords(count / all, language)} ${figureTexts.shareOfRows[language]}`]),
        ],
        ...(count === 0 ? {} : {
          cell: { truth: classes[truth] ?? "", diagnosed: classes[diagnosed] ?? "" },
        }),
      }));
    }),
  };
}

/** The count in full where there is room, else short: `1.2K`. */
function countText(count: number, room: number): string {
  const full = countWords(count);
  return pixelWidth(full) + 4 <= room ? full : shortNumberWords(count);
}

function shareText(share: number, count: number): string {
  return count === 0 ? "0" : share < 0.005 ? "<.01" : share.toFixed(2);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
