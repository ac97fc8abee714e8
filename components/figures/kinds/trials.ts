import type { FigureOf } from "@/pipeline/cells/figure.ts";
import { countWords, scoreWords, secondsWords } from "../../number_words.ts";
import { figureSentences as words } from "../../texts_figure_sentences.ts";
import { figureTexts } from "../../texts_figures.ts";
import type { Drawing, DrawingRequest, FigureKind } from "../drawable.ts";
import { emptyDrawing } from "../empty_drawing.ts";
import { drawnAlong, frameHeight, type Plot, plotFrame } from "../plot_frame.ts";
import { nameIn } from "../shown_names.ts";

type Trials = FigureOf<"trials">;

/** The score of each trial in their order, and how the best one grew. */
export function trialsFigure(figure: Trials): FigureKind {
  const { score, trials } = figure;
  return {
    height: () => frameHeight,
    axes: (language) =>
      figureTexts.overAxis(score.label[language], figureTexts.tried[language])[language],
    legend: (language) => [
      { name: figureTexts.scoreOfTrial[language], colour: "mark" },
      { name: figureTexts.bestSoFar[language], colour: "accent-ink", isLine: true },
    ],
    draw: (plot, request) => drawTrials(plot, figure, request),
    statements: () => {
      if (trials.length === 0) return [];
      let best: Trials["trials"][number] | undefined;
      for (const trial of trials) {
        if (trial.score !== null && trial.score > (best?.score ?? -Infinity)) best = trial;
      }
      const count = countWords(trials.length);
      return [
        best === undefined
          ? words.noneScored(count)
          : words.trials(count, scoreWords(best.score ?? 0), String(best.trial ?? "–")),
      ];
    },
    data: (language) => ({
      columns: [
        figureTexts.tried[language],
        words.recipe[language],
        words.params[language],
        score.label[language],
        figureTexts.bestSoFar[language],
        words.seconds[language],
      ],
      rows: trials.map((trial) => [
        trial.trial,
        trial.name[language],
        trial.details[language],
        trial.score,
        trial.best,
        trial.seconds,
      ]),
    }),
  };
}

function drawTrials(plot: Plot, { trials, score }: Trials, request: DrawingRequest): Drawing {
  if (trials.every((trial) => trial.score === null && trial.best === null)) {
    return emptyDrawing(plot, request);
  }
  const { language } = request;
  const placed = trials.map((trial, index) => ({ ...trial, x: trial.trial ?? index + 1 }));
  const along = { label: figureTexts.tried, scale: "linear" as const };
  const drawing = plot.plot({
    ...plotFrame(request, { x: along, y: score }),
    marks: [
      plot.lineY(placed, {
        x: "x",
        y: "best",
        curve: "step-after",
        stroke: "var(--accent)",
        strokeWidth: 1.5,
      }),
      plot.dot(placed, { x: "x", y: "score", fill: "var(--mark)", r: 3 }),
    ],
  });
  return drawnAlong(
    drawing,
    placed.map((trial) => ({
      x: trial.x,
      y: trial.score ?? trial.best,
      lines: () => [
        `${figureTexts.trial(String(trial.x))[language]}: ${nameIn(trial.name, language)}`,
        trial.score === null
          ? figureTexts.notScored[language]
          : `${score.label[language]} ${scoreWords(trial.score)}`,
        ...(trial.details[language] === "" ? [] : [nameIn(trial.details, language)]),
        ...(trial.best === null
          ? []
          : [`${figureTexts.bestSoFar[language]} ${scoreWords(trial.best)}`]),
        ...(trial.seconds === null
          ? []
          : [figureTexts.trainedIn(secondsWords(trial.seconds, language))[language]]),
      ],
    })),
  );
}
