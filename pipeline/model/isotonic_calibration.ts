import { emptyTrees, type TreeEnsemble } from "../learners/tree_ensemble.ts";
import { lowerTrees } from "../learners/lower_trees.ts";
import { castTo, doubles } from "../onnx/double_nodes.ts";
import type { GraphBuilder } from "../onnx/graph_builder.ts";
import type { Labels } from "../table/feature_matrix.ts";
import { isotonicRegression, withoutCliffs } from "./isotonic_regression.ts";

/** A non-decreasing curve: linear between its knots, constant beyond them. */
export interface CalibrationCurve {
  /** float32 numbers, ascending. */
  readonly x: readonly number[];
  /** As many, non-decreasing, in (0, 1). */
  readonly y: readonly number[];
}

/** One curve a class. */
export interface IsotonicCalibration {
  readonly method: "isotonic";
  readonly curves: readonly CalibrationCurve[];
}

/** The steepest rise of a curve. */
const steepest = 10;

/**
 * Isotonic regression of each class against the rest on its probability (Zadrozny & Elkan, "Transforming
 * classifier scores into accurate multiclass probability estimates", 2002). The knots of a curve are the
 * centres of its blocks (Oron & Flournoy, "Centered isotonic regression", 2017), and no probability leaves
 * [1/(n + 2), (n + 1)/(n + 2)], for n rows cannot tell it from 0 or 1.
 *
 * @param probabilities n×k row-major, of models that have not seen the rows
 * @param onStep is called often, to tell the progress
 */
export function fitIsotonic(
  labels: Labels,
  probabilities: Float32Array,
  onStep: () => void,
): IsotonicCalibration {
  const { classes, codes } = labels;
  const lowest = 1 / (codes.length + 2);
  return {
    method: "isotonic",
    curves: classes.map((_, code) => {
      onStep();
      const x = Float32Array.from(codes, (_, row) => probabilities[row * classes.length + code]!);
      const y = Float64Array.from(codes, (truth) => truth === code ? 1 : 0);
      const blocks = isotonicRegression(x, y)
        .map((block) => ({ ...block, x: Math.fround(block.x) }));
      const knots = withoutCliffs(blocks, steepest);
      return {
        x: knots.map((knot) => Math.fround(knot.x)),
        y: knots.map((knot) => Math.min(Math.max(knot.y, lowest), 1 - lowest)),
      };
    }),
  };
}

/** The n×k row-major probabilities, each by the curve of its class, with each row's sum made 1. */
export function applyIsotonic(
  { curves }: IsotonicCalibration,
  probabilities: Float32Array,
): Float32Array {
  const segments = curves.map(segmentsOf);
  const calibrated = new Float32Array(probabilities.length);
  const row = new Float64Array(curves.length);
  for (let start = 0; start < probabilities.length; start += curves.length) {
    let sum = 0;
    for (let code = 0; code < curves.length; code++) {
      const probability = probabilities[start + code]!;
      const { x, y, slope } = segments[code]!;
      const segment = segmentAt(curves[code]!.x, probability);
      row[code] = y[segment]! + slope[segment]! * (probability - x[segment]!);
      sum += row[code]!;
    }
    for (let code = 0; code < curves.length; code++) calibrated[start + code] = row[code]! / sum;
  }
  return calibrated;
}

/**
 * Adds the curves to a graph; returns the name of the calibrated probabilities (float32 [n, k]). A tree a class
 * finds the segment a probability lies in; the arithmetic is float64, as in {@linkcode applyIsotonic}.
 */
export function lowerIsotonic(
  { curves }: IsotonicCalibration,
  graph: GraphBuilder,
  probabilities: string,
): string {
  const segments = curves.map(segmentsOf);
  const index = castTo(graph, lowerTrees(segmentTrees(curves), graph, probabilities), "int64");
  const gathered = (hint: string, values: readonly number[]): string =>
    graph.node("Gather", [doubles(graph, hint, values), index], { axis: { int: 0 } });
  const x = gathered("segment_x", segments.flatMap((segment) => segment.x));
  const y = gathered("segment_y", segments.flatMap((segment) => segment.y));
  const slope = gathered("segment_slope", segments.flatMap((segment) => segment.slope));
  const along = graph.node("Sub", [castTo(graph, probabilities, "float64"), x]);
  const values = graph.node("Add", [y, graph.node("Mul", [slope, along])]);
  const sums = graph.node("ReduceSum", [values, graph.integers("axis", [1])], {
    keepdims: { int: 1 },
  });
  return castTo(graph, graph.node("Div", [values, sums]), "float32");
}

/** A curve as y + slope · (p − x), one entry a segment: before the first knot, between knots, after the last. */
interface Segments {
  readonly x: number[];
  readonly y: number[];
  readonly slope: number[];
}

function segmentsOf({ x, y }: CalibrationCurve): Segments {
  const starts = [0, ...x.keys()].map((knot, segment) => ({
    x: x[knot]!,
    y: y[knot]!,
    slope: segment === 0 || segment === x.length
      ? 0
      : (y[knot + 1]! - y[knot]!) / (x[knot + 1]! - x[knot]!),
  }));
  return {
    x: starts.map((start) => start.x),
    y: starts.map((start) => start.y),
    slope: starts.map((start) => start.slope),
  };
}

/** How many of the ascending knots lie below `probability`. */
function segmentAt(knots: readonly number[], probability: number): number {
  let low = 0, high = knots.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (probability > knots[middle]!) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Balanced trees whose output for class c is the place of its segment in the list of all segments. */
function segmentTrees(curves: readonly CalibrationCurve[]): TreeEnsemble {
  const knots = curves.reduce((sum, { x }) => sum + x.length, 0);
  const segments = knots + curves.length;
  const nodes = knots + segments;
  const outputs = curves.length;
  const trees = emptyTrees({ trees: curves.length, nodes, entries: segments, outputs });
  let node = 0, leaf = 0;
  const grow = (code: number, low: number, high: number): number => {
    const own = node++;
    trees.leafStart[own] = leaf;
    if (low === high) {
      trees.feature[own] = -1;
      trees.leafOutput[leaf] = code;
      trees.leafValue[leaf] = leaf;
      trees.leafStart[own + 1] = ++leaf;
      return own;
    }
    const middle = (low + high) >>> 1;
    trees.feature[own] = code;
    trees.threshold[own] = curves[code]!.x[middle]!;
    trees.leafStart[own + 1] = leaf;
    trees.left[own] = grow(code, low, middle);
    trees.right[own] = grow(code, middle + 1, high);
    return own;
  };
  for (const [code, { x }] of curves.entries()) {
    trees.roots[code] = node;
    grow(code, 0, x.length);
  }
  trees.roots[curves.length] = node;
  return trees;
}
