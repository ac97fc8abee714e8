import type { Evaluation } from "@/pipeline/evaluation/evaluation.ts";
import { alignedLines } from "./aligned_lines.ts";
import type { Language } from "./terminal.ts";

const words = {
  en: {
    rows: "rows",
    accuracy: "accuracy",
    logLoss: "log-loss",
    calibrationError: "calibration error",
    class: "class",
    precision: "precision",
    recall: "recall",
    support: "rows",
  },
  zh: {
    rows: "行",
    accuracy: "准确率",
    logLoss: "对数损失",
    calibrationError: "校准误差",
    class: "类别",
    precision: "精确率",
    recall: "召回率",
    support: "行数",
  },
};

/** An evaluation as lines of text: the headline, then a row a class; in brackets the 95 % intervals. */
export function scoreTable(evaluation: Evaluation, language: Language): string {
  const word = words[language];
  const headline = [
    `macro-F1 ${evaluation.macro_f1.toFixed(4)}${boundsText(evaluation.intervals?.macro_f1, 4)}`,
    `${word.accuracy} ${evaluation.accuracy.toFixed(4)}`,
    ...(evaluation.roc_auc === null ? [] : [`ROC-AUC ${evaluation.roc_auc.toFixed(4)}`]),
    `${word.logLoss} ${evaluation.log_loss.toFixed(4)}`,
    ...(evaluation.expected_calibration_error === undefined
      ? []
      : [`${word.calibrationError} ${evaluation.expected_calibration_error.toFixed(4)}`]),
    `${evaluation.rows} ${word.rows}`,
  ].join("   ");
  const cells = [
    [word.class, word.precision, word.recall, "F1", word.support],
    ...evaluation.per_class.map((entry) => [
      entry.class,
      entry.precision.toFixed(3),
      entry.recall.toFixed(3),
      entry.f1.toFixed(3) + boundsText(entry.intervals?.f1, 3),
      String(entry.support),
    ]),
  ];
  return [headline, ...alignedLines(cells)].join("\n");
}

function boundsText(
  bounds: readonly [low: number, high: number] | null | undefined,
  digits: number,
): string {
  return bounds ? ` [${bounds[0].toFixed(digits)}, ${bounds[1].toFixed(digits)}]` : "";
}
