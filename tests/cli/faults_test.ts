import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { after, before, describe, it } from "node:test";
import { parseCatalogue, printCatalogue } from "@/pipeline/model/catalogue_file.ts";
import { openModelFile } from "@/pipeline/model/model_file.ts";
import { knownFaults } from "@/pipeline/simulator/known_faults.ts";
import { plainEntry } from "../pipeline/model/fault_catalogues.ts";
import { simulatedCsv } from "../web/api_app.ts";
import { answerOf, healer, problemOf, temporaryFolder } from "./healer.ts";

const model = fileURLToPath(new URL("../../docs/examples/train.onnx", import.meta.url));

describe("healer faults", () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let names = "", named = "";
  before(async () => {
    folder = await temporaryFolder();
    names = folder.path("names.json");
    named = folder.path("named.onnx");
    await Deno.writeTextFile(names, printCatalogue(knownFaults));
    const run = await healer(["faults", model, "--set", names, "--out", named]);
    assert.equal(run.code, 0, run.stderr);
    assert.match(run.stdout, /node-crash +Node crash +critical +197/);
  });
  after(() => folder[Symbol.asyncDispose]());

  it("tells the classes of a file without names, and the names of one with them", async () => {
    const bare = await healer(["faults", model]);
    assert.match(bare.stdout, /no names; the classes:\n {2}cpu-saturation\n/);
    const chinese = await healer(["faults", named, "--lang", "zh"]);
    assert.match(chinese.stdout, /node-crash +节点崩溃 +紧急/);
    assert.match(chinese.stdout, /处置建议: 先将节点摘除/);
    const json = await healer(["faults", named, "--json"]);
    assert.deepEqual(answerOf(json).faults, knownFaults);
    // What a program gets is a catalogue file again.
    assert.deepEqual(parseCatalogue(json.stdout), knownFaults);
  });

  it("gives names to what `healer diagnose` says, and leaves its result as it is", async () => {
    const table = folder.path("rows.csv");
    await Deno.writeTextFile(table, await simulatedCsv(60, 3));
    const results = [folder.path("bare.csv"), folder.path("named.csv")];
    const bare = await healer(["diagnose", model, table, "--out", results[0]!]);
    const run = await healer(["diagnose", named, table, "--out", results[1]!, "--lang", "en"]);
    assert.equal(run.code, 0, run.stderr);
    assert.match(bare.stdout, /\nnormal +\d/);
    assert.match(run.stdout, /Normal \(normal\) +\d/);
    const [one, other] = await Promise.all(results.map((path) => Deno.readTextFile(path)));
    assert.equal(one, other);
  });

  it("refuses one option without the other, and what is no catalogue", async () => {
    const alone = await healer(["faults", model, "--set", names, "--json"]);
    assert.deepEqual([alone.code, problemOf(alone).code], [2, "usage/set-and-out"]);
    const out = folder.path("x.onnx");
    const run = await healer(["faults", model, "--set", model, "--out", out, "--json"]);
    assert.deepEqual([run.code, problemOf(run).code], [1, "catalogue/not-json"]);
    assert.equal(problemOf(run).file, model);
  });
});

describe("healer train --faults", () => {
  it("writes the names into the model, and tells of classes it lacks", async () => {
    await using folder = await temporaryFolder();
    const table = folder.path("table.csv"), names = folder.path("names.json");
    const rows = Array.from({ length: 60 }, (_, row) => `${row % 2 * 5 + row % 3},${row % 2}`);
    await Deno.writeTextFile(table, ["cpu,fault", ...rows].join("\n"));
    const catalogue = [plainEntry("0", "Quiet", "平静"), plainEntry("7", "Storm")];
    await Deno.writeTextFile(names, printCatalogue(catalogue));
    const out = folder.path("named.onnx");
    const args = ["train", table, "--label", "fault", "--folds", "0", "--faults", names];
    const run = await healer([...args, "--out", out]);
    assert.equal(run.code, 0, run.stderr);
    assert.match(run.stderr, /no class "7"/);
    await using opened = await openModelFile(out);
    assert.deepEqual(opened.catalogue(), { catalogue, notices: [] });
  });
});
