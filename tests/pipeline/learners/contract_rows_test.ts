import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { predictedClasses } from "@/pipeline/evaluation/confusion_matrix.ts";
import type { Learner } from "@/pipeline/learners/learner.ts";
import { learners } from "@/pipeline/learners/registry.ts";
import { openModelBytes } from "@/pipeline/model/model_file.ts";
import { defaultRecipe } from "@/pipeline/model/recipe.ts";
import { trainModel } from "@/pipeline/model/train_model.ts";
import { readTrainingTable } from "@/pipeline/model/training_table.ts";
import { HealerError } from "@/pipeline/problem.ts";
import { Random } from "@/pipeline/random.ts";
import { quietContext } from "@/pipeline/run_context.ts";
import {
  type FeatureMatrix,
  takeColumns,
  takeLabels,
  takeRows,
} from "@/pipeline/table/feature_matrix.ts";
import { withFile } from "../table/temporary_file.ts";
import { accuracyOf, type LabelledRows, separableRows } from "./labelled_rows.ts";
import {
  assertLowersLikePredict,
  assertProbabilities,
  fitLearner,
  leastAccuracy,
  preparedRows,
  prepareRows,
} from "./prepared_rows.ts";

for (const learner of learners) {
  describe(`the learner ${learner.name} gets awkward rows`, () => {
    it("predicts no rows", async () => {
      const rows = preparedRows(learner, 3);
      const fitted = await fitLearner(learner, rows);
      assert.deepEqual(learner.predict(fitted, takeRows(rows.matrix, [])), new Float32Array(0));
    });

    it("learns from two rows, and from two that only their labels tell apart", async () => {
      const rows = preparedRows(learner, 2);
      for (const pair of [[0, 1], [0, 0]]) {
        const matrix = takeRows(rows.matrix, pair);
        const labels = takeLabels(rows.labels, [0, 1]);
        await assertLearns(learner, { matrix, labels });
      }
    });

    it("learns where all columns are constant, missing or both", async () => {
      const { matrix, labels } = separableRows({ seed: 1, rows: 40, classes: 3 });
      const cells: ((row: number) => number)[] = [
        () => 5,
        () => NaN,
        (row) => row % 4 ? NaN : 1e17,
      ];
      const values = matrix.values.map((_, cell) => cells[cell % 3]!(Math.floor(cell / 3)));
      await assertLearns(learner, prepareRows(learner, { matrix: { ...matrix, values }, labels }));
    });

    it("learns from one column among many copies of it, and constant and missing ones", async () => {
      const rows = separableRows({ seed: 1, rows: 80, classes: 2, ballast: true });
      const [level, constant, empty] = [0, 3, 4];
      const repeated = [level, constant, empty].flatMap((column) =>
        new Array<number>(12).fill(column)
      );
      const matrix = takeColumns(rows.matrix, repeated);
      const prepared = prepareRows(learner, { matrix, labels: rows.labels });
      const accuracy = await assertLearns(learner, prepared);
      assert.ok(accuracy >= leastAccuracy(learner), `${accuracy}`);
    });

    it("learns from a class that has a single row", async () => {
      const rows = preparedRows(learner, 3);
      const kept = [...rows.labels.codes.keys()].filter((row) => row % 3 !== 2 || row === 2);
      await assertLearns(learner, {
        matrix: takeRows(rows.matrix, kept),
        labels: takeLabels(rows.labels, kept),
      });
    });

    it("keeps the place of a class that has no rows, and never predicts it", async () => {
      const { matrix, labels } = preparedRows(learner, 4);
      for (const absent of [0, 2, 3]) {
        const kept = [...labels.codes.keys()].filter((row) => labels.codes[row] !== absent);
        const known = { matrix: takeRows(matrix, kept), labels: takeLabels(labels, kept) };
        const fitted = await fitLearner(learner, known);
        const probabilities = learner.predict(fitted, matrix);
        assert.ok(!predictedClasses(probabilities, 4).includes(absent));
        const accuracy = accuracyOf(learner.predict(fitted, known.matrix), known.labels);
        assert.ok(accuracy >= leastAccuracy(learner), `${accuracy}`);
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
          fitLearner(learner, { matrix: takeRows(matrix, rows), labels: takeLabels(labels, rows) }),
          (error) => error instanceof HealerError && error.problem.code === code,
        );
      }
    });

    it("learns from rows in incidents: one for each class, a few, or only one", async () => {
      const { matrix, labels } = preparedRows(learner, 3);
      for (const incidentOf of [(row: number) => row % 3, (row: number) => row % 12, () => 0]) {
        const groups = Int32Array.from(labels.codes, (_, row) => incidentOf(row));
        const accuracy = await assertLearns(learner, { matrix, labels: { ...labels, groups } });
        assert.ok(accuracy >= leastAccuracy(learner), `${accuracy}`);
      }
    });

    it("learns 500 classes, or says that it cannot", async () => {
      const { matrix, labels } = prepareRows(learner, manyClasses(500));
      try {
        await assertLearns(learner, { matrix, labels }, takeRows(matrix, [0, 499, 700]));
      } catch (error) {
        if (!(error instanceof HealerError)) throw error;
        assert.equal(error.problem.code, "learners/too-many-classes");
        assert.match(error.problem.message.en, /500/);
      }
    });

    it("gives the same model whether labels are text or numbers", async () => {
      const [text, number] = await Promise.all([["a", "b"], ["1", "2"]].map(async (names) => {
        const { matrix, labels } = separableRows({ seed: 3, rows: 40, classes: 2 });
        return await withFile(
          csvOf({ matrix, labels: { ...labels, classes: names } }),
          async (path) => {
            const table = await readTrainingTable(path, { label: "fault" }, {}, () => {});
            const options = { folds: 0, keepRows: false };
            const recipe = defaultRecipe(learner.name);
            const { bytes } = await trainModel(table, recipe, options, quietContext(1));
            await using model = await openModelBytes(bytes, "model.onnx");
            return await model.model.run(table.matrix.values, table.matrix.rows);
          },
        );
      }));
      assert.deepEqual(text!.probabilities, number!.probabilities);
      const inText: Readonly<Record<string, string>> = { "1": "a", "2": "b" };
      assert.deepEqual(number!.labels.map((label) => inText[label]), text!.labels);
    });
  });
}

/** Asserts that what the learner makes of `rows` holds for them and in ONNX; returns the accuracy there. */
async function assertLearns(
  learner: Learner,
  rows: LabelledRows,
  asked: FeatureMatrix = rows.matrix,
): Promise<number> {
  const fitted = await fitLearner(learner, rows);
  assertProbabilities(learner.predict(fitted, asked), rows.labels);
  await assertLowersLikePredict(learner, fitted, asked, rows.labels.classes.length);
  return asked === rows.matrix ? accuracyOf(learner.predict(fitted, asked), rows.labels) : NaN;
}

/** Three rows of each class, whose number stands digit by digit in the columns. */
function manyClasses(classes: number): LabelledRows {
  const random = new Random(1);
  const rows = 3 * classes;
  const codes = Int32Array.from({ length: rows }, (_, row) => row % classes);
  const values = Float32Array.from({ length: 3 * rows }, (_, cell) => {
    const digit = Math.floor(codes[Math.floor(cell / 3)]! / 10 ** (cell % 3)) % 10;
    return digit + 0.1 * random.normal();
  });
  return {
    matrix: { names: ["ones", "tens", "hundreds"], rows, values },
    labels: { classes: Array.from({ length: classes }, (_, code) => `fault ${code}`), codes },
  };
}

function csvOf({ matrix, labels }: LabelledRows): string {
  const width = matrix.names.length;
  const lines = Array.from(
    labels.codes,
    (code, row) =>
      [...matrix.values.subarray(row * width, (row + 1) * width), labels.classes[code]].join(),
  );
  return [[...matrix.names, "fault"].join(), ...lines].join("\n");
}
