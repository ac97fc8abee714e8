import type { Evaluation } from "../evaluation/evaluation.ts";
import type { Text } from "../problem.ts";
import { axisOf, type Figure } from "./figure.ts";
import { joinTexts } from "./number_text.ts";

/** Pictures of more classes than this show those with the most rows. */
const shownClasses = 40;

/** How many rows each class has, in the given order. */
export function classCountsFigure(title: Text, counts: ReadonlyMap<string, number>): Figure {
  return {
    type: "shares",
    title,
    ...leftOut(counts.size),
    parts: [...counts].slice(0, shownClasses).map(([name, rows]) => ({ name, rows })),
    total: counts.values().reduce((sum, rows) => sum + rows, 0),
  };
}

/** Precision, recall and F1 of each class, with their 95 % intervals where there are any. */
export function classScoresFigure({ per_class }: Evaluation): Figure {
  const shown = new Set(mostFrequent(per_class.map(({ support }) => support)));
  const estimate = (value: number, interval: readonly [number, number] | null | undefined) => {
    if (!interval) return { value };
    const [low, high] = interval;
    return { value, low, high };
  };
  const hasIntervals = per_class.some(({ intervals }) => intervals !== undefined);
  const few = leftOut(per_class.length).caption;
  const lines = hasIntervals ? { en: "Lines: 95 % intervals.", zh: "横线：95% 区间。" } : null;
  const caption = joinTexts([few ?? null, lines], { en: " ", zh: "" });
  return {
    type: "scores",
    title: { en: "Scores of each class", zh: "各类别得分" },
    ...(caption.en === "" ? {} : { caption }),
    value: axisOf({ en: "number at the right: F1", zh: "右侧数字为 F1" }),
    measures: [{ en: "precision", zh: "精确率" }, { en: "recall", zh: "召回率" }, {
      en: "F1",
      zh: "F1",
    }],
    rows: per_class.filter((_, index) => shown.has(index))
      .map(({ class: name, support, precision, recall, f1, intervals }) => ({
        name,
        support,
        scores: [
          estimate(precision, intervals?.precision),
          estimate(recall, intervals?.recall),
          estimate(f1, intervals?.f1),
        ],
      })),
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
