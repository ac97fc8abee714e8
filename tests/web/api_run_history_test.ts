import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  errorSchema,
  notebookViewSchema,
  runAnswerSchema,
  savedNotebookSchema,
} from "@/web/api_schema.ts";
import { runResultSchema } from "@/web/run_result_schema.ts";
import { cellLogSchema, runLogSchema, runsSchema } from "@/web/run_schema.ts";
import { json, newNotebook, openApiApp } from "./api_app.ts";

const cells = (trees: number, strategy: string) => [
  { id: "simulate", kind: "simulate", params: { rows: 300, seed: 3 } },
  { id: "impute", kind: "impute", params: { strategy } },
  {
    id: "train",
    kind: "train",
    params: { learner: { name: "random-forest", trees }, folds: 2 },
  },
];

describe("the history of runs", () => {
  it("tells what each run was worth and in what the runs differ, and keeps their logs", async () => {
    await using app = await openApiApp();
    const id = await newNotebook(app, cells(3, "median"));
    const path = `/api/notebooks/${id}`;
    const stale = json("POST", { cells: "stale" });
    const first = (await app.ask(runAnswerSchema, `${path}/run`, stale)).run ?? "";
    await app.idle(id);
    const { revision } = await app.ask(notebookViewSchema, path);
    const notebook = { format: 1, title: "Test", cells: cells(5, "mean") };
    const body = json("PUT", { basedOn: revision, notebook });
    await app.ask(savedNotebookSchema, path, body);
    await app.idle(id);
    const second = (await app.ask(runAnswerSchema, `${path}/run`, stale)).run ?? "";
    await app.idle(id);

    const { runs, differences } = await app.ask(runsSchema, `${path}/runs`);
    // Between them, the cheap step has followed its change by itself.
    assert.deepEqual([runs[0]?.id, runs[2]?.id], [second, first]);
    assert.deepEqual(runs.map(({ scores }) => scores.map(({ cell }) => cell)), [
      ["train"],
      [],
      ["train"],
    ]);
    const [scored] = runs[0]?.scores ?? [];
    assert.deepEqual(scored?.scores.map(({ name }) => name), ["macro_f1", "accuracy", "log_loss"]);
    const [f1] = scored?.scores ?? [];
    assert.ok(f1 && f1.low !== undefined && f1.high !== undefined);
    assert.ok(f1.low <= f1.value && f1.value <= f1.high);
    assert.notEqual(scored?.key, runs[2]?.scores[0]?.key);
    assert.deepEqual(differences, [
      { cell: "impute", kind: "impute", param: "strategy", values: ["mean", "mean", "median"] },
      { cell: "train", kind: "train", param: "learner.trees", values: [5, 5, 3] },
    ]);

    // What the older model showed is still there, beside the newer one's.
    const [older, newer] = await Promise.all(
      [first, second].map((run) => app.ask(runResultSchema, `${path}/runs/${run}/cells/train`)),
    );
    assert.deepEqual([older?.key, newer?.key], [runs[2]?.scores[0]?.key, scored?.key]);
    assert.ok(older?.figures.some(({ type }) => type === "confusion"));
    assert.notDeepEqual(older?.figures, newer?.figures);
    const unscored = await app.request(`${path}/runs/${first}/cells/impute`);
    assert.equal(unscored.status, 404);
    assert.equal(
      errorSchema.parse(await unscored.json()).error.code,
      "workbench/result-not-found",
    );

    const log = await app.ask(cellLogSchema, `${path}/cells/train/log`);
    assert.equal(log.run, second);
    assert.equal(log.entries[0]?.type, "started");
    assert.equal(log.entries.at(-1)?.type, "finished");
    assert.ok(log.entries.some(({ type }) => type === "message"));
    const whole = await app.ask(runLogSchema, `${path}/runs/${first}`);
    assert.deepEqual(whole.logs.map(({ cell }) => cell), ["simulate", "impute", "train"]);
    const none = await app.ask(cellLogSchema, `${path}/cells/nowhere/log`);
    assert.deepEqual(none, { cell: "nowhere", run: null, entries: [] });

    const other = await newNotebook(app, []);
    const wrong = await app.fail(`/api/notebooks/${other}/runs/${first}`);
    assert.deepEqual([wrong.status, wrong.code], [404, "store/not-found"]);
    assert.equal((await app.fail(`${path}/runs/none`)).status, 404);
    assert.equal((await app.fail(`${path}/runs?limit=0`)).status, 400);
    assert.deepEqual(app.defects, []);
  });
});
