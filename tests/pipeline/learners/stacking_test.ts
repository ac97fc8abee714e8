import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { fitMember, predictMember } from "@/pipeline/learners/ensemble_member.ts";
import { parseLearnerParams } from "@/pipeline/learners/registry.ts";
import { assembleStacking, stacking, type StackingFitted } from "@/pipeline/learners/stacking.ts";
import { GraphBuilder } from "@/pipeline/onnx/graph_builder.ts";
import { Random } from "@/pipeline/random.ts";
import { quietContext } from "@/pipeline/run_context.ts";
import { takeLabels } from "@/pipeline/table/feature_matrix.ts";
import { runGraph } from "../onnx/run_graph.ts";
import { assertClose } from "../steps/assert_close.ts";
import { accuracyOf, type LabelledRows, separableRows } from "./labelled_rows.ts";

const context = { ...quietContext(3), notice: () => {} };

/** Knows every row it has learnt from by heart. */
const memoriser = { learner: "k-nearest-neighbours", params: { neighbours: 1 }, steps: [] };
const linear = { learner: "logistic-regression", steps: [] };

async function fit({ matrix, labels }: LabelledRows, params: Record<string, unknown>) {
  const parsed = parseLearnerParams(stacking, params);
  return await stacking.fit(matrix, labels, parsed, context);
}

/** Two classes that overlap; every row stands there `copies` times, as one group. */
function overlapping(rows: number, seed: number, copies = 1): LabelledRows {
  const random = new Random(seed);
  const groups = Int32Array.from({ length: rows * copies }, (_, row) => Math.floor(row / copies));
  const codeOf = Int32Array.from({ length: rows }, () => random.below(2));
  const xOf = Float32Array.from(codeOf, (code) => code + 1.2 * random.normal());
  const noiseOf = Float32Array.from(codeOf, () => random.normal());
  return {
    matrix: {
      names: ["x", "noise"],
      rows: groups.length,
      values: Float32Array.from([...groups].flatMap((group) => [xOf[group]!, noiseOf[group]!])),
    },
    labels: { classes: ["a", "b"], codes: groups.map((group) => codeOf[group]!), groups },
  };
}

/** How much the log-odds move with what a member of two classes says, over both of its columns. */
function trustIn({ meta }: StackingFitted, member: number): number {
  const weight = (column: number): number =>
    meta.coefficients[column * 2 + column % 2]! - meta.coefficients[column * 2 + (column + 1) % 2]!;
  return weight(2 * member) + weight(2 * member + 1);
}

describe("stacking", () => {
  it("does not believe a member that has only learnt by heart", async () => {
    const rows = overlapping(300, 1);
    const fitted = await fit(rows, { members: [memoriser, linear], C: 10 });
    const [byHeart, other] = [trustIn(fitted, 0), trustIn(fitted, 1)];
    assert.ok(byHeart < other / 5, `${byHeart}, ${other}`);
    const fresh = overlapping(1000, 2);
    const alone = await fitMember(
      parseLearnerParams(stacking, { members: [linear] }).members[0]!,
      rows,
      context,
    );
    const least = accuracyOf(predictMember(alone, fresh.matrix), fresh.labels) - 0.02;
    assert.ok(accuracyOf(stacking.predict(fitted, fresh.matrix), fresh.labels) >= least);
  });

  it("asks no member about an incident that it has learnt from", async () => {
    const { matrix, labels: { classes, codes, groups } } = overlapping(100, 3, 4);
    assert.ok(groups !== undefined);
    const params = { members: [memoriser, linear], C: 10 };
    const divided = await fit({ matrix, labels: { classes, codes } }, params);
    const whole = await fit({ matrix, labels: { classes, codes, groups } }, params);
    // A copy of the row in another fold gives its label away.
    assert.ok(trustIn(divided, 0) > 2 * trustIn(divided, 1));
    assert.ok(trustIn(whole, 0) < trustIn(whole, 1) / 2);
  });

  it("follows, of fitted members, the one that was right on rows it had not seen", async () => {
    const { matrix, labels } = overlapping(200, 4);
    const params = parseLearnerParams(stacking, { members: [linear, "gaussian-naive-bayes"] });
    const members = await Promise.all(
      params.members.map((member) => fitMember(member, { matrix, labels }, context)),
    );
    const rows = Int32Array.from(labels.codes.keys()).filter((row) => row % 2 === 0);
    const seen = takeLabels(labels, rows);
    const right = new Float32Array(rows.length * 2).fill(0.1);
    for (const [row, code] of seen.codes.entries()) right[row * 2 + code] = 0.9;
    const useless = new Float32Array(rows.length * 2).fill(0.5);
    const meta = { C: 1, classWeight: "none" } as const;
    for (const best of [0, 1]) {
      const probabilities = best === 0 ? [right, useless] : [useless, right];
      const stack = assembleStacking(members, labels, { rows, probabilities }, meta, context);
      assert.ok(trustIn(stack, best) > 2 && trustIn(stack, 1 - best) <= 1.01);
    }
  });

  it("takes the geometric mean of its members where nothing can be held out", async () => {
    const { matrix, labels } = separableRows({ seed: 5, rows: 30, classes: 3 });
    const groups = new Int32Array(30);
    const members = [linear, "gaussian-naive-bayes"];
    const fitted = await fit({ matrix, labels: { ...labels, groups } }, { members });
    const fresh = separableRows({ seed: 6, rows: 20, classes: 3 }).matrix;
    const [first, second] = fitted.members.map((member) =>
      predictMember(member, fresh).map((share) => Math.max(share, 1e-4))
    );
    const products = first!.map((share, cell) => Math.sqrt(share * second![cell]!));
    const expected = products.map((product, cell) => {
      const start = cell - cell % 3;
      return product / products.subarray(start, start + 3).reduce((sum, each) => sum + each);
    });
    assertClose(stacking.predict(fitted, fresh), expected, 1e-5);
  });

  it("lets balanced weights name a rare class more often", async () => {
    const rows = overlapping(400, 7);
    const kept = rows.labels.codes.map((code, row) => code === 1 && row % 8 > 0 ? 0 : code);
    const rare = { ...rows, labels: { ...rows.labels, codes: kept } };
    const named = await Promise.all(["none", "balanced"].map(async (classWeight) => {
      const fitted = await fit(rare, { members: [linear], classWeight, C: 10 });
      const predicted = stacking.predict(fitted, rows.matrix);
      return predicted.filter((share, cell) => cell % 2 === 1 && share > 0.5).length;
    }));
    assert.ok(named[1]! > named[0]! + 20, `${named}`);
  });

  it("gives the same probabilities in ONNX", async () => {
    const rows = separableRows({ seed: 8, rows: 90, classes: 3, holes: 0.05, ballast: true });
    const members = [
      { learner: "random-forest", params: { trees: 8 } },
      "logistic-regression",
      "support-vector-machine",
    ];
    const fitted = await fit(rows, { members, folds: 3 });
    const fresh = separableRows({ seed: 9, rows: 60, classes: 3, holes: 0.2, ballast: true });
    const graph = new GraphBuilder();
    const output = stacking.lower(fitted, graph, graph.input);
    assertClose(
      await runGraph(graph, output, fresh.matrix),
      stacking.predict(fitted, fresh.matrix),
      1e-6,
    );
  });
});
