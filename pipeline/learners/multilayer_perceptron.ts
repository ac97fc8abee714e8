import type { Split } from "../evaluation/split.ts";
import type { Notice } from "../problem.ts";
import { Random } from "../random.ts";
import type { FeatureMatrix } from "../table/feature_matrix.ts";
import { classWeights } from "./class_weight.ts";
import type { Learner, TrainingContext } from "./learner.ts";
import {
  type MultilayerPerceptronParams,
  multilayerPerceptronParams as params,
} from "./multilayer_perceptron_params.ts";
import {
  type FittedLayer,
  type FittedNetwork,
  foldLayer,
  lowerNetwork,
  predictNetwork,
} from "./network/fitted_network.ts";
import { type InputScale, inputScale, scaleInput } from "./network/input_scale.ts";
import { drawWeights } from "./network/network_layers.ts";
import { NetworkMemory, type NetworkRows } from "./network/network_memory.ts";
import { type NetworkPlan, padded } from "./network/network_plan.ts";
import { trainOnThreads, usefulThreads } from "./network/train_on_threads.ts";
import type { LossCurves, TrainingListener } from "./network/train_network.ts";
import { type PresentClasses, presentClasses } from "./present_classes.ts";
import { validationSplit } from "./validation_split.ts";

/** What {@linkcode multilayerPerceptron} has learnt, and how. */
export interface MultilayerPerceptronFitted {
  readonly network: FittedNetwork;
  readonly curves: LossCurves;
}

/** With fewer rows held out, chance would decide when to stop. */
const fewestValidationRows = 10;

/** The bias of a class without rows: its probability is 0 whatever the row. */
const never = -3e38;

/**
 * A network of fully connected layers that ends in class probabilities, trained in float32 by Adam on the
 * cross-entropy (plus weight decay) of small batches, with inverted dropout and batch normalisation where
 * asked for. It brings its inputs to mean 0 and variance 1 itself and bounds them; a hole counts as the
 * column's mean. What is learnt computes in float64, in the graph too.
 */
export const multilayerPerceptron: Learner<MultilayerPerceptronParams, MultilayerPerceptronFitted> =
  {
    name: "multilayer-perceptron",
    version: 1,
    title: { en: "Neural network (multilayer perceptron)", zh: "神经网络（多层感知机）" },
    summary: {
      en: "Layers of weighted sums and bends that learn how KPIs act together; likes many rows.",
      zh: "由多层加权和与非线性变换组成，可学习指标间的交互；适合数据较多的情形。",
    },
    params,
    defaultSteps: [
      { step: "clip-outliers", params: { low: 0.03, high: 0.97 } },
      { step: "impute" },
      { step: "scale" },
    ],

    fit: async (matrix, labels, params, context) => {
      const present = presentClasses(labels, multilayerPerceptron.name);
      const random = new Random(context.seed);
      const split = params.earlyStopping
        ? validationSplit(labels, params.validationShare, fewestValidationRows, random)
        : undefined;
      if (params.earlyStopping && split === undefined) context.notice(noValidation());
      const { train, test } = split ??
        { train: Int32Array.from(labels.codes.keys()), test: new Int32Array() };
      const plan = networkPlan(matrix.names.length, present, { train, test }, params, random);
      const threads = usefulThreads(plan, context.threads ?? 1);
      const memory = new NetworkMemory(plan, threads);
      const inputs = inputScale(matrix);
      fillRows(memory.train, inputs, matrix, present.codes, train);
      fillRows(memory.validation, inputs, matrix, present.codes, test);
      drawWeights(memory.layers, random);
      const curves = await trainOnThreads(plan, memory, threads, listenerOf(context));
      const folded = memory.layers.map(foldLayer);
      const last = overAllClasses(folded.at(-1)!, present, labels.classes.length);
      const layers = [...folded.slice(0, -1), last];
      return { network: { inputs, activation: params.activation, layers }, curves };
    },

    learningCurve: ({ curves: { train, validation, bestEpoch } }) => ({
      train,
      validation,
      kept: bestEpoch,
    }),

    predict: ({ network }, matrix) => predictNetwork(network, matrix),

    lower: ({ network }, graph, input) => lowerNetwork(network, graph, input),
  };

function networkPlan(
  inputs: number,
  { indices, codes }: PresentClasses,
  { train, test }: Split,
  { layers, earlyStopping: _, validationShare: __, classWeight, ...given }:
    MultilayerPerceptronParams,
  random: Random,
): NetworkPlan {
  const counts = new Float64Array(indices.length);
  for (const row of train) counts[codes[row]!]!++;
  return {
    ...given,
    inputs,
    hidden: layers,
    outputs: indices.length,
    classWeights: [...classWeights(counts, classWeight)],
    trainRows: train.length,
    validationRows: test.length,
    seed: random.uint32(),
  };
}

/** Writes the chosen rows, scaled, where the network reads them. */
function fillRows(
  target: NetworkRows,
  inputs: InputScale,
  { names, values }: FeatureMatrix,
  codes: Int32Array,
  rows: Int32Array,
): void {
  const width = padded(names.length);
  for (const [position, row] of rows.entries()) {
    target.codes[position] = codes[row]!;
    for (let column = 0; column < names.length; column++) {
      const value = values[row * names.length + column]!;
      target.values[position * width + column] = scaleInput(inputs, column, value);
    }
  }
}

function listenerOf(context: TrainingContext): TrainingListener {
  return {
    progress: (fraction) => context.progress(fraction),
    epoch: ({ train, validation }) => {
      const epoch = train.length, held = validation.at(-1);
      context.metric?.("train loss", epoch, train.at(-1)!);
      if (held !== undefined) context.metric?.("validation loss", epoch, held);
    },
  };
}

/** The last layer with a column for each of the classes without rows too. */
function overAllClasses(
  { weights, bias }: FittedLayer,
  { indices }: PresentClasses,
  classCount: number,
): FittedLayer {
  const inputs = weights.length / bias.length;
  const all = {
    weights: new Float32Array(inputs * classCount),
    bias: new Float32Array(classCount).fill(never),
  };
  for (const [position, code] of indices.entries()) {
    all.bias[code] = bias[position]!;
    for (let input = 0; input < inputs; input++) {
      all.weights[input * classCount + code] = weights[input * bias.length + position]!;
    }
  }
  return all;
}

function noValidation(): Notice {
  return {
    code: "learners/no-validation",
    message: {
      en:
        "There are too few rows (or groups of rows) to hold some out: the neural network learnt " +
        "from all of them, for all epochs.",
      zh: "行数（或分组数）过少，无法留出验证集：神经网络使用全部数据训练了全部轮次。",
    },
  };
}
