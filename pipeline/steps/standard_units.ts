import type { GraphBuilder } from "../onnx/graph_builder.ts";
import type { ColumnMoments } from "../table/column_statistics.ts";
import { type LinearScale, linearScale, lowerLinearScale, scaleLinearly } from "./linear_scale.ts";

/**
 * Standard scores (mean 0, variance 1, kept within ±8) as whole numbers of 1/16384. Sums of their products
 * are exact in float64 in whatever order they are taken, so that distances and predictions made of them are
 * equal to the last bit here and in any runtime, and so are ties.
 */
export const unitsPerDeviation = 16384;

/** The scale behind {@linkcode toUnits}. */
export function standardScale({ mean, variance }: ColumnMoments): LinearScale {
  return linearScale(mean, variance.map(Math.sqrt), 8);
}

/** `values` (n×d row-major) in units, NaN where missing. */
export function toUnits(scale: LinearScale, values: Float32Array): Float32Array {
  const width = scale.centre.length;
  return values.map((value, cell) => {
    const score = scaleLinearly(scale, cell % width, value);
    return Math.floor(Math.fround(score * unitsPerDeviation + 0.5));
  });
}

/** Adds what {@linkcode toUnits} does to float32 [n, d]. */
export function lowerUnits(scale: LinearScale, graph: GraphBuilder, input: string): string {
  const score = lowerLinearScale(scale, graph, input);
  const units = graph.node("Mul", [score, graph.floats("units", [unitsPerDeviation], [])]);
  return graph.node("Floor", [graph.node("Add", [units, graph.floats("half", [0.5], [])])]);
}
