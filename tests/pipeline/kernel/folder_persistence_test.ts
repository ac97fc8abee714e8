import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, it } from "node:test";
import { FolderPersistence } from "@/pipeline/kernel/folder_persistence.ts";
import type { StoredResult } from "@/pipeline/kernel/persistence.ts";

const key = "k".repeat(64);
const time = "2026-01-02T03:04:05.000Z";

/** A result with one file of that content. */
function resultOf(sha256: string): StoredResult {
  const file = { sha256, bytes: 1, media: "text/plain" };
  const values = { table: { type: "prepared" as const, file } };
  const summary = { en: "x", zh: "x" };
  return {
    result: { summary, notices: [], figures: [], tables: [], values },
    finished: time,
    seconds: 1,
  };
}

async function inFolder(test: (folder: string) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir({ prefix: "work-" });
  try {
    await test(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

describe("FolderPersistence", () => {
  it("keeps results with their files, also for the next time", async () => {
    await inFolder(async (folder) => {
      const sha256 = "a".repeat(64);
      const path = join(folder, "made");
      await Deno.writeTextFile(path, "x");
      const first = await FolderPersistence.open(join(folder, "work"));
      assert.equal(await first.findResult(key), undefined);
      const produced = { sha256, bytes: 1, media: "text/plain", path };
      await first.saveResult(key, resultOf(sha256), [produced]);

      const again = await FolderPersistence.open(join(folder, "work"));
      assert.deepEqual(await again.findResult(key), resultOf(sha256));
      await again.placeFile(sha256, join(folder, "placed"));
      assert.equal(await Deno.readTextFile(join(folder, "placed")), "x");
      await Deno.remove(again.blobPath(sha256));
      assert.equal(await again.findResult(key), undefined);
    });
  });

  it("does not find a result it no longer understands", async () => {
    await inFolder(async (folder) => {
      const persistence = await FolderPersistence.open(folder);
      await Deno.writeTextFile(join(folder, "results", `${key}.json`), '{"result": 1}');
      assert.equal(await persistence.findResult(key), undefined);
    });
  });

  it("knows the last key of every cell, even where its log was cut off in the middle of a line", async () => {
    await inFolder(async (folder) => {
      const first = await FolderPersistence.open(folder);
      const run = first.startRun();
      const event = { type: "finished", run, time, cell: "a", seconds: 1 } as const;
      first.appendEvent(run, { ...event, key: "1" });
      first.appendEvent(run, { ...event, key: "2" });
      await Deno.writeTextFile(join(folder, "runs.jsonl"), '{"type":"fini', { append: true });

      const again = await FolderPersistence.open(folder);
      assert.deepEqual(await again.lastKeys(), new Map([["a", "2"]]));
      again.appendEvent(run, { ...event, key: "3" });
      const last = await FolderPersistence.open(folder);
      assert.deepEqual(await last.lastKeys(), new Map([["a", "3"]]));
    });
  });
});
