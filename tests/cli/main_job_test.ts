import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { z } from "zod";
import { answerOf, healer, temporaryFolder } from "./healer.ts";

const setReport = z.object({
  rows: z.int(),
  coverage: z.number(),
  mean_size: z.number(),
  empty_share: z.number(),
});

function setReportOf(answer: Record<string, unknown>): z.infer<typeof setReport> {
  return setReport.parse(answer.prediction_sets);
}

describe("healer simulate, train, evaluate, diagnose", () => {
  it("goes from a table to diagnoses of another one", async () => {
    await using folder = await temporaryFolder();
    const [training, tonight] = [folder.path("training.csv"), folder.path("tonight.csv")];
    const [model, result] = [folder.path("faults.onnx"), folder.path("result.csv")];
    for (const [rows, seed, out] of [["2500", "1", training], ["600", "2", tonight]] as const) {
      const run = await healer(["simulate", "--rows", rows, "--seed", seed, "--out", out]);
      assert.equal(run.code, 0, run.stderr);
    }
    const trained = await healer([
      "train",
      training,
      "--label",
      "fault",
      "--group",
      "incident_id",
      "--param",
      "trees=60",
      "--folds",
      "3",
      "--calibration",
      "temperature",
      "--tune-decision",
      "--out",
      model,
      "--json",
    ]);
    assert.equal(trained.code, 0, trained.stderr);
    const card = answerOf(trained);
    assert.equal(card.rows, 2500);
    assert.match(
      JSON.stringify(card.calibration),
      /^\{"method":"temperature","temperature":[\d.]+\}$/,
    );
    assert.deepEqual(card.out_of_fold, { rows: 2500, kept: 2500 });
    assert.ok(Number(card.macro_f1) > 0.6, `${card.macro_f1}`);

    const evaluated = answerOf(await healer(["evaluate", model, tonight, "--json"]));
    assert.equal(evaluated.rows, 600);
    assert.match(
      JSON.stringify(evaluated.intervals),
      /"drawn":"groups".*"macro_f1":\[0\.\d+,0\.\d+\]/,
    );
    assert.ok(Number(evaluated.macro_f1) > 0.6, `${evaluated.macro_f1}`);
    const sets = setReportOf(evaluated);
    assert.equal(sets.rows, 600);
    assert.ok(sets.coverage > 0.85 && sets.empty_share <= 0.05, JSON.stringify(sets));

    const diagnosed = await healer([
      "diagnose",
      model,
      tonight,
      "--id",
      "time",
      "--out",
      result,
      "--json",
    ]);
    assert.equal(diagnosed.code, 0, diagnosed.stderr);
    assert.equal(answerOf(diagnosed).rows, 600);
    assert.equal(answerOf(diagnosed).error_rate, 0.05);
    const verdicts = z.record(z.string(), z.int()).parse(answerOf(diagnosed).verdicts);
    assert.deepEqual(Object.keys(verdicts), ["one", "several", "unknown", "unread"]);
    assert.equal(Object.values(verdicts).reduce((sum, rows) => sum + rows, 0), 600);
    const [header = "", ...rows] = (await Deno.readTextFile(result)).trimEnd().split("\n");
    assert.match(header, /^time,diagnosis,confidence,runner_up,p_[a-z-]+(,p_[a-z-]+)*,warnings$/);
    assert.equal(rows.length, 600);
    const input = (await Deno.readTextFile(tonight)).trimEnd().split("\n").slice(1);
    assert.deepEqual(rows.map((row) => row.split(",")[0]), input.map((row) => row.split(",")[1]));
    const hits = rows.filter((row, index) => row.split(",")[1] === input[index]?.split(",").at(-1));
    assert.equal(hits.length / 600, evaluated.accuracy);
  });

  it("cannot calibrate or tune without folds, which is wrong usage", async () => {
    await using folder = await temporaryFolder();
    const table = folder.path("rows.csv");
    await healer(["simulate", "--rows", "120", "--out", table]);
    for (const option of [["--calibration", "isotonic"], ["--tune-decision"]]) {
      const out = folder.path("faults.onnx");
      const run = await healer(["train", table, "--folds", "0", ...option, "--out", out, "--json"]);
      assert.equal(run.code, 2, run.stderr);
      assert.match(run.stdout, /model\/nothing-to-fit-on/);
    }
  });

  it("gives the same model file for the same data and seed, another for another seed", async () => {
    await using folder = await temporaryFolder();
    const table = folder.path("table.csv");
    await healer(["simulate", "--rows", "400", "--out", table]);
    const bytes: Uint8Array[] = [];
    for (const seed of ["7", "7", "8"]) {
      const out = folder.path(`${bytes.length}.onnx`);
      const args = ["train", table, "--label", "fault", "--param", "trees=5", "--folds", "0"];
      const run = await healer([...args, "--seed", seed, "--out", out]);
      assert.equal(run.code, 0, run.stderr);
      bytes.push(await Deno.readFile(out));
    }
    assert.deepEqual(bytes[0], bytes[1]);
    assert.notDeepEqual(bytes[0], bytes[2]);
  });

  it("trains an ensemble of learners by name and of others with their own params and steps", async () => {
    await using folder = await temporaryFolder();
    const table = folder.path("table.csv");
    await healer(["simulate", "--rows", "300", "--out", table]);
    const own = { learner: "random-forest", params: { trees: 5 }, steps: [{ step: "impute" }] };
    for (const [learner, more] of [["voting", "weights=[2,1]"], ["stacking", "folds=2"]] as const) {
      const run = await healer([
        ...["train", table, "--label", "fault", "--folds", "0", "--learner", learner],
        ...["--param", `members=["logistic-regression",${JSON.stringify(own)}]`, "--param", more],
        ...["--out", folder.path(`${learner}.onnx`), "--json"],
      ]);
      assert.equal(run.code, 0, run.stderr);
      assert.partialDeepStrictEqual(answerOf(run), {
        learner,
        parity: { labels_differing: 0 },
        recipe: {
          steps: [],
          learner: {
            params: {
              members: [
                { learner: "logistic-regression", steps: [{}, {}, { step: "scale" }] },
                { learner: "random-forest", params: { trees: 5, maxDepth: 50 } },
              ],
            },
          },
        },
      });
    }
  });

  it("writes the same diagnoses as CSV, JSON and Parquet", async () => {
    await using folder = await temporaryFolder();
    const table = folder.path("table.csv");
    const model = folder.path("m.onnx");
    await healer(["simulate", "--rows", "300", "--out", table]);
    await healer([
      "train",
      table,
      "--label",
      "fault",
      "--param",
      "trees=5",
      "--folds",
      "0",
      "--out",
      model,
    ]);
    for (const ending of ["csv", "json", "parquet"]) {
      const run = await healer(["diagnose", model, table, "--out", folder.path(`r.${ending}`)]);
      assert.equal(run.code, 0, run.stderr);
    }
    const csv = (await Deno.readTextFile(folder.path("r.csv"))).trimEnd().split("\n");
    const json: Record<string, unknown>[] = JSON.parse(
      await Deno.readTextFile(folder.path("r.json")),
    );
    const { readTable } = await import("@/pipeline/table/read_table.ts");
    const { frame } = await readTable(folder.path("r.parquet"));
    assert.equal(json.length, 300);
    assert.equal(frame.height, 300);
    assert.deepEqual(Object.keys(json[0] ?? {}), csv[0]?.split(","));
    assert.deepEqual(frame.columns, csv[0]?.split(","));
    for (const row of [0, 137, 299]) {
      const cells = csv[row + 1]?.split(",") ?? [];
      assert.equal(json[row]?.diagnosis, cells[1]);
      assert.equal(frame.getColumn("diagnosis").get(row), cells[1]);
      assert.equal(json[row]?.confidence, Number(cells[2]));
      assert.ok(Math.abs(frame.getColumn("confidence").get(row) - Number(cells[2])) < 1e-6);
    }
  });
});
