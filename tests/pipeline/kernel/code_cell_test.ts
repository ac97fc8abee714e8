import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, it } from "node:test";
import type { Prepared } from "@/pipeline/cells/prepared_value.ts";
import type { TaskEvent } from "@/pipeline/kernel/executor.ts";
import type { NotebookKernelOptions } from "@/pipeline/kernel/notebook_kernel.ts";
import { type OpenKernel, openKernel } from "./open_kernel.ts";
import { rejectionOf } from "./problem_of.ts";
import { processesWith, until } from "./processes.ts";
import { findCellKind } from "@/pipeline/cells/registry.ts";

const registry = new URL("../../../pipeline/cells/registry.ts", import.meta.url);
const guard = fileURLToPath(new URL("../../../pipeline/code/guard.ts", import.meta.url));

/** A kernel over the real cells, and a table to read. */
async function openCodeKernel(
  options: Partial<NotebookKernelOptions> = {},
): Promise<
  { open: OpenKernel; run: (source: string, more?: Run) => ReturnType<OpenKernel["execute"]> }
> {
  const open = await openKernel({ registry, ...options });
  const bytes = new TextEncoder().encode("a,b\n1,x\n2,y\n");
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  await Deno.writeFile(join(open.folder, sha256), bytes);
  const file = { name: "t.csv", content: { sha256, bytes: bytes.length, media: "text/csv" } };
  const params = findCellKind("import").params.parse({ file });
  await using imported = await open.execute("import", params, {
    params,
    version: findCellKind("import").version,
    files: [file.content],
  });
  const { table } = imported.result.values;
  for (const { sha256, path } of imported.files) {
    await Deno.copyFile(path, join(open.folder, sha256));
  }
  const files = imported.files.map(({ path: _, ...reference }) => reference);
  return {
    open,
    run: (source, { seconds = 60, ...more } = {}) =>
      open.execute("code", {}, {
        params: findCellKind("code").params.parse({ source, seconds }),
        inputs: table === undefined ? {} : { table },
        files,
        ...more,
      }),
  };
}

interface Run {
  readonly seconds?: number;
  readonly signal?: AbortSignal;
  readonly onEvent?: (event: TaskEvent) => void;
}

/** The ids of the processes that run code in that folder. */
async function codeProcesses(folder: string): Promise<number[]> {
  const ids = await processesWith(guard);
  const here = ids.map(async (id) => {
    const cwd = await Deno.readLink(`/proc/${id}/cwd`).catch(() => "");
    return cwd.startsWith(folder) ? [id] : [];
  });
  return (await Promise.all(here)).flat();
}

/** Code that stops its own process, out of a worker of its own where nothing is locked. */
const stopping = `console.log("begun");
  const { Worker } = await import("node:worker_threads");
  const source = "const { kill, pid } = require('node:process'); kill(pid, 'SIGSTOP')";
  new Worker(source, { eval: true });
  await new Promise(() => {});`;

describe("a code cell in a kernel", () => {
  it("gives its table, its figures and its log", async () => {
    const { open, run } = await openCodeKernel();
    await using _ = open;
    const log: string[] = [];
    const source = `console.log("rows:", table.numRows()); console.log("done");
      return { table: table.derive({ c: (d) => d.a * 2 }), figures: [Plot.dot(table, { x: "a" })] }`;
    await using outcome = await run(source, {
      onEvent: (event) => event.type === "log" && log.push(event.message.en),
    });
    const { values, figures, tables } = outcome.result;
    const prepared = values.table as unknown as Prepared;
    assert.deepEqual(prepared.columns.map(({ name }) => name), ["a", "b", "c"]);
    assert.deepEqual([figures.length, tables.length, outcome.files.length], [1, 1, 1]);
    assert.equal(log.join("\n"), "rows: 2\ndone");
  });

  it("fails with the problem of its code, at the cell, and the kernel goes on", async () => {
    const { open, run } = await openCodeKernel();
    await using _ = open;
    const problem = await rejectionOf(run("const a = 1;\nnope();"));
    assert.equal(problem.code, "code/thrown");
    assert.deepEqual(problem.place, { cell: "code", param: "source", line: 2, column: 1 });
    await using outcome = await run("return [{ a: 1 }]");
    assert.equal(outcome.result.summary.en, "1 row × 1 column");
  });

  it("is ended at once when it is cancelled, and its kernel lives on", async () => {
    const { open, run } = await openCodeKernel({ patience: 60_000 });
    await using _ = open;
    const restarts: string[] = [];
    open.kernel.onRestart(({ code }) => restarts.push(code));
    const stop = new AbortController();
    const onEvent = ({ type }: TaskEvent): void => {
      if (type === "log") stop.abort();
    };
    const source = 'console.log("spinning"); for (;;) {}';
    const problem = await rejectionOf(run(source, { signal: stop.signal, onEvent }));
    assert.equal(problem.code, "run/cancelled");
    assert.deepEqual(await codeProcesses(open.folder), []);
    assert.deepEqual(restarts, []);
  });

  it("may hold no more memory than its kernel", async () => {
    const { open, run } = await openCodeKernel({ memoryLimit: 500 * 2 ** 20 });
    await using _ = open;
    const problem = await rejectionOf(run("new Uint8Array(10e9).fill(1)"));
    assert.equal(problem.code, "code/memory");
    assert.match(problem.message.en, /500 MiB/);
  });

  it("ends with its notebook", async () => {
    const { open, run } = await openCodeKernel();
    const { promise, resolve } = Promise.withResolvers<void>();
    const onEvent = ({ type }: TaskEvent): void => void (type === "log" && resolve());
    const problem = rejectionOf(run('console.log("x"); for (;;) {}', { onEvent }));
    await promise;
    assert.equal((await codeProcesses(open.folder)).length, 1);
    await open.kernel.close();
    assert.equal((await problem).code, "run/cancelled");
    assert.deepEqual(await codeProcesses(open.folder), []);
    await open[Symbol.asyncDispose]();
  });

  it("ends when its kernel is killed", async () => {
    const { open, run } = await openCodeKernel();
    await using _ = open;
    const { promise, resolve } = Promise.withResolvers<void>();
    const onEvent = ({ type }: TaskEvent): void => void (type === "log" && resolve());
    const problem = rejectionOf(run('console.log("x"); for (;;) {}', { onEvent }));
    await promise;
    const kernels = await processesWith(join(open.folder, "kernel"));
    for (const id of kernels) Deno.kill(id, "SIGKILL");
    assert.equal((await problem).code, "kernel/crashed");
    assert.deepEqual(await codeProcesses(open.folder), []);
  });

  for (
    const [what, source] of [
      ["it spins", 'console.log("begun"); for (;;) {}'],
      ["it has stopped its process by a signal", stopping],
    ] as const
  ) {
    const isBound = existsSync("/usr/bin/setpriv");
    const skip = what === "it spins" || isBound ? false : "setpriv is not on this machine";
    it(`ends when the server is killed, even while ${what}`, { skip }, async () => {
      const folder = await Deno.makeTempDir({ prefix: "server-" });
      const script = fileURLToPath(new URL("./code_server.ts", import.meta.url));
      const server = new Deno.Command(Deno.execPath(), {
        args: ["run", "--allow-all", script, folder, source],
        stdout: "piped",
      }).spawn();
      for await (const _ of server.stdout) break;
      const [id, ...others] = await codeProcesses(folder);
      assert(id !== undefined && others.length === 0);
      if (source === stopping) await until(async () => await stateOf(id) === "T");
      server.kill("SIGKILL");
      await server.status;
      await until(async () => (await codeProcesses(folder)).length === 0);
      await Deno.remove(folder, { recursive: true });
    });
  }
});

/** The state of a process as the system names it: T is stopped. */
async function stateOf(id: number): Promise<string | undefined> {
  const stat = await Deno.readTextFile(`/proc/${id}/stat`);
  return stat.slice(stat.lastIndexOf(")") + 2)[0];
}
