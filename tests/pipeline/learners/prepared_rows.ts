import assert from "node:assert/strict";
import { predictedClasses } from "@/pipeline/evaluation/confusion_matrix.ts";
import type { Learner, TrainingContext } from "@/pipeline/learners/learner.ts";
import { parseLearnerParams } from "@/pipeline/learners/registry.ts";
import { GraphBuilder } from "@/pipeline/onnx/graph_builder.ts";
import { quietContext } from "@/pipeline/run_context.ts";
import { findStep, parseStepParams } from "@/pipeline/steps/registry.ts";
import type { FeatureMatrix, Labels } from "@/pipeline/table/feature_matrix.ts";
import { runGraph } from "../onnx/run_graph.ts";
import { type LabelledRows, separableRows } from "./labelled_rows.ts";

/** Learners that look at no KPI, which cannot tell classes apart. */
const baselines: readonly string[] = ["dummy"];

/** What makes learners quick whose defaults would keep the tests waiting. */
const quickMembers = [
  { learner: "random-forest", params: { trees: 10 } },
  { learner: "gradient-boosting", params: { rounds: 10 } },
  "logistic-regression",
];
const quickParams: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  voting: { members: quickMembers },
  stacking: { members: quickMembers, folds: 2 },
};

/** Wherever the two likeliest classes are closer than this, rounding may decide between them. */
const tieGap = 2e-4;

/** The accuracy that a learner must reach on classes that stand far apart. */
export function leastAccuracy(learner: Learner): number {
  return baselines.includes(learner.name) ? 0 : 0.95;
}

/** What `learner` learns from rows as they are, with the params that differ from its quick ones. */
export async function fitLearner(
  learner: Learner,
  { matrix, labels }: LabelledRows,
  params: Record<string, unknown> = {},
  context: Partial<TrainingContext> = {},
): Promise<unknown> {
  return await learner.fit(
    matrix,
    labels,
    parseLearnerParams(learner, {
      ...quickParams[learner.name],
      ...params,
    }),
    {
      ...quietContext(1),
      notice: () => {},
      ...context,
    },
  );
}

/** Training rows and other rows after the learner's default steps. */
export function prepare(
  learner: Learner,
  { matrix, labels }: LabelledRows,
  fresh: FeatureMatrix,
): [FeatureMatrix, FeatureMatrix] {
  let tables: [FeatureMatrix, FeatureMatrix] = [matrix, fresh];
  for (const { step: name, params = {} } of learner.defaultSteps) {
    const step = findStep(name);
    if (step.role === "row") continue;
    const fitted = step.fit(tables[0], parseStepParams(step, params), {
      ...quietContext(),
      labels,
    });
    tables = [step.apply(fitted, tables[0]), step.apply(fitted, tables[1])];
  }
  return tables;
}

/** `rows` after the learner's default steps. */
export function prepareRows(learner: Learner, rows: LabelledRows): LabelledRows {
  return { matrix: prepare(learner, rows, rows.matrix)[0], labels: rows.labels };
}

/** Some 60 rows of separable classes after the learner's default steps. */
export function preparedRows(learner: Learner, classes: number): LabelledRows {
  return prepareRows(learner, separableRows({ seed: 4, rows: 60, classes, ballast: true }));
}

/** Asserts that n×k `probabilities` lie in [0, 1] and that each row's sum up to 1. */
export function assertProbabilities(probabilities: Float32Array, labels: Labels): void {
  const classCount = labels.classes.length;
  assert.ok(probabilities.length > 0 && probabilities.length % classCount === 0);
  for (let start = 0; start < probabilities.length; start += classCount) {
    const shares = probabilities.subarray(start, start + classCount);
    assert.ok(shares.every((share) => share >= 0 && share <= 1), `${shares}`);
    assert.ok(Math.abs(shares.reduce((sum, share) => sum + share) - 1) < 1e-5, `${shares}`);
  }
}

/** Asserts that ONNX gives the probabilities, within 1e-4, and the classes that `predict` gives. */
export async function assertLowersLikePredict(
  learner: Learner,
  fitted: unknown,
  matrix: FeatureMatrix,
  classCount: number,
): Promise<void> {
  const graph = new GraphBuilder();
  const lowered = await runGraph(graph, learner.lower(fitted, graph, graph.input), matrix);
  const predicted = learner.predict(fitted, matrix);
  assert.equal(lowered.length, predicted.length);
  predicted.forEach((share, cell) => {
    assert.ok(Math.abs(share - lowered[cell]!) <= 1e-4, `${share} and ${lowered[cell]}`);
  });
  const [ours, theirs] = [
    predictedClasses(predicted, classCount),
    predictedClasses(lowered, classCount),
  ];
  for (let row = 0; row < matrix.rows; row++) {
    const shares = predicted.slice(row * classCount, (row + 1) * classCount).sort();
    const gap = shares.at(-1)! - shares.at(-2)!;
    assert.ok(ours[row] === theirs[row] || gap < tieGap, `row ${row}: ${shares}`);
  }
}
