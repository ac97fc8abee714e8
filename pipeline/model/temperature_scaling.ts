import { castTo, doubles } from "../onnx/double_nodes.ts";
import type { GraphBuilder } from "../onnx/graph_builder.ts";
import type { Labels } from "../table/feature_matrix.ts";

/** All log-probabilities are divided by one number: above 1 it makes a model less sure, below 1 surer. */
export interface TemperatureScaling {
  readonly method: "temperature";
  readonly temperature: number;
}

/** A probability below this counts as this, as in the log-loss: trees and forests give 0. */
const leastProbability = 2 ** -23;

/** The bounds of 1 / temperature; without them it would be infinite where every row is right. */
const lowestInverse = 0.05, highestInverse = 20;

/**
 * The temperature under which the true classes are likeliest (Guo et al., "On calibration of modern neural
 * networks", 2017), within [0.05, 20]. The log-loss is convex in 1 / temperature: Newton's method, kept between
 * bounds that close in on the minimum.
 *
 * @param probabilities n×k row-major, of models that have not seen the rows
 * @param onStep is called often, to tell the progress
 */
export function fitTemperature(
  labels: Labels,
  probabilities: Float32Array,
  onStep: () => void,
): TemperatureScaling {
  const logs = Float64Array.from(probabilities, logOf);
  let low = lowestInverse, high = highestInverse, inverse = 1;
  for (let iteration = 0; iteration < 60; iteration++) {
    onStep();
    const { gradient, curvature } = slopeOf(labels, logs, inverse);
    if (gradient > 0) high = inverse;
    else low = inverse;
    const newton = inverse - gradient / curvature;
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    const step = Math.abs(next - inverse);
    inverse = next;
    if (step < 1e-9) break;
  }
  return { method: "temperature", temperature: 1 / inverse };
}

/** softmax(log p / temperature) of each row of n×k row-major probabilities. */
export function applyTemperature(
  { temperature }: TemperatureScaling,
  probabilities: Float32Array,
  classCount: number,
): Float32Array {
  const scaled = new Float32Array(probabilities.length);
  const row = new Float64Array(classCount);
  for (let start = 0; start < probabilities.length; start += classCount) {
    for (let code = 0; code < classCount; code++) {
      row[code] = logOf(probabilities[start + code]!) * (1 / temperature);
    }
    softmax(row);
    scaled.set(row, start);
  }
  return scaled;
}

/** Adds the scaling to a graph, in float64; returns the name of its probabilities (float32 [n, k]). */
export function lowerTemperature(
  { temperature }: TemperatureScaling,
  graph: GraphBuilder,
  probabilities: string,
): string {
  const doubled = castTo(graph, probabilities, "float64");
  const least = doubles(graph, "least_probability", [leastProbability], []);
  const logs = graph.node("Log", [graph.node("Max", [doubled, least])]);
  const inverse = doubles(graph, "inverse_temperature", [1 / temperature], []);
  const scaled = graph.node("Mul", [logs, inverse]);
  return castTo(graph, graph.node("Softmax", [scaled], { axis: { int: 1 } }), "float32");
}

function logOf(probability: number): number {
  return Math.log(Math.max(probability, leastProbability));
}

/** The first and second derivative of the log-loss by the inverse temperature. */
function slopeOf(
  { classes, codes }: Labels,
  logs: Float64Array,
  inverse: number,
): { gradient: number; curvature: number } {
  const classCount = classes.length;
  const row = new Float64Array(classCount);
  // A little more than 0, so that it can be divided by.
  let gradient = 0, curvature = 1e-12;
  for (let start = 0, index = 0; index < codes.length; index++, start += classCount) {
    for (let code = 0; code < classCount; code++) row[code] = logs[start + code]! * inverse;
    softmax(row);
    let mean = 0, square = 0;
    for (let code = 0; code < classCount; code++) {
      mean += row[code]! * logs[start + code]!;
      square += row[code]! * logs[start + code]! ** 2;
    }
    gradient += mean - logs[start + codes[index]!]!;
    curvature += square - mean ** 2;
  }
  return { gradient, curvature };
}

function softmax(row: Float64Array): void {
  let highest = -Infinity, sum = 0;
  for (const value of row) highest = Math.max(highest, value);
  for (let code = 0; code < row.length; code++) sum += row[code] = Math.exp(row[code]! - highest);
  for (let code = 0; code < row.length; code++) row[code]! /= sum;
}
