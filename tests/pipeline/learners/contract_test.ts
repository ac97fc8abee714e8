import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { z } from "zod";
import type { Learner } from "@/pipeline/learners/learner.ts";
import { learners } from "@/pipeline/learners/registry.ts";
import { GraphBuilder } from "@/pipeline/onnx/graph_builder.ts";
import { supportedOperators } from "@/pipeline/onnx/supported_operators.ts";
import { HealerError } from "@/pipeline/problem.ts";
import { cancelled } from "@/pipeline/run_context.ts";
import { takeRows } from "@/pipeline/table/feature_matrix.ts";
import { type TablePair, tablePairs } from "../steps/random_tables.ts";
import { accuracyOf, separableRows } from "./labelled_rows.ts";
import {
  assertLowersLikePredict,
  assertProbabilities,
  fitLearner,
  leastAccuracy,
  prepare,
  preparedRows,
} from "./prepared_rows.ts";

// What every learner promises, by each of its enum and boolean params. Beside this file,
// contract_params_test.ts looks at how learners describe themselves, contract_rows_test.ts at awkward rows.
for (const learner of learners) {
  for (const params of variantsOf(learner)) {
    describe(`the learner ${learner.name} ${JSON.stringify(params)}`, () => {
      it("learns classes that stand apart, whatever says nothing beside them", async () => {
        for (const classes of [2, 3, 5]) {
          for (const [holes, ballast] of [[0, false], [0, true], [0.05, true]] as const) {
            const train = separableRows({ seed: 1, rows: 150, classes, holes, ballast });
            const fresh = separableRows({ seed: 2, rows: 100, classes, holes, ballast });
            const [matrix, unknown] = prepare(learner, train, fresh.matrix);
            const fitted = await fitLearner(learner, { ...train, matrix }, params);
            const accuracy = accuracyOf(learner.predict(fitted, unknown), fresh.labels);
            const isGood = accuracy >= leastAccuracy(learner);
            assert.ok(isGood, `${classes} classes, ${holes} holes: ${accuracy}`);
          }
        }
      });

      it("gives probabilities for any rows, alone or together, before and after a copy", async () => {
        await eachTable(learner, params, (fitted, { labels, fresh }) => {
          const classCount = labels.classes.length;
          const batch = learner.predict(fitted, fresh);
          assert.equal(batch.length, fresh.rows * classCount);
          assertProbabilities(batch, labels);
          for (let row = 0; row < fresh.rows; row++) {
            const shares = batch.slice(row * classCount, (row + 1) * classCount);
            assert.deepEqual(learner.predict(fitted, takeRows(fresh, [row])), shares);
          }
          assert.deepEqual(learner.predict(structuredClone(fitted), fresh), batch);
        });
      });

      it("lowers to a graph that gives the same probabilities and classes", async () => {
        await eachTable(learner, params, async (fitted, { train, labels, fresh }) => {
          await assertLowersLikePredict(learner, fitted, train, labels.classes.length);
          await assertLowersLikePredict(learner, fitted, fresh, labels.classes.length);
        });
      });

      it("learns the same from the same rows and seed by any number of threads, and leaves the rows alone", async () => {
        const rows = preparedRows(learner, 5);
        const before = structuredClone(rows);
        const fitted = await fitLearner(learner, rows, params, { seed: 3 });
        assert.deepEqual(rows, before);
        for (const threads of [1, 2]) {
          const again = await fitLearner(learner, before, params, { seed: 3, threads });
          assert.deepEqual(again, fitted);
        }
      });
    });
  }

  describe(`the learner ${learner.name}`, () => {
    it("lowers to operators that the reader of model files takes", async () => {
      const graph = new GraphBuilder();
      learner.lower(await fitLearner(learner, preparedRows(learner, 3)), graph, graph.input);
      for (const { domain, op } of graph.nodes) {
        assert.ok(domain === "" || domain === "ai.onnx.ml");
        assert.ok(supportedOperators[domain].has(op), op);
      }
    });

    it("tells its progress within 0 and 1, and stops when it is cancelled", async () => {
      const rows = preparedRows(learner, 5);
      const fractions: number[] = [];
      await fitLearner(learner, rows, {}, { progress: (fraction) => fractions.push(fraction) });
      assert.ok(fractions.length >= 2, `${fractions}`);
      assert.ok(fractions.every((fraction) => fraction >= 0 && fraction <= 1), `${fractions}`);
      for (const calls of [1, fractions.length]) {
        let left = calls;
        const progress = () => {
          if (--left === 0) throw cancelled();
          assert.ok(left > 0, "it went on after it was cancelled");
        };
        await assert.rejects(
          fitLearner(learner, rows, {}, { progress }),
          (error) => error instanceof HealerError && error.problem.code === "run/cancelled",
        );
      }
    });
  });
}

/** Runs `check` on what was learnt from random tables, prepared with the learner's default steps. */
async function eachTable(
  learner: Learner,
  params: Record<string, unknown>,
  check: (fitted: unknown, tables: Omit<TablePair, "seed">) => Promise<void> | void,
): Promise<void> {
  await fc.assert(
    fc.asyncProperty(tablePairs.filter(hasClasses), async ({ train, labels, fresh, seed }) => {
      const [known, unknown] = prepare(learner, { matrix: train, labels }, fresh);
      const fitted = await fitLearner(learner, { matrix: known, labels }, params, { seed });
      await check(fitted, { train: known, labels, fresh: unknown });
    }),
    { numRuns: 12 },
  );
}

function hasClasses({ labels }: TablePair): boolean {
  return new Set(labels.codes).size > 1;
}

/** The defaults, then for each enum or boolean field every value it can take. */
function variantsOf(learner: Learner): Record<string, unknown>[] {
  const { properties = {} } = z.toJSONSchema(learner.params, { io: "input" });
  const others = Object.entries(properties).flatMap(([name, field]) => {
    if (typeof field !== "object") return [];
    return (field.type === "boolean" ? [false, true] : field.enum ?? [])
      .filter((value) => value !== field.default)
      .map((value) => ({ [name]: value }));
  });
  return [{}, ...others];
}
