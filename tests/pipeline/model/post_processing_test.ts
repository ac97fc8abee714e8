import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { diagnoseRows } from "@/pipeline/diagnosis/diagnose_rows.ts";
import { evaluateRows } from "@/pipeline/diagnosis/evaluate_rows.ts";
import { openJudge } from "@/pipeline/diagnosis/judge.ts";
import { openRows } from "@/pipeline/diagnosis/open_rows.ts";
import { predictedClasses } from "@/pipeline/evaluation/confusion_matrix.ts";
import { evaluatePredictions } from "@/pipeline/evaluation/evaluate_predictions.ts";
import { choosePostProcessing } from "@/pipeline/model/choose_post_processing.ts";
import { crossFit } from "@/pipeline/model/cross_fit.ts";
import { crossValidate } from "@/pipeline/model/cross_validation.ts";
import { fitPipeline } from "@/pipeline/model/fitted_pipeline.ts";
import { type ModelCard, modelCardSchema } from "@/pipeline/model/model_card.ts";
import { openModelBytes } from "@/pipeline/model/model_file.ts";
import { takePredictions } from "@/pipeline/model/out_of_fold.ts";
import {
  fitPostProcessing,
  postProcess,
  type PostProcessingOptions,
} from "@/pipeline/model/post_processing.ts";
import { defaultRecipe, type Recipe } from "@/pipeline/model/recipe.ts";
import { type TrainingOptions, trainModel } from "@/pipeline/model/train_model.ts";
import type { TrainingTable } from "@/pipeline/model/training_table.ts";
import { HealerError } from "@/pipeline/problem.ts";
import { Random } from "@/pipeline/random.ts";
import { quietContext } from "@/pipeline/run_context.ts";
import { takeLabels, takeRows } from "@/pipeline/table/feature_matrix.ts";
import { withFile } from "../table/temporary_file.ts";
import { predictedRows } from "./predicted_rows.ts";
import { sampleTable } from "./sample_tables.ts";

const quietly = (): void => {};
const combinations: PostProcessingOptions[] = [
  { calibration: "temperature", tuneDecision: false },
  { calibration: "isotonic", tuneDecision: false },
  { calibration: "none", tuneDecision: true },
  { calibration: "temperature", tuneDecision: true },
  { calibration: "isotonic", tuneDecision: true },
];
const nameOf = ({ calibration, tuneDecision }: PostProcessingOptions): string =>
  `${calibration}${tuneDecision ? " with a tuned decision" : ""}`;

/** Rows of which the later classes are ever rarer and hard to tell from the first. */
function unevenTable(classes: number): TrainingTable {
  const table = sampleTable({ rows: 2000, width: 4, classes, signal: 1.2 });
  const random = new Random(9);
  const kept = Int32Array.from(table.labels.codes.keys())
    .filter((row) => random.next() < 0.5 ** table.labels.codes[row]! + 0.1);
  return {
    ...table,
    matrix: takeRows(table.matrix, kept),
    labels: takeLabels(table.labels, kept),
  };
}

const forest = defaultRecipe("random-forest", { trees: 20 });
const quick: TrainingOptions = { folds: 4, keepRows: false };

describe("crossFit", () => {
  for (const options of combinations) {
    it(`does not use a fold for its own predictions: ${nameOf(options)}`, () => {
      const data = predictedRows({ rows: 240, seed: 1, overconfidence: 2, folds: 3 });
      const before = crossFit(data, options, quietly);
      fc.assert(
        fc.property(fc.integer({ min: 0, max: 2 }), fc.nat(), (fold, seed) => {
          const random = new Random(seed);
          const codes = data.labels.codes.map((code, row) =>
            data.foldOf[row] === fold ? random.below(3) : code
          );
          const labels = { ...data.labels, codes };
          const after = crossFit({ ...data, labels }, options, quietly);
          const own = Int32Array.from(codes.keys()).filter((row) => data.foldOf[row] === fold);
          const others = Int32Array.from(codes.keys()).filter((row) => data.foldOf[row] !== fold);
          const of = (rows: Int32Array, from: typeof before): unknown => [
            takePredictions(from.probabilities, 3, rows),
            rows.map((row) => from.predictions[row]!),
          ];
          assert.deepEqual(of(own, after), of(own, before));
          assert.notDeepEqual(of(others, after), of(others, before));
        }),
        { numRuns: 10 },
      );
    });

    it(`gives each fold what the other folds say: ${nameOf(options)}`, () => {
      const data = predictedRows({ rows: 300, seed: 2, overconfidence: 2, folds: 3 });
      const crossFitted = crossFit(data, options, quietly);
      const positions = Int32Array.from(data.foldOf.keys());
      const own = positions.filter((row) => data.foldOf[row] === 1);
      const others = positions.filter((row) => data.foldOf[row] !== 1);
      const fitted = fitPostProcessing(
        takeLabels(data.labels, others),
        takePredictions(data.probabilities, 3, others),
        options,
        quietly,
      );
      const expected = postProcess(fitted, takePredictions(data.probabilities, 3, own), 3);
      assert.deepEqual(takePredictions(crossFitted.probabilities, 3, own), expected.probabilities);
      assert.deepEqual(own.map((row) => crossFitted.predictions[row]!), expected.predictions);
    });
  }
});

describe("choosePostProcessing", () => {
  const codes = (notices: readonly { code: string }[]): string[] => notices.map(({ code }) => code);

  it("keeps weights only where they help folds they were not tuned on", () => {
    const wanted: PostProcessingOptions = { calibration: "none", tuneDecision: true };
    const rare = predictedRows({ rows: 3000, seed: 1, shares: [0.9, 0.07, 0.03] });
    const helped = choosePostProcessing(rare, wanted, quietly);
    assert.ok(helped.postProcessing.weights !== null);
    assert.deepEqual(helped.notices, []);
    const scoreOf = (data: typeof rare): number =>
      evaluatePredictions(data.labels, data.probabilities, data.predictions).macro_f1;
    assert.ok(scoreOf(helped.outOfFold) > scoreOf(rare));

    let dropped = 0;
    for (let seed = 2; seed < 8; seed++) {
      const even = predictedRows({ rows: 90, seed, shares: [1 / 3, 1 / 3, 1 / 3] });
      const { postProcessing, outOfFold, notices } = choosePostProcessing(even, wanted, quietly);
      if (postProcessing.weights !== null) continue;
      dropped++;
      assert.deepEqual(codes(notices), ["model/decision-not-kept"]);
      assert.deepEqual(outOfFold.predictions, even.predictions);
    }
    assert.ok(dropped > 0);
  });

  it("says so where there are too few rows, and leaves the predictions as they are", () => {
    const few = predictedRows({ rows: 40, seed: 1 });
    const oneFold = { ...predictedRows({ rows: 300, seed: 1 }), foldOf: new Int32Array(300) };
    for (const data of [few, oneFold]) {
      for (const calibration of ["temperature", "isotonic"] as const) {
        const wanted = { calibration, tuneDecision: true };
        const { postProcessing, outOfFold, notices } = choosePostProcessing(data, wanted, quietly);
        assert.deepEqual(postProcessing, { calibration: null, weights: null });
        assert.deepEqual(outOfFold, data);
        assert.deepEqual(codes(notices), ["model/not-calibrated", "model/decision-not-tuned"]);
      }
    }
    const rare = predictedRows({ rows: 500, seed: 1, shares: [0.7, 0.299, 0.001] });
    const isotonic = choosePostProcessing(
      rare,
      { calibration: "isotonic", tuneDecision: false },
      quietly,
    );
    assert.equal(isotonic.postProcessing.calibration, null);
    assert.match(isotonic.notices[0]?.message.en ?? "", /fewer of "fault 2"/);
  });
});

describe("a model with post-processing", () => {
  for (const learner of ["random-forest", "logistic-regression"]) {
    for (const classes of [2, 4]) {
      for (const options of combinations) {
        it(`keeps the contract: ${learner}, ${classes} classes, ${nameOf(options)}`, async () => {
          const table = unevenTable(classes);
          const recipe: Recipe = learner === "random-forest" ? forest : defaultRecipe(learner);
          const { bytes, card } = await trainModel(
            table,
            recipe,
            { ...quick, ...options },
            quietContext(1),
          );
          assert.equal(card.parity.labels_differing, 0);
          assert.ok(card.parity.max_difference <= 1e-4);
          assert.equal(card.calibration?.method ?? "none", options.calibration);
          await using file = await openModelBytes(bytes, "model.onnx");
          assert.deepEqual(file.card, card);
          const { matrix } = table;
          const { labels, probabilities } = await file.model.run(matrix.values, matrix.rows);
          const named = predictedClasses(probabilities, classes, card.decision_weights);
          assert.deepEqual(labels, Array.from(named, (code) => card.classes[code]));
        });
      }
    }
  }

  it("is scored by predictions that were cross-fitted, and keeps them", async () => {
    const table = unevenTable(4);
    const options = { calibration: "temperature", tuneDecision: true } as const;
    const { matrix, labels } = table;
    const scored = await crossValidate(forest, matrix, labels, { folds: 4 }, quietContext(1));
    const fitted = await fitPipeline(forest, matrix, labels, quietContext(1));
    const reused = await trainModel(table, forest, { ...quick, ...options, scored, fitted }, {
      seed: 1,
      progress: () => {},
    });
    const whole = await trainModel(table, forest, { ...quick, ...options }, quietContext(1));
    assert.deepEqual(reused.bytes, whole.bytes);

    await using file = await openModelBytes(whole.bytes, "model.onnx");
    const kept = file.outOfFold();
    assert.ok(kept !== null);
    assert.deepEqual(kept.labels.codes, labels.codes);
    assert.deepEqual(kept.foldOf, scored.foldOf);
    assert.deepEqual(whole.card.out_of_fold, { rows: matrix.rows, kept: matrix.rows });
    const again = evaluatePredictions(kept.labels, kept.probabilities, kept.predictions);
    const evaluation = whole.card.metrics?.evaluation;
    assert.equal(evaluation?.macro_f1, again.macro_f1);
    assert.equal(evaluation?.log_loss, again.log_loss);
    assert.notEqual(evaluation?.log_loss, scored.evaluation.log_loss);
  });

  it("names the same class in the graph, in a diagnosis and in an evaluation", async () => {
    const table = unevenTable(4);
    const { bytes } = await trainModel(table, forest, { ...quick, tuneDecision: true }, {
      seed: 1,
      progress: () => {},
    });
    await using file = await openModelBytes(bytes, "model.onnx");
    const { classes, decision_weights: weights } = file.card;
    assert.ok(weights !== undefined);
    const { matrix, labels } = table;
    const graph = await file.model.run(matrix.values, matrix.rows);
    const plain = predictedClasses(graph.probabilities, 4);
    const cells = graph.labels.map((_, row) =>
      [...matrix.values.subarray(row * 4, row * 4 + 4)].map((value) =>
        Number.isNaN(value) ? "" : value
      ).join(",")
    );
    const lines = cells.map((line, row) => `${line},${classes[labels.codes[row]!]}`);
    const csv = [`${matrix.names.join(",")},fault`, ...lines].join("\n");
    await withFile(csv, async (path) => {
      const diagnosed: (string | null)[] = [];
      let notMostProbable = 0;
      const unlabelled = await openRows(path, file.card);
      const judge = openJudge(file, { errorRate: 0.05 });
      for await (const { batch } of diagnoseRows(file, unlabelled, judge)) {
        diagnosed.push(...batch.diagnosis);
        for (let row = 0; row < batch.rows; row++) {
          const own = [...batch.probabilities.subarray(row * 4, row * 4 + 4)];
          const weighted = own.map((each, code) => Math.fround(each * weights[code]!));
          const order = [0, 1, 2, 3].sort((a, b) => weighted[b]! - weighted[a]! || a - b);
          assert.equal(batch.diagnosis[row], classes[order[0]!]);
          assert.equal(batch.runnerUp[row], classes[order[1]!]);
          assert.equal(batch.confidence[row], own[order[0]!]);
          if (Math.max(...own) > batch.confidence[row]!) notMostProbable++;
        }
      }
      assert.deepEqual(diagnosed, graph.labels);
      assert.ok(notMostProbable > 0, "the weights never mattered");
      assert.ok(plain.some((code, row) => classes[code] !== diagnosed[row]));

      const rows = await openRows(path, file.card, { textColumns: ["fault"] });
      const options = { label: "fault", seed: 0 };
      const { compared, evaluation } = await evaluateRows(file, rows, options, quietly);
      assert.deepEqual(Array.from(compared.predictions, (code) => classes[code]), diagnosed);
      const right = diagnosed.filter((name, row) => name === classes[labels.codes[row]!]).length;
      assert.equal(evaluation.accuracy, right / matrix.rows);
    });
  });

  it("cannot be had without cross-validation", async () => {
    const table = sampleTable({ rows: 60, width: 2, classes: 2 });
    for (
      const options of [{ calibration: "temperature" }, { tuneDecision: true }] as const
    ) {
      await assert.rejects(
        trainModel(table, forest, { folds: 0, keepRows: false, ...options }, quietContext()),
        (error) => error instanceof HealerError && error.problem.code === "model/nothing-to-fit-on",
      );
    }
  });

  it("still reads the card of a model of format 1", () => {
    const card: unknown = JSON.parse(
      Deno.readTextFileSync(new URL("card_of_format_1.json", import.meta.url)),
    );
    const parsed: ModelCard = modelCardSchema.parse(card);
    assert.equal(parsed.format, 1);
    assert.equal(parsed.decision_weights, undefined);
    assert.equal(parsed.metrics?.evaluation.intervals, undefined);
    assert.ok(parsed.metrics !== null && parsed.metrics.macro_f1_interval[0] > 0);
  });
});
