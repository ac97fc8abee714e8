/**
 * How a decision value f becomes log-odds of the first of two classes: `above`·f where f is above 0, else
 * `below`·f; both are above 0.
 */
export interface Slopes {
  readonly above: number;
  readonly below: number;
}

/** A side that is wrong more often than right on known rows is trusted this little, beside the other. */
const leastTrust = 0.05;

/**
 * Platt scaling on either side of the border: the slopes under which the decision values f of known rows are
 * likeliest, 1/(1 + exp(−slope·f)) being the probability of the first class.
 *
 * Platt's own sigmoid has one slope and an offset, which moves every border towards the rarer class and
 * undoes class weights. Two slopes leave the border where the machine has put it: on DBSherlock and A10
 * their log-loss is lower and macro-F1 the same or higher. Undefined where the decisions speak for the other
 * class more often than not.
 *
 * @param decisions one decision value for each row
 * @param isFirst whether the row is of the first class
 */
export function fitSlopes(
  decisions: readonly number[],
  isFirst: readonly boolean[],
): Slopes | undefined {
  const targets = softTargets(isFirst);
  const both = fitSlope(decisions, targets);
  if (!(both > 0)) return undefined;
  const fitSide = (isOnSide: (decision: number) => boolean): number => {
    const rows = [...decisions.keys()].filter((row) => isOnSide(decisions[row]!));
    if (rows.length === 0) return both;
    const own = fitSlope(rows.map((row) => decisions[row]!), rows.map((row) => targets[row]!));
    return Math.max(own, leastTrust * both);
  };
  return { above: fitSide((decision) => decision > 0), below: fitSide((decision) => decision < 0) };
}

/** Platt's targets: a little less than sure, the less the fewer rows there are. */
function softTargets(isFirst: readonly boolean[]): number[] {
  const firsts = isFirst.filter(Boolean).length;
  const seconds = isFirst.length - firsts;
  return isFirst.map((first) => first ? (firsts + 1) / (firsts + 2) : 1 / (seconds + 2));
}

/**
 * The slope with the greatest likelihood, by Newton's method with backtracking (Platt, "Probabilistic outputs
 * for support vector machines", 1999; Lin, Lin & Weng, "A note on Platt's probabilistic outputs for support
 * vector machines", 2007).
 */
function fitSlope(decisions: readonly number[], targets: readonly number[]): number {
  let slope = 0;
  let loss = lossOf(slope, decisions, targets);
  for (let iteration = 0; iteration < 100; iteration++) {
    const { gradient, curvature } = derivatives(slope, decisions, targets);
    if (Math.abs(gradient) < 1e-5) break;
    const step = -gradient / curvature;
    let length = 1;
    while (length >= 1e-10) {
      const nextLoss = lossOf(slope + length * step, decisions, targets);
      if (nextLoss < loss + 1e-4 * length * step * gradient) {
        slope += length * step;
        loss = nextLoss;
        break;
      }
      length /= 2;
    }
    if (length < 1e-10) break;
  }
  return slope;
}

/** Minus the log-likelihood of the targets. */
function lossOf(slope: number, decisions: readonly number[], targets: readonly number[]): number {
  let loss = 0;
  for (let row = 0; row < decisions.length; row++) {
    const z = slope * decisions[row]!;
    // log(1 + exp(z)) − target·z without overflow
    loss += Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))) - targets[row]! * z;
  }
  return loss;
}

function derivatives(
  slope: number,
  decisions: readonly number[],
  targets: readonly number[],
): { readonly gradient: number; readonly curvature: number } {
  let gradient = 0;
  // A little more than 0, so that it divides.
  let curvature = 1e-12;
  for (let row = 0; row < decisions.length; row++) {
    const decision = decisions[row]!;
    const p = 1 / (1 + Math.exp(-slope * decision));
    gradient += decision * (p - targets[row]!);
    curvature += decision * decision * p * (1 - p);
  }
  return { gradient, curvature };
}
