import { z } from "zod";
import { castTo, doubles } from "../onnx/double_nodes.ts";
import type { GraphBuilder } from "../onnx/graph_builder.ts";
import type { ParamMeta } from "../param_meta.ts";
import { type ColumnMoments, columnMoments } from "../table/column_statistics.ts";
import { type FeatureMatrix, takeRows } from "../table/feature_matrix.ts";
import type { Learner } from "./learner.ts";
import { presentClasses } from "./present_classes.ts";

const params = z.strictObject({
  smoothing: z.number().min(1e-9).max(1).default(1e-9).meta(
    {
      label: { en: "Variance smoothing", zh: "方差平滑" },
      help: {
        en: "The share of the largest variance of all columns that is added to every variance.",
        zh: "将所有列中最大方差的这一比例加到每个方差上。",
      },
      search: { low: 1e-9, high: 1e-1, scale: "log" },
    } satisfies ParamMeta,
  ),
});

type GaussianNaiveBayesParams = z.infer<typeof params>;

/** What {@linkcode gaussianNaiveBayes} has learnt; classes are those that have rows. */
export interface GaussianNaiveBayesFitted {
  readonly classCount: number;
  /** The m classes that have rows, as indices into all k. */
  readonly present: readonly number[];
  /** d numbers each: values outside count as the limit. */
  readonly lowest: Float32Array;
  readonly highest: Float32Array;
  /** m×d row-major. */
  readonly means: Float64Array;
  /** m×d row-major: −1/(2·variance). */
  readonly factors: Float64Array;
  /** m×d row-major: −½·log(2π·variance), what a known value adds whatever it is. */
  readonly offsets: Float64Array;
  /** m logarithms of class shares. */
  readonly priors: Float64Array;
}

/** How many standard deviations from its mean a column counts: farther, float64 would no longer add up exactly enough. */
const reach = 8;

/**
 * Gaussian naive Bayes, as scikit-learn's `GaussianNB`: within a class every column is normal and independent
 * of the others. A hole says nothing, in training and after: its column is left out for that row. A class
 * without a known value in a column takes the column's mean and variance over all rows. Values beyond
 * 8 standard deviations count as those. The arithmetic is float64, in the graph too.
 */
export const gaussianNaiveBayes: Learner<GaussianNaiveBayesParams, GaussianNaiveBayesFitted> = {
  name: "gaussian-naive-bayes",
  version: 1,
  title: { en: "Gaussian naive Bayes", zh: "高斯朴素贝叶斯" },
  summary: {
    en:
      "A bell curve for each KPI in each class: instant, takes holes as they are, blind to interplay.",
    zh:
      "为每个类别的每个指标拟合一条正态曲线：训练极快，可直接处理缺失值，但无法刻画指标间的交互。",
  },
  params,
  defaultSteps: [
    { step: "clip-outliers", params: { low: 0.03, high: 0.97 } },
    { step: "scale" },
  ],

  fit: (matrix, labels, { smoothing }, context) => {
    const { indices, codes, counts } = presentClasses(labels, gaussianNaiveBayes.name);
    context.progress(0);
    const overall = columnMoments(matrix);
    const width = matrix.names.length;
    const added = smoothing * overall.variance.reduce((most, each) => Math.max(most, each), 0);
    const means = new Float64Array(indices.length * width);
    const variances = new Float64Array(indices.length * width);
    for (let position = 0; position < indices.length; position++) {
      context.progress(position / indices.length);
      const rows = [...codes.keys()].filter((row) => codes[row] === position);
      const own = columnMoments(takeRows(matrix, rows));
      for (let column = 0; column < width; column++) {
        const { mean, variance } = own.count[column]! > 0 ? own : overall;
        means[position * width + column] = mean[column]!;
        // Where all columns are constant there is nothing to add, and nothing to tell apart.
        variances[position * width + column] = variance[column]! + added || 1;
      }
    }
    context.progress(1);
    return {
      classCount: labels.classes.length,
      present: indices,
      ...limits(overall),
      means,
      factors: variances.map((variance) => -0.5 / variance),
      offsets: variances.map((variance) => -0.5 * Math.log(2 * Math.PI * variance)),
      priors: Float64Array.from(counts, (count) => Math.log(count / matrix.rows)),
    };
  },

  predict: (fitted, matrix) => {
    const { classCount, present, means, factors, offsets, priors } = fitted;
    const values = clampRows(fitted, matrix);
    const width = fitted.lowest.length;
    const probabilities = new Float32Array(matrix.rows * classCount);
    const scores = new Float64Array(present.length);
    for (let row = 0; row < matrix.rows; row++) {
      for (let position = 0, cell = 0; position < present.length; position++) {
        let sum = 0;
        for (let column = 0; column < width; column++, cell++) {
          const value = values[row * width + column]!;
          if (value !== value) continue;
          const distance = value - means[cell]!;
          sum += distance * distance * factors[cell]! + offsets[cell]!;
        }
        scores[position] = sum + priors[position]!;
      }
      const highest = scores.reduce((most, score) => Math.max(most, score));
      let whole = 0;
      for (let position = 0; position < scores.length; position++) {
        whole += scores[position] = Math.exp(scores[position]! - highest);
      }
      for (const [position, code] of present.entries()) {
        probabilities[row * classCount + code] = scores[position]! / whole;
      }
    }
    return probabilities;
  },

  lower: (fitted, graph, input) => {
    const scores = graph.node("Concat", lowerScores(fitted, graph, input), { axis: { int: 1 } });
    const shares = graph.node("Softmax", [scores], { axis: { int: 1 } });
    return castTo(graph, graph.node("MatMul", [shares, placement(fitted, graph)]), "float32");
  },
};

/** What {@linkcode GaussianNaiveBayesFitted} bounds values by. */
function limits({ mean, variance }: ColumnMoments): Pick<
  GaussianNaiveBayesFitted,
  "lowest" | "highest"
> {
  const bound = (side: number) =>
    Float32Array.from(mean, (centre, column) => {
      const value = centre + side * reach * Math.sqrt(variance[column]!);
      return Math.max(-largestFloat32, Math.min(largestFloat32, value));
    });
  return { lowest: bound(-1), highest: bound(1) };
}

/** The largest finite float32. */
const largestFloat32 = (2 - 2 ** -23) * 2 ** 127;

/** n×d row-major within the limits, NaN where missing. */
function clampRows(
  { lowest, highest }: GaussianNaiveBayesFitted,
  { values }: FeatureMatrix,
): Float32Array {
  const width = lowest.length;
  return values.map((value, cell) => {
    const column = cell % width;
    if (value < lowest[column]!) return lowest[column]!;
    return value > highest[column]! ? highest[column]! : value;
  });
}

/** A float64 [n, 1] for each present class: the logarithm of its share times the density of the known values. */
function lowerScores(
  { lowest, highest, means, factors, offsets, priors }: GaussianNaiveBayesFitted,
  graph: GraphBuilder,
  input: string,
): string[] {
  const width = lowest.length;
  const isMissing = graph.node("IsNaN", [input]);
  const low = graph.floats("lowest", lowest);
  const filled = graph.node("Where", [isMissing, low, input]);
  const clamped = graph.node("Min", [
    graph.node("Max", [filled, low]),
    graph.floats("highest", highest),
  ]);
  const values = castTo(graph, clamped, "float64");
  const nothing = doubles(graph, "nothing", [0], []);
  const columnAxis = graph.integers("column_axis", [1]);
  return Array.from(priors, (prior, position) => {
    const rowOf = (hint: string, numbers: Float64Array) =>
      doubles(graph, hint, numbers.subarray(position * width, (position + 1) * width));
    const distances = graph.node("Sub", [values, rowOf("means", means)]);
    const squares = graph.node("Mul", [distances, distances]);
    const parts = graph.node("Add", [
      graph.node("Mul", [squares, rowOf("factors", factors)]),
      rowOf("offsets", offsets),
    ]);
    const known = graph.node("Where", [isMissing, nothing, parts]);
    const sum = graph.node("ReduceSum", [known, columnAxis]);
    return graph.node("Add", [sum, doubles(graph, "prior", [prior], [])]);
  });
}

/** A float64 m×k that puts the probabilities of the present classes at their places among all. */
function placement(
  { present, classCount }: GaussianNaiveBayesFitted,
  graph: GraphBuilder,
): string {
  const places = new Float64Array(present.length * classCount);
  for (const [position, code] of present.entries()) places[position * classCount + code] = 1;
  return doubles(graph, "places", places, [present.length, classCount]);
}
