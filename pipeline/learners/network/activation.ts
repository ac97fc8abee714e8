import { castTo, doubles } from "../../onnx/double_nodes.ts";
import type { GraphBuilder } from "../../onnx/graph_builder.ts";

/** What the hidden units of a network do to their weighted sums. */
export type Activation = "leaky-relu" | "relu" | "gelu";

/** What a rectified unit lets through below 0. */
export function leakOf(activation: "leaky-relu" | "relu"): number {
  return activation === "relu" ? 0 : leak;
}

const leak = 0.01;

/** Puts the GELU of each of `values` [from, to) in its place, and its derivative there into `slopes`. */
export function applyGelu(
  values: Float32Array,
  slopes: Float32Array,
  from: number,
  to: number,
): void {
  for (let index = from; index < to; index++) {
    const value = values[index]!;
    const share = normalShare(value);
    slopes[index] = share + value * density * Math.exp(-value * value / 2);
    values[index] = value * share;
  }
}

/** The activation of one value in float64. */
export function activated(activation: Activation, value: number): number {
  if (activation === "gelu") return value * normalShare(value);
  return value > 0 ? value : leakOf(activation) * value;
}

/** The share of the standard normal distribution below `value`: ½·(1 + erf(value/√2)). */
function normalShare(value: number): number {
  const half = errorFunction(Math.abs(value) * Math.SQRT1_2) / 2;
  return value < 0 ? 0.5 - half : 0.5 + half;
}

/** 1/√(2π) */
const density = 0.3989422804014327;

/** erf of a number ≥ 0, to 1.5e-7 (Abramowitz & Stegun, "Handbook of Mathematical Functions", 7.1.26). */
function errorFunction(value: number): number {
  const t = 1 / (1 + 0.3275911 * value);
  const series = t *
    (0.254829592 +
      t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
  return 1 - series * Math.exp(-value * value);
}

/** Adds the activation to a float64 tensor. The error function is computed in float32, all that ONNX has. */
export function lowerActivation(
  activation: Activation,
  graph: GraphBuilder,
  input: string,
): string {
  const constant = (value: number): string => doubles(graph, "factor", [value], []);
  if (activation === "relu") return graph.node("Max", [input, constant(0)]);
  if (activation === "leaky-relu") {
    return graph.node("Max", [input, graph.node("Mul", [input, constant(leak)])]);
  }
  const scaled = graph.node("Mul", [input, constant(Math.SQRT1_2)]);
  const error = graph.node("Erf", [castTo(graph, scaled, "float32")]);
  const share = graph.node("Add", [castTo(graph, error, "float64"), constant(1)]);
  return graph.node("Mul", [graph.node("Mul", [input, share]), constant(0.5)]);
}
