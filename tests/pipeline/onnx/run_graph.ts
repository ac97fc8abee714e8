import { encodeModel } from "@/pipeline/onnx/encode_model.ts";
import type { GraphBuilder } from "@/pipeline/onnx/graph_builder.ts";
import { openSession } from "@/pipeline/onnx/session.ts";
import type { FeatureMatrix } from "@/pipeline/table/feature_matrix.ts";

/**
 * Runs a graph in onnxruntime on the rows of `matrix` and gives the values of its float32 output `output`,
 * row-major, so that a test can compare `lower` with `apply` or `predict`.
 */
export async function runGraph(
  graph: GraphBuilder,
  output: string,
  matrix: FeatureMatrix,
): Promise<Float32Array> {
  const bytes = encodeModel({
    irVersion: 8,
    producerName: "",
    producerVersion: "",
    opsets: new Map([["", 17], ["ai.onnx.ml", 3]]),
    metadata: new Map(),
    graph: {
      name: "step",
      // An Identity, because onnxruntime has no graph whose output is its input.
      nodes: [...graph.nodes, {
        name: "result",
        op: "Identity",
        domain: "",
        inputs: [output],
        outputs: ["result"],
        attributes: {},
      }],
      initializers: graph.initializers,
      inputs: [{ name: graph.input, type: "float32", dims: ["n", matrix.names.length] }],
      outputs: [{ name: "result", type: "float32", dims: ["n", null] }],
    },
  });
  const session = await openSession(bytes);
  try {
    const features = {
      type: "float32",
      dims: [matrix.rows, matrix.names.length],
      data: matrix.values,
    } as const;
    const result = (await session.run(new Map([[graph.input, features]]))).get("result");
    if (result?.type !== "float32") throw new Error(`${output} is ${result?.type}, not float32`);
    return result.data;
  } finally {
    await session.release();
  }
}
