import type { Evaluation } from "../evaluation/evaluation.ts";
import type { Text } from "../problem.ts";
import { axisOf, type Figure } from "./figure.ts";

/** Pictures of more classes than this show those with the most rows. */
const shownClasses = 40;

/** How many rows each class has, as bars in the given order. */
export function classCountsFigure(title: Text, counts: ReadonlyMap<string, number>): Figure {
  return {
    type: "bars",
    title,
    ...leftOut(counts.size),
    value: axisOf({ en: "rows", zh: "行数" }),
    bars: [...counts].slice(0, shownClasses).map(([name, value]) => ({ name, value })),
  };
}

/** The F1 of each class as bars, with their 95 % intervals. */
export function classScoresFigure({ per_class }: Evaluation): Figure {
  const shown = new Set(mostFrequent(per_class.map(({ support }) => support)));
  return {
    type: "bars",
    title: { en: "F1 of each class", zh: "各类别的 F1" },
    ...leftOut(per_class.length),
    value: axisOf("F1"),
    bars: per_class.filter((_, index) => shown.has(index))
      .map(({ class: name, f1: value, intervals }) => {
        if (!intervals?.f1) return { name, value };
        const [low, high] = intervals.f1;
        return { name, value, low, high };
      }),
  };
}

/** True class against diagnosis. */
export function confusionFigure({ confusion: { classes, counts } }: Evaluation): Figure {
  const shown = mostFrequent(counts.map((row) => row.reduce((sum, count) => sum + count, 0)));
  return {
    type: "confusion",
    title: { en: "Confusion", zh: "混淆矩阵" },
    ...leftOut(classes.length),
    classes: shown.map((index) => classes[index]!),
    counts: shown.map((truth) => shown.map((prediction) => counts[truth]![prediction]!)),
  };
}

/** The pair of classes that is mixed up most often, for the line under a result; null where none is. */
export function mostConfused({ confusion: { classes, counts } }: Evaluation): Text | null {
  let most = 0, truth = "", prediction = "";
  for (const [row, cells] of counts.entries()) {
    for (const [column, count] of cells.entries()) {
      if (row === column || count <= most) continue;
      [most, truth, prediction] = [count, classes[row]!, classes[column]!];
    }
  }
  if (most === 0) return null;
  return {
    en: `most confused: "${truth}" taken for "${prediction}" (${most})`,
    zh: `最易混淆：“${truth}”被判为“${prediction}”（${most} 行）`,
  };
}

/** The indices of the classes with the most rows, in class order. */
function mostFrequent(rows: readonly number[]): number[] {
  return rows.map((_, index) => index)
    .sort((a, b) => rows[b]! - rows[a]! || a - b)
    .slice(0, shownClasses)
    .sort((a, b) => a - b);
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
