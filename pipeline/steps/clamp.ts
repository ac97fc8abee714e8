import type { GraphBuilder } from "../onnx/graph_builder.ts";

/** `value` kept within `[low, high]`; NaN stays NaN. */
export function clamp(value: number, low: number, high: number): number {
  return value < low ? low : value > high ? high : value;
}

/**
 * Adds what {@linkcode clamp} does; `low` and `high` name tensors that broadcast over `input`. Not ONNX
 * Clip, which takes one limit for all columns and promises nothing about NaN.
 */
export function lowerClamp(graph: GraphBuilder, input: string, low: string, high: string): string {
  const belowLow = graph.node("Less", [input, low]);
  const aboveHigh = graph.node("Greater", [input, high]);
  return graph.node("Where", [belowLow, low, graph.node("Where", [aboveHigh, high, input])]);
}
