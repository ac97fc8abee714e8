import { macroF1 } from "../evaluation/classification_metrics.ts";
import { predictedClasses } from "../evaluation/confusion_matrix.ts";
import type { Split } from "../evaluation/split.ts";
import type { Recipe } from "../model/recipe.ts";
import type { Labels } from "../table/feature_matrix.ts";
import type { ScoredTrial } from "./trial.ts";
import { selectWeights, weightedAverage } from "./ensemble_selection.ts";

/** Several recipes that vote. */
export interface Ensemble {
  readonly recipe: Recipe;
  /** The trials that have a weight. */
  readonly members: readonly ScoredTrial[];
  /** n×k: the probabilities of each row, by weights that were chosen without its fold. */
  readonly probabilities: Float32Array;
}

/**
 * The voting ensemble of the candidates whose out-of-fold predictions go together best.
 *
 * @param most How many members it may have.
 */
export function buildEnsemble(
  candidates: readonly ScoredTrial[],
  labels: Labels,
  splits: readonly Split[],
  most: number,
): Ensemble {
  const predictions = candidates.map(({ probabilities }) => probabilities);
  const tested = splits.flatMap(({ test }) => [...test]).sort((left, right) => left - right);
  const weights = selectWeights(predictions, labels, Int32Array.from(tested), most);
  return {
    recipe: votingRecipe(candidates, weights),
    members: candidates.filter((_, index) => weights[index]! > 0),
    probabilities: crossFitted(
      splits,
      labels.classes.length,
      (rows) => weightedAverage(predictions, selectWeights(predictions, labels, rows, most)),
    ),
  };
}

/**
 * n×k: the probabilities of each row, by the candidate whose macro-F1 on the other folds is best: what choosing the
 * best of many is worth.
 */
export function chosenWithoutFold(
  candidates: readonly ScoredTrial[],
  labels: Labels,
  splits: readonly Split[],
): Float32Array {
  const classCount = labels.classes.length;
  const predictions = candidates.map(({ probabilities }) =>
    predictedClasses(probabilities, classCount)
  );
  return crossFitted(splits, classCount, (rows) => {
    const scores = predictions.map((classes) => {
      const counts = new Float64Array(classCount ** 2);
      for (const row of rows) counts[labels.codes[row]! * classCount + classes[row]!]!++;
      return macroF1(counts, classCount);
    });
    return candidates[scores.indexOf(Math.max(...scores))]!.probabilities;
  });
}

/**
 * n×k probabilities, those of each fold from what `fit` gives (n×k) when it sees the tested rows of all others.
 */
function crossFitted(
  splits: readonly Split[],
  classCount: number,
  fit: (rows: Int32Array) => Float32Array,
): Float32Array {
  const parts = splits.map(({ test }, fold) => {
    const others = splits.flatMap((other, index) => index === fold ? [] : [...other.test]);
    return { test, probabilities: fit(Int32Array.from(others).sort()) };
  });
  const joined = new Float32Array(parts[0]?.probabilities.length ?? 0);
  for (const { test, probabilities } of parts) {
    for (const row of test) {
      const start = row * classCount;
      joined.set(probabilities.subarray(start, start + classCount), start);
    }
  }
  return joined;
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
