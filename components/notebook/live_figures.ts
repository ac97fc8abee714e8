import type { Figure } from "@/pipeline/cells/figure.ts";
import { metricNames, type MetricPoint } from "@/pipeline/metric.ts";
import type { Text } from "@/pipeline/problem.ts";
import { runningTexts } from "../texts_running.ts";
import type { LiveLoss } from "./live_points.ts";

type Lines = Extract<Figure, { type: "lines" }>;

/** The loss of training and validation rows over one another, with the best round marked. */
export function lossFigure({ fold, training, validation, best }: LiveLoss): Lines {
  const series = [
    lineOf(runningTexts.training, training),
    lineOf(runningTexts.validation, validation),
  ];
  return {
    type: "lines",
    title: fold === undefined ? runningTexts.lossOfAll : runningTexts.lossOfFold(fold),
    x: { label: runningTexts.roundAxis, scale: "linear" },
    y: { label: runningTexts.logLoss, scale: "linear" },
    series: series.filter(({ x }) => x.length > 0),
    ...(best && { rules: [{ x: best.step, name: runningTexts.bestRound }] }),
  };
}

/** A curve that is not a loss, such as the best score by trial. */
export function curveFigure([name, points]: readonly [string, readonly MetricPoint[]]): Lines {
  const isBest = name === metricNames.bestScore;
  const title: Text = isBest ? runningTexts.bestSoFar : { en: name, zh: name };
  return {
    type: "lines",
    title,
    x: { label: isBest ? runningTexts.trial : runningTexts.step, scale: "linear" },
    y: { label: title, scale: "linear" },
    series: [lineOf(title, points)],
  };
}

function lineOf(name: Text, points: readonly MetricPoint[]): Lines["series"][number] {
  return { name, x: points.map(({ step }) => step), y: points.map(({ value }) => value) };
}
