import type { Evaluation } from "../evaluation/evaluation.ts";
import type { Text } from "../problem.ts";
import type { CellContext, CellTable } from "./cell_kind.ts";
import { keepTable, type ShownColumn } from "./stored_table.ts";

const titles: { readonly scores: Text; readonly classes: Text } = {
  scores: { en: "Scores with 95 % intervals", zh: "评分及 95% 区间" },
  classes: { en: "Per class", zh: "按类别" },
};

/** The metrics of each class and those over all classes, with their 95 % intervals. */
export async function scoreTables(
  evaluation: Evaluation,
  context: CellContext,
): Promise<CellTable[]> {
  return [
    await keepTable("classes", titles.classes, classScoreColumns(evaluation), context),
    await keepTable("scores", titles.scores, scoreColumns(evaluation), context),
  ];
}

/** The metrics over all classes with the bounds of their 95 % intervals, as columns of a table. */
function scoreColumns(evaluation: Evaluation): ShownColumn[] {
  const { intervals } = evaluation;
  const shown = scoreNames.filter(([key]) => typeof evaluation[key] === "number");
  const numbers = (name: string, values: readonly (number | null)[]): ShownColumn => ({
    name,
    type: "number",
    values,
  });
  return [
    { name: "metric", type: "text", values: shown.map(([, name]) => name) },
    numbers("value", shown.map(([key]) => evaluation[key] ?? null)),
    numbers("low", shown.map(([key]) => intervals?.[key]?.[0] ?? null)),
    numbers("high", shown.map(([key]) => intervals?.[key]?.[1] ?? null)),
    numbers("rows", shown.map(() => evaluation.rows)),
  ];
}

const scoreNames = [
  ["macro_f1", "macro-F1"],
  ["weighted_f1", "weighted F1"],
  ["accuracy", "accuracy"],
  ["balanced_accuracy", "balanced accuracy"],
  ["macro_precision", "macro precision"],
  ["macro_recall", "macro recall"],
  ["roc_auc", "ROC-AUC"],
  ["pr_auc", "PR-AUC"],
  ["log_loss", "log-loss"],
  ["brier_score", "Brier score"],
] as const;

/** Precision, recall, F1 and more of each class, as columns of a table. */
function classScoreColumns({ per_class }: Evaluation): ShownColumn[] {
  type ClassScores = Evaluation["per_class"][number];
  const numbers = (
    name: string,
    read: (scores: ClassScores) => number | null | undefined,
  ): ShownColumn => ({
    name,
    type: "number",
    values: per_class.map((scores) => read(scores) ?? null),
  });
  return [
    { name: "class", type: "text", values: per_class.map((scores) => scores.class) },
    numbers("precision", ({ precision }) => precision),
    numbers("recall", ({ recall }) => recall),
    numbers("F1", ({ f1 }) => f1),
    numbers("F1 low", ({ intervals }) => intervals?.f1?.[0]),
    numbers("F1 high", ({ intervals }) => intervals?.f1?.[1]),
    numbers("rows", ({ support }) => support),
    numbers("ROC-AUC", ({ roc_auc }) => roc_auc),
    numbers("PR-AUC", ({ pr_auc }) => pr_auc),
  ];
}
