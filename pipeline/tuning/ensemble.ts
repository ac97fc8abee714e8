import { macroF1 } from "../evaluation/classification_metrics.ts";
import { predictedClasses } from "../evaluation/confusion_matrix.ts";
import type { Split } from "../evaluation/split.ts";
import type { Recipe } from "../model/recipe.ts";
import type { Labels } from "../table/feature_matrix.ts";
import { selectWeights, weightedAverage } from "./ensemble_selection.ts";
import type { ScoredTrial } from "./trial.ts";

/** A weight for each candidate, by what they say of the given rows alone; they sum to 1. */
export type Weighing = (rows: Int32Array) => Float64Array;

/** Several recipes that vote, or one alone. */
export interface Ensemble {
  readonly recipe: Recipe;
  /** The trials that have a weight. */
  readonly members: readonly ScoredTrial[];
  /** n×k: the probabilities of each row, by weights that were chosen without its fold. */
  readonly probabilities: Float32Array;
}

/** Candidates whose macro-F1 is that close to the best count as equals. */
const margin = 0.02;

/** All weight to the candidate of the best macro-F1, the first one on ties. */
export function bestAlone(candidates: readonly ScoredTrial[], labels: Labels): Weighing {
  const scoresOn = scorer(candidates, labels);
  return (rows) => {
    const scores = scoresOn(rows);
    const best = scores.indexOf(Math.max(...scores));
    return Float64Array.from(candidates, (_, index) => index === best ? 1 : 0);
  };
}

/**
 * The same weight for the candidates that are about as good as the best, at most `most` and half of them of one
 * learner: with few rows the differences between them are chance, and their errors differ.
 */
export function equalsOfBest(
  candidates: readonly ScoredTrial[],
  labels: Labels,
  most: number,
): Weighing {
  const scoresOn = scorer(candidates, labels);
  return (rows) => {
    const scores = scoresOn(rows);
    const best = Math.max(...scores);
    const order = [...scores.keys()].sort((left, right) => scores[right]! - scores[left]!);
    const chosen: number[] = [];
    for (const index of order) {
      if (scores[index]! < best - margin || chosen.length === most) break;
      const { name } = candidates[index]!.recipe.learner;
      const alike = chosen.filter((other) => candidates[other]!.recipe.learner.name === name);
      if (alike.length < most / 2) chosen.push(index);
    }
    const share = 1 / chosen.length;
    return Float64Array.from(candidates, (_, index) => chosen.includes(index) ? share : 0);
  };
}

/** Weights that make the log-loss small; see {@linkcode selectWeights}. */
export function greedily(
  candidates: readonly ScoredTrial[],
  labels: Labels,
  most: number,
): Weighing {
  const predictions = candidates.map(({ probabilities }) => probabilities);
  return (rows) => selectWeights(predictions, labels, rows, most);
}

/** The ensemble that a weighing makes of the candidates. */
export function ensembleOf(
  candidates: readonly ScoredTrial[],
  splits: readonly Split[],
  classCount: number,
  weigh: Weighing,
): Ensemble {
  const weights = weigh(rowsOf(splits));
  const members = candidates.filter((_, index) => weights[index]! > 0);
  const predictions = candidates.map(({ probabilities }) => probabilities);
  const joined = new Float32Array(predictions[0]?.length ?? 0);
  for (const split of splits) {
    const others = rowsOf(splits.filter((other) => other !== split));
    const average = weightedAverage(predictions, weigh(others));
    for (const row of split.test) {
      const start = row * classCount;
      joined.set(average.subarray(start, start + classCount), start);
    }
  }
  const [only] = members;
  return {
    recipe: members.length === 1 && only ? only.recipe : votingRecipe(candidates, weights),
    members,
    probabilities: joined,
  };
}

/** The rows that the folds test, ascending. */
function rowsOf(splits: readonly Split[]): Int32Array {
  return Int32Array.from(splits.flatMap(({ test }) => [...test])).sort();
}

function scorer(
  candidates: readonly ScoredTrial[],
  { classes, codes }: Labels,
): (rows: Int32Array) => number[] {
  const predictions = candidates.map(({ probabilities }) =>
    predictedClasses(probabilities, classes.length)
  );
  return (rows) =>
    predictions.map((predicted) => {
      const counts = new Float64Array(classes.length ** 2);
      for (const row of rows) counts[codes[row]! * classes.length + predicted[row]!]!++;
      return macroF1(counts, classes.length);
    });
}

function votingRecipe(candidates: readonly ScoredTrial[], weights: Float64Array): Recipe {
  const members = candidates.flatMap(({ recipe: { steps, learner } }, index) => {
    const weight = weights[index]!;
    const member = { learner: learner.name, params: learner.params, steps };
    return weight > 0 ? [{ member, weight: Number(weight.toPrecision(6)) }] : [];
  });
  return {
    steps: [],
    learner: {
      name: "voting",
      params: {
        members: members.map(({ member }) => member),
        weights: members.map(({ weight }) => weight),
      },
    },
  };
}
