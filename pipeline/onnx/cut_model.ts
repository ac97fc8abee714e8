import type { OnnxModel, OnnxNode } from "./onnx_model.ts";

/** The part of a model that makes the float32 [n, d] named `value`, as its one output. */
export function cutModel(model: OnnxModel, value: string): OnnxModel {
  const needed = new Set([value]);
  const nodes: OnnxNode[] = [];
  // Every value is produced before it is read.
  for (const node of model.graph.nodes.toReversed()) {
    if (!node.outputs.some((output) => needed.has(output))) continue;
    for (const input of node.inputs) needed.add(input);
    nodes.push(node);
  }
  const { graph } = model;
  return {
    ...model,
    metadata: new Map(),
    graph: {
      ...graph,
      nodes: nodes.reverse(),
      initializers: graph.initializers.filter(({ name }) => needed.has(name)),
      outputs: [{ name: value, type: "float32", dims: ["n", null] }],
    },
  };
}
