/** p = 1/(1 + exp(−(slope·f + offset))): the probability of the first class by a decision value f. */
export interface Sigmoid {
  readonly slope: number;
  readonly offset: number;
}

/**
 * The sigmoid under which the decision values of known rows are likeliest, by Newton's method with
 * backtracking (Platt, "Probabilistic outputs for support vector machines", 1999, with his softened targets;
 * Lin, Lin & Weng, "A note on Platt's probabilistic outputs for support vector machines", 2007).
 *
 * @param decisions one decision value for each row
 * @param isFirst whether the row is of the first class
 */
export function fitSigmoid(decisions: readonly number[], isFirst: readonly boolean[]): Sigmoid {
  const firsts = isFirst.filter(Boolean).length;
  const seconds = isFirst.length - firsts;
  const high = (firsts + 1) / (firsts + 2);
  const low = 1 / (seconds + 2);
  const targets = isFirst.map((first) => first ? high : low);
  let current: Sigmoid = { slope: 0, offset: Math.log((firsts + 1) / (seconds + 1)) };
  let loss = lossOf(current, decisions, targets);
  for (let iteration = 0; iteration < 100; iteration++) {
    const step = newtonStep(current, decisions, targets);
    if (step === undefined) break;
    let length = 1;
    for (; length >= 1e-10; length /= 2) {
      const next = {
        slope: current.slope + length * step.slope,
        offset: current.offset + length * step.offset,
      };
      const nextLoss = lossOf(next, decisions, targets);
      if (nextLoss >= loss + 1e-4 * length * step.decrease) continue;
      current = next;
      loss = nextLoss;
      break;
    }
    if (length < 1e-10) break;
  }
  return current;
}

/** Minus the log-likelihood of the targets. */
function lossOf(
  { slope, offset }: Sigmoid,
  decisions: readonly number[],
  targets: readonly number[],
): number {
  let loss = 0;
  for (let row = 0; row < decisions.length; row++) {
    const z = slope * decisions[row]! + offset;
    // log(1 + exp(z)) − target·z without overflow
    loss += Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))) - targets[row]! * z;
  }
  return loss;
}

/** The Newton step and the slope of the loss along it; undefined at the minimum. */
function newtonStep(
  { slope, offset }: Sigmoid,
  decisions: readonly number[],
  targets: readonly number[],
): Sigmoid & { readonly decrease: number } | undefined {
  let slopeGradient = 0, offsetGradient = 0;
  // A little more than 0, so that the Hessian can be inverted.
  let slopeCurvature = 1e-12, offsetCurvature = 1e-12, mixedCurvature = 0;
  for (let row = 0; row < decisions.length; row++) {
    const decision = decisions[row]!;
    const p = 1 / (1 + Math.exp(-(slope * decision + offset)));
    const error = p - targets[row]!;
    const weight = p * (1 - p);
    slopeGradient += decision * error;
    offsetGradient += error;
    slopeCurvature += decision * decision * weight;
    offsetCurvature += weight;
    mixedCurvature += decision * weight;
  }
  if (Math.abs(slopeGradient) < 1e-5 && Math.abs(offsetGradient) < 1e-5) return undefined;
  const determinant = slopeCurvature * offsetCurvature - mixedCurvature * mixedCurvature;
  const step = {
    slope: (mixedCurvature * offsetGradient - offsetCurvature * slopeGradient) / determinant,
    offset: (mixedCurvature * slopeGradient - slopeCurvature * offsetGradient) / determinant,
  };
  return {
    ...step,
    decrease: slopeGradient * step.slope + offsetGradient * step.offset,
  };
}
