import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { newId, uploadIdSchema } from "@/store/ids.ts";
import { hasCode } from "./has_code.ts";
import { bytesOf, temporaryWorkspace } from "./temporary_workspace.ts";

describe("Uploads", () => {
  it("keep a file under its name, once for the same name and content", async () => {
    await using temporary = await temporaryWorkspace();
    const { workspace } = temporary;
    const [file, other] = [
      await workspace.blobs.put(bytesOf("a,b\n")),
      await workspace.blobs.put(bytesOf("c\n")),
    ];
    const add = (name: string, stored = file) =>
      workspace.uploads.add({ name, media: "text/csv", file: stored });
    const first = add("kpis.csv");
    assert.deepEqual(add("kpis.csv"), first);
    const second = add("kpis.csv", other);
    const third = add("copy.csv");
    const { uploads } = await temporary.reopen();
    assert.deepEqual(uploads.list(), [third, second, first]);
    assert.deepEqual(uploads.get(first.id), first);
    const { name, sha256, bytes, media } = first;
    assert.deepEqual({ name, sha256, bytes, media }, {
      name: "kpis.csv",
      ...file,
      media: "text/csv",
    });
    assert.deepEqual(await temporary.workspace.collectGarbage(0), { blobs: 0, bytes: 0 });
    assert.throws(() => uploads.get(newId(uploadIdSchema)), hasCode("store/not-found"));
  });

  it("refuse a file that was not stored", async () => {
    await using temporary = await temporaryWorkspace();
    const { uploads } = temporary.workspace;
    const file = { sha256: "0".repeat(64), bytes: 1 };
    assert.throws(
      () => uploads.add({ name: "x", media: "text/csv", file }),
      hasCode("store/missing-blob"),
    );
    assert.deepEqual(uploads.list(), []);
  });
});
