import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import type { FileReference } from "@/pipeline/cells/value.ts";
import type { ModelQuestion } from "@/pipeline/kernel/model_messages.ts";
import { OpenModels } from "@/pipeline/kernel/open_models.ts";
import { openModelFile } from "@/pipeline/model/model_file.ts";
import { type OpenKernel, openKernel } from "./open_kernel.ts";
import { rejectionOf } from "./problem_of.ts";
import { processesWith } from "./processes.ts";

const example = fileURLToPath(new URL("../../../docs/examples/train.onnx", import.meta.url));

/** Puts a file where the kernel finds it. */
async function fileOf({ folder }: OpenKernel, bytes: Uint8Array): Promise<FileReference> {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  await Deno.writeFile(join(folder, sha256), bytes);
  return { sha256, bytes: bytes.length, media: "application/onnx" };
}

/** Asks about a row that is all holes but for its first value. */
function question(model: FileReference, width: number, first = 1): ModelQuestion {
  const values = Array.from({ length: width }, (_, index) => index === 0 ? first : null);
  return { model, values, errorRate: 0.05, detail: "quick" };
}

describe("a question to a model", () => {
  let open: OpenKernel;
  let model: FileReference;
  before(async () => {
    open = await openKernel({ patience: 50 });
    model = await fileOf(open, await Deno.readFile(example));
  });
  after(() => open[Symbol.asyncDispose]());

  it("is answered with the probabilities that the model file itself gives", async () => {
    await using file = await openModelFile(example);
    const { features, classes } = file.card;
    const asked = question(model, features.length, 55);
    const answer = await open.kernel.ask(asked);
    const row = Float32Array.from(asked.values, (value) => value ?? NaN);
    const { probabilities } = await file.model.run(row, 1);
    assert.deepEqual(answer.classes, classes);
    assert.deepEqual(answer.probabilities.map(Math.fround), [...probabilities]);
    const largest = probabilities.indexOf(Math.max(...probabilities));
    assert.equal(answer.diagnosis, classes[largest]);
  });

  it("has before it what the training data say of each feature", async () => {
    const { features, classes, notices } = await open.kernel.modelFeatures(model);
    await using file = await openModelFile(example);
    assert.deepEqual(features.map(({ name }) => name), file.card.features.map(({ name }) => name));
    assert.deepEqual(notices, []);
    for (const { name, statistics } of features) {
      assert.ok(statistics?.usual && statistics.all && statistics.median !== null, name);
      const [low, high] = statistics.usual, [least, greatest] = statistics.all;
      const { median } = statistics;
      assert.ok(least <= low && low <= median && median <= high && high <= greatest, name);
      assert.equal(statistics.perClass.length, classes.length);
    }
  });

  it("is dropped where nobody waits for its answer any more", async () => {
    const { features } = await open.kernel.modelFeatures(model);
    const stop = new AbortController();
    const given = Array.from(
      { length: 40 },
      (_, index) =>
        open.kernel.ask(question(model, features.length, index), stop.signal)
          .then(() => "answered", (error) => error.problem.code),
    );
    const kept = open.kernel.ask(question(model, features.length, 41));
    await Promise.resolve();
    stop.abort();
    assert.equal((await kept).classes.length, 9);
    assert.ok((await Promise.all(given)).includes("run/cancelled"));
    const late = open.kernel.ask(question(model, features.length), stop.signal);
    assert.equal((await rejectionOf(late)).code, "run/cancelled");
  });

  it("tells what is wrong with the file", async () => {
    const broken = await fileOf(open, new TextEncoder().encode("oops"));
    const problem = await rejectionOf(open.kernel.ask(question(broken, 3)));
    assert.match(problem.code, /^(onnx|model)\//);
    const features = await rejectionOf(open.kernel.modelFeatures(broken));
    assert.equal(features.code, problem.code);
  });

  it("is answered while cells spin, and by another process after a crash", async () => {
    const stop = new AbortController();
    const spinning = rejectionOf(open.execute("spin", {}, { signal: stop.signal }));
    const { features } = await open.kernel.modelFeatures(model);
    stop.abort();
    await spinning;
    const answer = await open.kernel.ask(question(model, features.length));
    assert.equal(answer.probabilities.length, answer.classes.length);
  });
});

describe("a question that no process survives", () => {
  it("fails in words that fit it, and the next one is answered", async () => {
    const silent = "f".repeat(64);
    await using open = await openKernel({
      placeFile: async (sha256, target) => {
        if (sha256 !== silent) return await Deno.link(join(open.folder, sha256), target);
        // Whoever reads it waits for ever.
        await new Deno.Command("mkfifo", { args: [target] }).output();
      },
    });
    const model = await fileOf(open, await Deno.readFile(example));
    const { features } = await open.kernel.modelFeatures(model);
    const asked = question({ ...model, sha256: silent }, 3);
    let isOver = false;
    const problem = rejectionOf(open.kernel.ask({ ...asked, detail: "full" }))
      .finally(() => isOver = true);
    // What has to come at once does not wait for an explanation.
    assert.equal((await open.kernel.ask(question(model, features.length))).evidence, null);
    assert.equal(isOver, false);
    while (!isOver) {
      for (const pid of await processesWith(open.folder)) killIfThere(pid);
    }
    assert.match((await problem).code, /^kernel\/(no-answer|not-started)$/);
    assert.equal((await open.kernel.ask(question(model, features.length))).classes.length, 9);
  });
});

function killIfThere(pid: number): void {
  try {
    Deno.kill(pid, "SIGKILL");
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
}

describe("OpenModels", () => {
  it("keeps what was asked for last, within its limits, and closes the rest", async () => {
    const open = new Set<string>();
    const models = new OpenModels((path) => {
      open.add(path);
      return Promise.resolve({
        path,
        [Symbol.asyncDispose]: () => Promise.resolve(void open.delete(path)),
      });
    }, { models: 3, bytes: 100 });
    const get = (sha256: string, bytes: number) => models.get({ sha256, bytes }, sha256);
    const first = await get("a", 10);
    await get("b", 10);
    await get("c", 10);
    assert.equal(await get("a", 10), first);
    await get("d", 10);
    assert.deepEqual([...open].sort(), ["a", "c", "d"]);
    await get("e", 85);
    assert.deepEqual([...open].sort(), ["d", "e"]);
    await get("f", 1000);
    assert.deepEqual([...open], ["f"]);
    assert.notEqual(await get("a", 10), first);
  });

  it("tries again to open what could not be opened", async () => {
    let calls = 0;
    const models = new OpenModels(
      () =>
        calls++ === 0
          ? Promise.reject(new Error("no"))
          : Promise.resolve(new AsyncDisposableStack()),
      { models: 2, bytes: 1 },
    );
    const file = { sha256: "a", bytes: 1 };
    await assert.rejects(models.get(file, ""), /no/);
    await models.get(file, "");
    assert.equal(calls, 2);
  });
});
