import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { HealerError, type Problem } from "@/pipeline/problem.ts";
import { columnSteps, findStep, parseStepParams, rowSteps } from "@/pipeline/steps/registry.ts";

function problemOf(act: () => unknown): Problem {
  try {
    act();
  } catch (error) {
    if (error instanceof HealerError) return error.problem;
    throw error;
  }
  throw new Error("nothing was thrown");
}

describe("findStep", () => {
  it("finds every step by its name, and no two share one", () => {
    const steps = [...columnSteps, ...rowSteps];
    assert.equal(new Set(steps.map(({ name }) => name)).size, steps.length);
    for (const step of steps) assert.equal(findStep(step.name), step);
  });

  it("suggests what is close to a name that does not exist", () => {
    const problem = problemOf(() => findStep("sclae"));
    assert.equal(problem.code, "steps/unknown-step");
    assert.match(problem.message.en, /"sclae"/);
    assert.match(problem.hint.en, /"scale"/);
    assert.match(problem.hint.zh, /"scale"/);
  });
});

describe("parseStepParams", () => {
  const impute = findStep("impute");
  const refusal = (params: unknown): Problem => problemOf(() => parseStepParams(impute, params));

  it("keeps what is given and fills in the rest", () => {
    assert.deepEqual(parseStepParams(impute, { strategy: "nearest", neighbours: 3 }), {
      strategy: "nearest",
      value: 0,
      neighbours: 3,
      ridge: 0.01,
      indicators: false,
    });
  });

  it("names step, param and choices of a value that is none of them", () => {
    const problem = refusal({ strategy: "guess" });
    assert.equal(problem.code, "steps/bad-param");
    assert.equal(
      problem.message.en,
      'Cannot use the param "strategy" of the step "impute": it is not valid.',
    );
    assert.deepEqual(problem.place, { param: "strategy" });
    assert.match(problem.hint.en, /^Allowed: one of mean, median, .*regression\.$/);
    assert.match(problem.hint.zh, /mean、median/);
  });

  it("says the range, the type and the names that are allowed", () => {
    const hint = (params: unknown): string => refusal(params).hint.en;
    assert.equal(hint({ neighbours: 0 }), "Allowed: a value of at least 1.");
    assert.equal(hint({ neighbours: 999 }), "Allowed: a value of at most 20.");
    assert.equal(hint({ neighbours: 2.5 }), "Allowed: a whole number.");
    assert.equal(hint({ indicators: "yes" }), "Allowed: true or false.");
    assert.equal(hint("median"), "Allowed: an object of params.");
    assert.match(hint({ startegy: "mean" }), /the params "strategy", "value"/);
    const nothing = problemOf(() => parseStepParams(findStep("signed-log"), { base: 2 }));
    assert.equal(nothing.hint.en, "Allowed: no params at all.");
  });
});
