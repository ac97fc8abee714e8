import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, it } from "node:test";
import { CheckpointFiles } from "@/pipeline/checkpoint_files.ts";
import type { NotebookEvent } from "@/pipeline/kernel/events.ts";
import { FairQueue } from "@/pipeline/kernel/fair_queue.ts";
import { FolderPersistence } from "@/pipeline/kernel/folder_persistence.ts";
import { kindsByName } from "@/pipeline/kernel/notebook.ts";
import { NotebookKernel } from "@/pipeline/kernel/notebook_kernel.ts";
import { NotebookSession } from "@/pipeline/kernel/notebook_session.ts";
import { testRegistry } from "./open_kernel.ts";
import { notebookOf } from "./open_session.ts";
import { cellKinds } from "./test_cells.ts";

/** A session over one cell that counts step by step, and what was heard of it. */
async function openIn(folder: string, end: "waits" | "eats") {
  const persistence = await FolderPersistence.open(join(folder, "work"));
  const executor = new NotebookKernel({
    folder: join(folder, "kernel"),
    placeFile: (sha256, target) => persistence.placeFile(sha256, target),
    registry: testRegistry,
    memoryLimit: 600e6,
    log: () => {},
  });
  const session = await NotebookSession.open(
    {
      owner: "test",
      kinds: kindsByName(cellKinds),
      persistence,
      executor,
      queue: new FairQueue(2),
      report: assert.fail,
    },
    notebookOf(["s", "stepwise", { end }]),
    1,
  );
  const events: NotebookEvent[] = [];
  session.subscribe((event) => events.push(event));
  const heard = async (line: string): Promise<void> => {
    const isIt = (event: NotebookEvent) => event.type === "log" && event.message.en === line;
    if (events.some(isIt)) return;
    await new Promise<void>((resolve) => {
      const stop = session.subscribe((event) => {
        if (!isIt(event)) return;
        stop();
        resolve();
      });
    });
  };
  return {
    session,
    heard,
    state: () => session.view().cells[0]?.state,
    steps: () =>
      events.flatMap((event) =>
        event.type === "log" ? /^step (\d+)/.exec(event.message.en)?.[1] ?? [] : []
      ),
    finish: async () => {
      await session.run(["s"]);
      await session.idle();
      return session.view().cells[0]?.result?.result.summary.en;
    },
    [Symbol.asyncDispose]: () => session.close(),
  };
}

async function inFolder(test: (folder: string) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir({ prefix: "checkpoint-" });
  try {
    await test(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

function left(folder: string): string[] {
  return [...Deno.readDirSync(join(folder, "work", "checkpoints"))].map(({ name }) => name);
}

const rest = ["4", "5", "6", "7", "8", "9", "10"];

describe("a cell that leaves checkpoints", () => {
  it("goes on behind the last one after it was cancelled, and leaves none once it is done", async () => {
    await inFolder(async (folder) => {
      await using open = await openIn(folder, "waits");
      await open.session.run(["s"]);
      await open.heard("step 3");
      await open.session.cancel("s");
      const state = open.state();
      assert.ok(state?.state === "stale" && state.unfinished);
      const { how, fraction, canContinue } = state.unfinished;
      assert.deepEqual({ how, canContinue }, { how: "cancelled", canContinue: true });
      assert.ok(fraction !== undefined && fraction <= 0.3);
      assert.equal(left(folder).length, 1);
      assert.equal(await open.finish(), "55");
      assert.deepEqual(open.steps(), ["1", "2", "3", ...rest]);
      assert.deepEqual(left(folder), []);
      assert.equal(open.state()?.state, "fresh");
    });
  });

  it("is marked as interrupted after the end of the server, and goes on", async () => {
    await inFolder(async (folder) => {
      {
        await using open = await openIn(folder, "waits");
        await open.session.run(["s"]);
        await open.heard("step 3");
      }
      await using open = await openIn(folder, "waits");
      const state = open.state();
      assert.ok(state?.state === "stale");
      assert.deepEqual([state.unfinished?.how, state.unfinished?.canContinue], [
        "interrupted",
        true,
      ]);
      assert.equal(await open.finish(), "55");
      assert.deepEqual(open.steps(), rest);
    });
  });

  it("goes on after its kernel was killed for its memory", async () => {
    await inFolder(async (folder) => {
      await using open = await openIn(folder, "eats");
      assert.equal(await open.finish(), undefined);
      const state = open.state();
      assert.equal(state?.state === "failed" && state.problem.code, "kernel/memory");
      assert.equal(await open.finish(), "55");
      assert.deepEqual(open.steps(), ["1", "2", "3", ...rest]);
    });
  });
});

describe("CheckpointFiles", () => {
  it("forgets what nobody has come back to, and takes no name that leads elsewhere", async () => {
    await inFolder(async (folder) => {
      const files = new CheckpointFiles(join(folder, "checkpoints"));
      assert.deepEqual(files.of("key").names(), []);
      await Deno.writeTextFile(join(folder, "one"), "1");
      files.of("key").take("fold-1", join(folder, "one"));
      assert.deepEqual(files.of("key").names(), ["fold-1"]);
      files.of("key").place("fold-1", join(folder, "placed"));
      assert.equal(await Deno.readTextFile(join(folder, "placed")), "1");
      for (const name of ["../one", "a/b", "", "A", "."]) {
        assert.throws(() => files.of("key").take(name, join(folder, "placed")), TypeError);
        assert.throws(() => files.of("key").place(name, join(folder, "elsewhere")), TypeError);
      }
      assert.throws(() => files.of("../key"), TypeError);
      assert.equal(await files.forgetOlder(new Date(Date.now() - 60_000)), 0);
      assert.equal(await files.forgetOlder(new Date(Date.now() + 60_000)), 1);
      assert.deepEqual(files.of("key").names(), []);
    });
  });
});
