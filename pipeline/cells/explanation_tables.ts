import type { Explanation } from "../evaluation/explanation.ts";
import type { GlobalImportance } from "../evaluation/global_importance.ts";
import type { FeatureMatrix } from "../table/feature_matrix.ts";
import { explainedClass, ownContributions, rankedFeatures } from "./explanation_figures.ts";
import type { ShownColumn } from "./stored_table.ts";

/** So many features are named for and against each row. */
const namedFeatures = 3;

/** Every feature with its importance, over all and for each class, the most important one on top. */
export function importanceColumns(
  { features, classes }: Explanation,
  importance: GlobalImportance,
): ShownColumn[] {
  const order = rankedFeatures(importance);
  const { overall, perClass } = importance;
  const numbers = (name: string, valueOf: (feature: number) => number | null): ShownColumn => ({
    name,
    type: "number",
    values: order.map(valueOf),
  });
  return [
    { name: "feature", type: "text", values: order.map((feature) => features[feature]!) },
    numbers("mean |SHAP|", (feature) => overall[feature]!.mean),
    numbers("standard error", (feature) => overall[feature]!.standardError),
    numbers("low", (feature) => overall[feature]!.low),
    numbers("high", (feature) => overall[feature]!.high),
    ...classes.map((name, code) =>
      numbers(`class ${name}`, (feature) => perClass[code]?.[feature]?.mean ?? null)
    ),
  ];
}

/** Every row with the fault that is explained and the KPIs that speak most for it and against it. */
export function rowColumns(
  explanation: Explanation,
  matrix: FeatureMatrix,
  ids: readonly string[],
  idColumn: string,
): ShownColumn[] {
  const { classes, probabilities, base, rows } = explanation;
  const all = Array.from({ length: rows }, (_, row) => row);
  const codes = all.map((row) => explainedClass(explanation, row));
  const named = all.map((row) => namedKpis(explanation, matrix, row));
  const texts = (side: "for" | "against"): ShownColumn[] =>
    Array.from({ length: namedFeatures }, (_, place) => ({
      name: `${side} ${place + 1}`,
      type: "text",
      values: named.map((kpis) => kpis[side][place] ?? null),
    }));
  const others: ShownColumn[] = [
    { name: "fault", type: "text", values: codes.map((code) => classes[code]!) },
    {
      name: "probability",
      type: "number",
      values: codes.map((code, row) => probabilities[row * classes.length + code]!),
    },
    { name: "base", type: "number", values: codes.map((code) => base[code]!) },
    ...texts("for"),
    ...texts("against"),
  ];
  const name = others.some((column) => column.name === idColumn) ? "id" : idColumn;
  return [{ name, type: "text", values: ids }, ...others];
}

/** `cpu_wait = 93.2 (+0.12)` for the KPIs with the largest contributions on each side. */
function namedKpis(
  explanation: Explanation,
  matrix: FeatureMatrix,
  row: number,
): { for: string[]; against: string[] } {
  const contributions = ownContributions(explanation, row);
  const order = Array.from(contributions.keys())
    .sort((a, b) => contributions[b]! - contributions[a]! || a - b);
  const textOf = (feature: number): string => {
    const value = matrix.values[row * matrix.names.length + feature]!;
    const contribution = contributions[feature]!;
    const sign = contribution > 0 ? "+" : "−";
    const size = Math.abs(contribution).toPrecision(2);
    const shown = Number.isNaN(value) ? "–" : String(Number(value.toPrecision(5)));
    return `${matrix.names[feature]} = ${shown} (${sign}${size})`;
  };
  const speaking = (features: number[], sign: number): string[] =>
    features.filter((feature) => sign * contributions[feature]! > 0)
      .slice(0, namedFeatures).map(textOf);
  return { for: speaking(order, 1), against: speaking(order.toReversed(), -1) };
}
