import type { OnnxGraph } from "./onnx_model.ts";

/** What onnxruntime takes on one core of 2020 or so, measured on many rows at once. */
const nanosecondsPerTree = 16;
const nanosecondsPerNumber = 0.25;

/**
 * About how many nanoseconds a row takes, by the trees and the constants of the graph. It is reckoned, not
 * measured, so that whoever does as much as time allows does the same on every machine.
 */
export function rowNanoseconds({ nodes, initializers }: OnnxGraph): number {
  let cost = 0;
  for (const { data } of initializers) cost += nanosecondsPerNumber * data.length;
  for (const { op, attributes: { nodes_treeids: ids } } of nodes) {
    if (!op.startsWith("TreeEnsemble") || ids === undefined || !("ints" in ids)) continue;
    cost += nanosecondsPerTree * new Set(ids.ints).size;
  }
  return cost;
}
