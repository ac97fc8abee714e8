import { z } from "zod";
import type { Split } from "../evaluation/split.ts";
import { castTo, doubles } from "../onnx/double_nodes.ts";
import type { GraphBuilder } from "../onnx/graph_builder.ts";
import type { ParamMeta } from "../param_meta.ts";
import { Random } from "../random.ts";
import { partOf, type RunContext } from "../run_context.ts";
import { type FeatureMatrix, type Labels, takeLabels, takeRows } from "../table/feature_matrix.ts";
import {
  fitMember,
  type FittedMember,
  lowerMember,
  type MemberChoice,
  membersParam,
  memberVersions,
  predictMember,
} from "./ensemble_member.ts";
import { innerFolds } from "./inner_folds.ts";
import type { Learner, TrainingContext } from "./learner.ts";
import { logisticRegression, type LogisticRegressionFitted } from "./logistic_regression.ts";
import { presentClasses } from "./present_classes.ts";
import { fitMeta, type MetaParams } from "./stacking_meta.ts";

const params = z.strictObject({
  members: membersParam,
  folds: z.int().min(2).max(20).default(5).meta(
    {
      label: { en: "Inner folds", zh: "内部折数" },
      help: {
        en:
          "The members are trained so many times more, on parts of the rows, to see how they do " +
          "on rows they have not learnt from.",
        zh: "各成员会在部分行上额外训练这么多次，以得到其对未学习过的行的预测。",
      },
    } satisfies ParamMeta,
  ),
  C: z.number().min(1e-6).max(1e4).default(0.01).meta(
    {
      label: { en: "C (inverse penalty)", zh: "C（正则化强度的倒数）" },
      help: {
        en:
          "How far the meta learner, a logistic regression, may move away from the members' mean.",
        zh: "元学习器（逻辑回归）可偏离各成员均值的程度，值越大越自由。",
      },
      search: { low: 1e-3, high: 1, scale: "log" },
    } satisfies ParamMeta,
  ),
  classWeight: z.enum(["none", "balanced"]).default("none").meta(
    {
      label: { en: "Class weights", zh: "类别权重" },
      help: {
        en: "Balanced weights let each class count the same in the meta learner.",
        zh: "均衡权重使每个类别在元学习器中同等重要。",
      },
      options: {
        none: { en: "Every row counts the same", zh: "每行权重相同" },
        balanced: { en: "Every class counts the same", zh: "每个类别权重相同" },
      },
    } satisfies ParamMeta,
  ),
});

/** The params of {@linkcode stacking}. */
export type StackingParams = z.output<typeof params>;

/** What {@linkcode stacking} has learnt. */
export interface StackingFitted {
  readonly members: readonly FittedMember[];
  /** The logistic regression on the logarithms of all members' probabilities, member after member. */
  readonly meta: LogisticRegressionFitted;
}

/** No probability counts as less: the logarithm of 0 would outweigh everything. */
const leastProbability = 1e-4;

/** Of more classes the meta learner has too much to learn. */
const mostClasses = 100;

/** The share of the progress that goes to the members; the rest is the meta learner's. */
const membersShare = 0.97;

/**
 * Stacking (Wolpert, "Stacked generalization", Neural Networks 5, 1992): a multinomial logistic regression
 * learns from the logarithms of the members' probabilities whom to believe in what. The probabilities it
 * learns from are out-of-fold, by members that have not seen the row nor any of its group; the members that
 * predict have then learnt from all rows.
 */
export const stacking: Learner<StackingParams, StackingFitted> = {
  name: "stacking",
  version: 1,
  title: { en: "Stacking", zh: "堆叠集成" },
  summary: {
    en: "Learns which of several learners to believe in what: often the best, and the slowest.",
    zh: "学习在何种情况下信任哪个学习器：往往效果最好，训练也最慢。",
  },
  params,
  defaultSteps: [],
  versionsUsed: ({ members }) => memberVersions(members),

  fit: async (matrix, labels, { members, folds, ...meta }, context) => {
    presentClasses(labels, stacking.name, mostClasses);
    const plan = foldRows(labels, folds, new Random(context.seed));
    const roundPart = (round: number): TrainingContext => {
      const share = membersShare / (plan.length + 1);
      return trainingPart(context, share * round, share * (round + 1));
    };
    const outOfFold: Float32Array[][] = members.map(() => []);
    for (const [round, { train, test }] of plan.entries()) {
      const rows = { matrix: takeRows(matrix, train), labels: takeLabels(labels, train) };
      const fitted = await fitMembers(members, rows, { ...roundPart(round), notice: () => {} });
      const tested = takeRows(matrix, test);
      for (const [index, member] of fitted.entries()) {
        outOfFold[index]!.push(predictMember(member, tested));
      }
    }
    return assembleStacking(
      await fitMembers(members, { matrix, labels }, roundPart(plan.length)),
      labels,
      {
        rows: Int32Array.from(plan.flatMap(({ test }) => [...test])),
        probabilities: outOfFold.map(joined),
      },
      meta,
      partOf(context, membersShare, 1),
    );
  },

  predict: ({ members, meta }, matrix) => {
    const probabilities = members.map((member) => predictMember(member, matrix));
    return logisticRegression.predict(meta, logarithms(probabilities, meta.intercepts.length));
  },

  lower: ({ members, meta }, graph, input) => {
    const parts = members.map((member) => lowerLogarithm(graph, lowerMember(member, graph, input)));
    const features = graph.node("Concat", parts, { axis: { int: 1 } });
    return logisticRegression.lower(meta, graph, features);
  },
};

/** What members said of rows that they had not seen, nor any of their group. */
export interface OutOfFold {
  /** The t rows, out of those that the finished members have learnt from. */
  readonly rows: Int32Array;
  /** For each member t×k probabilities. */
  readonly probabilities: readonly Float32Array[];
}

/**
 * A stacking ensemble of members that have learnt from all rows already, and of what they said of rows while
 * they had not seen them.
 *
 * @param labels Of all rows.
 */
export function assembleStacking(
  members: readonly FittedMember[],
  labels: Labels,
  { rows, probabilities }: OutOfFold,
  meta: MetaParams,
  context: RunContext,
): StackingFitted {
  const known = labels.classes.map((_, code) => labels.codes.includes(code));
  const features = logarithms(probabilities, known.length);
  return { members, meta: fitMeta(features, takeLabels(labels, rows), known, meta, context) };
}

/**
 * For each fold rows to train the members on, and rows to ask them about. A row whose class is nowhere else
 * teaches nothing about the members, nor do members that know one class only.
 */
function foldRows(labels: Labels, wanted: number, random: Random): Split[] {
  const { foldOf, folds } = innerFolds(labels, wanted, random);
  const rows = Int32Array.from(foldOf.keys());
  return Array.from({ length: folds }, (_, fold) => {
    const train = rows.filter((row) => foldOf[row] !== fold);
    const known = new Set(takeLabels(labels, train).codes);
    const test = rows.filter((row) => foldOf[row] === fold && known.has(labels.codes[row]!));
    return { train, test: known.size > 1 ? test : new Int32Array(0) };
  }).filter(({ test }) => test.length > 0);
}

async function fitMembers(
  members: readonly MemberChoice[],
  rows: { readonly matrix: FeatureMatrix; readonly labels: Labels },
  context: TrainingContext,
): Promise<FittedMember[]> {
  const fitted: FittedMember[] = [];
  for (const [index, member] of members.entries()) {
    const part = trainingPart(context, index / members.length, (index + 1) / members.length);
    part.progress(0);
    fitted.push(await fitMember(member, rows, part));
  }
  return fitted;
}

function trainingPart(context: TrainingContext, from: number, to: number): TrainingContext {
  return { ...partOf(context, from, to), notice: (notice) => context.notice(notice) };
}

function joined(parts: readonly Float32Array[]): Float32Array {
  const whole = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let start = 0;
  for (const part of parts) {
    whole.set(part, start);
    start += part.length;
  }
  return whole;
}

/** n×(members·k): what the meta learner looks at. */
function logarithms(probabilities: readonly Float32Array[], classCount: number): FeatureMatrix {
  const width = probabilities.length * classCount;
  const rows = probabilities[0]!.length / classCount;
  const values = new Float32Array(rows * width);
  for (const [member, own] of probabilities.entries()) {
    for (let row = 0, cell = 0; row < rows; row++) {
      const start = row * width + member * classCount;
      for (let code = 0; code < classCount; code++) {
        values[start + code] = Math.log(Math.max(own[cell++]!, leastProbability));
      }
    }
  }
  const names = Array.from({ length: width }, (_, column) => `${column}`);
  return { names, rows, values };
}

/** Adds what {@linkcode logarithms} does to the probabilities of one member, in float64 as there. */
function lowerLogarithm(graph: GraphBuilder, probabilities: string): string {
  const exact = castTo(graph, probabilities, "float64");
  const least = doubles(graph, "least_probability", [leastProbability], []);
  return castTo(graph, graph.node("Log", [graph.node("Max", [exact, least])]), "float32");
}
