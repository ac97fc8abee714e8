import { z } from "zod";
import type { GraphBuilder } from "../onnx/graph_builder.ts";
import type { ParamMeta } from "../param_meta.ts";
import type { Notice } from "../problem.ts";
import { Random } from "../random.ts";
import { doubles } from "../onnx/double_nodes.ts";
import { type Labels, takeLabels, takeRows } from "../table/feature_matrix.ts";
import { calibratedPair } from "./calibrated_pair.ts";
import { centreRows, columnMeans, lowerCentreRows } from "./centred_rows.ts";
import { type Kernel, kernelRow, lowerKernel } from "./kernel.ts";
import type { Learner } from "./learner.ts";
import { type ClassPairs, couplePairs, lowerCouplePairs } from "./pairwise_coupling.ts";
import { presentClasses } from "./present_classes.ts";
import { stratifiedSample } from "./stratified_sample.ts";
import type { PairMachine } from "./train_pair.ts";

const params = z.strictObject({
  kernel: z.enum(["rbf", "linear"]).default("rbf").meta(
    {
      label: { en: "Kernel", zh: "核函数" },
      help: {
        en:
          "The radial basis function bends the border between two classes; the linear one does not.",
        zh: "径向基核可得到弯曲的类别边界，线性核得到平直的边界。",
      },
      options: {
        rbf: { en: "Radial basis function", zh: "径向基（RBF）" },
        linear: { en: "Linear", zh: "线性" },
      },
    } satisfies ParamMeta,
  ),
  C: z.number().min(0.1).max(1e4).default(3).meta(
    {
      label: { en: "C (cost of errors)", zh: "C（错误代价）" },
      help: {
        en: "Larger values follow the training rows more closely, smaller ones smooth the border.",
        zh: "值越大越贴合训练行，值越小边界越平滑。",
      },
    } satisfies ParamMeta,
  ),
  gammaFactor: z.number().min(1e-3).max(1e3).default(1).meta(
    {
      label: { en: "Gamma factor", zh: "Gamma 系数" },
      help: {
        en: "Multiplies the usual gamma, 1/(columns × variance); larger values see less far.",
        zh: "乘在通常的 gamma（1/(列数×方差)）之上；值越大，每个样本的影响范围越小。",
      },
      shownWhen: { kernel: ["rbf"] },
    } satisfies ParamMeta,
  ),
});

type SupportVectorMachineParams = z.infer<typeof params>;

/** What {@linkcode supportVectorMachine} has learnt. */
export interface SupportVectorMachineFitted {
  readonly means: Float64Array;
  readonly kernel: Kernel;
  /** m×d row-major: the training rows that carry a border, less the means. */
  readonly supportVectors: Float64Array;
  readonly pairs: ClassPairs;
  /** m×pairs row-major: kernel values times this, plus the offsets, are the log-odds of each pair. */
  readonly coefficients: Float64Array;
  /** One for each pair. */
  readonly offsets: Float64Array;
}

/** Training time grows with the square of the rows and more: beyond this a sample is taken. */
const mostRows = 2000;

/**
 * Support vector machines with squared hinge loss, one for each pair of classes (one-vs-one), their decision
 * values turned into log-odds by a sigmoid fitted on rows held out, and these into class probabilities by
 * {@linkcode couplePairs}. The class named is the most probable one, which is not always the one with most
 * pairs on its side. A hole counts as the column's mean. With more than 2,000 training rows it learns from a
 * stratified sample of them. The arithmetic is float64, in the graph too.
 */
export const supportVectorMachine: Learner<
  SupportVectorMachineParams,
  SupportVectorMachineFitted
> = {
  name: "support-vector-machine",
  version: 1,
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

  fit: (matrix, labels, { kernel: kind, C, gammaFactor }, context) => {
    const random = new Random(context.seed);
    presentClasses(labels, supportVectorMachine.name, mostClasses);
    const sample = stratifiedSample(labels.codes, mostRows, random);
    if (sample.length < matrix.rows) context.notice(sampled(sample.length, matrix.rows));
    const sampleRows = takeRows(matrix, sample);
    const means = columnMeans(sampleRows);
    const rows = centreRows(means, sampleRows);
    const width = matrix.names.length;
    const factor = kind === "linear" ? 1 : gammaFactor;
    const kernel: Kernel = { kind, gamma: factor * usualGamma(rows, width) };
    const table = kernelTable(kernel, rows, width, (share) => context.progress(tableShare * share));
    const pairs = pairsOf(takeLabels(labels, sample));
    let steps = 0;
    const machines = pairs.map((pair, index) =>
      calibratedPair({ ...pair, kernel: table, rows: sample.length, C }, random, () => {
        if (steps++ % stepsPerReport > 0) return;
        context.progress(tableShare + (1 - tableShare) * index / pairs.length);
      })
    );
    const unfinished = machines.filter((machine) => !machine.converged).length;
    if (unfinished > 0) context.notice(notConverged(unfinished, machines.length));
    return {
      means,
      kernel,
      pairs: {
        classCount: labels.classes.length,
        first: pairs.map((pair) => pair.firstClass),
        second: pairs.map((pair) => pair.secondClass),
      },
      ...joinMachines(machines, rows, width),
    };
  },

  predict: ({ means, kernel, supportVectors, pairs, coefficients, offsets }, matrix) => {
    const width = means.length;
    const rows = centreRows(means, matrix);
    const similar = new Float64Array(supportVectors.length / width);
    const pairCount = offsets.length;
    const logOdds = new Float64Array(matrix.rows * pairCount);
    for (let row = 0; row < matrix.rows; row++) {
      const own = logOdds.subarray(row * pairCount, (row + 1) * pairCount);
      kernelRow(kernel, rows.subarray(row * width, (row + 1) * width), supportVectors, similar);
      own.set(offsets);
      for (let vector = 0, cell = 0; vector < similar.length; vector++) {
        const value = similar[vector]!;
        for (let pair = 0; pair < pairCount; pair++) own[pair]! += value * coefficients[cell++]!;
      }
    }
    return couplePairs(pairs, logOdds);
  },

  lower: (fitted, graph, input) =>
    lowerCouplePairs(fitted.pairs, graph, lowerLogOdds(fitted, graph, input)),
};

/** Of more classes there are too many pairs. */
const mostClasses = 100;

/** The share of the progress that goes to the kernel of the training rows. */
const tableShare = 0.1;

/** A step of a machine takes microseconds, too little to tell of each. */
const stepsPerReport = 256;

/**
 * 1/(d·variance), as scikit-learn's `gamma="scale"` on centred columns: rows are then about 1 away from the
 * mean, whatever the unit and number of columns, and C means the same everywhere.
 */
function usualGamma(rows: Float64Array, width: number): number {
  let squares = 0;
  for (let cell = 0; cell < rows.length; cell++) squares += rows[cell]! * rows[cell]!;
  return squares > 0 ? rows.length / (width * squares) : 1;
}

/** The kernel of every two of n rows, n×n. */
function kernelTable(
  kernel: Kernel,
  rows: Float64Array,
  width: number,
  progress: (fraction: number) => void,
): Float64Array {
  const count = rows.length / width;
  const table = new Float64Array(count * count);
  for (let row = 0; row < count; row++) {
    if (row % 64 === 0) progress(row / count);
    const end = (row + 1) * width;
    const earlier = table.subarray(row * count, row * count + row + 1);
    kernelRow(kernel, rows.subarray(row * width, end), rows.subarray(0, end), earlier);
    for (let other = 0; other < row; other++) table[other * count + row] = earlier[other]!;
  }
  return table;
}

/** Every two classes that have rows, with those rows. */
function pairsOf({ classes, codes }: Labels) {
  const rows = classes.map((_, code) => [...codes.keys()].filter((row) => codes[row] === code));
  return classes.flatMap((_, firstClass) =>
    classes.keys().drop(firstClass + 1).map((secondClass) => ({
      firstClass,
      secondClass,
      first: rows[firstClass]!,
      second: rows[secondClass]!,
    })).filter(({ first, second }) => first.length > 0 && second.length > 0).toArray()
  );
}

/** All support vectors once, with their coefficient in each machine, and the offset of each machine. */
function joinMachines(
  machines: readonly PairMachine[],
  rows: Float64Array,
  width: number,
): Pick<SupportVectorMachineFitted, "supportVectors" | "coefficients" | "offsets"> {
  const support = [...new Set(machines.flatMap((machine) => machine.rows))].sort((a, b) => a - b);
  const supportVectors = new Float64Array(support.length * width);
  const coefficients = new Float64Array(support.length * machines.length);
  const position = new Map<number, number>();
  for (const [index, row] of support.entries()) {
    position.set(row, index);
    supportVectors.set(rows.subarray(row * width, (row + 1) * width), index * width);
  }
  for (const [pair, machine] of machines.entries()) {
    for (const [index, row] of machine.rows.entries()) {
      coefficients[position.get(row)! * machines.length + pair] = machine.coefficients[index]!;
    }
  }
  const offsets = Float64Array.from(machines, (machine) => machine.bias);
  return { supportVectors, coefficients, offsets };
}

/** Adds the log-odds of every pair; returns the name of a float64 [n, pairs]. */
function lowerLogOdds(
  { means, kernel, supportVectors, coefficients, offsets }: SupportVectorMachineFitted,
  graph: GraphBuilder,
  input: string,
): string {
  const rows = lowerCentreRows(means, graph, input);
  const similar = lowerKernel(kernel, graph, rows, supportVectors, means.length);
  const dims = [supportVectors.length / means.length, offsets.length];
  const products = graph.node("MatMul", [
    similar,
    doubles(graph, "coefficients", coefficients, dims),
  ]);
  return graph.node("Add", [products, doubles(graph, "offsets", offsets)]);
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
