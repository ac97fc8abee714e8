import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { z } from "zod";
import { answerOf, healer, problemOf, temporaryFolder } from "./healer.ts";

const answerSchema = z.object({
  files: z.array(z.string()),
  cells: z.array(z.object({
    id: z.string(),
    state: z.string(),
    files: z.array(z.string()),
    summary: z.string().nullable(),
  })),
});

const notebook = {
  format: 1,
  title: "Faults",
  cells: [
    { id: "data", kind: "import" },
    { id: "impute", kind: "impute" },
    {
      id: "train",
      kind: "train",
      params: { folds: 2, learner: { name: "random-forest", trees: 20 } },
    },
    { id: "found", kind: "diagnose" },
  ],
};

type Folder = Awaited<ReturnType<typeof temporaryFolder>>;

async function writeFiles(folder: Folder): Promise<void> {
  await Deno.writeTextFile(folder.path("notebook.json"), JSON.stringify(notebook));
  const simulated = await healer(["simulate", "--rows", "300", "--out", folder.path("kpis.csv")]);
  assert.equal(simulated.code, 0, simulated.stderr);
}

describe("healer run", () => {
  it("runs a notebook on other data and params and writes all it gives", async () => {
    await using folder = await temporaryFolder();
    await writeFiles(folder);
    const run = await healer([
      "run",
      folder.path("notebook.json"),
      "--data",
      `data=${folder.path("kpis.csv")}`,
      "--data",
      `diagnose=${folder.path("kpis.csv")}`,
      "--set",
      "train.learner=logistic-regression",
      "--set",
      "train.learner.C=0.5",
      "--set",
      "train.seed=7",
      "--out",
      folder.path("out/deep"),
      "--json",
    ]);
    assert.equal(run.code, 0, run.stderr);
    const { cells, files } = answerSchema.parse(answerOf(run));
    const tablesOf = (files: readonly string[]) => files.filter((name) => !/\.svg$/.test(name));
    assert.deepEqual(cells.map(({ id, state, files }) => [id, state, tablesOf(files)]), [
      ["data", "fresh", ["data.profile.csv"]],
      ["impute", "fresh", ["impute.changes.csv"]],
      ["train", "fresh", [
        "train.onnx",
        "train.card.json",
        "train.classes.csv",
        "train.scores.csv",
        "train.rows.csv",
        "train.folds.csv",
      ]],
      ["found", "fresh", ["found.csv", "found.mapped.csv"]],
    ]);
    assert.ok(files.includes("notebook.json") && files.includes("notebook.ts"));
    assert.match(cells[2]?.summary ?? "", /Logistic regression/);
    const written = await Array.fromAsync(Deno.readDir(folder.path("out/deep")));
    assert.deepEqual(
      written.map(({ name }) => name).sort(),
      [...files, ...cells.flatMap(({ files }) => files)].sort(),
    );
    const direct = await healer([
      "diagnose",
      folder.path("out/deep/train.onnx"),
      folder.path("kpis.csv"),
      "--out",
      folder.path("direct.csv"),
      "--details",
    ]);
    assert.equal(direct.code, 0, direct.stderr);
    assert.equal(
      await Deno.readTextFile(folder.path("out/deep/found.csv")),
      await Deno.readTextFile(folder.path("direct.csv")),
    );
    const results = z.object({
      cells: z.array(z.object({ id: z.string(), result: z.object({ values: z.unknown() }) })),
    }).parse(JSON.parse(await Deno.readTextFile(folder.path("out/deep/results.json"))));
    assert.equal(results.cells.length, 4);
  });

  it("names the cell that failed, and writes what the others gave", async () => {
    await using folder = await temporaryFolder();
    await writeFiles(folder);
    const run = await healer([
      "run",
      folder.path("notebook.json"),
      "--data",
      `data=${folder.path("kpis.csv")}`,
      "--set",
      "data.label=nothing",
      "--out",
      folder.path("out"),
      "--json",
    ]);
    assert.equal(run.code, 1);
    const { code, message } = problemOf(run);
    assert.equal(code, "run/cells-failed");
    assert.match(message, /the cell "data" failed\. .*"nothing".*"impute", "train", "found"/);
    assert.match(run.stderr, /hint: /);
    assert.ok((await Deno.stat(folder.path("out/results.json"))).isFile);
  });

  it("refuses what cannot be meant, before anything runs", async () => {
    await using folder = await temporaryFolder();
    const path = folder.path("notebook.json");
    await Deno.writeTextFile(path, JSON.stringify(notebook));
    await Deno.writeTextFile(folder.path("broken.json"), '{"format": 1,');
    const wrong: [string[], number, string][] = [
      [[folder.path("none.json")], 1, "run/no-notebook"],
      [[folder.path("broken.json")], 1, "notebook/not-json"],
      [[path, "--set", "train.folds=1"], 2, "run/bad-setting"],
    ];
    for (const [args, exit, code] of wrong) {
      const run = await healer(["run", ...args, "--out", folder.path("out"), "--json"]);
      assert.deepEqual([run.code, problemOf(run).code], [exit, code], args.join(" "));
    }
    await assert.rejects(Deno.stat(folder.path("out")), Deno.errors.NotFound);
  });
});
