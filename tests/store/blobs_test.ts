import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { describe, it } from "node:test";
import fc from "fast-check";
import { hasCode } from "./has_code.ts";
import { bytesOf, filesIn, temporaryWorkspace } from "./temporary_workspace.ts";

/** The SHA-256 of "abc" (FIPS 180-4, example B.1). */
const abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

function streamOf(...chunks: Uint8Array<ArrayBuffer>[]): ReadableStream<Uint8Array<ArrayBuffer>> {
  return ReadableStream.from(chunks);
}

describe("Blobs", () => {
  it("stores bytes, streams and files under the hash of their content", async () => {
    await using temporary = await temporaryWorkspace();
    const { blobs, scratch } = temporary.workspace;
    const moved = scratch.newPath();
    const copied = join(temporary.folder, "mine");
    await Deno.writeTextFile(moved, "abc");
    await Deno.writeTextFile(copied, "abc");
    const sources = [
      bytesOf("abc"),
      streamOf(bytesOf("a"), bytesOf(""), bytesOf("bc")),
      { move: moved },
      { copy: copied },
    ];
    for (const source of sources) {
      assert.deepEqual(await blobs.put(source), { sha256: abc, bytes: 3 });
      assert.equal(await Deno.readTextFile(blobs.path(abc)), "abc");
      await Deno.remove(blobs.path(abc));
    }
    assert.deepEqual(filesIn(temporary.folder).filter((name) => name === "mine"), ["mine"]);
    assert.deepEqual(filesIn(join(temporary.folder, "scratch")), []);
  });

  it("gives back any bytes, in whatever pieces they came", async () => {
    await using temporary = await temporaryWorkspace();
    const { blobs } = temporary.workspace;
    const pieces = fc.array(fc.uint8Array({ maxLength: 5000 }), { maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(pieces, async (chunks) => {
        const whole = new Uint8Array(chunks.flatMap((chunk) => [...chunk]));
        const blob = await blobs.put(streamOf(...chunks.map((chunk) => new Uint8Array(chunk))));
        assert.equal(blob.sha256, createHash("sha256").update(whole).digest("hex"));
        assert.equal(blob.bytes, whole.length);
        assert.deepEqual(await blobs.read(blob.sha256, true), whole);
      }),
      { numRuns: 25 },
    );
  });

  it("keeps one file for the same content stored many times at once", async () => {
    await using temporary = await temporaryWorkspace();
    const { blobs } = temporary.workspace;
    const stored = await Promise.all(Array.from({ length: 20 }, () => blobs.put(bytesOf("abc"))));
    assert.ok(stored.every(({ sha256 }) => sha256 === abc));
    assert.deepEqual(filesIn(join(temporary.folder, "blobs")), [abc]);
    assert.deepEqual(filesIn(join(temporary.folder, "scratch")), []);
  });

  it("stores nothing of a stream that breaks off, and gives its error back", async () => {
    await using temporary = await temporaryWorkspace();
    const cutOff = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(bytesOf("a")),
      pull: (controller) => controller.error(new Error("The upload was cut off.")),
    });
    await assert.rejects(temporary.workspace.blobs.put(cutOff), /The upload was cut off/);
    assert.deepEqual(filesIn(join(temporary.folder, "blobs")), []);
    assert.deepEqual(filesIn(join(temporary.folder, "scratch")), []);
  });

  it("refuses links, folders and absent files", async () => {
    await using temporary = await temporaryWorkspace();
    const { blobs, scratch } = temporary.workspace;
    const link = scratch.newPath();
    await Deno.symlink("/etc/hostname", link);
    for (const path of [link, temporary.folder, scratch.newPath()]) {
      await assert.rejects(blobs.put({ move: path }), hasCode("store/not-a-file"));
      await assert.rejects(blobs.put({ copy: path }), hasCode("store/not-a-file"));
    }
  });

  it("knows no blob by anything but a hash", async () => {
    await using temporary = await temporaryWorkspace();
    const { blobs } = temporary.workspace;
    await blobs.put(bytesOf("abc"));
    for (
      const name of ["", ".", "../lock", abc.toUpperCase(), `${abc}/`, abc.slice(1), "0".repeat(64)]
    ) {
      assert.equal(blobs.has(name), false, name);
      assert.throws(() => blobs.path(name), hasCode("store/missing-blob"));
      await assert.rejects(blobs.read(name), hasCode("store/missing-blob"));
    }
  });

  it("notices damage when asked, and heals it when the content is stored again", async () => {
    await using temporary = await temporaryWorkspace();
    const { blobs } = temporary.workspace;
    await blobs.put(bytesOf("abc"));
    await Deno.writeTextFile(blobs.path(abc), "abx");
    assert.equal(new TextDecoder().decode(await blobs.read(abc)), "abx");
    await assert.rejects(blobs.read(abc, true), hasCode("store/damaged-blob"));
    await blobs.put(bytesOf("abc"));
    assert.equal(new TextDecoder().decode(await blobs.read(abc, true)), "abc");
  });
});
