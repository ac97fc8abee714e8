import type { FigureOf } from "@/pipeline/cells/figure.ts";
import { countWords, percentWords, shortNumberWords } from "../../number_words.ts";
import { figureSentences as words } from "../../texts_figure_sentences.ts";
import { figureTexts } from "../../texts_figures.ts";
import type { Drawing, DrawingRequest, FigureKind } from "../drawable.ts";
import { emptyDrawing } from "../empty_drawing.ts";
import { drawnAlong, hairline, type Plot, plotFrame } from "../plot_frame.ts";
import { topOf } from "../sentences.ts";

type Reliability = FigureOf<"reliability">;

const height = 264;

/** The part of the height that the counts take, at the ground. */
const countsShare = 0.22;

const share = {
  label: { en: "", zh: "" },
  scale: "linear" as const,
  domain: [0, 1] as [number, number],
};

/** How often predictions of a probability came true, over the diagonal, and how many rows each bin has. */
export function reliabilityFigure(figure: Reliability): FigureKind {
  const { bins, error } = figure;
  return {
    height: (width) => Math.min(height, width),
    axes: (language) => figureTexts.reliabilityAxes[language],
    legend: (language) => [
      { name: figureTexts.calibrated[language], colour: "reference-ink", isLine: true },
      { name: figureTexts.diagnosis[language], colour: "accent-ink", isLine: true },
      { name: figureTexts.rows[language], colour: "ground" },
    ],
    draw: (plot, request) => drawReliability(plot, figure, request),
    statements: (language) => {
      if (bins.length === 0) return [];
      const [furthest = 0] = topOf(
        bins.map(({ confidence, observed, rows }) => rows * Math.abs(confidence - observed)),
        1,
      );
      const { confidence, observed } = bins[furthest] ?? { confidence: 0, observed: 0 };
      return [
        words.reliability(
          countWords(bins.reduce((sum, { rows }) => sum + rows, 0)),
          countWords(bins.length),
          percentWords(error, language),
        ),
        words.furthest(percentWords(confidence, language), percentWords(observed, language)),
      ];
    },
    data: (language) => ({
      columns: [
        figureTexts.meanProbability[language],
        figureTexts.observedShare[language],
        figureTexts.rows[language],
      ],
      rows: bins.map(({ confidence, observed, rows }) => [confidence, observed, rows]),
    }),
  };
}

function drawReliability(plot: Plot, { bins }: Reliability, request: DrawingRequest): Drawing {
  if (bins.length === 0) return emptyDrawing(plot, request);
  const { language, width } = request;
  const most = Math.max(1, ...bins.map(({ rows }) => rows));
  const frame = plotFrame(request, { x: share, y: share });
  const drawing = plot.plot({
    ...frame,
    height: Math.min(height, width),
    x: { ...frame.x, grid: hairline },
    marks: [
      plot.ruleX(bins, {
        x: "confidence",
        y1: 0,
        y2: ({ rows }: { rows: number }) => countsShare * rows / most,
        stroke: "var(--line)",
        strokeWidth: Math.max(4, width / 28),
      }),
      plot.lineY([0, 1], {
        x: (value: number) => value,
        y: (value: number) => value,
        stroke: "var(--line-2)",
        strokeDasharray: "3 3",
      }),
      plot.lineY(bins, {
        x: "confidence",
        y: "observed",
        stroke: "var(--accent)",
        strokeWidth: 1.5,
      }),
      plot.dot(bins, { x: "confidence", y: "observed", fill: "var(--accent)", r: 3 }),
    ],
  });
  return drawnAlong(
    drawing,
    bins.map(({ confidence, observed, rows }) => ({
      x: confidence,
      y: observed,
      lines: () => [
        `${figureTexts.meanProbability[language]} ${shortNumberWords(confidence)}`,
        `${figureTexts.observedShare[language]} ${shortNumberWords(observed)}`,
        figureTexts.rowsOf(countWords(rows))[language],
      ],
    })),
  );
}
