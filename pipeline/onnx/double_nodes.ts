import { elementTypes } from "./element_types.ts";
import type { GraphBuilder } from "./graph_builder.ts";
import type { Tensor } from "./onnx_model.ts";

/** Adds a Cast of `input` to `type`; returns its output's name. */
export function castTo(graph: GraphBuilder, input: string, type: Tensor["type"]): string {
  return graph.node("Cast", [input], { to: { int: elementTypes[type] } });
}

/** Adds a float64 constant; without `dims` a vector. */
export function doubles(
  graph: GraphBuilder,
  hint: string,
  values: ArrayLike<number>,
  dims: readonly number[] = [values.length],
): string {
  return graph.constant(hint, { type: "float64", dims, data: Float64Array.from(values) });
}
