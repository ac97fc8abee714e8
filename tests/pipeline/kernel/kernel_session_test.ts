import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, it } from "node:test";
import { FairQueue } from "@/pipeline/kernel/fair_queue.ts";
import { FolderPersistence } from "@/pipeline/kernel/folder_persistence.ts";
import { kindsByName } from "@/pipeline/kernel/notebook.ts";
import { NotebookKernel, type NotebookKernelOptions } from "@/pipeline/kernel/notebook_kernel.ts";
import { NotebookSession } from "@/pipeline/kernel/notebook_session.ts";
import { testRegistry } from "./open_kernel.ts";
import { notebookOf, type Shorthand } from "./open_session.ts";
import { cellKinds } from "./test_cells.ts";

/** A session with a kernel of its own, over work in `folder`. */
async function openIn(
  folder: string,
  cells: readonly Shorthand[],
  options: Partial<NotebookKernelOptions> = {},
): Promise<NotebookSession> {
  const persistence = await FolderPersistence.open(join(folder, "work"));
  const executor = new NotebookKernel({
    folder: join(folder, "kernel"),
    placeFile: (sha256, target) => persistence.placeFile(sha256, target),
    registry: testRegistry,
    log: () => {},
    ...options,
  });
  const kinds = kindsByName(cellKinds);
  const queue = new FairQueue(2);
  const session = { owner: "test", kinds, persistence, executor, queue, report: assert.fail };
  return await NotebookSession.open(session, notebookOf(...cells), 1);
}

async function inFolder(test: (folder: string) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir({ prefix: "session-" });
  try {
    await test(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

function states(session: NotebookSession): string {
  return session.view().cells.map(({ id, state }) => `${id} ${state.state}`).join(", ");
}

/** Resolves with the first event of that type about that cell. */
async function seen(session: NotebookSession, type: string, cell: string): Promise<void> {
  await new Promise<void>((resolve) => {
    const unsubscribe = session.subscribe((event) => {
      if (event.type !== type || !("cell" in event) || event.cell !== cell) return;
      unsubscribe();
      resolve();
    });
  });
}

describe("a session with a kernel", () => {
  it("passes files from cell to cell, pages through tables, and has it all when it is opened again", async () => {
    await inFolder(async (folder) => {
      const cells: Shorthand[] = [["w", "write", { content: "hello" }], ["r", "read"], [
        "t",
        "rows",
      ]];
      {
        await using session = await openIn(folder, cells);
        await session.run("stale");
        await session.idle();
        assert.equal(states(session), "w fresh, r fresh, t fresh");
        assert.equal(session.view().cells[1]?.result?.result.summary.en, "hello");
        const page = await session.tablePage({ cell: "t", table: 0 }, { offset: 24, limit: 10 });
        assert.equal(page?.rows, 25);
        assert.equal(page?.cells.length, 1);
        assert.equal(
          await session.tablePage({ cell: "t", table: 1 }, { offset: 0, limit: 1 }),
          undefined,
        );
      }
      await using session = await openIn(folder, cells);
      assert.equal(states(session), "w cached, r cached, t cached");
      assert.equal(
        (await session.tablePage({ cell: "t", table: 0 }, { offset: 0, limit: 2 }))?.cells.length,
        2,
      );
      assert.equal(await session.run("stale"), undefined);
    });
  });

  it("loses one cell to a crash or a kill, and nothing else", async () => {
    await inFolder(async (folder) => {
      const cells: Shorthand[] = [
        ["n", "number"],
        ["eat", "eat"],
        ["spin", "spin"],
        ["w", "wait", { milliseconds: 500, id: 3 }],
        ["a", "add"],
      ];
      await using session = await openIn(folder, cells, { memoryLimit: 500e6, patience: 100 });
      const restarts: string[] = [];
      session.subscribe((event) => {
        if (event.type === "kernel-restarted") restarts.push(event.reason.code);
      });
      const spinning = seen(session, "started", "spin");
      await session.run("stale");
      await spinning;
      await session.cancel("spin");
      await session.idle();
      assert.equal(states(session), "n fresh, eat failed, spin stale, w fresh, a fresh");
      const eaten = session.view().cells[1]?.state;
      assert(eaten?.state === "failed");
      assert.equal(eaten.problem.code, "kernel/memory");
      assert.deepEqual(eaten.problem.place, { cell: "eat" });
      assert(restarts.includes("kernel/memory"));
    });
  });

  it("continues an interrupted run behind its last finished cell", async () => {
    await inFolder(async (folder) => {
      const cells: Shorthand[] = [["n", "number"], ["a", "add"], ["p", "polite-spin"]];
      {
        await using session = await openIn(folder, cells);
        const spinning = [seen(session, "finished", "a"), seen(session, "progress", "p")];
        await session.run("stale");
        await Promise.all(spinning);
      }
      const repaired = cells.with(2, ["p", "add", { plus: 5 }]);
      await using session = await openIn(folder, repaired);
      assert.equal(states(session), "n cached, a cached, p stale");
      await session.run("stale");
      await session.idle();
      assert.equal(states(session), "n cached, a cached, p fresh");
      assert.equal(session.view().cells[2]?.result?.result.summary.en, "7");
    });
  });
});
