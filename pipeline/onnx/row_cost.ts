import type { OnnxGraph } from "./onnx_model.ts";

/** What onnxruntime takes on one core of 2020 or so, measured on many rows at once. */
const nanosecondsPerTree = 16;
const nanosecondsPerNumber = 0.12;
/** Most nodes go once over as many cells as the row has. */
const nanosecondsPerCellOfNode = 0.9;

/**
 * About how many nanoseconds a row takes, by its width and the nodes, trees and constants of the graph. It is reckoned, not
 * measured, so that whoever does as much as time allows does the same on every machine.
 */
export function rowNanoseconds({ inputs, nodes, initializers }: OnnxGraph): number {
  let cost = nanosecondsPerCellOfNode * Number(inputs[0]?.dims[1] ?? 0) * nodes.length;
  for (const { data } of initializers) cost += nanosecondsPerNumber * data.length;
  for (const { op, attributes: { nodes_treeids: ids } } of nodes) {
    if (!op.startsWith("TreeEnsemble") || ids === undefined || !("ints" in ids)) continue;
    cost += nanosecondsPerTree * new Set(ids.ints).size;
  }
  return cost;
}
