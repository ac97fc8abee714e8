import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { describe, it } from "node:test";
import fc from "fast-check";
import { newId, uploadIdSchema } from "@/store/ids.ts";
import type { PartialUpload } from "@/store/partial_uploads.ts";
import type { Upload } from "@/store/uploads.ts";
import { hasCode } from "./has_code.ts";
import { bytesOf, filesIn, temporaryWorkspace } from "./temporary_workspace.ts";

function expected(content: Uint8Array, name = "kpis.csv") {
  return { name, bytes: content.length, fingerprint: "of this file" };
}

function stream(...parts: readonly (Uint8Array<ArrayBuffer> | Error)[]) {
  const left = [...parts];
  return new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull(controller) {
      const part = left.shift();
      if (part === undefined) controller.close();
      else if (part instanceof Error) controller.error(part);
      else controller.enqueue(part);
    },
  });
}

function assertWhole(
  upload: PartialUpload | Upload,
  content: Uint8Array,
): asserts upload is Upload {
  assert.ok("sha256" in upload);
  assert.equal(upload.sha256, createHash("sha256").update(content).digest("hex"));
}

describe("PartialUploads", () => {
  it("give the same blob however a file is cut, whichever pieces break off, and across restarts", async () => {
    await using temporary = await temporaryWorkspace();
    const piece = fc.record({
      bytes: fc.uint8Array({ minLength: 1, maxLength: 40 }),
      /** Whether the connection is lost behind it, and whether the server ends then. */
      end: fc.constantFrom("whole", "lost", "restarted"),
    });
    let file = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 6 }), async (pieces) => {
        const content = Uint8Array.from(pieces.flatMap(({ bytes }) => [...bytes]));
        const told = expected(content, `${file++}.csv`);
        let upload: PartialUpload | Upload = temporary.workspace.partialUploads.start(told);
        let offset = 0;
        for (const { bytes, end } of pieces) {
          const { partialUploads } = temporary.workspace;
          const part = Uint8Array.from(bytes);
          const isLast = offset + part.length === content.length;
          if (end === "whole" || isLast) {
            upload = await partialUploads.append(upload.id, offset, stream(part));
          } else {
            const lost = stream(part, new Error("gone"));
            const sent = partialUploads.append(upload.id, offset, lost);
            await assert.rejects(sent, hasCode("upload/cut-off"));
          }
          offset += part.length;
          if (end === "restarted") await temporary.reopen();
          if (!isLast) {
            upload = temporary.workspace.partialUploads.start(told);
            assert.equal(upload.received, offset);
          }
        }
        assertWhole(upload, content);
        const { uploads, blobs } = temporary.workspace;
        assert.deepEqual(await blobs.read(upload.sha256, true), content);
        assert.deepEqual(uploads.get(upload.id), upload);
        assert.deepEqual(uploads.known(told.name, told.bytes, told.fingerprint), upload);
      }),
      { numRuns: 40 },
    );
    assert.deepEqual(temporary.workspace.partialUploads.list(), []);
    assert.deepEqual(filesIn(join(temporary.folder, "partial")), []);
    assert.deepEqual(await temporary.workspace.findFlaws(), []);
  });

  it("refuse a piece that begins elsewhere, and say where it has to", async () => {
    await using temporary = await temporaryWorkspace();
    const { partialUploads } = temporary.workspace;
    const content = bytesOf("a,b\n1,2\n");
    const { id } = partialUploads.start(expected(content));
    await partialUploads.append(id, 0, stream(content.subarray(0, 3)));
    for (const offset of [0, 2, 4, 8, 100]) {
      await assert.rejects(partialUploads.append(id, offset, stream(content)), (error) => {
        hasCode("upload/offset-conflict")(error);
        assert.ok(error instanceof Error && error.message.includes("byte 3"));
        return true;
      });
    }
    await assert.rejects(
      partialUploads.append(id, 3, stream(content)),
      hasCode("upload/longer-than-said"),
    );
    assertWhole(await partialUploads.append(id, 3, stream(content.subarray(3))), content);
    await assert.rejects(partialUploads.append(id, 8, null), hasCode("store/not-found"));
  });

  it("let whoever sends last have the word, since an earlier connection may be dead", async () => {
    await using temporary = await temporaryWorkspace();
    const { partialUploads } = temporary.workspace;
    const content = bytesOf("a,b\n1,2\n");
    const { id } = partialUploads.start(expected(content));
    let deliver = (_part: Uint8Array): void => {};
    const silent = new ReadableStream<Uint8Array>({
      start: (controller) => void (deliver = (part) => controller.enqueue(part)),
    });
    const dead = partialUploads.append(id, 0, silent);
    deliver(content.subarray(0, 2));
    await new Promise((resolve) => setTimeout(resolve, 20));
    const late = partialUploads.append(id, 0, stream(content));
    await assert.rejects(late, hasCode("upload/offset-conflict"));
    const kept = await dead;
    assert.ok("received" in kept && kept.received === 2);
    assertWhole(await partialUploads.append(id, 2, stream(content.subarray(2))), content);
  });

  it("are forgotten with what is here of them, when asked or when nothing comes any more", async () => {
    await using temporary = await temporaryWorkspace();
    const { partialUploads } = temporary.workspace;
    const content = bytesOf("a,b\n1,2\n");
    const ids = ["a", "b"].map((name) => partialUploads.start(expected(content, name)).id);
    for (const id of ids) await partialUploads.append(id, 0, stream(content.subarray(0, 3)));
    const [first = newId(uploadIdSchema), second = first] = ids;
    await partialUploads.remove(first);
    assert.throws(() => partialUploads.get(first), hasCode("store/not-found"));
    assert.deepEqual(filesIn(join(temporary.folder, "partial")), [second]);
    assert.equal(await partialUploads.removeOld(60_000), 0);
    assert.equal(await partialUploads.removeOld(-1), 1);
    assert.deepEqual(filesIn(join(temporary.folder, "partial")), []);
    assert.deepEqual((await temporary.reopen()).partialUploads.list(), []);
  });

  it("survive that the server ended while the whole file was on its way to the blobs", async () => {
    await using temporary = await temporaryWorkspace();
    const content = bytesOf("a,b\n1,2\n");
    const { partialUploads, blobs, uploads } = temporary.workspace;
    const { id } = partialUploads.start(expected(content));
    // The last step, which adds the row, fails as if the process were gone.
    const add = uploads.add;
    Object.getPrototypeOf(uploads).add = () => {
      throw new Error("killed");
    };
    await assert.rejects(partialUploads.append(id, 0, stream(content)), /killed/);
    Object.getPrototypeOf(uploads).add = add;
    const sha256 = createHash("sha256").update(content).digest("hex");
    assert.ok(blobs.has(sha256));
    const again = await temporary.reopen();
    assertWhole(again.uploads.get(id), content);
    assert.deepEqual(again.partialUploads.list(), []);
  });
});
