import type { Labels } from "../table/feature_matrix.ts";
import { axisOf, type Figure } from "./figure.ts";

/** So many lines can still be told apart. */
const shownClasses = 8;

/** Points of a line; more would not be seen. */
const shownPoints = 100;

interface Curve {
  readonly x: number[];
  readonly y: number[];
}

/**
 * One-vs-rest ROC and precision-recall curves of the classes with the most rows, from n×k row-major
 * `probabilities`. Classes without a row, or with all of them, have none.
 */
export function rankingFigures(labels: Labels, probabilities: Float32Array): Figure[] {
  const sizes = labels.classes.map(() => 0);
  for (const code of labels.codes) sizes[code]!++;
  const shown = sizes.map((size, code) => ({ size, code }))
    .filter(({ size }) => size > 0 && size < labels.codes.length)
    .sort((a, b) => b.size - a.size || a.code - b.code)
    .slice(0, shownClasses);
  if (shown.length === 0) return [];
  const curves = shown.map(({ code }) => ({
    name: { en: labels.classes[code]!, zh: labels.classes[code]! },
    ...curvesOf(labels, probabilities, code),
  }));
  return [
    {
      type: "lines",
      title: { en: "ROC of each class against the rest", zh: "各类别对其余类别的 ROC 曲线" },
      x: axisOf({ en: "false positive rate", zh: "假正率" }),
      y: axisOf({ en: "true positive rate", zh: "真正率" }),
      series: curves.map(({ name, roc }) => ({ name, ...roc })),
    },
    {
      type: "lines",
      title: { en: "Precision over recall of each class", zh: "各类别的精确率-召回率曲线" },
      x: axisOf({ en: "recall", zh: "召回率" }),
      y: axisOf({ en: "precision", zh: "精确率" }),
      series: curves.map(({ name, precisionRecall }) => ({ name, ...precisionRecall })),
    },
  ];
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
  return { roc: thinned(roc), precisionRecall: thinned(precisionRecall) };
}

/** About {@linkcode shownPoints} points of a curve, its ends among them. */
function thinned({ x, y }: Curve): Curve {
  const last = x.length - 1;
  const points = Math.min(shownPoints, x.length);
  const kept = Array.from(
    { length: points },
    (_, index) => Math.round(index * last / Math.max(1, points - 1)),
  );
  return { x: kept.map((index) => x[index]!), y: kept.map((index) => y[index]!) };
}
