import type { GraphBuilder } from "../onnx/graph_builder.ts";
import { clamp, lowerClamp } from "./clamp.ts";

/** (x − centre) / spread, kept within ±limit: three numbers for each of d columns. */
export interface LinearScale {
  readonly centre: Float32Array;
  /** Above 0; 1 where the limit is 0. */
  readonly spread: Float32Array;
  /** 0 for a column without spread, so that it scales to 0. */
  readonly limit: Float32Array;
}

/** Rounds to float32 once; a column whose spread is 0, or vanishes in float32, gets the limit 0. */
export function linearScale(
  centre: ArrayLike<number>,
  spread: ArrayLike<number>,
  limit: number,
): LinearScale {
  const spreads = Float32Array.from(spread, (value) => Math.min(value, largestFloat32));
  return {
    centre: Float32Array.from(centre),
    spread: spreads.map((value) => value > 0 ? value : 1),
    limit: spreads.map((value) => value > 0 ? limit : 0),
  };
}

/** One value scaled, with the float32 roundings of the graph; NaN stays NaN. */
export function scaleLinearly(scale: LinearScale, column: number, value: number): number {
  const limit = scale.limit[column]!;
  const offset = Math.fround(value - scale.centre[column]!);
  return clamp(Math.fround(offset / scale.spread[column]!), -limit, limit);
}

/** Adds what {@linkcode scaleLinearly} does to float32 [n, d]. */
export function lowerLinearScale(scale: LinearScale, graph: GraphBuilder, input: string): string {
  const offset = graph.node("Sub", [input, graph.floats("centre", scale.centre)]);
  const scaled = graph.node("Div", [offset, graph.floats("spread", scale.spread)]);
  const limit = graph.floats("limit", scale.limit);
  return lowerClamp(graph, scaled, graph.node("Neg", [limit]), limit);
}

/** The largest finite float32. */
const largestFloat32 = (2 - 2 ** -23) * 2 ** 127;
