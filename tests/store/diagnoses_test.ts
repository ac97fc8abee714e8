import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { diagnosisIdSchema, modelIdSchema, newId } from "@/store/ids.ts";
import { hasCode } from "./has_code.ts";
import { bytesOf, temporaryWorkspace } from "./temporary_workspace.ts";

const absent = { sha256: "0".repeat(64), bytes: 1 };

describe("Diagnoses", () => {
  it("keep the result and how many rows each fault has", async () => {
    await using temporary = await temporaryWorkspace();
    const { workspace } = temporary;
    const file = await workspace.blobs.put(bytesOf("onnx"));
    const model = workspace.models.add({
      name: "m",
      file,
      card: {},
      notebook: null,
      dataset: null,
    });
    const result = await workspace.blobs.put(bytesOf("row,diagnosis\n1,Lock\n"));
    const counts = [{ fault: "Normal", rows: 0 }, { fault: "__proto__", rows: 1 }];
    const stored = workspace.diagnoses.add({
      model: model.id,
      source: "tonight.csv",
      result,
      rows: 1,
      counts,
    });
    const { diagnoses } = await temporary.reopen();
    assert.deepEqual(diagnoses.list(), [stored]);
    assert.deepEqual(diagnoses.get(stored.id).counts, counts);
    assert.equal(stored.source, "tonight.csv");
    assert.throws(() => diagnoses.get(newId(diagnosisIdSchema)), hasCode("store/not-found"));
  });

  it("keep the result as a table and details, where there are any", async () => {
    await using temporary = await temporaryWorkspace();
    const { workspace } = temporary;
    const file = await workspace.blobs.put(bytesOf("onnx"));
    const { id } = workspace.models.add({
      name: "m",
      file,
      card: {},
      notebook: null,
      dataset: null,
    });
    const [result, table] = [
      await workspace.blobs.put(bytesOf("csv")),
      await workspace.blobs.put(bytesOf("parquet")),
    ];
    const diagnosis = { model: id, source: "x.csv", result, rows: 0, counts: [] };
    const bare = workspace.diagnoses.add(diagnosis);
    assert.deepEqual([bare.tableSha256, bare.tableBytes, bare.details], [null, null, null]);
    const full = workspace.diagnoses.add({ ...diagnosis, table, details: { unread: 3 } });
    assert.deepEqual([full.tableSha256, full.tableBytes, full.details], [
      table.sha256,
      table.bytes,
      { unread: 3 },
    ]);
    assert.deepEqual(await workspace.collectGarbage(0), { blobs: 0, bytes: 0 });
    assert.throws(
      () => workspace.diagnoses.add({ ...diagnosis, table: absent }),
      hasCode("store/missing-blob"),
    );
  });

  it("keep their file and features from being cleared away until they are removed", async () => {
    await using temporary = await temporaryWorkspace();
    const { workspace } = temporary;
    const put = (text: string) => workspace.blobs.put(bytesOf(text));
    const file = await put("onnx");
    const { id: model } = workspace.models.add({
      name: "m",
      file,
      card: {},
      notebook: null,
      dataset: null,
    });
    const source = { ...await put("rows"), media: "text/csv" };
    const { id } = workspace.diagnoses.begin({ model, source: "x", file: source, settings: null });
    assert.equal((await workspace.collectGarbage(0)).blobs, 0);
    const [result, table, features] = [await put("csv"), await put("table"), await put("features")];
    workspace.diagnoses.finish(id, { result, table, features, rows: 1, counts: [] });
    workspace.diagnoses.delete(id);
    assert.equal((await workspace.collectGarbage(0)).blobs, 0, "it can be restored");
    workspace.diagnoses.remove(id);
    assert.equal((await workspace.collectGarbage(0)).blobs, 4);
  });

  it("refuse a model or a result that was not stored", async () => {
    await using temporary = await temporaryWorkspace();
    const { blobs, models, diagnoses } = temporary.workspace;
    const file = await blobs.put(bytesOf("onnx"));
    const { id } = models.add({ name: "m", file, card: {}, notebook: null, dataset: null });
    const diagnosis = { source: "x.csv", rows: 0, counts: [] };
    const unknown = newId(modelIdSchema);
    assert.throws(
      () => diagnoses.add({ ...diagnosis, model: unknown, result: file }),
      hasCode("store/not-found"),
    );
    assert.throws(
      () => diagnoses.add({ ...diagnosis, model: id, result: absent }),
      hasCode("store/missing-blob"),
    );
    assert.deepEqual(diagnoses.list(), []);
  });
});
