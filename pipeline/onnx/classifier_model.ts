import { engineVersion } from "../version.ts";
import type { GraphBuilder } from "./graph_builder.ts";
import type { OnnxModel } from "./onnx_model.ts";

/** What turns a lowered pipeline into a classifier. */
export interface ClassifierOptions {
  /** d, the width of the input. */
  readonly featureCount: number;
  /** The name of the graph's float32 [n, k] of class probabilities. */
  readonly probabilities: string;
  /** k float32 numbers; the label is the class of the greatest weight × probability. All 1 where absent. */
  readonly weights?: readonly number[];
  /** The k class names, in the order of the probabilities; any Unicode strings, all different. */
  readonly classes: readonly string[];
  /** `metadata_props`, in order. */
  readonly metadata: ReadonlyMap<string, string>;
}

/**
 * Ends `graph` with the contract of every model file: opset 17, ai.onnx.ml 3, IR 8; input `features` (float32
 * [n, d], NaN = missing); outputs `label` (string [n], the class of the highest weighted probability, the
 * lowest index on ties) and `probabilities` (float32 [n, k]). The graph itself stays as it is.
 */
export function classifierModel(graph: GraphBuilder, options: ClassifierOptions): OnnxModel {
  const { featureCount, probabilities, weights, classes, metadata } = options;
  return {
    irVersion: 8,
    producerName: "SystemHealer Workbench",
    producerVersion: engineVersion,
    opsets: new Map([["", 17], ["ai.onnx.ml", 3]]),
    metadata,
    graph: {
      name: "classifier",
      nodes: [
        ...graph.nodes,
        {
          name: "probabilities",
          op: "Identity",
          domain: "",
          inputs: [probabilities],
          outputs: ["probabilities"],
          attributes: {},
        },
        ...(weights
          ? [{
            name: "weighted_probabilities",
            op: "Mul",
            domain: "" as const,
            inputs: ["probabilities", "decision_weights"],
            outputs: ["weighted_probabilities"],
            attributes: {},
          }]
          : []),
        {
          name: "label_index",
          op: "ArgMax",
          domain: "",
          inputs: [weights ? "weighted_probabilities" : "probabilities"],
          outputs: ["label_index"],
          attributes: { axis: { int: 1 }, keepdims: { int: 0 }, select_last_index: { int: 0 } },
        },
        {
          // Not ArrayFeatureExtractor, which gives [1, n].
          name: "label",
          op: "Gather",
          domain: "",
          inputs: ["classes", "label_index"],
          outputs: ["label"],
          attributes: { axis: { int: 0 } },
        },
      ],
      initializers: [
        ...graph.initializers,
        ...(weights
          ? [{
            name: "decision_weights",
            type: "float32" as const,
            dims: [classes.length],
            data: Float32Array.from(weights),
          }]
          : []),
        { name: "classes", type: "string", dims: [classes.length], data: classes },
      ],
      inputs: [{ name: graph.input, type: "float32", dims: ["n", featureCount] }],
      outputs: [
        { name: "label", type: "string", dims: ["n"] },
        { name: "probabilities", type: "float32", dims: ["n", classes.length] },
      ],
    },
  };
}
