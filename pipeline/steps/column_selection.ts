import type { GraphBuilder } from "../onnx/graph_builder.ts";
import { type FeatureMatrix, takeColumns } from "../table/feature_matrix.ts";

/** What every step that keeps some columns has learnt. */
export interface KeptColumns {
  /** Indices of the kept columns, ascending, at least one. */
  readonly kept: readonly number[];
}

/** What d columns are worth. */
export interface ColumnScores {
  /** One score for each column, the higher the better. */
  readonly scores: Float64Array;
  /** The standard deviation of each score, where it is the mean of several. */
  readonly deviations?: Float64Array;
}

/** How good a model is by its number of columns. */
export interface SelectionCurve {
  readonly columns: readonly number[];
  /** The mean macro-F1 over the folds, and its standard deviation. */
  readonly means: readonly number[];
  readonly deviations: readonly number[];
}

/** What a step that keeps columns by a score has learnt. */
export interface ColumnSelection extends KeptColumns, ColumnScores {
  /** The share of the resamples in which each column was chosen, where the step looked. */
  readonly stability?: Float64Array;
  /** How the number of columns was chosen, where the step chose it. */
  readonly curve?: SelectionCurve;
}

/** The indices of all columns, the highest score first, the earlier column on ties. */
export function rankColumns(scores: Float64Array): number[] {
  return Array.from(scores, (_, index) => index)
    .sort((a, b) => scores[a] === scores[b] ? a - b : scores[b]! - scores[a]!);
}

/** The `count` columns with the highest scores (the earlier one on ties), at least one, in column order. */
export function keepHighest(scores: Float64Array, count: number): ColumnSelection {
  return {
    kept: rankColumns(scores).slice(0, Math.max(1, count)).sort((a, b) => a - b),
    scores,
  };
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
