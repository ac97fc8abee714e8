import type { GraphBuilder } from "../onnx/graph_builder.ts";
import type { Notice } from "../problem.ts";
import { Random } from "../random.ts";
import { doubles } from "../onnx/double_nodes.ts";
import { partOf } from "../run_context.ts";
import { takeLabels, takeRows } from "../table/feature_matrix.ts";
import { classWeights } from "./class_weight.ts";
import { innerFolds } from "./inner_folds.ts";
import type { CalibratedPair } from "./calibrated_pair.ts";
import { blockRows, DotProducts } from "./dot_products.ts";
import { centreRows, columnMeans, lowerCentreRows } from "./centred_rows.ts";
import { type Kernel, KernelTable, lowerKernel, transposed } from "./kernel.ts";
import { kernelInput } from "./kernel_rows.ts";
import type { Learner } from "./learner.ts";
import { type ClassOrder, sortByClass } from "./class_order.ts";
import { type ClassPairs, couplePairs, lowerCouplePairs } from "./pairwise_coupling.ts";
import { type PresentClasses, presentClasses } from "./present_classes.ts";
import { stratifiedSample } from "./stratified_sample.ts";
import {
  type SupportVectorParams,
  supportVectorParams as params,
} from "./support_vector_params.ts";
import { type PairTask, trainPairs } from "./train_pairs.ts";

/** What {@linkcode supportVectorMachine} has learnt. */
export interface SupportVectorMachineFitted {
  readonly means: Float64Array;
  readonly kernel: Kernel;
  /** m×d row-major: the training rows that carry a border, less the means. */
  readonly supportVectors: Float64Array;
  readonly pairs: ClassPairs;
  /** m×pairs row-major: kernel values times this, plus the offsets, are the decision values. */
  readonly coefficients: Float64Array;
  /** One for each pair. */
  readonly offsets: Float64Array;
  /** What turns the decision value of each pair into log-odds where it is above 0. */
  readonly slopesAbove: Float64Array;
  /** And where it is below. */
  readonly slopesBelow: Float64Array;
}

/** Training time grows with the square of the rows and more: beyond this a sample is taken. */
const mostRows = { smo: 20_000, "ml-svm": 2000 };

/** More held-out folds would cost more than they add to the two slopes of a pair. */
const calibrationFolds = 3;

/** The share of the progress that goes to what comes before the pairs. */
const preparingShare = 0.05;

/**
 * Support vector machines with hinge loss (C-SVC), one for each pair of classes (one-vs-one), their decision
 * values turned into log-odds by slopes fitted on rows held out (Platt scaling on either side of the border,
 * `fitSlopes`), and these into class probabilities by {@linkcode couplePairs}. The class named is the most probable one, which is not always the
 * one with most pairs on its side. A hole counts as the column's mean. The linear kernel has gamma too, so
 * that C means the same whatever the number of columns and their unit. The prediction's arithmetic is
 * float64, in the graph too; training has kernel values in float32, as LIBSVM.
 */
export const supportVectorMachine: Learner<
  SupportVectorParams,
  SupportVectorMachineFitted
> = {
  name: "support-vector-machine",
  version: 2,
  title: { en: "Support vector machine", zh: "支持向量机" },
  summary: {
    en: "Draws the widest border between every two classes: good with few rows, slow with many.",
    zh: "在每两个类别之间划出间隔最大的边界：小样本效果好，数据多时较慢。",
  },
  params,
  defaultSteps: [
    { step: "clip-outliers", params: { low: 0.03, high: 0.97 } },
    { step: "impute" },
    { step: "scale" },
  ],

  fit: async (matrix, allLabels, params, context) => {
    const random = new Random(context.seed);
    const present = presentClasses(allLabels, supportVectorMachine.name, mostClasses);
    const sample = stratifiedSample(allLabels.codes, mostRows[params.solver], random);
    if (sample.length < matrix.rows) context.notice(sampled(sample.length, matrix.rows));
    context.progress(0);
    const labels = takeLabels(allLabels, sample);
    const sampleRows = takeRows(matrix, sample);
    const means = columnMeans(sampleRows);
    const rows = centreRows(means, sampleRows);
    const width = matrix.names.length;
    context.progress(preparingShare / 2);
    const kernel = kernelOf(params, usualGamma(rows, width));
    const sorted = sortByClass(labels);
    const { foldOf, folds } = innerFolds(labels, calibrationFolds, random);
    const pairs = pairsOf(present, random);
    const solutions = await trainPairs(
      {
        solver: params.solver,
        input: kernelInput(kernel, rows, width, sorted),
        costs: costsOf(sorted.starts, params),
        foldOf: Uint8Array.from(sorted.order, (row) => foldOf[row]!),
        folds,
      },
      pairs,
      partOf(context, preparingShare, 1),
    );
    const unfinished = solutions.filter(({ converged }) => !converged).length;
    if (unfinished > 0) context.notice(notConverged(unfinished, solutions.length));
    return {
      means,
      kernel,
      pairs: {
        classCount: labels.classes.length,
        first: pairs.map(({ first }) => first),
        second: pairs.map(({ second }) => second),
      },
      ...joinPairs(pairs, solutions, { rows, width, ...sorted }),
      offsets: Float64Array.from(solutions, ({ bias }) => bias),
      slopesAbove: Float64Array.from(solutions, ({ slopes }) => slopes.above),
      slopesBelow: Float64Array.from(solutions, ({ slopes }) => slopes.below),
    };
  },

  predict: (fitted, matrix) => {
    const { means, kernel, supportVectors, pairs, coefficients, offsets } = fitted;
    const width = means.length, pairCount = offsets.length;
    const rows = centreRows(means, matrix);
    const table = new KernelTable(kernel, supportVectors, width);
    const weights = new DotProducts(
      padded(transposed(coefficients, pairCount), coefficients.length / pairCount, table.stride),
      table.stride,
    );
    const logOdds = new Float64Array(matrix.rows * pairCount);
    for (let start = 0, cell = 0; start < matrix.rows; start += blockRows) {
      const sums = weights.with(
        table.with(rows.subarray(start * width, (start + blockRows) * width)),
      );
      for (let first = 0; first < sums.length; first += weights.stride) {
        for (let pair = 0; pair < pairCount; pair++) {
          const decision = sums[first + pair]! + offsets[pair]!;
          const slopes = decision > 0 ? fitted.slopesAbove : fitted.slopesBelow;
          logOdds[cell++] = decision * slopes[pair]!;
        }
      }
    }
    return couplePairs(pairs, logOdds);
  },

  lower: (fitted, graph, input) =>
    lowerCouplePairs(fitted.pairs, graph, lowerLogOdds(fitted, graph, input)),
};

/** Of more classes there are too many pairs. */
const mostClasses = 100;

/** n×stride of n×width: zeros behind each row. */
function padded(rows: Float64Array, width: number, stride: number): Float64Array {
  const result = new Float64Array(rows.length / width * stride);
  for (let from = 0, to = 0; from < rows.length; from += width, to += stride) {
    result.set(rows.subarray(from, from + width), to);
  }
  return result;
}

/**
 * 1/(d·variance), as scikit-learn's `gamma="scale"` on centred columns: rows are then about 1 away from the
 * mean, whatever the unit and number of columns, and C means the same everywhere.
 */
function usualGamma(rows: Float64Array, width: number): number {
  let squares = 0;
  for (let cell = 0; cell < rows.length; cell++) squares += rows[cell]! * rows[cell]!;
  return squares > 0 ? rows.length / (width * squares) : 1;
}

function kernelOf(
  { kernel: kind, gammaFactor, degree, coef0 }: SupportVectorParams,
  usual: number,
): Kernel {
  switch (kind) {
    case "rbf":
      return { kind, gamma: gammaFactor * usual };
    case "linear":
      return { kind, gamma: usual };
    case "polynomial":
      return { kind, gamma: gammaFactor * usual, constant: coef0, degree };
  }
}

/** What missing a row of each class costs: C, or as much more as the class is rarer than the others. */
function costsOf(
  starts: Int32Array,
  { C, classWeight }: SupportVectorParams,
): Float64Array {
  const sizes = Float64Array.from(
    { length: starts.length - 1 },
    (_, code) => starts[code + 1]! - starts[code]!,
  );
  return classWeights(sizes, classWeight).map((weight) => C * weight);
}

/** Every two classes that have rows. */
function pairsOf({ indices }: PresentClasses, random: Random): PairTask[] {
  return indices.flatMap((first, position) =>
    indices.slice(position + 1).map((second) => ({ first, second, seed: random.uint32() }))
  );
}

/** All support vectors once, with their coefficient in each pair. */
function joinPairs(
  pairs: readonly PairTask[],
  solutions: readonly CalibratedPair[],
  { rows, width, order, starts }: ClassOrder & { rows: Float64Array; width: number },
): Pick<SupportVectorMachineFitted, "supportVectors" | "coefficients"> {
  const table = new Float64Array(order.length * pairs.length);
  for (const [pair, { first, second }] of pairs.entries()) {
    const firstStart = starts[first]!, firstCount = starts[first + 1]! - firstStart;
    const secondStart = starts[second]! - firstCount;
    for (const [position, coefficient] of solutions[pair]!.coefficients.entries()) {
      const start = position < firstCount ? firstStart : secondStart;
      table[(start + position) * pairs.length + pair] = coefficient;
    }
  }
  const support = [...order.keys()].filter((position) => {
    const own = table.subarray(position * pairs.length, (position + 1) * pairs.length);
    return own.some((coefficient) => coefficient !== 0);
  });
  const supportVectors = new Float64Array(support.length * width);
  const coefficients = new Float64Array(support.length * pairs.length);
  for (const [index, position] of support.entries()) {
    const row = order[position]!;
    supportVectors.set(rows.subarray(row * width, (row + 1) * width), index * width);
    const start = position * pairs.length;
    coefficients.set(table.subarray(start, start + pairs.length), index * pairs.length);
  }
  return { supportVectors, coefficients };
}

/** Adds the log-odds of every pair; returns the name of a float64 [n, pairs]. */
function lowerLogOdds(
  fitted: SupportVectorMachineFitted,
  graph: GraphBuilder,
  input: string,
): string {
  const { means, kernel, supportVectors, coefficients, offsets } = fitted;
  const rows = lowerCentreRows(means, graph, input);
  const similar = lowerKernel(kernel, graph, rows, supportVectors, means.length);
  const dims = [supportVectors.length / means.length, offsets.length];
  const sums = graph.node("MatMul", [similar, doubles(graph, "coefficients", coefficients, dims)]);
  const decisions = graph.node("Add", [sums, doubles(graph, "offsets", offsets)]);
  const border = doubles(graph, "border", [0], []);
  const above = graph.node("Max", [decisions, border]);
  const below = graph.node("Min", [decisions, border]);
  return graph.node("Add", [
    graph.node("Mul", [above, doubles(graph, "slopes_above", fitted.slopesAbove)]),
    graph.node("Mul", [below, doubles(graph, "slopes_below", fitted.slopesBelow)]),
  ]);
}

function sampled(used: number, rows: number): Notice {
  return {
    code: "learners/sampled",
    message: {
      en: `The support vector machine learnt from a stratified sample of ${used} of the ${rows} ` +
        "training rows, because its training time grows faster than their square.",
      zh:
        `支持向量机的训练时间随行数超平方增长，因此仅使用了 ${rows} 行训练数据中按类别分层抽取的 ${used} 行。`,
    },
  };
}

function notConverged(unfinished: number, pairs: number): Notice {
  return {
    code: "learners/not-converged",
    message: {
      en:
        `The support vector machine stopped ${unfinished} of its ${pairs} pairs of classes before ` +
        "they had settled. Scaled columns or a smaller C may give a better model.",
      zh:
        `支持向量机的 ${pairs} 个类别对中有 ${unfinished} 个在收敛前停止。对列做缩放或减小 C 可能得到更好的模型。`,
    },
  };
}
