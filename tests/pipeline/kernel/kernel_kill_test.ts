import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import type { TaskEvent } from "@/pipeline/kernel/executor.ts";
import type { Problem } from "@/pipeline/problem.ts";
import { type OpenKernel, openKernel } from "./open_kernel.ts";
import { rejectionOf } from "./problem_of.ts";
import { processesWith, until } from "./processes.ts";

/** Collects why the kernel was restarted. */
function restartsOf({ kernel }: OpenKernel): string[] {
  const codes: string[] = [];
  kernel.onRestart(({ code }: Problem) => codes.push(code));
  return codes;
}

async function pidOf({ folder }: OpenKernel): Promise<number> {
  const [pid] = await processesWith(folder);
  assert(pid !== undefined);
  return pid;
}

/** Starts a cell that never ends by itself, and resolves once it runs. */
async function startSpinning(open: OpenKernel, signal?: AbortSignal) {
  const { promise, resolve } = Promise.withResolvers<TaskEvent>();
  const run = open.execute("polite-spin", {}, {
    onEvent: resolve,
    ...(signal === undefined ? {} : { signal }),
  });
  await promise;
  return { problem: rejectionOf(run) };
}

describe("a cancelled cell", () => {
  it("stops at its next sign of progress, and its process goes on", async () => {
    await using open = await openKernel();
    const stop = new AbortController();
    const { problem } = await startSpinning(open, stop.signal);
    const pid = await pidOf(open);
    stop.abort();
    assert.equal((await problem).code, "run/cancelled");
    await using after = await open.execute("number");
    assert.equal(after.result.summary.en, "1");
    assert.equal(await pidOf(open), pid);
  });

  it("is killed where it does not listen; another process answers, and what else ran begins anew", async () => {
    await using open = await openKernel({ patience: 100 });
    const restarts = restartsOf(open);
    const stop = new AbortController();
    const spinning = rejectionOf(open.execute("spin", {}, { signal: stop.signal }));
    let starts = 0;
    const waiting = open.execute("wait", { milliseconds: 400, id: 7 }, {
      onEvent: ({ type }) => {
        if (type === "progress" && starts++ === 0) stop.abort();
      },
    });
    await using outcome = await waiting;
    assert.deepEqual(outcome.result.values.table, { type: "prepared", number: 7 });
    assert.equal((await spinning).code, "run/cancelled");
    assert.deepEqual(restarts, ["kernel/killed"]);
  });

  it("is not started where the cancel came first", async () => {
    await using open = await openKernel();
    const problem = await rejectionOf(open.execute("spin", {}, { signal: AbortSignal.abort() }));
    assert.equal(problem.code, "run/cancelled");
  });
});

describe("a crash", () => {
  it("fails the one cell that ran, says how, and the next cell runs", async () => {
    await using open = await openKernel();
    const restarts = restartsOf(open);
    const { problem } = await startSpinning(open);
    Deno.kill(await pidOf(open), "SIGKILL");
    const { code, place, message } = await problem;
    assert.equal(code, "kernel/crashed");
    assert.deepEqual(place, { cell: "polite-spin" });
    assert.match(message.en, /SIGKILL/);
    assert.deepEqual(restarts, ["kernel/crashed"]);
    await using after = await open.execute("number");
    assert.equal(after.result.summary.en, "1");
  });

  it("lets all cells that ran be tried again, each alone, since nobody knows the guilty one", async () => {
    await using open = await openKernel();
    const restarts = restartsOf(open);
    await open.kernel.warmUp();
    const pid = await pidOf(open);
    const starts = [1, 2].map(() => Promise.withResolvers<TaskEvent>());
    const runs = starts.map(({ resolve }, id) =>
      open.execute("wait", { milliseconds: 1000, id }, { onEvent: resolve })
    );
    await Promise.all(starts.map(({ promise }) => promise));
    Deno.kill(pid, "SIGKILL");
    const outcomes = await Promise.all(runs);
    assert.deepEqual(outcomes.map(({ result }) => result.values.table?.number), [0, 1]);
    assert.deepEqual(restarts, ["kernel/crashed"]);
  });

  it("fails the guilty one when it is tried again", async () => {
    await using open = await openKernel({ memoryLimit: 500e6 });
    const eating = rejectionOf(open.execute("eat"));
    const outcome = await open.execute("wait", { milliseconds: 500, id: 3 });
    assert.equal(outcome.result.values.table?.number, 3);
    assert.equal((await eating).code, "kernel/memory");
  });
});

describe("a kernel", () => {
  it("that takes more memory than allowed is killed, and its cell says so", async () => {
    await using open = await openKernel({ memoryLimit: 400e6 });
    const problem = await rejectionOf(open.execute("eat", {}, { cell: "greedy" }));
    assert.equal(problem.code, "kernel/memory");
    assert.deepEqual(problem.place, { cell: "greedy" });
    assert.match(problem.message.en, /0\.40 GB/);
    assert.match(problem.hint.en, /fewer rows/);
    await using after = await open.execute("number");
    assert.equal(after.result.summary.en, "1");
  });

  it("that V8 ends for want of memory says so, too", async () => {
    await using open = await openKernel();
    const { promise, resolve } = Promise.withResolvers<TaskEvent>();
    const failing = rejectionOf(open.execute("fail", { how: "heap" }, { onEvent: resolve }));
    await promise;
    Deno.kill(await pidOf(open), "SIGKILL");
    const problem = await failing;
    assert.equal(problem.code, "kernel/memory");
    assert.match(problem.message.en, /ran out of memory/);
  });

  it("that gives no sign of life is killed", async () => {
    await using open = await openKernel({ silenceLimit: 2 });
    const { problem } = await startSpinning(open);
    Deno.kill(await pidOf(open), "SIGSTOP");
    assert.equal((await problem).code, "kernel/silent");
    await using after = await open.execute("number");
    assert.equal(after.result.summary.en, "1");
  });

  it("ends with the notebook at once, even while a cell spins", async () => {
    const open = await openKernel();
    const { problem } = await startSpinning(open);
    const deaf = rejectionOf(open.execute("spin"));
    assert.equal((await processesWith(open.folder)).length, 1);
    await open[Symbol.asyncDispose]();
    assert.deepEqual(await processesWith(open.folder), []);
    assert.equal((await problem).code, "run/cancelled");
    assert.equal((await deaf).code, "run/cancelled");
    assert.equal((await rejectionOf(open.execute("number"))).code, "run/cancelled");
  });

  it("ends when the server is killed, even while a cell spins", async () => {
    const folder = await Deno.makeTempDir({ prefix: "server-" });
    const script = fileURLToPath(new URL("./kernel_server.ts", import.meta.url));
    const server = new Deno.Command(Deno.execPath(), {
      args: ["run", "--allow-all", script, folder],
      stdout: "piped",
    }).spawn();
    for await (const _ of server.stdout) break;
    assert.equal((await processesWith(folder)).length, 2);
    server.kill("SIGKILL");
    await server.status;
    await until(async () => (await processesWith(folder)).length === 0);
    await Deno.remove(folder, { recursive: true });
  });
});
