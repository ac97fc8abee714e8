import { sumTrees } from "../learners/tree_ensemble.ts";
import { cutModel } from "../onnx/cut_model.ts";
import { encodeModel } from "../onnx/encode_model.ts";
import type { OnnxModel, Tensor } from "../onnx/onnx_model.ts";
import { openSession, type Session } from "../onnx/session.ts";
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

/** Explains rows exactly; made ready once for a model file. */
export interface TreeExplainer extends AsyncDisposable {
  /**
   * @param probabilities n×k, what the file says of the rows
   * @param classOf The one class of each row to explain, or null for all.
   * @returns null where the trees do not give these probabilities
   */
  explain(
    matrix: FeatureMatrix,
    probabilities: Float32Array,
    classOf: Int32Array | null,
    context: RunContext,
  ): Promise<Contributions | null>;
}

/** The trees must give the probabilities of the file this exactly, or they were not read rightly. */
const tolerance = 1e-3;

/**
 * Makes the trees in the file, and the part of its graph that hands them their values, ready for explaining;
 * null where the model is not made of trees alone (see {@linkcode findTreeModel}).
 */
export async function openTreeExplainer(onnx: OnnxModel): Promise<TreeExplainer | null> {
  const model = findTreeModel(onnx.graph);
  const features = onnx.graph.inputs[0]?.name;
  if (model === null || features === undefined) return null;
  await using opened = new AsyncDisposableStack();
  const sessions = new Map<string, Session>();
  for (const { input } of model.terms) {
    if (input === features || sessions.has(input)) continue;
    const session = await openSession(encodeModel(cutModel(onnx, input)));
    opened.defer(() => session.release());
    sessions.set(input, session);
  }
  const bases = model.terms.map(({ trees }) => treeShapBase(trees));
  const kept = opened.move();
  return {
    explain: async (matrix, probabilities, classOf, context) => {
      const inputs = new Map<string, FeatureMatrix>([[features, matrix]]);
      for (const [value, session] of sessions) {
        inputs.set(value, await valuesOf(session, features, value, matrix));
      }
      context.progress(0);
      if (!givesProbabilities(model, inputs, probabilities)) return null;
      return await contributionsOfTrees(model, bases, inputs, matrix, classOf, context);
    },
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  };
}

async function contributionsOfTrees(
  { terms, offset, link }: TreeModel,
  bases: readonly Float64Array[],
  inputs: ReadonlyMap<string, FeatureMatrix>,
  matrix: FeatureMatrix,
  classOf: Int32Array | null,
  context: RunContext,
): Promise<Contributions> {
  const outputs = classOf ? 1 : offset.length;
  const contributions = new Float64Array(matrix.rows * outputs * matrix.names.length);
  const base = offset.slice();
  for (const [index, { trees, factor, input, sources }] of terms.entries()) {
    const part = await treeShapOnThreads(trees, inputs.get(input)!, {
      players: sources,
      playerCount: matrix.names.length,
      ...(classOf ? { outputOf: classOf } : {}),
    }, partOf(context, index / terms.length, (index + 1) / terms.length));
    for (let place = 0; place < part.length; place++) {
      contributions[place]! += factor * part[place]!;
    }
    for (const [output, mean] of bases[index]!.entries()) base[output]! += factor * mean;
  }
  const unit = link === "softmax" ? "score" : "probability";
  return { method: "tree", unit, contributions, standardErrors: null, base };
}

/** A value inside the graph for all rows, as onnxruntime computes it. */
async function valuesOf(
  session: Session,
  input: string,
  value: string,
  matrix: FeatureMatrix,
): Promise<FeatureMatrix> {
  const dims = [matrix.rows, matrix.names.length];
  const features: Tensor = { type: "float32", dims, data: matrix.values };
  const results = await session.run(new Map([[input, features]]));
  const found = results.get(value);
  if (found?.type !== "float32") {
    throw new TypeError(`Cannot split on ${value}: it is ${found?.type}, not float32.`);
  }
  const names = Array.from({ length: found.dims[1] ?? 0 }, (_, column) => `${value}[${column}]`);
  return { names, rows: matrix.rows, values: found.data };
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
