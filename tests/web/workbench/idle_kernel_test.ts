import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { CellTask, Executor } from "@/pipeline/kernel/executor.ts";
import { HealerError } from "@/pipeline/problem.ts";
import { IdleKernel } from "@/web/workbench/idle_kernel.ts";

const task: CellTask = {
  cell: "c",
  kind: "k",
  version: 1,
  params: {},
  inputs: {},
  seed: 0,
  files: [],
};
const hooks = { onEvent: () => {}, signal: new AbortController().signal };
const result = { summary: { en: "", zh: "" }, notices: [], figures: [], tables: [], values: {} };

/** Kernels that do nothing, and which of them are open. */
function fakeKernels(): { make: () => Executor; open: Set<number>; made: () => number } {
  const open = new Set<number>();
  let made = 0;
  const make = (): Executor => {
    const id = ++made;
    open.add(id);
    return {
      execute: () =>
        Promise.resolve({ result, files: [], [Symbol.asyncDispose]: () => Promise.resolve() }),
      tablePage: () => Promise.reject(new Error("no page")),
      tableSummary: () => Promise.reject(new Error("no summary")),
      ask: () => Promise.reject(new Error("no answer")),
      modelFeatures: () => Promise.reject(new Error("no features")),
      onRestart: () => {},
      close: () => Promise.resolve(void open.delete(id)),
    };
  };
  return { make, open, made: () => made };
}

function unexpected(error: unknown): void {
  throw error;
}

async function ticks(milliseconds: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
}

describe("IdleKernel", () => {
  it("makes no kernel before there is work, and closes it after a while without", async () => {
    const { make, open, made } = fakeKernels();
    const kernel = new IdleKernel(make, 5, unexpected);
    assert.equal(made(), 0);
    await (await kernel.execute(task, hooks))[Symbol.asyncDispose]();
    assert.equal(open.size, 1);
    while (open.size > 0) await ticks(2);
    await (await kernel.execute(task, hooks))[Symbol.asyncDispose]();
    assert.equal(made(), 2);
    await kernel.close();
    assert.equal(open.size, 0);
  });

  it("keeps the kernel while its files are not taken, and after work that failed", async () => {
    const { make, open } = fakeKernels();
    const kernel = new IdleKernel(make, 1, unexpected);
    const outcome = await kernel.execute(task, hooks);
    const file = { sha256: "", bytes: 0, media: "" };
    await assert.rejects(kernel.tablePage({ file, offset: 0, limit: 1 }), /no page/);
    await ticks(20);
    assert.equal(open.size, 1);
    await outcome[Symbol.asyncDispose]();
    while (open.size > 0) await ticks(2);
    await kernel.close();
  });

  it("takes no work once it is closed", async () => {
    const { make, made } = fakeKernels();
    const kernel = new IdleKernel(make, 5, unexpected);
    await kernel.close();
    await assert.rejects(kernel.execute(task, hooks), HealerError);
    assert.equal(made(), 0);
  });
});
