import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { unzipSync } from "fflate";
import * as onnxruntime from "onnxruntime-node";
import { cardKey, modelCardSchema } from "@/pipeline/model/model_card.ts";
import { readMetadata } from "@/pipeline/onnx/read_metadata.ts";
import { datasetSchema, runAnswerSchema } from "@/web/api_schema.ts";
import { archive } from "@/web/export/archive.ts";
import { HealerError } from "@/pipeline/problem.ts";
import { exportProblem } from "@/web/export/problems.ts";
import { exportFormats } from "@/web/export/formats.ts";
import { uniqueNames } from "@/web/export/unique_names.ts";
import { type ApiApp, json, newNotebook, openApiApp, simulatedCsv } from "../api_app.ts";

const decoder = new TextDecoder();

/** A notebook that learns from some rows and diagnoses others, after its run. */
async function trainedNotebook(app: ApiApp): Promise<{ id: string; rows: string }> {
  const upload = async (name: string, body: string) => {
    const path = `/api/datasets?name=${name}`;
    return (await app.ask(datasetSchema, path, { method: "POST", body })).file;
  };
  const rows = await simulatedCsv(120, 2);
  const learner = { name: "random-forest", trees: 20 };
  const id = await newNotebook(app, [
    { id: "about", kind: "note", params: { en: "# Faults" } },
    {
      id: "data",
      kind: "import",
      params: { file: await upload("a.csv", await simulatedCsv(300, 1)) },
    },
    { id: "fill", kind: "impute" },
    { id: "train", kind: "train", params: { folds: 2, learner } },
    { id: "found", kind: "diagnose", params: { file: await upload("b.csv", rows) } },
  ], "Which fault?");
  await app.ask(runAnswerSchema, `/api/notebooks/${id}/run`, json("POST", { cells: "all" }));
  const { cells } = await app.idle(id);
  assert.deepEqual(cells.map(({ state }) => state.state), Array(5).fill("fresh"));
  return { id, rows };
}

async function bytesOf(app: ApiApp, path: string): Promise<Uint8Array> {
  const response = await app.request(path);
  assert.equal(response.status, 200, path);
  return await response.bytes();
}

describe("all that a notebook gives, in one archive", () => {
  it("holds what the single downloads hold, and the model in it gives the result in it", async () => {
    await using app = await openApiApp();
    const { id, rows } = await trainedNotebook(app);
    const path = `/api/notebooks/${id}`;
    const bytes = await bytesOf(app, `${path}/archive`);
    const files = new Map(Object.entries(unzipSync(bytes)));
    assert.deepEqual([...files.keys()].filter((name) => !name.startsWith("notebook.")), [
      "data.profile.csv",
      "data.figure-1.svg",
      "data.figure-2.svg",
      "data.figure-3.svg",
      "data.figure-4.svg",
      "fill.changes.csv",
      "fill.figure-1.svg",
      "fill.figure-2.svg",
      "fill.figure-3.svg",
      "train.onnx",
      "train.card.json",
      "train.classes.csv",
      "train.scores.csv",
      "train.rows.csv",
      "train.folds.csv",
      "train.figure-1.svg",
      "train.figure-2.svg",
      "train.figure-3.svg",
      "found.csv",
      "found.mapped.csv",
      "found.figure-1.svg",
      "found.figure-2.svg",
      "found.figure-3.svg",
      "found.figure-4.svg",
      "found.figure-5.svg",
    ]);
    for (const { name, ending } of exportFormats) {
      const single = await bytesOf(app, `${path}/export?as=${name}`);
      assert.deepEqual(files.get(`notebook${ending}`), single, name);
    }
    const cells = `${path}/cells`;
    assert.deepEqual(files.get("train.onnx"), await bytesOf(app, `${cells}/train/file`));
    assert.deepEqual(
      files.get("train.card.json"),
      await bytesOf(app, `${cells}/train/file?as=card`),
    );
    assert.deepEqual(files.get("found.csv"), await bytesOf(app, `${cells}/found/file`));
    assert.deepEqual(
      files.get("train.rows.csv"),
      await bytesOf(app, `${cells}/train/tables/2/file`),
    );
    assert.match(decoder.decode(files.get("found.figure-1.svg")), /^<svg /);
    assert.deepEqual(
      await bytesOf(app, `${path}/archive`),
      bytes,
      "the same results, the same file",
    );
    const [model] = app.workbench.models();
    assert.deepEqual(
      await bytesOf(app, `/api/models/${model?.id}/file?as=card`),
      files.get("train.card.json"),
    );
    assert.equal((await app.fail(`${cells}/found/file?as=card`)).code, "workbench/file-not-found");

    await assertSameResult({
      model: files.get("train.onnx") ?? new Uint8Array(),
      card: files.get("train.card.json") ?? new Uint8Array(),
      rows,
      result: decoder.decode(files.get("found.csv")),
    });
    assert.deepEqual(app.defects, []);
  });

  it("names what a format refuses, and breaks off where a file is lost", async () => {
    const write = (text: string) => (take: (piece: Uint8Array<ArrayBuffer>) => void) =>
      Promise.resolve(take(new TextEncoder().encode(text)));
    const file = { media: "text/plain", cell: undefined, isOptional: false };
    const refuse = () =>
      Promise.reject(new HealerError(exportProblem.noSuchFormat("poem", ["prose"])));
    const files = [
      { ...file, name: "a.txt", write: write("first") },
      { ...file, name: "b.txt", isOptional: true, write: refuse },
      { ...file, name: "c.txt", write: write("") },
    ];
    const options = { language: "zh", time: new Date(0) } as const;
    const made = await new Response(archive(files, options)).bytes();
    const found = Object.entries(unzipSync(made)).map((
      [name, text],
    ) => [name, decoder.decode(text)]);
    assert.deepEqual(found.map(([name]) => name), ["a.txt", "c.txt", "left-out.txt"]);
    assert.match(found[2]?.[1] ?? "", /b\.txt: 无法导出为/);

    const lost = { ...file, name: "d.txt", write: () => Promise.reject(new Error("gone")) };
    await assert.rejects(new Response(archive([...files, lost], options)).bytes(), /gone/);
    const half = archive(files, options).getReader();
    await half.read();
    await half.cancel();
  });
});

/** Reads the raw rows as anybody would who has only the model, its card and onnxruntime. */
async function assertSameResult(
  given: { model: Uint8Array; card: Uint8Array; rows: string; result: string },
): Promise<void> {
  const text = decoder.decode(given.card);
  assert.equal(readMetadata(given.model).get(cardKey), JSON.stringify(JSON.parse(text)));
  const { features, classes } = modelCardSchema.parse(JSON.parse(text));
  const [head = [], ...rows] = lines(given.rows);
  const places = features.map(({ name }) => head.indexOf(name));
  assert.ok(places.every((place) => place >= 0));
  const values = rows.flatMap((row) =>
    places.map((place) => row[place] === "" ? NaN : Number(row[place]))
  );
  assert.ok(values.some(Number.isNaN), "some cells are missing");
  const session = await onnxruntime.InferenceSession.create(given.model);
  const shape = [rows.length, features.length];
  const input = new onnxruntime.Tensor("float32", Float32Array.from(values), shape);
  const { label, probabilities } = await session.run({ features: input });
  await session.release();

  const [names = [], ...found] = lines(given.result);
  assert.deepEqual(names.slice(4, 4 + classes.length), classes.map((name) => `p_${name}`));
  assert.equal(found.length, rows.length);
  for (const [row, cells] of found.entries()) {
    assert.equal(cells[1], label?.data[row]);
    for (const index of classes.keys()) {
      const probability = Number(probabilities?.data[row * classes.length + index]);
      const written = Number(cells[4 + index]);
      // Six decimals are written.
      assert.ok(Math.abs(probability - written) <= 1e-6, `${row}: ${probability} ${written}`);
    }
  }
}

function lines(csv: string): string[][] {
  return csv.trimEnd().split("\n").map((line) => line.split(","));
}

describe("the names of files that lie beside one another", () => {
  it("are all different in whatever case, and stay where they can", () => {
    const name = fc.constantFrom("a.csv", "A.csv", "a-2.csv", "b", ".c", "a.b.csv", "a.B.csv");
    fc.assert(fc.property(fc.array(name, { maxLength: 12 }), (names) => {
      const unique = uniqueNames(names);
      assert.equal(new Set(unique.map((each) => each.toLowerCase())).size, names.length);
      assert.equal(unique[0], names[0]);
      for (const [index, each] of names.entries()) {
        const key = each.toLowerCase();
        if (!unique.slice(0, index).some((other) => other.toLowerCase() === key)) {
          assert.equal(unique[index], each);
        }
      }
    }));
  });
});
