import { castTo, doubles } from "../../onnx/double_nodes.ts";
import type { GraphBuilder } from "../../onnx/graph_builder.ts";
import { columnMoments } from "../../table/column_statistics.ts";
import type { FeatureMatrix } from "../../table/feature_matrix.ts";

/** What brings each of d columns to mean 0 and variance 1. */
export interface InputScale {
  readonly means: Float64Array;
  /** One over the standard deviation; 0 for a column that is constant or empty. */
  readonly factors: Float64Array;
}

/** So many standard deviations from its mean a value counts as no further: it would rule the sums alone. */
const limit = 10;

/** The scale of the known values of each column. */
export function inputScale(matrix: FeatureMatrix): InputScale {
  const { mean, variance } = columnMoments(matrix);
  return {
    means: mean,
    factors: variance.map((value) => value > 0 ? 1 / Math.sqrt(value) : 0),
  };
}

/** One value scaled, in float64, within ±10; a hole counts as the column's mean. */
export function scaleInput({ means, factors }: InputScale, column: number, value: number): number {
  const scaled = (value - means[column]!) * factors[column]!;
  return scaled > limit ? limit : scaled < -limit ? -limit : scaled === scaled ? scaled : 0;
}

/** Adds what {@linkcode scaleInput} does to float32 [n, d]; returns the name of a float64 [n, d]. */
export function lowerInputScale(scale: InputScale, graph: GraphBuilder, input: string): string {
  const offset = graph.node("Sub", [
    castTo(graph, input, "float64"),
    doubles(graph, "means", scale.means),
  ]);
  const scaled = graph.node("Mul", [offset, doubles(graph, "factors", scale.factors)]);
  const low = doubles(graph, "lowest", [-limit], []), high = doubles(graph, "highest", [limit], []);
  const within = graph.node("Max", [graph.node("Min", [scaled, high]), low]);
  const isMissing = graph.node("IsNaN", [input]);
  return graph.node("Where", [isMissing, doubles(graph, "no_offset", [0], []), within]);
}
