import type { GraphBuilder } from "../onnx/graph_builder.ts";
import { columnMoments } from "../table/column_statistics.ts";
import { castTo, doubles } from "../onnx/double_nodes.ts";
import type { FeatureMatrix } from "../table/feature_matrix.ts";

/** The d means of the known values of each column; 0 for an empty column. */
export function columnMeans(matrix: FeatureMatrix): Float64Array {
  return columnMoments(matrix).mean;
}

/**
 * n×d values less the mean of their column, row-major, in float64. A hole becomes 0: for a learner that
 * needs every value it counts as the column's mean over the training rows.
 */
export function centreRows(means: Float64Array, matrix: FeatureMatrix): Float64Array {
  const width = means.length;
  return Float64Array.from(matrix.values, (value, cell) => {
    const centred = value - means[cell % width]!;
    return centred === centred ? centred : 0;
  });
}

/** Adds what {@linkcode centreRows} does to float32 [n, d]; returns the name of a float64 [n, d]. */
export function lowerCentreRows(means: Float64Array, graph: GraphBuilder, input: string): string {
  const value = castTo(graph, input, "float64");
  const centred = graph.node("Sub", [value, doubles(graph, "means", means)]);
  const isMissing = graph.node("IsNaN", [input]);
  return graph.node("Where", [isMissing, doubles(graph, "no_offset", [0], []), centred]);
}
