import { castTo } from "../onnx/double_nodes.ts";
import type { GraphBuilder } from "../onnx/graph_builder.ts";
import {
  type LinearScale,
  linearScale,
  lowerLinearScale,
  scaleLinearly,
} from "../steps/linear_scale.ts";
import type { ColumnMoments } from "../table/column_statistics.ts";

/** The scale behind {@linkcode toDistanceUnits}. */
export type DistanceUnits = LinearScale;

/** How many units the standard deviation of the widest column has. */
const unitsPerDeviation = 16384;

/** Values farther from their mean than so many standard deviations of the widest column count as those. */
const reach = 8;

/**
 * One unit for all columns, fine beside the widest of them. Rows as whole numbers of it have squared distances
 * that float64 holds exactly, in whatever order they are added up, here or in a graph.
 */
export function distanceUnits({ mean, variance }: ColumnMoments): DistanceUnits {
  const widest = Math.sqrt(variance.reduce((most, each) => Math.max(most, each), 0));
  return linearScale(mean, mean.map(() => widest), reach);
}

/** n×d `values` in whole units from the column's mean, row-major; a hole is at the mean. */
export function toDistanceUnits(units: DistanceUnits, values: Float32Array): Float64Array {
  const width = units.centre.length;
  return Float64Array.from(values, (value, cell) => {
    const scaled = scaleLinearly(units, cell % width, value);
    return scaled === scaled ? Math.floor(Math.fround(scaled * unitsPerDeviation + 0.5)) : 0;
  });
}

/** Adds what {@linkcode toDistanceUnits} does to float32 [n, d]; returns the name of a float64 [n, d]. */
export function lowerDistanceUnits(
  units: DistanceUnits,
  graph: GraphBuilder,
  input: string,
): string {
  const scaled = lowerLinearScale(units, graph, input);
  const isMissing = graph.node("IsNaN", [scaled]);
  const known = graph.node("Where", [isMissing, graph.floats("no_offset", [0], []), scaled]);
  const fine = graph.node("Mul", [known, graph.floats("units", [unitsPerDeviation], [])]);
  const whole = graph.node("Floor", [
    graph.node("Add", [fine, graph.floats("half", [0.5], [])]),
  ]);
  return castTo(graph, whole, "float64");
}
