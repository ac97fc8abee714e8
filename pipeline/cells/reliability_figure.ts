import type { Evaluation } from "../evaluation/evaluation.ts";
import type { Text } from "../problem.ts";
import type { Figure } from "./figure.ts";

/**
 * How often diagnoses of a probability came true; those of each class are in the evaluation itself, too many lines
 * to tell apart. None for evaluations of earlier versions, which have no such bins.
 */
export function reliabilityFigures(evaluation: Evaluation): Figure[] {
  const { reliability, expected_calibration_error: error } = evaluation;
  if (reliability === undefined || error === undefined) return [];
  return [{
    type: "reliability",
    title: { en: "Reliability", zh: "可靠性曲线" },
    caption: captionOf(error),
    bins: reliability.map(({ confidence, observed, count }) => ({
      confidence,
      observed,
      rows: count,
    })),
    error,
  }];
}

function captionOf(error: number): Text {
  const points = (100 * error).toFixed(1);
  return {
    en:
      "Below the diagonal the model is too sure, above it not sure enough; the diagnosis is off by " +
      `${points} points on average (expected calibration error).`,
    zh:
      `低于对角线表示模型过于自信，高于则表示不够自信；诊断的平均偏差为 ${points} 个百分点（期望校准误差）。`,
  };
}
