import type { Random } from "../random.ts";
import { fitSigmoid } from "./sigmoid_calibration.ts";
import { decisionOf, type PairMachine, type PairProblem, trainPair } from "./train_pair.ts";

/**
 * Trains on a pair of classes so that f(x) is the log-odds of the first class. The decision values the
 * sigmoid is fitted on come from rows held out in turn (two halves), for those of training rows are too
 * sure of themselves; a class of one row leaves no choice but the training rows.
 */
export function calibratedPair(
  problem: PairProblem,
  random: Random,
  onStep: () => void,
): PairMachine {
  const machine = trainPair(problem, random, onStep);
  const rows = [...problem.first, ...problem.second];
  const isFirst = rows.map((_, index) => index < problem.first.length);
  const seen = fitSigmoid(rows.map((row) => decisionOf(machine, problem, row)), isFirst);
  const heldOut = problem.first.length > 1 && problem.second.length > 1
    ? fitSigmoid(heldOutDecisions(problem, random, onStep), isFirst)
    : seen;
  // With very few rows the halves may contradict the whole; the whole is right then.
  const { slope, offset } = heldOut.slope > 0 ? heldOut : seen;
  return {
    ...machine,
    coefficients: machine.coefficients.map((coefficient) => coefficient * slope),
    bias: machine.bias * slope + offset,
  };
}

/** f of each row, the first class's before the second's, by a machine that has not seen the row. */
function heldOutDecisions(problem: PairProblem, random: Random, onStep: () => void): number[] {
  const halfOf = (rows: readonly number[]): Uint8Array => {
    const half = new Uint8Array(rows.length);
    for (const [rank, index] of random.shuffle([...rows.keys()]).entries()) half[index] = rank % 2;
    return half;
  };
  const halves = { first: halfOf(problem.first), second: halfOf(problem.second) };
  const machines = [0, 1].map((half) =>
    trainPair(
      {
        ...problem,
        first: problem.first.filter((_, index) => halves.first[index] !== half),
        second: problem.second.filter((_, index) => halves.second[index] !== half),
      },
      random,
      onStep,
    )
  );
  const decide = (rows: readonly number[], half: Uint8Array) =>
    rows.map((row, index) => decisionOf(machines[half[index]!]!, problem, row));
  return [...decide(problem.first, halves.first), ...decide(problem.second, halves.second)];
}
