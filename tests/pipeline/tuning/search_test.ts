import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { HealerError } from "@/pipeline/problem.ts";
import { cancelled, quietContext } from "@/pipeline/run_context.ts";
import { recipeKey } from "@/pipeline/tuning/recipe_words.ts";
import { byScore, type FinishedTrial, isScored, mostCandidates } from "@/pipeline/tuning/trial.ts";
import { quickLearners, smallSearch, timeless } from "./small_search.ts";

/** A clock that each look at it moves on by a second. */
function tickingClock(): () => number {
  let now = 0;
  return () => now += 1000;
}

describe("a search", () => {
  it("begins with the baseline and every learner as it comes, and tries no recipe twice", async () => {
    const { trials } = await smallSearch();
    assert.deepEqual(trials.slice(0, 3).map(({ recipe }) => recipe.learner), [
      { name: "dummy", params: {} },
      { name: "gaussian-naive-bayes", params: {} },
      { name: "decision-tree", params: {} },
    ]);
    assert.deepEqual(trials.map(({ number }) => number), trials.map((_, index) => index + 1));
    assert.equal(trials.length, 12);
    assert.equal(new Set(trials.map(({ recipe }) => recipeKey(recipe))).size, 12);
    assert.ok(trials.slice(3).some(({ recipe }) => Object.keys(recipe.learner.params).length > 0));
  });

  it("by trials gives the same for the same seed, with any number of threads", async () => {
    const one = await smallSearch({}, { ...quietContext(7), threads: 1 });
    const two = await smallSearch({}, { ...quietContext(7), threads: 2 });
    const inline = await smallSearch({}, quietContext(7));
    const other = await smallSearch({}, quietContext(8));
    assert.deepEqual(one.trials.map(timeless), inline.trials.map(timeless));
    assert.deepEqual(two.trials.map(timeless), inline.trials.map(timeless));
    assert.notDeepEqual(other.trials.map(timeless), inline.trials.map(timeless));
  });

  it("goes on where it was cut off as if it had not been", async () => {
    const whole = await smallSearch();
    for (const cut of [1, 5, 11]) {
      const told: number[] = [];
      const resumed = await smallSearch({
        earlier: { trials: whole.trials.slice(0, cut), elapsedSeconds: 3 },
        onTrial: ({ number }) => told.push(number),
      });
      assert.deepEqual(resumed.trials.map(timeless), whole.trials.map(timeless));
      assert.equal(told[0], cut + 1);
      assert.deepEqual(resumed.notices, whole.notices);
    }
  });

  it("drops what does badly on the first folds, and keeps predictions of what was scored only", async () => {
    const { trials } = await smallSearch({ limit: { trials: 30 } });
    const dropped = trials.filter(({ state }) => state === "dropped");
    assert.ok(dropped.length > 3, `${dropped.length}`);
    for (const trial of trials) {
      const folds = trial.scores?.fold_macro_f1.length;
      assert.equal(folds, trial.state === "dropped" ? 2 : 4);
      assert.equal(trial.probabilities?.length, trial.state === "dropped" ? undefined : 96 * 3);
    }
    const best = Math.max(...trials.map(({ screening_macro_f1 }) => screening_macro_f1 ?? 0));
    assert.ok(dropped.every(({ screening_macro_f1 }) => (screening_macro_f1 ?? 1) < best));
  });

  it("ends within its budget, stops a trial that would not, and never the baseline", async () => {
    const now = tickingClock();
    const { trials } = await smallSearch({ limit: { seconds: 400 }, now });
    assert.ok(now() < 450_000, `${now()}`);
    assert.ok(trials.length > 4);
    const short = await smallSearch({ limit: { seconds: 1 }, now: tickingClock() });
    assert.deepEqual(short.trials.map(({ recipe, state }) => [recipe.learner.name, state]), [
      ["dummy", "scored"],
    ]);
    let time = 0, leap = 0;
    const stopped = await smallSearch({
      limit: { seconds: 1000 },
      now: () => time += leap,
      onTrial: () => leap = 200_000,
    });
    assert.ok(stopped.trials.some(({ state }) => state === "stopped"));
    assert.ok(stopped.trials.some(isScored));
  });

  it("gives the best so far once the user wants it, without what was cut short", async () => {
    const seen: FinishedTrial[] = [];
    const { trials, notices } = await smallSearch({
      isEnding: () => seen.length >= 4,
      onTrial: (trial) => seen.push(trial),
    });
    assert.equal(trials.length, 4);
    assert.deepEqual(notices.map(({ code }) => code), ["tuning/ended-early"]);
    await assert.rejects(
      smallSearch({ isEnding: () => true }),
      (error) => error instanceof HealerError && error.problem.code === "run/cancelled",
    );
  });

  it("ends at once when it is cancelled, with every finished trial told", async () => {
    const seen: number[] = [];
    const context = {
      seed: 0,
      progress: () => {
        if (seen.length === 3) throw cancelled();
      },
    };
    await assert.rejects(
      smallSearch({ onTrial: ({ number }) => seen.push(number) }, context),
      (error) => error instanceof HealerError && error.problem.code === "run/cancelled",
    );
    assert.deepEqual(seen, [1, 2, 3]);
  });

  it("puts the given steps in front of every recipe", async () => {
    const steps = [{ step: "drop-constant", params: {} }];
    const { trials } = await smallSearch({ steps });
    assert.ok(trials.every(({ recipe }) => recipe.steps[0]?.step === "drop-constant"));
    const names = trials.map(({ recipe }) =>
      recipe.steps.filter(({ step }) => step === "drop-constant").length
    );
    assert.deepEqual(new Set(names), new Set([1]));
  });

  it("keeps the predictions of the best only, as many as an ensemble is chosen from", async () => {
    const { trials } = await smallSearch({ limit: { trials: 120 } });
    const scored = trials.filter(({ state }) => state === "scored");
    const kept = trials.filter(isScored);
    assert.ok(scored.length > mostCandidates + 1, `${scored.length}`);
    assert.equal(kept.length, mostCandidates + 1);
    const best = scored.toSorted(byScore).slice(0, mostCandidates + 1);
    assert.deepEqual(
      new Set(kept.map(({ number }) => number)),
      new Set(best.map(({ number }) => number)),
    );
  });

  it("tells a curve of the best score", async () => {
    const points: [string, number, number][] = [];
    const context = {
      ...quietContext(5),
      metric: (...point: [string, number, number]) => void points.push(point),
    };
    const { trials } = await smallSearch({ learners: quickLearners.slice(0, 2) }, context);
    const curve = points.filter(([name]) => name === "best macro-F1");
    assert.deepEqual(curve.map(([, step]) => step), trials.map(({ number }) => number));
    const values = curve.map(([, , value]) => value);
    assert.deepEqual(values, values.toSorted((a, b) => a - b));
  });
});
