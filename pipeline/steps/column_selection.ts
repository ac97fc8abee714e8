import type { GraphBuilder } from "../onnx/graph_builder.ts";
import { type FeatureMatrix, takeColumns } from "../table/feature_matrix.ts";

/** What every step that keeps some columns has learnt. */
export interface KeptColumns {
  /** Indices of the kept columns, ascending, at least one. */
  readonly kept: readonly number[];
}

/** What a step that keeps columns by a score has learnt. */
export interface ColumnSelection extends KeptColumns {
  /** One score for each column there was, by which the step decided. */
  readonly scores: Float64Array;
}

/** The `count` columns with the highest scores (the earlier one on ties), at least one, in column order. */
export function keepHighest(scores: Float64Array, count: number): ColumnSelection {
  const ranked = Array.from(scores, (_, index) => index)
    .sort((a, b) => scores[a] === scores[b] ? a - b : scores[b]! - scores[a]!);
  return { kept: ranked.slice(0, Math.max(1, count)).sort((a, b) => a - b), scores };
}

/** The kept columns of `matrix`. */
export function applySelection(selection: KeptColumns, matrix: FeatureMatrix): FeatureMatrix {
  return takeColumns(matrix, selection.kept);
}

/** Adds a Gather of the kept columns; returns its output's name. */
export function lowerSelection(
  selection: KeptColumns,
  graph: GraphBuilder,
  input: string,
): string {
  const kept = graph.integers("kept_columns", selection.kept);
  return graph.node("Gather", [input, kept], { axis: { int: 1 } });
}
