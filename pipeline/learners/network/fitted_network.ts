import { castTo, doubles } from "../../onnx/double_nodes.ts";
import type { GraphBuilder } from "../../onnx/graph_builder.ts";
import type { FeatureMatrix } from "../../table/feature_matrix.ts";
import { activated, type Activation, lowerActivation } from "./activation.ts";
import { epsilon } from "./batch_normalisation.ts";
import { type InputScale, lowerInputScale, scaleInput } from "./input_scale.ts";
import type { NetworkLayer } from "./network_layers.ts";
import { padded } from "./network_plan.ts";

/** One layer of a trained network, batch normalisation folded into it. */
export interface FittedLayer {
  /** inputs×outputs, row-major. */
  readonly weights: Float32Array;
  /** outputs numbers. */
  readonly bias: Float32Array;
}

/** A trained network: it computes in float64, so that no rounding can tell it from its graph. */
export interface FittedNetwork {
  readonly inputs: InputScale;
  readonly activation: Activation;
  readonly layers: readonly FittedLayer[];
}

/** A layer as it is outside training. */
export function foldLayer(layer: NetworkLayer): FittedLayer {
  const { inputs, outputs, normalisation } = layer;
  const width = padded(outputs);
  const weights = new Float32Array(inputs * outputs), bias = new Float32Array(outputs);
  for (let unit = 0; unit < outputs; unit++) {
    let factor = 1, shift = layer.bias.values[unit]!;
    if (normalisation) {
      const { scale, mean, variance } = normalisation;
      factor = scale.values[unit]! / Math.sqrt(variance[unit]! + epsilon);
      shift = factor * (shift - mean[unit]!) + normalisation.shift.values[unit]!;
    }
    bias[unit] = shift;
    for (let row = 0; row < inputs; row++) {
      weights[row * outputs + unit] = factor * layer.weights.values[row * width + unit]!;
    }
  }
  return { weights, bias };
}

/** n×k class probabilities, row-major. */
export function predictNetwork(network: FittedNetwork, matrix: FeatureMatrix): Float32Array {
  const { inputs, activation, layers } = network;
  const classCount = layers.at(-1)!.bias.length;
  const probabilities = new Float32Array(matrix.rows * classCount);
  const widest = Math.max(inputs.means.length, ...layers.map(({ bias }) => bias.length));
  let given = new Float64Array(blockRows * widest), taken = new Float64Array(blockRows * widest);
  for (let first = 0; first < matrix.rows; first += blockRows) {
    const rows = Math.min(blockRows, matrix.rows - first);
    scaleRows(inputs, matrix, first, rows, given);
    for (const [index, layer] of layers.entries()) {
      weightedSums(layer, given, taken);
      if (index < layers.length - 1) {
        const cells = blockRows * layer.bias.length;
        for (let cell = 0; cell < cells; cell++) taken[cell] = activated(activation, taken[cell]!);
      }
      [given, taken] = [taken, given];
    }
    softmaxRows(given, rows, classCount, probabilities.subarray(first * classCount));
  }
  return probabilities;
}

/** Rows are worked on four at a time, so that a weight once loaded is used four times. */
const blockRows = 4;

function scaleRows(
  inputs: InputScale,
  { values }: FeatureMatrix,
  first: number,
  rows: number,
  target: Float64Array,
): void {
  const width = inputs.means.length;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < width; column++) {
      target[row * width + column] = scaleInput(
        inputs,
        column,
        values[(first + row) * width + column]!,
      );
    }
  }
}

/** The sums of a layer for a block of rows, products added in the order of its inputs. */
function weightedSums(
  { weights, bias }: FittedLayer,
  given: Float64Array,
  sums: Float64Array,
): void {
  const outputs = bias.length, inputs = weights.length / outputs;
  for (let row = 0; row < blockRows; row++) sums.set(bias, row * outputs);
  for (let input = 0, weight = 0; input < inputs; input++) {
    const a = given[input]!, b = given[inputs + input]!;
    const c = given[2 * inputs + input]!, d = given[3 * inputs + input]!;
    for (let cell = 0; cell < outputs; cell++, weight++) {
      const factor = weights[weight]!;
      sums[cell]! += a * factor;
      sums[outputs + cell]! += b * factor;
      sums[2 * outputs + cell]! += c * factor;
      sums[3 * outputs + cell]! += d * factor;
    }
  }
}

function softmaxRows(
  scores: Float64Array,
  rows: number,
  classCount: number,
  probabilities: Float32Array,
): void {
  for (let row = 0; row < rows; row++) {
    const start = row * classCount;
    let highest = -Infinity, sum = 0;
    for (let code = 0; code < classCount; code++) {
      highest = Math.max(highest, scores[start + code]!);
    }
    for (let code = 0; code < classCount; code++) {
      sum += scores[start + code] = Math.exp(scores[start + code]! - highest);
    }
    for (let code = 0; code < classCount; code++) {
      probabilities[start + code] = scores[start + code]! / sum;
    }
  }
}

/** Adds what {@linkcode predictNetwork} does to float32 [n, d]; returns the name of the probabilities, float32. */
export function lowerNetwork(network: FittedNetwork, graph: GraphBuilder, input: string): string {
  const { inputs, activation, layers } = network;
  const scores = layers.reduce((given, { weights, bias }, index) => {
    const dims = [weights.length / bias.length, bias.length];
    const factors = castTo(graph, graph.floats("weights", weights, dims), "float64");
    const products = graph.node("MatMul", [given, factors]);
    const sums = graph.node("Add", [products, doubles(graph, "bias", bias)]);
    return index < layers.length - 1 ? lowerActivation(activation, graph, sums) : sums;
  }, lowerInputScale(inputs, graph, input));
  return castTo(graph, graph.node("Softmax", [scores], { axis: { int: 1 } }), "float32");
}
