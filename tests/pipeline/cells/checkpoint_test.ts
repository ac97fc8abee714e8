import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Prepared } from "@/pipeline/cells/prepared_value.ts";
import { modelSchema } from "@/pipeline/cells/model_value.ts";
import { CellRunner, type RunOptions } from "./cell_runner.ts";
import { CutOff, CuttingCheckpoint } from "./memory_checkpoint.ts";
import { incidentsCsv } from "./tables.ts";

let runner: CellRunner;
let table: Prepared;
before(async () => {
  runner = await CellRunner.create();
  const file = await runner.add("incidents.csv", incidentsCsv({ incidents: 18 }));
  table = await runner.prepare("import", { file, group: "incident" });
});
after(async () => await runner[Symbol.asyncDispose]());

/** Runs a cell that is cut off behind every checkpoint, until it comes to its end. */
async function cutOffAgainAndAgain(
  kind: string,
  params: Readonly<Record<string, unknown>>,
  options: RunOptions,
) {
  const checkpoint = new CuttingCheckpoint();
  for (let attempts = 1;; attempts++) {
    try {
      const run = await runner.run(kind, params, { ...options, checkpoint });
      return { run, attempts };
    } catch (error) {
      if (!(error instanceof CutOff)) throw error;
    }
  }
}

const boosting = { name: "gradient-boosting", rounds: 12, earlyStopping: true };

describe("work that is cut off behind every checkpoint", () => {
  for (const threads of [1, 2]) {
    it(`trains to the same model, bit by bit, no fold twice, on ${threads} threads`, async () => {
      const params = { learner: boosting, folds: 3, calibration: "temperature" };
      const options = { inputs: { table }, threads };
      const whole = await runner.run("train", params, options);
      const { run, attempts } = await cutOffAgainAndAgain("train", params, options);
      assert.deepEqual(run.result, whole.result);
      // On two threads another fold may be done before the work is cut off behind the first.
      assert.ok(threads === 1 ? attempts === 4 : attempts >= 2 && attempts <= 4, `${attempts}`);
      const told = (name: string, { metrics } = run) =>
        metrics.filter((point) => point.name === name)
          .map(({ step, value }) => ({ step, value })).sort((a, b) => a.step - b.step);
      assert.deepEqual(told("macro-F1"), told("macro-F1", whole));
      assert.deepEqual(told("fold rounds"), told("fold rounds", whole));
      assert.deepEqual(run.log.map((line) => line.replace(/ 0\.\d+/, "")), [
        "fold 1 is kept from the earlier run: macro-F1",
        "fold 2 is kept from the earlier run: macro-F1",
        "fold 3 is kept from the earlier run: macro-F1",
      ]);
      // Only the training on all rows was left to do.
      assert.ok(
        run.metrics.every(({ name, fold }) => !name.endsWith("loss") || fold === undefined),
      );
      assert.deepEqual(
        [...new Set(whole.metrics.flatMap(({ fold }) => fold ?? []))].sort(),
        [1, 2, 3],
      );
    });
  }

  it("searches to the same model, no trial twice, one model or several", async () => {
    for (const learner of ["decision-tree", "all"]) {
      const params = { learner, limit: "trials", trials: 4, folds: 3 };
      const whole = await runner.run("find-model", params, { inputs: { table } });
      const { run, attempts } = await cutOffAgainAndAgain("find-model", params, {
        inputs: { table },
      });
      assert.deepEqual(run.result, whole.result);
      assert.equal(attempts, 5);
      assert.deepEqual(run.metrics, whole.metrics);
      assert.equal(whole.log.filter((line) => /^trial \d, /.test(line)).length, 4);
      assert.equal(run.log.filter((line) => /^trial \d, /.test(line)).length, 0);
    }
  });

  it("ranks features the same", async () => {
    const params = { resamples: 3, chosen: 2, mutualInformation: false, chiSquared: false };
    const filled = await runner.prepare("impute", {}, table);
    const options = { inputs: { table: filled } };
    const whole = await runner.run("rank-features", params, options);
    const { run, attempts } = await cutOffAgainAndAgain("rank-features", params, options);
    assert.deepEqual(run.result, whole.result);
    assert.ok(attempts > 4 * 4, `${attempts}`);
  });

  it("explains the same", async () => {
    const split = await runner.prepare("split", { testShare: 0.4 }, table);
    const learner = { name: "logistic-regression" };
    const trained = await runner.run("train", { learner, folds: 2 }, { inputs: { table: split } });
    const model = modelSchema.parse(trained.result.values.model);
    const params = { count: 40, background: 30, method: "permutation" };
    const options = { inputs: { model, table: split } };
    const whole = await runner.run("explain", params, options);
    const { run, attempts } = await cutOffAgainAndAgain("explain", params, options);
    assert.deepEqual(run.result, whole.result);
    assert.ok(attempts > 2, `${attempts}`);
  });

  it("computes again what was left but cannot be read", async () => {
    const params = { learner: { name: "decision-tree" }, folds: 2 };
    const whole = await runner.run("train", params, { inputs: { table } });
    const checkpoint = new CuttingCheckpoint();
    const options = { inputs: { table }, checkpoint };
    await assert.rejects(runner.run("train", params, options), CutOff);
    await assert.rejects(runner.run("train", params, options), CutOff);
    checkpoint.damage();
    checkpoint.isCutting = false;
    const run = await runner.run("train", params, options);
    assert.deepEqual(run.result, whole.result);
    assert.deepEqual(run.log.map((line) => line.slice(0, 14)), [
      "fold 1 is done",
      "fold 2 is done",
    ]);
  });
});
