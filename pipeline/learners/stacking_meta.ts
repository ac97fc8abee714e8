import type { RunContext } from "../run_context.ts";
import type { FeatureMatrix, Labels } from "../table/feature_matrix.ts";
import { classWeights } from "./class_weight.ts";
import { minimise, type Objective } from "./lbfgs.ts";
import { transposed } from "./kernel.ts";
import type { LogisticRegressionFitted } from "./logistic_regression.ts";
import { softmaxLoss, type SoftmaxProblem } from "./softmax_loss.ts";
import { softmaxPreconditioner } from "./softmax_preconditioner.ts";

/** How the meta learner of a stacking ensemble learns. */
export interface MetaParams {
  /** The inverse of the penalty. */
  readonly C: number;
  readonly classWeight: "none" | "balanced";
}

/** The intercept of a class without rows: its probability is 0 whatever the row. */
const never = -1e300;

const tolerance = 1e-5;
const mostIterations = 500;

/**
 * A multinomial logistic regression on the logarithms of probabilities that is drawn, not towards 0, but
 * towards the geometric mean of the members, by the L2 penalty ½·Σ (coefficient − mean's)² against C·Σ
 * weight·cross-entropy: with few rows it averages, with many it learns whom to believe in what. A class that
 * no row shows here keeps to the mean.
 *
 * @param logarithms n×(members·k), member after member
 * @param known For each of the k classes whether the members know it; others are never predicted.
 */
export function fitMeta(
  logarithms: FeatureMatrix,
  labels: Labels,
  known: readonly boolean[],
  params: MetaParams,
  context: RunContext,
): LogisticRegressionFitted {
  const classCount = known.length;
  const width = logarithms.names.length;
  const mean = meanOfMembers(width, classCount);
  const shown = [...known.keys()].filter((code) => labels.codes.includes(code));
  const fitted: LogisticRegressionFitted = {
    means: new Float64Array(width),
    coefficients: transposed(mean, width),
    intercepts: Float64Array.from(known, (isKnown) => isKnown ? 0 : never),
  };
  if (shown.length < 2) return fitted;
  const solution = solve(logarithms, labels, shown, mean, params, context);
  for (const [position, code] of shown.entries()) {
    for (let column = 0; column < width; column++) {
      fitted.coefficients[column * classCount + code] = solution[position * width + column]!;
    }
    fitted.intercepts[code] = solution[shown.length * width + position]!;
  }
  return fitted;
}

/** k×(members·k): the coefficients of the mean of all members. */
function meanOfMembers(width: number, classCount: number): Float64Array {
  const mean = new Float64Array(classCount * width);
  for (let column = 0; column < width; column++) {
    mean[(column % classCount) * width + column] = classCount / width;
  }
  return mean;
}

/** The coefficients and then the intercepts of the classes shown. */
function solve(
  { values }: FeatureMatrix,
  { codes }: Labels,
  shown: readonly number[],
  mean: Float64Array,
  { C, classWeight }: MetaParams,
  context: RunContext,
): Float64Array {
  const width = values.length / codes.length;
  const counts = shown.map((code) => codes.filter((own) => own === code).length);
  const weightOf = classWeights(counts, classWeight);
  const positions = codes.map((code) => shown.indexOf(code));
  const penalty = 1 / (C * codes.length);
  const problem: SoftmaxProblem = {
    rows: Float64Array.from(values),
    codes: positions,
    classCount: shown.length,
    weights: Float64Array.from(positions, (position) => weightOf[position]!),
    penalty: 0,
  };
  const target = new Float64Array(shown.length * (width + 1));
  for (const [position, code] of shown.entries()) {
    target.set(mean.subarray(code * width, (code + 1) * width), position * width);
  }
  const { point } = minimise(
    drawnTowards(target, softmaxLoss(problem), penalty),
    target.slice(),
    {
      tolerance,
      iterations: mostIterations,
      precondition: softmaxPreconditioner({ ...problem, penalty }),
      onIteration: (iteration) => context.progress(iteration / mostIterations),
    },
  );
  return point;
}

/** `loss` plus penalty/2·Σ (point − target)². */
function drawnTowards(target: Float64Array, loss: Objective, penalty: number): Objective {
  return (point, gradient) => {
    let squares = 0;
    const value = loss(point, gradient);
    for (let index = 0; index < point.length; index++) {
      const distance = point[index]! - target[index]!;
      squares += distance * distance;
      gradient[index]! += penalty * distance;
    }
    return value + penalty * squares / 2;
  };
}
