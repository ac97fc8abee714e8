import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { evaluatePredictions } from "@/pipeline/evaluation/evaluate_predictions.ts";
import { planFolds } from "@/pipeline/model/cross_validation.ts";
import { Random } from "@/pipeline/random.ts";
import type { Labels } from "@/pipeline/table/feature_matrix.ts";
import { chooseModel } from "@/pipeline/tuning/choose_model.ts";
import { selectWeights, weightedAverage } from "@/pipeline/tuning/ensemble_selection.ts";
import type { FinishedTrial } from "@/pipeline/tuning/trial.ts";

const rows = 120, foldOptions = { folds: 4 };
const labels: Labels = {
  classes: ["a", "b"],
  codes: Int32Array.from({ length: rows }, (_, row) => row % 2),
};
const plain = { foldOptions, calibration: "none", tuneDecision: false } as const;
const { splits } = planFolds(labels, foldOptions, 1);

/** A trial whose probability of the truth is `trust` of each row. */
function trial(number: number, trust: (row: number) => number): FinishedTrial {
  const trusts = Float32Array.from({ length: rows }, (_, row) => trust(row));
  const probabilities = Float32Array.from({ length: 2 * rows }, (_, cell) => {
    const ofTruth = trusts[cell >> 1]!;
    return cell % 2 === labels.codes[cell >> 1] ? ofTruth : 1 - ofTruth;
  });
  const { macro_f1, log_loss } = evaluatePredictions(labels, probabilities);
  return {
    number,
    recipe: { steps: [], learner: { name: "decision-tree", params: { maxDepth: number } } },
    state: "scored",
    screening_macro_f1: null,
    scores: {
      macro_f1,
      log_loss,
      fold_macro_f1: [macro_f1],
      fit_seconds: 1,
      predict_seconds_per_row: 0.001,
    },
    problem: null,
    probabilities,
  };
}

/** Right on all rows but those of one kind. */
const errsOn = (kind: number) => (row: number): number => (row >> 1) % 3 === kind ? 0.3 : 0.9;

describe("the choice of a model", () => {
  it("combines trials that err on other rows", () => {
    const trials = [0, 1, 2].map((kind) => trial(kind + 1, errsOn(kind)));
    const { recipe, scored, leaderboard } = chooseModel(labels, {
      ...plain,
      splits,
      trials,
      members: 8,
    });
    assert.equal(recipe.learner.name, "voting");
    assert.equal(scored.evaluation.macro_f1, 1);
    const [first] = leaderboard;
    assert.ok(first?.is_chosen && first.trial === null && first.macro_f1 === 1);
    assert.equal(first.words.en, "Ensemble of the trials 1, 2, 3");
    assert.equal(first.fit_seconds, 3);
    assert.equal(leaderboard.length, 4);
  });

  it("keeps to a single recipe where that does better, or where no more are allowed", () => {
    const best = trial(1, () => 0.9);
    const trials = [trial(2, errsOn(0)), best];
    const several = { ...plain, splits, members: 8 };
    const alone = chooseModel(labels, { ...several, trials: [best] });
    assert.deepEqual(alone.recipe, best.recipe);
    const one = chooseModel(labels, { ...several, trials, members: 1 });
    assert.deepEqual(one.recipe, best.recipe);
    assert.deepEqual(one.scored.probabilities, best.probabilities);
    assert.deepEqual(one.leaderboard.map(({ trial, is_chosen }) => [trial, is_chosen]), [
      [1, true],
      [2, false],
    ]);
  });

  it("does not take chance for skill: weights that fit guesses are worth nothing elsewhere", () => {
    const random = new Random(3);
    const trials = Array.from({ length: 30 }, (_, index) => trial(index + 1, () => random.next()));
    const searched = { ...plain, splits, trials, members: 30 };
    const ensemble = chooseModel(labels, searched).leaderboard.find(({ trial }) => trial === null);
    const candidates = trials.flatMap(({ probabilities }) => probabilities ?? []);
    const all = Int32Array.from({ length: rows }, (_, row) => row);
    const fitted = weightedAverage(candidates, selectWeights(candidates, labels, all, 30));
    assert.ok(evaluatePredictions(labels, fitted).macro_f1 > 0.62);
    assert.ok((ensemble?.macro_f1 ?? 1) < 0.6, `${ensemble?.macro_f1}`);
  });
});
