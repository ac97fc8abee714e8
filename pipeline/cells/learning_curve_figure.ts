import type { LearningCurve } from "../learners/learning_curve.ts";
import { axisOf, type Figure } from "./figure.ts";

/** The loss of each round or epoch, of the rows learnt from and of those only watched. */
export function learningCurveFigure({ train, validation, kept }: LearningCurve): Figure {
  const series = [
    { name: { en: "training", zh: "训练集" }, losses: train },
    { name: { en: "validation", zh: "验证集" }, losses: validation },
  ];
  return {
    type: "lines",
    title: { en: "Learning curve", zh: "学习曲线" },
    caption: validation.length > 0
      ? {
        en: `The model is that of round ${kept}, where the loss of the watched rows was least.`,
        zh: `模型取自第 ${kept} 轮，此时验证集损失最小。`,
      }
      : {
        en: "All rows are learnt from: with early stopping some would be watched only.",
        zh: "所有行都参与训练；启用提前停止后会留出部分行用于验证。",
      },
    x: axisOf({ en: "round", zh: "轮次" }),
    y: axisOf({ en: "mean log loss", zh: "平均对数损失" }),
    series: series.filter(({ losses }) => losses.length > 0).map(({ name, losses }) => ({
      name,
      x: losses.map((_, round) => round),
      y: [...losses],
    })),
    ...(validation.length > 0
      ? { rules: [{ x: kept, name: { en: "best round", zh: "最佳轮次" } }] }
      : {}),
  };
}
