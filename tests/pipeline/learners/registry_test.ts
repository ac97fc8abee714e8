import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { findLearner, learners, parseLearnerParams } from "@/pipeline/learners/registry.ts";
import { HealerError, type Problem } from "@/pipeline/problem.ts";

function problemOf(act: () => unknown): Problem {
  try {
    act();
  } catch (error) {
    if (error instanceof HealerError) return error.problem;
    throw error;
  }
  throw new Error("nothing was thrown");
}

describe("findLearner", () => {
  it("finds every learner by its name, and no two share one", () => {
    assert.equal(new Set(learners.map(({ name }) => name)).size, learners.length);
    for (const learner of learners) assert.equal(findLearner(learner.name), learner);
    assert.equal(learners[0]!.name, "random-forest");
  });

  it("suggests what is close to a name that does not exist", () => {
    const problem = problemOf(() => findLearner("randomforest"));
    assert.equal(problem.code, "learners/unknown-learner");
    assert.match(problem.message.en, /"randomforest"/);
    assert.match(problem.hint.en, /"random-forest"/);
    assert.match(problem.hint.zh, /"random-forest"/);
    assert.match(problemOf(() => findLearner("xyzzy")).hint.en, /healer kinds/);
  });
});

describe("parseLearnerParams", () => {
  const forest = findLearner("random-forest");

  it("keeps what is given and fills in the rest", () => {
    assert.deepEqual(parseLearnerParams(forest, { trees: 10, classWeight: "balanced" }), {
      trees: 10,
      maxFeatures: "double-sqrt",
      minSamplesLeaf: 2,
      maxDepth: 50,
      classWeight: "balanced",
    });
  });

  it("names learner, param and what is allowed", () => {
    const problem = problemOf(() => parseLearnerParams(forest, { trees: 0 }));
    assert.equal(problem.code, "learners/bad-param");
    assert.match(problem.message.en, /"trees" of the learner "random-forest"/);
    assert.deepEqual(problem.place, { param: "trees" });
    assert.equal(problem.hint.en, "Allowed: a value of at least 1.");
    const unknown = problemOf(() => parseLearnerParams(forest, { tress: 10 }));
    assert.match(unknown.hint.en, /"trees"/);
  });
});
