import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import type { CellContext } from "@/pipeline/cells/cell_kind.ts";
import { quietContext } from "@/pipeline/run_context.ts";
import { openKernel } from "./open_kernel.ts";
import { trespass } from "./trespass_cell.ts";

/** What a machine that is cut off cannot do anyway, takes all permissions, or not every system has. */
const hereImpossible = [
  "read the server's environment",
  "import from npm",
  "import from a site",
  "import from an allowed site",
  "import a file outside",
  "load the C library by its path",
];

function openServer() {
  return Deno.serve(
    { port: 0, hostname: "127.0.0.1", onListen() {} },
    () => new Response("reached"),
  );
}

function outcomeOf({ summary }: { summary: { en: string } }): { tried: string[]; done: string[] } {
  return JSON.parse(summary.en);
}

describe("a cell", () => {
  it("reads the program and what it was handed, writes its scratch folder, and reaches nothing else", async () => {
    await using server = openServer();
    await using open = await openKernel();
    const outside = join(open.folder, "outside");
    const blob = join(open.folder, "blob");
    await Deno.writeTextFile(blob, "secret");

    const params = { outside, blob, port: server.addr.port };
    await using outcome = await open.execute("trespass", params);
    const { tried, done } = outcomeOf(outcome.result);
    assert.deepEqual(done, []);
    assert(hereImpossible.every((name) => tried.includes(name)));
    assert(!existsSync(outside));
  });

  it("would reach all that with the permissions of these tests", async () => {
    // So that a typing error in an attempt cannot pass for a refusal.
    await using server = openServer();
    const folder = await Deno.makeTempDir();
    try {
      const scratch = join(folder, "kernel", "scratch", "task");
      await Deno.mkdir(scratch, { recursive: true });
      await Deno.mkdir(join(folder, "kernel", "inputs"));
      await Deno.writeTextFile(join(folder, "blob"), "secret");
      const context: CellContext = {
        ...quietContext(),
        notice() {},
        log() {},
        metric() {},
        pathOf: () => assert.fail(),
        scratchPath: (extension) => join(scratch, `0.${extension}`),
        keep: () => assert.fail(),
        runCode: () => assert.fail(),
      };
      const { tried, done } = outcomeOf(
        await trespass.run({}, {
          outside: join(folder, "outside"),
          blob: join(folder, "blob"),
          port: server.addr.port,
          without: hereImpossible,
        }, context),
      );
      assert.deepEqual(done, tried.filter((name) => !hereImpossible.includes(name)));
      assert(done.length >= 20);
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  });
});
