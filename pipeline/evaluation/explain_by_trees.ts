import { sumTrees } from "../learners/tree_ensemble.ts";
import { cutModel } from "../onnx/cut_model.ts";
import { encodeModel } from "../onnx/encode_model.ts";
import type { OnnxModel, Tensor } from "../onnx/onnx_model.ts";
import { openSession } from "../onnx/session.ts";
import { partOf, type RunContext } from "../run_context.ts";
import type { FeatureMatrix } from "../table/feature_matrix.ts";
import type { Explanation } from "./explanation.ts";
import { findTreeModel, type TreeModel } from "./tree_model.ts";
import { treeShapBase } from "./tree_shap.ts";
import { treeShapOnThreads } from "./tree_shap_team.ts";

/** The part of an explanation that depends on how it is found. */
export type Contributions = Pick<
  Explanation,
  "method" | "unit" | "contributions" | "standardErrors" | "base"
>;

/** The trees must give the probabilities of the file this exactly, or they were not read rightly. */
const tolerance = 1e-3;

/**
 * Explains rows exactly, from the trees in the file and the values that the file's own steps hand to them;
 * null where the model is not made of trees alone (see {@linkcode findTreeModel}).
 *
 * @param classOf The one class of each row to explain, or null for all.
 */
export async function explainByTrees(
  onnx: OnnxModel,
  matrix: FeatureMatrix,
  probabilities: Float32Array,
  classOf: Int32Array | null,
  context: RunContext,
): Promise<Contributions | null> {
  const model = findTreeModel(onnx.graph);
  if (model === null) return null;
  const inputs = new Map<string, FeatureMatrix>([[onnx.graph.inputs[0]!.name, matrix]]);
  for (const { input } of model.terms) {
    if (!inputs.has(input)) inputs.set(input, await valuesOf(onnx, input, matrix));
  }
  context.progress(0);
  if (!givesProbabilities(model, inputs, probabilities)) return null;

  const outputs = classOf ? 1 : model.offset.length;
  const contributions = new Float64Array(matrix.rows * outputs * matrix.names.length);
  const base = model.offset.slice();
  for (const [index, { trees, factor, input, sources }] of model.terms.entries()) {
    const part = await treeShapOnThreads(trees, inputs.get(input)!, {
      players: sources,
      playerCount: matrix.names.length,
      ...(classOf ? { outputOf: classOf } : {}),
    }, partOf(context, index / model.terms.length, (index + 1) / model.terms.length));
    for (let place = 0; place < part.length; place++) {
      contributions[place]! += factor * part[place]!;
    }
    for (const [output, mean] of treeShapBase(trees).entries()) base[output]! += factor * mean;
  }
  const unit = model.link === "softmax" ? "score" : "probability";
  return { method: "tree", unit, contributions, standardErrors: null, base };
}

/** A value inside the graph for all rows, as onnxruntime computes it. */
async function valuesOf(
  onnx: OnnxModel,
  value: string,
  matrix: FeatureMatrix,
): Promise<FeatureMatrix> {
  const session = await openSession(encodeModel(cutModel(onnx, value)));
  try {
    const dims = [matrix.rows, matrix.names.length];
    const features: Tensor = { type: "float32", dims, data: matrix.values };
    const results = await session.run(new Map([[onnx.graph.inputs[0]!.name, features]]));
    const found = results.get(value);
    if (found?.type !== "float32") {
      throw new TypeError(`Cannot split on ${value}: it is ${found?.type}, not float32.`);
    }
    const names = Array.from({ length: found.dims[1] ?? 0 }, (_, column) => `${value}[${column}]`);
    return { names, rows: matrix.rows, values: found.data };
  } finally {
    await session.release();
  }
}

function givesProbabilities(
  { terms, offset, link }: TreeModel,
  inputs: ReadonlyMap<string, FeatureMatrix>,
  probabilities: Float32Array,
): boolean {
  const classes = offset.length;
  const scores = Float64Array.from(probabilities, (_, place) => offset[place % classes]!);
  for (const { trees, factor, input } of terms) {
    const sums = sumTrees(trees, inputs.get(input)!);
    for (let place = 0; place < sums.length; place++) scores[place]! += factor * sums[place]!;
  }
  for (let start = 0; start < scores.length; start += classes) {
    const row = scores.subarray(start, start + classes);
    const said = link === "softmax" ? softmax(row) : row;
    for (let code = 0; code < classes; code++) {
      if (!(Math.abs(said[code]! - probabilities[start + code]!) <= tolerance)) return false;
    }
  }
  return true;
}

function softmax(scores: Float64Array): Float64Array {
  const highest = scores.reduce((most, score) => Math.max(most, score), -Infinity);
  const raised = scores.map((score) => Math.exp(score - highest));
  const sum = raised.reduce((total, each) => total + each, 0);
  return raised.map((each) => each / sum);
}
