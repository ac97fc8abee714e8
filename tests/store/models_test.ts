import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { modelIdSchema, newId } from "@/store/ids.ts";
import { hasCode } from "./has_code.ts";
import { bytesOf, temporaryWorkspace } from "./temporary_workspace.ts";

const absent = { sha256: "0".repeat(64), bytes: 1 };

describe("Models", () => {
  it("keep the file, the card and where they came from", async () => {
    await using temporary = await temporaryWorkspace();
    const { workspace } = temporary;
    const file = await workspace.blobs.put(bytesOf("onnx"));
    const notebook = workspace.notebooks.create("Faults", {});
    const card = { classes: ["Normal", "Lock"], metrics: null };
    const origin = { notebook: notebook.id, dataset: null };
    const first = workspace.models.add({ name: "faults", file, card, ...origin });
    const second = workspace.models.add({ name: "faults", file, card, ...origin });
    assert.deepEqual([first.version, second.version], [1, 2]);
    const { models, blobs } = await temporary.reopen();
    assert.deepEqual(models.get(first.id), first);
    assert.deepEqual(first.card, card);
    assert.equal(first.notebook, notebook.id);
    assert.deepEqual(models.ofFile(file.sha256), first);
    assert.equal(models.ofFile(absent.sha256), undefined);
    assert.deepEqual(models.list().map(({ id }) => id), [second.id, first.id]);
    assert.deepEqual(await blobs.read(first.sha256, true), bytesOf("onnx"));
    assert.throws(() => models.get(newId(modelIdSchema)), hasCode("store/not-found"));
  });

  it("refuse a file that was not stored", async () => {
    await using temporary = await temporaryWorkspace();
    const { models } = temporary.workspace;
    const model = { name: "m", file: absent, card: {}, notebook: null, dataset: null };
    assert.throws(() => models.add(model), hasCode("store/missing-blob"));
    assert.deepEqual(models.list(), []);
  });
});
