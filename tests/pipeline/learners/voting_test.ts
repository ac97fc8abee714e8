import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { assembleVoting, voting } from "@/pipeline/learners/voting.ts";
import { fitMember, predictMember } from "@/pipeline/learners/ensemble_member.ts";
import { parseLearnerParams } from "@/pipeline/learners/registry.ts";
import { GraphBuilder } from "@/pipeline/onnx/graph_builder.ts";
import { HealerError, type Problem } from "@/pipeline/problem.ts";
import { quietContext } from "@/pipeline/run_context.ts";
import { runGraph } from "../onnx/run_graph.ts";
import { assertClose } from "../steps/assert_close.ts";
import { separableRows } from "./labelled_rows.ts";

const context = { ...quietContext(3), notice: () => {} };
const rows = separableRows({ seed: 1, rows: 90, classes: 3, holes: 0.05, ballast: true });
const fresh = separableRows({ seed: 2, rows: 60, classes: 3, holes: 0.2, ballast: true }).matrix;

const forest = { learner: "random-forest", params: { trees: 8 } };
const oversampled = {
  learner: "decision-tree",
  steps: [{ step: "signed-log" }, { step: "oversample-random" }],
};

async function fit(params: Record<string, unknown>) {
  const parsed = parseLearnerParams(voting, params);
  return await voting.fit(rows.matrix, rows.labels, parsed, context);
}

function problemOf(act: () => unknown): Problem {
  try {
    act();
  } catch (error) {
    if (error instanceof HealerError) return error.problem;
    throw error;
  }
  throw new Error("nothing was thrown");
}

describe("voting", () => {
  it("is the weighted mean of what its members say alone, with their own steps", async () => {
    const params = { members: [forest, "logistic-regression", oversampled], weights: [2, 1, 1] };
    const fitted = await fit(params);
    const { members } = parseLearnerParams(voting, params);
    const alone = await Promise.all(
      members.map(async (member) => predictMember(await fitMember(member, rows, context), fresh)),
    );
    const mean = alone[0]!.map((_, cell) =>
      (2 * alone[0]![cell]! + alone[1]![cell]! + alone[2]![cell]!) / 4
    );
    assertClose(voting.predict(fitted, fresh), mean, 1e-6);
    assert.deepEqual(assembleVoting(fitted.members, [4, 2, 2]), fitted);
  });

  it("counts all members the same where no weights are given", async () => {
    const { weights } = await fit({ members: [forest, "gaussian-naive-bayes", "dummy"] });
    assert.deepEqual(weights, new Float32Array(3).fill(1 / 3));
  });

  it("gives the same probabilities in ONNX, to the last bit where its members do", async () => {
    const trees = { learner: "extra-trees", params: { trees: 7 } };
    const fitted = await fit({ members: [forest, trees, oversampled], weights: [1, 0.3, 0.1] });
    const graph = new GraphBuilder();
    const output = voting.lower(fitted, graph, graph.input);
    assert.deepEqual(await runGraph(graph, output, fresh), voting.predict(fitted, fresh));
  });

  it("refuses weights that do not fit its members", async () => {
    for (const weights of [[1], [1, 1, 1], [0, 0]]) {
      await assert.rejects(
        fit({ members: [forest, "dummy"], weights }),
        (error) =>
          error instanceof HealerError && error.problem.code === "learners/bad-param" &&
          error.problem.place.param === "weights" && /2 weights/.test(error.problem.hint.en),
      );
    }
  });

  it("writes out the params and steps of its members", () => {
    const { members } = parseLearnerParams(voting, { members: ["logistic-regression", forest] });
    assert.deepEqual(members[0]!.steps.map(({ step }) => step), [
      "clip-outliers",
      "impute",
      "scale",
    ]);
    assert.equal(members[0]!.params["C"], 1);
    assert.equal(members[1]!.params["trees"], 8);
    assert.ok("maxDepth" in members[1]!.params);
  });

  it("says which param of which member is wrong, and what it may be", () => {
    const wrong = (members: unknown): Problem =>
      problemOf(() => parseLearnerParams(voting, { members }));
    const outOfRange = wrong(["dummy", { learner: "random-forest", params: { trees: 0 } }]);
    assert.equal(outOfRange.place.param, "members.1.params.trees");
    assert.equal(outOfRange.hint.en, "Allowed: a value of at least 1.");
    assert.equal(outOfRange.hint.zh, "允许：不小于 1 的值。");
    const step = { step: "impute", params: { strategy: "guess" } };
    const ofStep = wrong([{ learner: "dummy", steps: [step] }]);
    assert.equal(ofStep.place.param, "members.0.steps.0.params.strategy");
    assert.match(ofStep.hint.en, /median/);
    const unknown = wrong(["random-forest", "voting"]);
    assert.equal(unknown.place.param, "members.1");
    assert.match(unknown.hint.en, /one of random-forest/);
    const unknownInside = wrong([{ learner: "no-such" }]);
    assert.equal(unknownInside.place.param, "members.0.learner");
  });
});
