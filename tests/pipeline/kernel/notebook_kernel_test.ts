import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, it } from "node:test";
import type { TaskEvent } from "@/pipeline/kernel/executor.ts";
import { openKernel } from "./open_kernel.ts";
import { rejectionOf } from "./problem_of.ts";
import { processesWith } from "./processes.ts";

/** Resolves with the first event of a cell that runs. */
function firstEvent(): { onEvent: (event: TaskEvent) => void; seen: Promise<TaskEvent> } {
  const { promise, resolve } = Promise.withResolvers<TaskEvent>();
  return { onEvent: resolve, seen: promise };
}

describe("NotebookKernel", () => {
  it("executes a cell in another process and gives what it gave", async () => {
    await using open = await openKernel();
    await using outcome = await open.execute("number", { value: 3 });
    assert.deepEqual(outcome.result.values, { table: { type: "prepared", number: 3 } });
    assert.deepEqual(outcome.files, []);
  });

  it("starts with the first cell, once, and ends with the notebook", async () => {
    const open = await openKernel();
    assert.deepEqual(await processesWith(open.folder), []);
    await Promise.all([open.execute("number"), open.execute("number"), open.kernel.warmUp()]);
    assert.equal((await processesWith(open.folder)).length, 1);
    await open[Symbol.asyncDispose]();
    assert.deepEqual(await processesWith(open.folder), []);
  });

  it("runs cells at the same time", async () => {
    await using open = await openKernel();
    const first = firstEvent(), second = firstEvent();
    const stop = new AbortController();
    const more = { signal: stop.signal };
    const runs = [first, second].map(({ onEvent }) =>
      open.execute("polite-spin", {}, { ...more, onEvent })
    );
    await Promise.all([first.seen, second.seen]);
    stop.abort();
    await Promise.all(runs.map(rejectionOf));
  });

  it("lets a cell use threads of its own, as many as it is given, with the same result", async () => {
    const answers = await Promise.all([1, 3].map(async (threads) => {
      await using open = await openKernel({ threads });
      await using outcome = await open.execute("cross-validation");
      const [head, probabilities] = outcome.result.summary.en.split(" threads: ");
      assert.equal(head, String(threads));
      return probabilities;
    }));
    assert.equal(answers[0]?.split(" ").length, 180);
    assert.equal(answers[0], answers[1]);
  });

  it("tells progress, metrics and notices, whatever else is printed", async () => {
    await using open = await openKernel();
    const events: TaskEvent[] = [];
    await using outcome = await open.execute("report", {}, {
      onEvent: (event) => events.push(event),
    });
    assert.equal(outcome.result.summary.en.length, 20_000);
    assert.deepEqual(outcome.result.notices, [{
      code: "test/notice",
      message: { en: "Look here.", zh: "Look here." },
      place: { cell: "report" },
    }]);
    const losses = events.flatMap((event) => event.type === "metrics" ? event.points : []);
    const expected = Array.from({ length: 10 }, (_, step) => ({
      name: "loss",
      step,
      value: 1 / (step + 1),
    }));
    assert.deepEqual(losses, expected);
    const progress = events.flatMap((event) => event.type === "progress" ? [event] : []);
    assert.deepEqual(progress[0], {
      type: "progress",
      fraction: 0,
      message: { en: "step 0", zh: "第 0 步" },
    });
    assert(progress.length < 10);
    assert(open.printed.includes("noise"));
  });

  it("hands files from one cell to the next", async () => {
    await using open = await openKernel();
    await using written = await open.execute("write", { content: "很好" });
    const [file] = written.files;
    assert(file !== undefined);
    assert.equal(file.bytes, 6);
    const digest = await crypto.subtle.digest("SHA-256", await Deno.readFile(file.path));
    assert.equal(new Uint8Array(digest).toHex(), file.sha256);
    await Deno.rename(file.path, join(open.folder, file.sha256));
    const { path: _, ...reference } = file;
    const task = { inputs: { table: written.result.values.table! }, files: [reference] };
    await using read = await open.execute("read", {}, task);
    assert.equal(read.result.summary.en, "很好");
    const unhanded = await rejectionOf(open.execute("read", {}, { ...task, files: [] }));
    assert.match(unhanded.message.en, /was not handed this file/);
  });

  it("leaves nothing behind once an outcome is disposed of", async () => {
    await using open = await openKernel();
    const scratch = join(open.folder, "kernel", "scratch");
    const names = () => Array.from(Deno.readDirSync(scratch), ({ name }) => name);
    {
      await using outcome = await open.execute("write", { content: "x" });
      assert.equal(outcome.files.length, 1);
      assert.equal(names().length, 2);
    }
    await rejectionOf(open.execute("fail", { how: "error" }));
    assert.deepEqual(names(), ["tmp"]);
  });

  it("gives packages without a seed the seed of the cell", async () => {
    await using open = await openKernel();
    const inputs = { table: { type: "prepared" as const, number: 1 } };
    const randoms: unknown[] = [];
    for (const seed of [1, 1, 2]) {
      await using outcome = await open.execute("learn", {}, { inputs, seed });
      randoms.push(outcome.result.values.model?.random);
    }
    assert.equal(randoms[0], randoms[1]);
    assert.notEqual(randoms[0], randoms[2]);
  });

  it("passes a problem on with its place, and turns a defect into one without a stack", async () => {
    await using open = await openKernel();
    const problem = await rejectionOf(open.execute("fail", { how: "problem" }, { cell: "c" }));
    assert.equal(problem.code, "test/failed");
    assert.deepEqual(problem.place, { cell: "c", param: "how" });
    for (const how of ["error", "uncaught", "exit"]) {
      const defect = await rejectionOf(open.execute("fail", { how }, { cell: "c" }));
      assert.equal(defect.code, "kernel/cell-failed");
      assert.deepEqual(defect.place, { cell: "c" });
      assert.doesNotMatch(defect.message.en, /\.ts|\n/);
    }
    const full = await rejectionOf(open.execute("fail", { how: "disk" }, { cell: "c" }));
    assert.equal(full.code, "kernel/not-writable");
    assert(open.printed.some((line) => line.includes("test_cells.ts")));
    await using after = await open.execute("number");
    assert.equal(after.result.summary.en, "1");
  });

  it("refuses results that are not what the kind promises", async () => {
    await using open = await openKernel();
    for (const how of ["type", "missing", "nan", "bigint", "file", "huge"]) {
      const problem = await rejectionOf(open.execute("lie", { how }));
      assert.equal(problem.code, "kernel/bad-result", how);
    }
  });

  it("refuses a kind, or a version of it, that the kernel does not have", async () => {
    await using open = await openKernel();
    for (const task of [{ kind: "other" }, { version: 2 }]) {
      const problem = await rejectionOf(open.execute("number", {}, task));
      assert.equal(problem.code, "kernel/unknown-kind");
    }
  });

  it("says so where a kernel cannot start", async () => {
    await using open = await openKernel({ folder: "/dev/null/kernel" });
    const problem = await rejectionOf(open.execute("number"));
    assert.equal(problem.code, "kernel/not-started");
  });

  it("fails cells whose registry cannot be loaded", async () => {
    await using open = await openKernel({ registry: new URL("./absent.ts", import.meta.url) });
    const problem = await rejectionOf(open.execute("number"));
    assert.equal(problem.code, "kernel/cell-failed");
  });
});
