import { rankingMetrics } from "../evaluation/ranking_metrics.ts";
import { type Joining, thinCurve } from "../evaluation/thin_curve.ts";
import type { Text } from "../problem.ts";
import type { Labels } from "../table/feature_matrix.ts";
import { axisOf, type Figure } from "./figure.ts";
import { scoreText } from "./number_text.ts";

/** So many lines can still be told apart. */
const shownClasses = 8;

/** Points of a line; more would not be seen. */
const shownPoints = 200;

interface Curve {
  readonly x: number[];
  readonly y: number[];
}

/**
 * One-vs-rest ROC and precision-recall curves of the classes with the most rows, from n×k row-major
 * `probabilities`, with the areas under them. Classes without a row, or with all of them, have none.
 */
export function rankingFigures(labels: Labels, probabilities: Float32Array): Figure[] {
  const sizes = labels.classes.map(() => 0);
  for (const code of labels.codes) sizes[code]!++;
  const ranked = sizes.map((size, code) => ({ size, code }))
    .filter(({ size }) => size > 0 && size < labels.codes.length)
    .sort((a, b) => b.size - a.size || a.code - b.code);
  const shown = ranked.slice(0, shownClasses);
  if (shown.length === 0) return [];
  const { perClass } = rankingMetrics(labels, probabilities);
  const curves = shown.map(({ code }) => ({
    name: { en: labels.classes[code]!, zh: labels.classes[code]! },
    ...perClass[code]!,
    ...curvesOf(labels, probabilities, code),
  }));
  const caption = leftOut(ranked.length);
  return [
    {
      type: "lines",
      title: { en: "ROC of each class against the rest", zh: "各类别对其余类别的 ROC 曲线" },
      ...caption,
      classes: [...labels.classes],
      x: axisOf({ en: "false positive rate", zh: "假正率" }, "linear", [0, 1]),
      y: axisOf({ en: "true positive rate", zh: "真正率" }, "linear", [0, 1]),
      series: [
        { name: { en: "chance", zh: "随机猜测" }, x: [0, 1], y: [0, 1], isReference: true },
        ...curves.map(({ name, roc, rocAuc }) => ({ name, ...roc, ...areaOf("AUC", rocAuc) })),
      ],
    },
    {
      type: "lines",
      title: { en: "Precision over recall of each class", zh: "各类别的精确率-召回率曲线" },
      ...caption,
      classes: [...labels.classes],
      x: axisOf({ en: "recall", zh: "召回率" }, "linear", [0, 1]),
      y: axisOf({ en: "precision", zh: "精确率" }, "linear", [0, 1]),
      series: curves.map(({ name, precisionRecall, prAuc }) => ({
        name,
        ...precisionRecall,
        ...areaOf("AP", prAuc),
        curve: "step",
      })),
    },
  ];
}

function areaOf(name: string, area: number | null): { detail?: Text } {
  if (area === null) return {};
  const words = `${name} ${scoreText(area)}`;
  return { detail: { en: words, zh: words } };
}

function leftOut(classes: number): { caption?: Text } {
  if (classes <= shownClasses) return {};
  return {
    caption: {
      en: `The ${shownClasses} most frequent of ${classes} classes.`,
      zh: `仅显示 ${classes} 个类别中最常见的 ${shownClasses} 个。`,
    },
  };
}

/** Both curves of one class, a point for each distinct probability from the highest down. */
function curvesOf(
  { classes, codes }: Labels,
  probabilities: Float32Array,
  code: number,
): { roc: Curve; precisionRecall: Curve } {
  const scoreOf = (row: number): number => probabilities[row * classes.length + code]!;
  const order = Int32Array.from(codes, (_, row) => row).sort((a, b) => scoreOf(b) - scoreOf(a));
  const positives = codes.reduce((count, each) => count + (each === code ? 1 : 0), 0);
  const negatives = codes.length - positives;
  const roc: Curve = { x: [0], y: [0] };
  const precisionRecall: Curve = { x: [], y: [] };
  let hits = 0;
  for (const [position, row] of order.entries()) {
    if (codes[row] === code) hits++;
    const next = order[position + 1];
    if (next !== undefined && scoreOf(next) === scoreOf(row)) continue;
    roc.x.push((position + 1 - hits) / negatives);
    roc.y.push(hits / positives);
    precisionRecall.x.push(hits / positives);
    precisionRecall.y.push(hits / (position + 1));
  }
  const [firstPrecision] = precisionRecall.y;
  if (firstPrecision !== undefined) {
    // The first step holds back to no recall at all.
    precisionRecall.x.unshift(0);
    precisionRecall.y.unshift(firstPrecision);
  }
  return { roc: thinned(roc, "straight"), precisionRecall: thinned(precisionRecall, "step") };
}

function thinned({ x, y }: Curve, joining: Joining): Curve {
  const kept = thinCurve(x, y, shownPoints, joining);
  return { x: kept.map((index) => rounded(x[index]!)), y: kept.map((index) => rounded(y[index]!)) };
}

/** To six digits: a drawing shows no more. */
function rounded(share: number): number {
  return Number(share.toPrecision(6));
}
