import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { CellResults, ResultFile } from "@/store/cell_results.ts";
import type { Workspace } from "@/store/workspace.ts";
import { hasCode } from "./has_code.ts";
import { temporaryWorkspace } from "./temporary_workspace.ts";

async function storeFile({ blobs }: Workspace, name: string, bytes = 1000): Promise<ResultFile> {
  return { ...await blobs.put(new TextEncoder().encode(name.padEnd(bytes))), media: "text/plain" };
}

/** The keys that are there; asking for them all leaves their order of use as it was. */
function keysIn(results: CellResults, keys: readonly string[]): string[] {
  return keys.filter((key) => results.get(key) !== undefined);
}

describe("CellResults", () => {
  it("gives a result back with its files, also after a restart", async () => {
    await using temporary = await temporaryWorkspace();
    const files = [
      await storeFile(temporary.workspace, "a"),
      await storeFile(temporary.workspace, "b"),
    ];
    const result = { summary: { en: "Done", zh: "完成" }, values: { table: { rows: 3 } } };
    temporary.workspace.cellResults.put("key", result, [...files, files[0]!]);
    const { cellResults } = await temporary.reopen();
    const found = cellResults.get("key");
    assert.deepEqual(found?.result, result);
    assert.deepEqual(found?.files, files);
    assert.equal(cellResults.get("other"), undefined);
  });

  it("replaces a result under the same key", async () => {
    await using temporary = await temporaryWorkspace();
    const { workspace } = temporary;
    const [a, b] = [await storeFile(workspace, "a"), await storeFile(workspace, "b")];
    workspace.cellResults.put("key", 1, [a]);
    workspace.cellResults.put("key", 2, [b]);
    const { result, files } = workspace.cellResults.get("key") ?? {};
    assert.deepEqual({ result, files }, { result: 2, files: [b] });
    assert.equal(workspace.cellResults.count(), 1);
  });

  it("refuses a result whose file was not stored, and keeps the older one", async () => {
    await using temporary = await temporaryWorkspace();
    const { cellResults } = temporary.workspace;
    cellResults.put("key", "older", []);
    const absent = { sha256: "0".repeat(64), bytes: 1, media: "text/plain" };
    assert.throws(() => cellResults.put("key", "newer", [absent]), hasCode("store/missing-blob"));
    assert.equal(cellResults.get("key")?.result, "older");
  });

  it("has no result any more whose file has vanished", async () => {
    await using temporary = await temporaryWorkspace();
    const { workspace } = temporary;
    const file = await storeFile(workspace, "a");
    workspace.cellResults.put("key", 1, [file]);
    await Deno.remove(workspace.blobs.path(file.sha256));
    assert.equal(workspace.cellResults.get("key"), undefined);
    const again = await storeFile(workspace, "a");
    workspace.cellResults.put("key", 1, [again]);
    assert.equal(workspace.cellResults.get("key")?.result, 1);
  });

  it("forgets the least recently used first, and remembers uses over a restart", async () => {
    await using temporary = await temporaryWorkspace();
    const keys = ["a", "b", "c", "d"];
    for (const key of keys) {
      temporary.workspace.cellResults.put(key, 1, [await storeFile(temporary.workspace, key)]);
    }
    assert.equal(temporary.workspace.cellResults.bytes(), 4 * 1001);
    temporary.workspace.cellResults.get("a");
    const { cellResults } = await temporary.reopen();
    assert.equal(cellResults.evict(4 * 1001), 0);
    assert.equal(cellResults.evict(2 * 1001), 2);
    assert.deepEqual(keysIn(cellResults, keys), ["a", "d"]);
    assert.equal(cellResults.bytes(), 2 * 1001);
  });

  it("keeps what is in use whatever the limit", async () => {
    await using temporary = await temporaryWorkspace();
    const { cellResults } = temporary.workspace;
    for (const key of ["a", "b", "c"]) cellResults.put(key, key, []);
    assert.equal(cellResults.evict(0, new Set(["a"])), 2);
    assert.deepEqual(keysIn(cellResults, ["a", "b", "c"]), ["a"]);
  });

  it("counts a blob once, and not what a model keeps anyway", async () => {
    await using temporary = await temporaryWorkspace();
    const { workspace } = temporary;
    const shared = await storeFile(workspace, "shared", 5000);
    const kept = await storeFile(workspace, "kept", 7000);
    workspace.models.add({ name: "m", file: kept, card: {}, notebook: null, dataset: null });
    for (let key = 0; key < 10; key++) workspace.cellResults.put(`${key}`, 1, [shared, kept]);
    assert.equal(workspace.cellResults.bytes(), 5000 + 10);
    assert.equal(workspace.cellResults.evict(5010), 0);
  });
});
