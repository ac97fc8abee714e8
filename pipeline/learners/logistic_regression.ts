import { z } from "zod";
import type { ParamMeta } from "../param_meta.ts";
import type { Notice } from "../problem.ts";
import { castTo, doubles } from "../onnx/double_nodes.ts";
import type { FeatureMatrix, Labels } from "../table/feature_matrix.ts";
import { classWeightParam, classWeights } from "./class_weight.ts";
import { centreRows, columnMeans, lowerCentreRows } from "./centred_rows.ts";
import { minimise, type MinimiseOptions } from "./lbfgs.ts";
import type { Learner, TrainingContext } from "./learner.ts";
import { minimiseSparsely } from "./owl_qn.ts";
import { type PresentClasses, presentClasses } from "./present_classes.ts";
import { softmaxLoss, type SoftmaxProblem } from "./softmax_loss.ts";
import { softmaxPreconditioner } from "./softmax_preconditioner.ts";

const params = z.strictObject({
  penalty: z.enum(["l2", "l1", "elastic-net"]).default("l2").meta(
    {
      label: { en: "Penalty", zh: "正则化方式" },
      help: {
        en: "L1 leaves out columns it does not need: their coefficients are exactly 0.",
        zh: "L1 会舍弃不需要的列：其系数恰为 0。",
      },
      options: {
        l2: { en: "L2: squares", zh: "L2：平方" },
        l1: { en: "L1: absolute values", zh: "L1：绝对值" },
        "elastic-net": { en: "Elastic net: both", zh: "弹性网络：两者结合" },
      },
    } satisfies ParamMeta,
  ),
  l1Ratio: z.number().min(0).max(1).default(0.5).meta(
    {
      label: { en: "Share of L1", zh: "L1 占比" },
      help: {
        en: "How much of the penalty is L1; the rest is L2.",
        zh: "惩罚项中 L1 所占的比例，其余为 L2。",
      },
      shownWhen: { penalty: ["elastic-net"] },
    } satisfies ParamMeta,
  ),
  C: z.number().positive().max(1e6).default(1).meta(
    {
      label: { en: "C (inverse penalty)", zh: "C（正则化强度的倒数）" },
      help: {
        en: "Smaller values hold the coefficients closer to zero, against overfitting.",
        zh: "值越小，系数越接近零，越不易过拟合。",
      },
      search: { low: 0.01, high: 100, scale: "log" },
    } satisfies ParamMeta,
  ),
  classWeight: classWeightParam,
  tolerance: z.number().min(1e-12).max(0.1).default(1e-4).meta(
    {
      label: { en: "Tolerance", zh: "收敛容差" },
      help: {
        en: "Training ends once no component of the gradient of the mean loss is larger.",
        zh: "当平均损失梯度的各分量都不超过该值时，训练结束。",
      },
    } satisfies ParamMeta,
  ),
  iterations: z.int().min(1).max(100_000).default(1000).meta(
    {
      label: { en: "Iterations", zh: "迭代次数上限" },
      help: {
        en: "Training ends after this many iterations at the latest.",
        zh: "训练至多迭代的次数。",
      },
    } satisfies ParamMeta,
  ),
});

type LogisticRegressionParams = z.infer<typeof params>;

/** What {@linkcode logisticRegression} has learnt. */
export interface LogisticRegressionFitted {
  readonly means: Float64Array;
  /** d×k row-major. */
  readonly coefficients: Float64Array;
  /** k numbers. */
  readonly intercepts: Float64Array;
}

/** The intercept of a class without rows: its probability is 0 whatever the row. */
const never = -1e300;

/**
 * Multinomial logistic regression that minimises C·Σ weight·cross-entropy + ½·Σ coefficients² (L2) or
 * C·Σ weight·cross-entropy + Σ |coefficients| (L1), or with the share ρ of L1 in both (elastic net):
 * (1 − ρ)/2·Σ coefficients² + ρ·Σ |coefficients|; as scikit-learn's `LogisticRegression(multi_class=
 * "multinomial")`. Two classes have a column of coefficients each, w and −w, where scikit-learn's binary form
 * has one: the probabilities are those of that form with twice the C. A hole counts as the column's mean. Probabilities are computed in float64, in the
 * graph too, and rounded once.
 */
export const logisticRegression: Learner<LogisticRegressionParams, LogisticRegressionFitted> = {
  name: "logistic-regression",
  version: 1,
  title: { en: "Logistic regression", zh: "逻辑回归" },
  summary: {
    en: "A weighted sum of the KPIs for each class: quick, easy to explain, blind to interplay.",
    zh: "为每个类别计算指标的加权和：训练快、易解释，但无法刻画指标间的交互。",
  },
  params,
  defaultSteps: [
    { step: "clip-outliers", params: { low: 0.03, high: 0.97 } },
    { step: "impute" },
    { step: "scale" },
  ],

  fit: fitLogisticRegression,

  predict: ({ means, coefficients, intercepts }, matrix) => {
    const width = means.length;
    const classCount = intercepts.length;
    const rows = centreRows(means, matrix);
    const probabilities = new Float32Array(matrix.rows * classCount);
    const scores = new Float64Array(classCount);
    for (let row = 0; row < matrix.rows; row++) {
      scores.fill(0);
      for (let column = 0; column < width; column++) {
        const value = rows[row * width + column]!;
        for (let code = 0; code < classCount; code++) {
          scores[code]! += value * coefficients[column * classCount + code]!;
        }
      }
      for (let code = 0; code < classCount; code++) scores[code]! += intercepts[code]!;
      const highest = Math.max(...scores);
      let sum = 0;
      for (let code = 0; code < classCount; code++) {
        sum += scores[code] = Math.exp(scores[code]! - highest);
      }
      for (let code = 0; code < classCount; code++) {
        probabilities[row * classCount + code] = scores[code]! / sum;
      }
    }
    return probabilities;
  },

  lower: ({ means, coefficients, intercepts }, graph, input) => {
    const dims = [means.length, intercepts.length];
    const rows = lowerCentreRows(means, graph, input);
    const products = graph.node("MatMul", [
      rows,
      doubles(graph, "coefficients", coefficients, dims),
    ]);
    const scores = graph.node("Add", [products, doubles(graph, "intercepts", intercepts)]);
    return castTo(graph, graph.node("Softmax", [scores], { axis: { int: 1 } }), "float32");
  },
};

/** The `fit` of {@linkcode logisticRegression}, for steps, which do not wait. */
export function fitLogisticRegression(
  matrix: FeatureMatrix,
  labels: Labels,
  params: LogisticRegressionParams,
  context: TrainingContext,
): LogisticRegressionFitted {
  const present = presentClasses(labels, logisticRegression.name);
  const means = columnMeans(matrix);
  const solution = solve(
    {
      rows: centreRows(means, matrix),
      codes: present.codes,
      classCount: present.indices.length,
      weights: rowWeights(present, params.classWeight),
      penalty: 1 / (params.C * matrix.rows),
    },
    matrix.names.length,
    params,
    context,
  );
  return { means, ...overAllClasses(solution, present, labels.classes.length) };
}

/** How much each row counts; the mean is 1. */
function rowWeights(
  { codes, counts }: PresentClasses,
  classWeight: LogisticRegressionParams["classWeight"],
): Float64Array {
  const ofClass = classWeights(counts, classWeight);
  return Float64Array.from(codes, (code) => ofClass[code]!);
}

/**
 * The coefficients (k×d) and intercepts (k) with the least loss.
 *
 * @param problem with the whole penalty, as if all of it were L2
 */
function solve(
  problem: SoftmaxProblem,
  width: number,
  params: LogisticRegressionParams,
  context: TrainingContext,
): Float64Array {
  const { tolerance, iterations } = params;
  let first = 0;
  const options: MinimiseOptions = {
    tolerance,
    iterations,
    precondition: softmaxPreconditioner(problem),
    onIteration: (iteration, gradient) => {
      if (iteration === 0) first = gradient;
      // The gradient falls about geometrically, so its logarithm tells how far the way is.
      const way = Math.log(gradient / first) / Math.log(tolerance / first);
      context.progress(Math.min(1, Math.max(0, way, iteration / iterations) || 0));
    },
  };
  const coefficients = problem.classCount * width;
  const start = new Float64Array(coefficients + problem.classCount);
  const share = shareOfL1(params);
  const loss = softmaxLoss({ ...problem, penalty: (1 - share) * problem.penalty });
  const { point, converged } = share === 0 ? minimise(loss, start, options) : minimiseSparsely(
    loss,
    { strength: share * problem.penalty, count: coefficients },
    start,
    options,
  );
  if (!converged) context.notice(notConverged(iterations));
  return point;
}

function shareOfL1({ penalty, l1Ratio }: LogisticRegressionParams): number {
  return penalty === "elastic-net" ? l1Ratio : penalty === "l1" ? 1 : 0;
}

/** The solution as d×k coefficients and k intercepts, over the classes without rows too. */
function overAllClasses(
  solution: Float64Array,
  { indices }: PresentClasses,
  classCount: number,
): Pick<LogisticRegressionFitted, "coefficients" | "intercepts"> {
  const width = solution.length / indices.length - 1;
  const coefficients = new Float64Array(width * classCount);
  const intercepts = new Float64Array(classCount).fill(never);
  for (const [position, code] of indices.entries()) {
    for (let column = 0; column < width; column++) {
      coefficients[column * classCount + code] = solution[position * width + column]!;
    }
    intercepts[code] = solution[indices.length * width + position]!;
  }
  return { coefficients, intercepts };
}

function notConverged(iterations: number): Notice {
  return {
    code: "learners/not-converged",
    message: {
      en: `The logistic regression was stopped after ${iterations} iterations, before its ` +
        "coefficients had settled. More iterations or a smaller C may give a better model.",
      zh:
        `逻辑回归迭代 ${iterations} 次后仍未收敛，已停止。增加迭代次数或减小 C 可能得到更好的模型。`,
    },
  };
}
