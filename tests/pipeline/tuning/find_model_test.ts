import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { openModelBytes } from "@/pipeline/model/model_file.ts";
import type { TrainingTable } from "@/pipeline/model/training_table.ts";
import { HealerError } from "@/pipeline/problem.ts";
import { quietContext } from "@/pipeline/run_context.ts";
import { findModel, type FindOptions } from "@/pipeline/tuning/find_model.ts";
import { replaySearch } from "@/pipeline/tuning/replay.ts";
import { readJournal } from "@/pipeline/tuning/trial_journal.ts";
import { sampleTable } from "../model/sample_tables.ts";
import { quickLearners, smallTable } from "./small_search.ts";

const quick: FindOptions = {
  learners: quickLearners,
  steps: [],
  folds: 4,
  keepRows: true,
  limit: { trials: 8 },
  ensemble: true,
};

async function find(options: Partial<FindOptions> = {}, table: TrainingTable = smallTable()) {
  return await findModel(table, { ...quick, ...options }, quietContext(5));
}

let folder = "";
before(async () => folder = await Deno.makeTempDir());
after(async () => await Deno.remove(folder, { recursive: true }));

describe("finding a model", () => {
  it("gives one ONNX file with the best recipe, its score and a record of the search", async () => {
    const { bytes, card, leaderboard } = await find();
    await using opened = await openModelBytes(bytes, "model");
    assert.deepEqual(opened.card, card);
    assert.equal(card.search?.trials, 8);
    assert.equal(card.search?.failed, 0);
    assert.deepEqual(card.search?.limit, { trials: 8 });
    const [chosen, ...others] = leaderboard.filter(({ is_chosen }) => is_chosen);
    assert.deepEqual(others, []);
    assert.equal(card.metrics?.evaluation.macro_f1, chosen?.macro_f1);
    assert.ok((chosen?.macro_f1 ?? 0) > 0.55, `${chosen?.macro_f1}`);
    const baseline = leaderboard.find(({ recipe }) => recipe.learner.name === "dummy");
    assert.ok((baseline?.macro_f1 ?? 1) < 0.4);
    assert.ok(card.search?.best.some(({ words }) => words.en.startsWith("Baseline")));
    for (const row of leaderboard.filter(({ state }) => state === "scored")) {
      assert.ok(row.macro_f1 !== null && row.log_loss !== null && row.macro_f1_error !== null);
      assert.ok(row.fit_seconds !== null && row.predict_microseconds_per_row !== null);
    }
  });

  it("gives the same bytes again: from the same trials, from a journal cut anywhere, and replayed", async () => {
    const journal = `${folder}/a.trials.jsonl`;
    const { bytes } = await find({ journal });
    assert.deepEqual((await find()).bytes, bytes);
    const lines = (await Deno.readTextFile(journal)).split("\n");
    await Deno.writeTextFile(journal, [...lines.slice(0, 4), lines[4]?.slice(0, 100)].join("\n"));
    assert.deepEqual((await find({ journal })).bytes, bytes);
    const content = await readJournal(journal);
    assert.equal(content.trials.length, 8);
    const options = { file: journal, keepRows: true };
    const replayed = await replaySearch(smallTable(), content, options, quietContext());
    assert.deepEqual(replayed.bytes, bytes);
  });

  it("combines several recipes in one ONNX file, with the tuned decision, replayed to the same bytes", async () => {
    const table = sampleTable({ rows: 240, width: 6, classes: 4, signal: 2 });
    const journal = `${folder}/ensemble.trials.jsonl`;
    const learners = ["decision-tree"];
    const options = { learners, limit: { trials: 6 }, journal, tuneDecision: true };
    const { bytes, card, leaderboard } = await find(options, table);
    assert.equal(card.recipe.learner.name, "voting");
    const ensemble = leaderboard.find(({ trial }) => trial === null);
    assert.ok(ensemble?.is_chosen);
    assert.ok(card.search?.best.some(({ trial }) => trial === null));
    await using opened = await openModelBytes(bytes, "model");
    assert.deepEqual(opened.card, card);
    const replayed = await replaySearch(
      table,
      await readJournal(journal),
      { file: journal, keepRows: true },
      quietContext(),
    );
    assert.deepEqual(replayed.bytes, bytes);
  });

  it("by a budget is replayed from its list of trials", async () => {
    let now = 0;
    const journal = `${folder}/b.trials.jsonl`;
    const limit = { seconds: 300 };
    const { bytes, card } = await find({ journal, limit, now: () => now += 1000 });
    assert.deepEqual(card.search?.limit, limit);
    const content = await readJournal(journal);
    const options = { file: journal, keepRows: true };
    const replayed = await replaySearch(smallTable(), content, options, quietContext());
    assert.deepEqual(replayed.bytes, bytes);
    assert.deepEqual(replayed.card.search, card.search);
  });

  it("is not replayed on another table, nor with other versions", async () => {
    const journal = `${folder}/c.trials.jsonl`;
    await find({ journal, limit: { trials: 2 } });
    const content = await readJournal(journal);
    const other = sampleTable({ rows: 96, width: 5, classes: 3, signal: 2, seed: 9 });
    const options = { file: journal, keepRows: true };
    const replay = (table: TrainingTable, header = content.header) =>
      replaySearch(table, { ...content, header }, options, quietContext());
    await assert.rejects(
      replay(other),
      (error) => error instanceof HealerError && error.problem.code === "tuning/other-data",
    );
    const versions = { ...content.header.versions, "decision-tree": 99 };
    await assert.rejects(
      replay(smallTable(), { ...content.header, versions }),
      (error) =>
        error instanceof HealerError && error.problem.code === "tuning/other-engine" &&
        error.message.includes("decision-tree 99"),
    );
  });

  it("says so where the budget was too small for any learner, or none beats the baseline", async () => {
    let now = 0;
    const small = await find({ limit: { seconds: 1 }, now: () => now += 1000 });
    assert.equal(small.card.recipe.learner.name, "dummy");
    assert.ok(small.notices.some(({ code }) => code === "tuning/budget-too-small"));
    await using opened = await openModelBytes(small.bytes, "model");
    assert.equal(opened.card.metrics?.evaluation.rows, 96);
  });

  it("says why where nothing could be trained", async () => {
    const wrong = [{ step: "scale", params: { method: "sideways" } }];
    await assert.rejects(
      find({ steps: wrong }),
      (error) => error instanceof HealerError && error.problem.code === "steps/bad-param",
    );
    const table = smallTable();
    table.matrix.values.fill(1);
    await assert.rejects(
      find({ steps: [{ step: "drop-constant", params: {} }] }, table),
      (error) =>
        error instanceof HealerError && error.problem.code === "tuning/none-scored" &&
        error.message.includes("constant"),
    );
  });

  it("orders its folds by time where asked to", async () => {
    const table = smallTable();
    const times = Float64Array.from({ length: 96 }, (_, row) => row);
    const { card } = await find({ validation: "time" }, { ...table, times });
    assert.equal(card.metrics?.method, "time-ordered k-fold");
    assert.ok((card.metrics?.evaluation.rows ?? 96) < 96);
  });
});
