import assert from "node:assert/strict";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, it } from "node:test";
import {
  datasetIdSchema,
  diagnosisIdSchema,
  modelIdSchema,
  newId,
  pipelineIdSchema,
  uploadIdSchema,
} from "@/store/ids.ts";
import { Blobs } from "@/store/blobs.ts";
import { Database } from "@/store/database.ts";
import { Scratch } from "@/store/scratch.ts";
import { migrations } from "@/store/migrations.ts";
import type { Shelf, ShelfRow } from "@/store/shelf.ts";
import { openWorkspace, type Workspace } from "@/store/workspace.ts";
import { hasCode } from "./has_code.ts";
import { bytesOf, temporaryWorkspace } from "./temporary_workspace.ts";

const guess = { value: "csv" as const, reason: { en: "", zh: "" }, guessed: true };

/** One thing on each shelf, each with files of its own. */
async function fill({ blobs, uploads, datasets, pipelines, models, diagnoses }: Workspace) {
  const put = (text: string) => blobs.put(bytesOf(text));
  const upload = uploads.add({ name: "a.csv", media: "text/csv", file: await put("upload") });
  const source = await put("source");
  const dataset = datasets.add({
    name: "a.csv",
    ...await put("table"),
    sourceSha256: source.sha256,
    sourceBytes: source.bytes,
    sourceMedia: "text/csv",
    params: {},
    rows: 0,
    columns: [],
    reading: { format: guess },
    notices: [],
    quarantinedRows: 0,
    quarantinedCells: 0,
    quarantineSha256: (await put("quarantine")).sha256,
  });
  pipelines.save("p", { steps: [] });
  const file = await put("model");
  const model = models.add({ name: "m", file, card: {}, notebook: null, dataset: dataset.id });
  const diagnosis = diagnoses.add({
    model: model.id,
    source: "tonight.csv",
    result: await put("result"),
    table: await put("result as Parquet"),
    rows: 0,
    counts: [],
  });
  return { upload, dataset, model, diagnosis };
}

/** What every shelf does, for one of them. */
function itIsAShelf<Row extends ShelfRow>(
  name: string,
  unknown: Row["id"],
  pick: (workspace: Workspace) => Shelf<Row>,
): void {
  it(`takes something off the ${name}, and puts it back as it was`, async () => {
    await using temporary = await temporaryWorkspace();
    await fill(temporary.workspace);
    const [before] = pick(temporary.workspace).list();
    assert.ok(before);
    pick(temporary.workspace).delete(before.id);
    const shelf = pick(await temporary.reopen());
    assert.deepEqual(shelf.list(), []);
    const [deleted] = shelf.listDeleted();
    assert.ok(deleted !== undefined && deleted.deleted !== null);
    assert.deepEqual(shelf.find(before.id), deleted);
    for (const use of [() => shelf.get(before.id), () => shelf.rename(before.id, "other")]) {
      assert.throws(use, hasCode("store/deleted"));
    }
    assert.deepEqual(await temporary.workspace.collectGarbage(0), { blobs: 0, bytes: 0 });
    shelf.restore(before.id);
    assert.deepEqual(shelf.list(), [before]);
    assert.deepEqual(shelf.listDeleted(), []);
    assert.deepEqual(await temporary.workspace.findFlaws(), []);
  });

  it(`gives one of the ${name} any name and changes nothing else`, async () => {
    await using temporary = await temporaryWorkspace();
    await fill(temporary.workspace);
    const [before] = pick(temporary.workspace).list();
    assert.ok(before);
    for (const other of ["中文", "nul \0", "\ud800", "x".repeat(10_000), "<b>", before.name]) {
      const renamed = pick(temporary.workspace).rename(before.id, other);
      assert.deepEqual(renamed, { ...before, name: other });
      assert.deepEqual(pick(await temporary.reopen()).list(), [renamed]);
    }
  });

  it(`says so where none of the ${name} has an id`, async () => {
    await using temporary = await temporaryWorkspace();
    const shelf = pick(temporary.workspace);
    const uses = [
      () => shelf.get(unknown),
      () => shelf.find(unknown),
      () => shelf.rename(unknown, "x"),
      () => shelf.delete(unknown),
      () => shelf.restore(unknown),
    ];
    for (const use of uses) assert.throws(use, hasCode("store/not-found"));
  });
}

describe("Shelf", () => {
  itIsAShelf("uploads", newId(uploadIdSchema), ({ uploads }) => uploads);
  itIsAShelf("datasets", newId(datasetIdSchema), ({ datasets }) => datasets);
  itIsAShelf("pipelines", newId(pipelineIdSchema), ({ pipelines }) => pipelines);
  itIsAShelf("models", newId(modelIdSchema), ({ models }) => models);
  itIsAShelf("diagnoses", newId(diagnosisIdSchema), ({ diagnoses }) => diagnoses);

  it("duplicates a file, a dataset and a model without another blob", async () => {
    await using temporary = await temporaryWorkspace();
    const { workspace } = temporary;
    const { upload, dataset, model } = await fill(workspace);
    const count = () => [...Deno.readDirSync(`${temporary.folder}/blobs`)].length;
    const before = count();
    const copies = [
      workspace.uploads.duplicate(upload.id, "copy"),
      workspace.datasets.duplicate(dataset.id, "copy"),
      workspace.models.duplicate(model.id, "copy"),
    ];
    for (const [index, original] of [upload, dataset, model].entries()) {
      const { id, created, ...copy } = copies[index] ?? original;
      const { id: _, created: __, ...rest } = original;
      assert.notEqual(id, original.id);
      assert.ok(created >= original.created);
      assert.deepEqual(copy, { ...rest, name: "copy" });
    }
    assert.equal(count(), before);
    workspace.models.delete(model.id);
    assert.throws(() => workspace.models.duplicate(model.id, "x"), hasCode("store/deleted"));
    assert.deepEqual(workspace.models.ofFile(model.sha256), copies[2]);
  });

  it("takes a file anew that was deleted before", async () => {
    await using temporary = await temporaryWorkspace();
    const { uploads, blobs } = temporary.workspace;
    const file = await blobs.put(bytesOf("a,b\n"));
    const add = () => uploads.add({ name: "a.csv", media: "text/csv", file });
    const first = add();
    uploads.delete(first.id);
    const second = add();
    assert.notEqual(second.id, first.id);
    assert.deepEqual(add(), second);
    uploads.restore(first.id);
    assert.deepEqual(uploads.list(), [second, first]);
  });

  it("counts versions anew where a model gets another name, and repeats none", async () => {
    await using temporary = await temporaryWorkspace();
    const { models, blobs } = temporary.workspace;
    const file = await blobs.put(bytesOf("onnx"));
    const add = (name: string) =>
      models.add({ name, file, card: {}, notebook: null, dataset: null });
    const [first, second] = [add("a"), add("a")];
    add("b");
    const named = ({ name, version }: { name: string; version: number }) => `${name} v${version}`;
    assert.equal(named(models.rename(first.id, "b")), "b v2");
    assert.equal(named(models.rename(second.id, "a")), "a v2");
    models.delete(second.id);
    assert.equal(named(add("a")), "a v3");
  });
});

describe("forgetDeleted", () => {
  it("lets go of what was deleted long ago, and of nothing else", async () => {
    await using temporary = await temporaryWorkspace();
    const { workspace } = temporary;
    const { uploads, datasets, models, diagnoses } = workspace;
    const { upload, dataset, model, diagnosis } = await fill(workspace);
    uploads.delete(upload.id);
    datasets.delete(dataset.id);
    models.delete(model.id);
    workspace.forgetDeleted();
    assert.deepEqual(await workspace.collectGarbage(0), { blobs: 0, bytes: 0 });

    // The diagnosis stays, and with it the model that it was made by.
    workspace.forgetDeleted(-1);
    assert.equal((await workspace.collectGarbage(0)).blobs, 4);
    assert.equal(models.find(model.id).dataset, null);
    assert.deepEqual(diagnoses.list(), [diagnosis]);
    assert.throws(() => datasets.restore(dataset.id), hasCode("store/not-found"));
    assert.deepEqual(await workspace.findFlaws(), []);

    diagnoses.delete(diagnosis.id);
    workspace.forgetDeleted(-1);
    assert.equal((await workspace.collectGarbage(0)).blobs, 3);
    assert.throws(() => models.find(model.id), hasCode("store/not-found"));
    assert.deepEqual(await (await temporary.reopen()).findFlaws(), []);
  });

  it("keeps the file of a deleted dataset as long as a notebook reads it", async () => {
    await using temporary = await temporaryWorkspace();
    const { workspace } = temporary;
    const { upload } = await fill(workspace);
    const cells = [{ params: { file: { content: { sha256: upload.sha256 } } } }];
    const { id } = workspace.notebooks.create("Reads it", { cells });
    workspace.uploads.delete(upload.id);
    workspace.forgetDeleted(-1);
    await workspace.collectGarbage(0);
    assert.ok(workspace.blobs.has(upload.sha256));

    // A notebook itself is never forgotten, and keeps its files again once it is back.
    workspace.notebooks.delete(id);
    workspace.forgetDeleted(-1);
    workspace.notebooks.restore(id);
    await workspace.collectGarbage(0);
    assert.ok(workspace.blobs.has(upload.sha256));
    workspace.notebooks.delete(id);
    workspace.forgetDeleted(-1);
    assert.equal((await workspace.collectGarbage(0)).blobs, 1);
    workspace.notebooks.restore(id);
    assert.deepEqual(workspace.notebooks.content(id), { cells });
    assert.deepEqual(await workspace.findFlaws(), []);
  });
});

describe("the format before things could be deleted", () => {
  it("is brought to the newest one with all that is in it", async () => {
    const folder = await Deno.makeTempDir({ prefix: "healer-store-" });
    try {
      Database.open(folder, { check: false, migrations: migrations.slice(0, 1) }).close();
      const blobs = await Blobs.open(folder, await Scratch.open(folder));
      const { sha256 } = await blobs.put(bytesOf("x"));
      const database = new DatabaseSync(join(folder, "workspace.db"));
      const run = (sql: string, ...values: string[]) => database.prepare(sql).run(...values);
      const now = new Date().toISOString();
      for (const id of ["000000000001", "000000000002"]) {
        run(
          "INSERT INTO uploads (id, name, sha256, bytes, media, created) VALUES (?, ?, ?, 1, 'text/csv', ?)",
          id,
          JSON.stringify(`${id}.csv`),
          sha256,
          now,
        );
      }
      run(
        "INSERT INTO models (id, name, version, sha256, bytes, card, created) VALUES ('000000000003', '\"m\"', 1, ?, 1, '{}', ?)",
        sha256,
        now,
      );
      run(
        `INSERT INTO diagnoses (id, model, source, sha256, bytes, rows, counts, details, created)
          VALUES ('000000000004', '000000000003', '"tonight.csv"', ?, 1, 0, '[]', 'null', ?)`,
        sha256,
        now,
      );
      database.close();
      await using workspace = await openWorkspace(folder);
      assert.deepEqual(workspace.uploads.list().map(({ name, deleted }) => [name, deleted]), [
        ["000000000002.csv", null],
        ["000000000001.csv", null],
      ]);
      assert.deepEqual(workspace.models.list().map(({ version }) => version), [1]);
      assert.deepEqual(workspace.diagnoses.list().map(({ name }) => name), ["tonight.csv"]);
      assert.deepEqual(await workspace.collectGarbage(0), { blobs: 0, bytes: 0 });
      assert.deepEqual(await workspace.findFlaws(), []);
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  });
});
