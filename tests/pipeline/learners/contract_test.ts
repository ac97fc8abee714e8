import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { z } from "zod";
import { predictedClasses } from "@/pipeline/evaluation/confusion_matrix.ts";
import type { Learner, TrainingContext } from "@/pipeline/learners/learner.ts";
import { learners, parseLearnerParams } from "@/pipeline/learners/registry.ts";
import { GraphBuilder } from "@/pipeline/onnx/graph_builder.ts";
import { supportedOperators } from "@/pipeline/onnx/supported_operators.ts";
import { paramMetas } from "@/pipeline/param_meta.ts";
import { HealerError } from "@/pipeline/problem.ts";
import { cancelled, quietContext } from "@/pipeline/run_context.ts";
import { findStep, parseStepParams } from "@/pipeline/steps/registry.ts";
import {
  type FeatureMatrix,
  type Labels,
  takeLabels,
  takeRows,
} from "@/pipeline/table/feature_matrix.ts";
import { runGraph } from "../onnx/run_graph.ts";
import { type TablePair, tablePairs } from "../steps/random_tables.ts";
import { accuracyOf, separableRows } from "./labelled_rows.ts";

/** Learners that look at no KPI, which cannot tell classes apart. */
const baselines: readonly string[] = ["dummy"];

/** Wherever the two likeliest classes are closer than this, rounding may decide between them. */
const tieGap = 2e-4;

for (const learner of learners) {
  const leastAccuracy = baselines.includes(learner.name) ? 0 : 0.95;

  describe(`the learner ${learner.name} describes itself`, () => {
    it("has a name in kebab-case, a version, and a title and a summary in both languages", () => {
      assert.match(learner.name, /^[a-z]+(-[a-z]+)*$/);
      assert.ok(Number.isInteger(learner.version) && learner.version >= 1);
      for (const text of [learner.title, learner.summary]) {
        assert.match(text.en, /[A-Za-z]/);
        assert.match(text.zh, /\p{Script=Han}/u);
      }
    });

    it("fills in its params from nothing, and takes what it has filled in", () => {
      const params = parseLearnerParams(learner, {});
      assert.deepEqual(parseLearnerParams(learner, structuredClone(params)), params);
    });

    it("labels every param and every choice in both languages", () => {
      const { properties = {} } = z.toJSONSchema(learner.params, { io: "input" });
      for (const [name, meta] of paramMetas(learner.params)) {
        assert.deepEqual(Object.keys(meta.options ?? {}), choicesOf(properties[name]), name);
        for (const text of [meta.label, meta.help, ...Object.values(meta.options ?? {})]) {
          assert.match(text.en, /\S/, name);
          assert.match(text.zh, /\S/, name);
        }
      }
    });

    it("names default steps that there are, with params they take", () => {
      for (const { step, params = {} } of learner.defaultSteps) {
        parseStepParams(findStep(step), params);
      }
    });
  });

  for (const params of variantsOf(learner)) {
    describe(`the learner ${learner.name} ${JSON.stringify(params)}`, () => {
      const fit = (matrix: FeatureMatrix, labels: Labels, seed = 1): Promise<unknown> =>
        fitWith(learner, params, matrix, labels, { ...quietContext(seed), notice: () => {} });

      it("learns classes that stand apart, whatever says nothing beside them", async () => {
        for (const classes of [2, 3, 5]) {
          for (const [holes, ballast] of [[0, false], [0, true], [0.05, true]] as const) {
            const train = separableRows({ seed: 1, rows: 150, classes, holes, ballast });
            const fresh = separableRows({ seed: 2, rows: 100, classes, holes, ballast });
            const [known, unknown] = prepare(learner, train.matrix, train.labels, fresh.matrix);
            const fitted = await fit(known, train.labels);
            const accuracy = accuracyOf(learner.predict(fitted, unknown), fresh.labels);
            assert.ok(accuracy >= leastAccuracy, `${classes} classes, ${holes} holes: ${accuracy}`);
          }
        }
      });

      it("gives probabilities for any rows, alone or together, before and after a copy", async () => {
        await eachTable(learner, fit, (fitted, { fresh, classCount }) => {
          const batch = learner.predict(fitted, fresh);
          assert.equal(batch.length, fresh.rows * classCount);
          for (let row = 0; row < fresh.rows; row++) {
            const shares = batch.subarray(row * classCount, (row + 1) * classCount);
            assert.ok(shares.every((share) => share >= 0 && share <= 1), `${shares}`);
            assert.ok(Math.abs(shares.reduce((sum, share) => sum + share) - 1) < 1e-5, `${shares}`);
            assert.deepEqual(learner.predict(fitted, takeRows(fresh, [row])), shares.slice());
          }
          assert.deepEqual(learner.predict(structuredClone(fitted), fresh), batch);
        });
      });

      it("lowers to a graph that gives the same probabilities and classes", async () => {
        await eachTable(learner, fit, async (fitted, { train, fresh, classCount }) => {
          await assertLowersLikePredict(learner, fitted, train, classCount);
          await assertLowersLikePredict(learner, fitted, fresh, classCount);
        });
      });

      it("learns the same from the same rows and seed, and leaves the rows alone", async () => {
        const { matrix, labels } = preparedRows(learner, 5);
        const before = structuredClone({ matrix, labels });
        const fitted = await fit(matrix, labels, 3);
        assert.deepEqual({ matrix, labels }, before);
        const again = await fit(before.matrix, before.labels, 3);
        assert.deepEqual(again, fitted);
        assert.deepEqual(learner.predict(again, matrix), learner.predict(fitted, matrix));
      });
    });
  }

  describe(`the learner ${learner.name}`, () => {
    const fit = (matrix: FeatureMatrix, labels: Labels, context: Partial<TrainingContext> = {}) =>
      fitWith(learner, {}, matrix, labels, { ...quietContext(), notice: () => {}, ...context });

    it("lowers to operators that the reader of model files takes", async () => {
      const { matrix, labels } = preparedRows(learner, 3);
      const graph = new GraphBuilder();
      learner.lower(await fit(matrix, labels), graph, graph.input);
      for (const { domain, op } of graph.nodes) {
        assert.ok(domain === "" || domain === "ai.onnx.ml");
        assert.ok(supportedOperators[domain].has(op), op);
      }
    });

    it("predicts no rows", async () => {
      const { matrix, labels } = preparedRows(learner, 3);
      const fitted = await fit(matrix, labels);
      assert.deepEqual(learner.predict(fitted, takeRows(matrix, [])), new Float32Array(0));
    });

    it("learns from two rows", async () => {
      const { matrix, labels } = preparedRows(learner, 2);
      const two = takeRows(matrix, [0, 1]);
      const fitted = await fit(two, takeLabels(labels, [0, 1]));
      await assertLowersLikePredict(learner, fitted, two, 2);
    });

    it("keeps the place of a class that has no rows, and never predicts it", async () => {
      const { matrix, labels } = preparedRows(learner, 4);
      for (const absent of [0, 2, 3]) {
        const kept = [...labels.codes.keys()].filter((row) => labels.codes[row] !== absent);
        const fitted = await fit(takeRows(matrix, kept), takeLabels(labels, kept));
        const probabilities = learner.predict(fitted, matrix);
        const rows = takeRows(matrix, kept);
        assert.ok(
          accuracyOf(learner.predict(fitted, rows), takeLabels(labels, kept)) >= leastAccuracy,
        );
        assert.ok(!predictedClasses(probabilities, 4).includes(absent));
        await assertLowersLikePredict(learner, fitted, matrix, 4);
      }
    });

    it("refuses to learn from no rows and from one class", async () => {
      const { matrix, labels } = preparedRows(learner, 2);
      const even = [...labels.codes.keys()].filter((row) => row % 2 === 0);
      for (
        const [rows, code] of [[[], "learners/no-rows"], [even, "learners/one-class"]] as const
      ) {
        await assert.rejects(
          fit(takeRows(matrix, rows), takeLabels(labels, rows)),
          (error) => error instanceof HealerError && error.problem.code === code,
        );
      }
    });

    it("tells its progress within 0 and 1, and stops when it is cancelled", async () => {
      const { matrix, labels } = preparedRows(learner, 5);
      const fractions: number[] = [];
      await fit(matrix, labels, { progress: (fraction) => fractions.push(fraction) });
      assert.ok(fractions.length >= 2, `${fractions}`);
      assert.ok(fractions.every((fraction) => fraction >= 0 && fraction <= 1), `${fractions}`);
      for (const calls of [1, fractions.length]) {
        let left = calls;
        const progress = () => {
          if (--left === 0) throw cancelled();
          assert.ok(left > 0, "it went on after it was cancelled");
        };
        await assert.rejects(
          fit(matrix, labels, { progress }),
          (error) => error instanceof HealerError && error.problem.code === "run/cancelled",
        );
      }
    });
  });
}

/** Runs `check` on what was learnt from random tables, prepared with the learner's default steps. */
async function eachTable(
  learner: Learner,
  fit: (matrix: FeatureMatrix, labels: Labels, seed: number) => Promise<unknown>,
  check: (fitted: unknown, tables: PreparedTables) => Promise<void> | void,
): Promise<void> {
  await fc.assert(
    fc.asyncProperty(tablePairs.filter(hasClasses), async ({ train, labels, fresh, seed }) => {
      const [known, unknown] = prepare(learner, train, labels, fresh);
      const fitted = await fit(known, labels, seed);
      await check(fitted, { train: known, fresh: unknown, classCount: labels.classes.length });
    }),
    { numRuns: 12 },
  );
}

interface PreparedTables {
  readonly train: FeatureMatrix;
  readonly fresh: FeatureMatrix;
  readonly classCount: number;
}

function hasClasses({ labels }: TablePair): boolean {
  return new Set(labels.codes).size > 1;
}

async function fitWith(
  learner: Learner,
  params: Record<string, unknown>,
  matrix: FeatureMatrix,
  labels: Labels,
  context: TrainingContext,
): Promise<unknown> {
  return await learner.fit(matrix, labels, parseLearnerParams(learner, params), context);
}

/** Training rows and other rows after the learner's default steps. */
function prepare(
  learner: Learner,
  train: FeatureMatrix,
  labels: Labels,
  fresh: FeatureMatrix,
): [FeatureMatrix, FeatureMatrix] {
  let tables: [FeatureMatrix, FeatureMatrix] = [train, fresh];
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

/** Some 60 rows of separable classes after the learner's default steps. */
function preparedRows(
  learner: Learner,
  classes: number,
): { matrix: FeatureMatrix; labels: Labels } {
  const { matrix, labels } = separableRows({ seed: 4, rows: 60, classes, ballast: true });
  return { matrix: prepare(learner, matrix, labels, matrix)[0], labels };
}

async function assertLowersLikePredict(
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

/** The defaults, then for each enum or boolean field every value it can take. */
function variantsOf(learner: Learner): Record<string, unknown>[] {
  const { properties = {} } = z.toJSONSchema(learner.params, { io: "input" });
  const others = Object.entries(properties).flatMap(([name, field]) => {
    const isBoolean = typeof field === "object" && field.type === "boolean";
    const defaultValue = typeof field === "object" ? field.default : undefined;
    return (isBoolean ? [false, true] : choicesOf(field))
      .filter((value) => value !== defaultValue)
      .map((value) => ({ [name]: value }));
  });
  return [{}, ...others];
}

/** The members of an enum field of a JSON Schema; none for other fields. */
function choicesOf(field: z.core.JSONSchema._JSONSchema | undefined): unknown[] {
  return typeof field === "object" ? field.enum ?? [] : [];
}
