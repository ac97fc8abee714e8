import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { noSmallDisk, onSmallDisk } from "./small_disk.ts";

describe("a disk that is full or read-only", () => {
  it("is said so plainly, and nothing is lost or broken", { skip: noSmallDisk() }, async () => {
    const full = "store/disk-full";
    assert.deepEqual(await onSmallDisk("4m", "fill_disk.ts"), {
      isMoved: true,
      codes: {
        blob: full,
        stream: full,
        upload: full,
        nextPiece: full,
        save: full,
        transaction: full,
        otherWorkspace: full,
        readOnly: "store/not-writable",
        readOnlyNew: "store/not-writable",
      },
      title: "Before",
      leftovers: [],
      content: true,
      flaws: [],
      after: { content: { n: -1 }, model: "kept", revisions: 0 },
    });
  });
});
