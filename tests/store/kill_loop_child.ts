import { createHash } from "node:crypto";
import { Random } from "@/pipeline/random.ts";
import { openWorkspace, type Workspace } from "@/store/workspace.ts";
import type { KillRecord } from "./kill_loop_record.ts";
import { datasetOf, sendFile } from "./sent_dataset.ts";

// Imports, saves and stores trainings in the workspace of its first argument, all three at the same time,
// until it is killed. What the store has acknowledged is printed at once, a line of JSON each.

const [folder = "", seed = "0"] = Deno.args;

function say(record: KillRecord): void {
  const line = new TextEncoder().encode(`${JSON.stringify(record)}\n`);
  for (let written = 0; written < line.length;) {
    written += Deno.stdout.writeSync(line.subarray(written));
  }
}

function hashOf(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex");
}

function randomBytes(random: Random, length: number): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length }, () => random.below(256));
}

async function importForEver(workspace: Workspace, random: Random): Promise<void> {
  for (let index = 0;; index++) {
    say({ begins: "import" });
    const lines = ["sample_id,cpu,memory,fault"];
    const length = 50 + random.below(1000);
    for (let row = 0; row < length; row++) {
      lines.push(
        `${row},${random.next()},${random.normal()},${["Normal", "Lock"][random.below(2)]}`,
      );
    }
    const text = new TextEncoder().encode(lines.join("\n"));
    const upload = await sendFile(workspace, `table ${index}`, text);
    const { id, sha256, rows } = datasetOf(workspace, upload, length);
    say({ item: "dataset", id, sha256, rows });
    say({ ends: "import" });
  }
}

async function saveForEver(workspace: Workspace, random: Random): Promise<void> {
  const { id } = workspace.notebooks.create("Killed", {});
  for (let basedOn = 1;; basedOn++) {
    say({ begins: "save" });
    const cells = Array.from({ length: 1 + random.below(2000) }, (_, index) => ({
      id: `cell ${index}`,
      params: { value: random.next() },
    }));
    const { revision } = workspace.notebooks.save(id, { content: { cells }, basedOn });
    say({ item: "revision", id, revision, hash: hashOf({ cells }) });
    say({ ends: "save" });
    await new Promise((resolve) => setTimeout(resolve, random.below(10)));
  }
}

async function trainForEver(workspace: Workspace, random: Random): Promise<void> {
  const { notebooks, runs, blobs, cellResults, models, pipelines, diagnoses } = workspace;
  const notebook = notebooks.create("Training", {}).id;
  for (;;) {
    say({ begins: "training" });
    const run = runs.start({ notebook, revision: 1, cells: ["train"] }).id;
    for (let step = 0; step < 3; step++) {
      const event = { type: "progress", fraction: random.next() };
      say({ item: "event", seq: runs.append(run, event).seq, hash: hashOf(event) });
    }
    const path = workspace.scratch.newPath(".onnx");
    await Deno.writeFile(path, randomBytes(random, 1000 + random.below(200_000)));
    const file = await blobs.put({ move: path });
    say({ item: "blob", sha256: file.sha256 });
    const result = await blobs.put(randomBytes(random, 1000 + random.below(20_000)));
    say({ item: "blob", sha256: result.sha256 });
    const value = { summary: random.next(), run };
    const stored = workspace.transaction(() => {
      cellResults.put(run, value, [{ ...file, media: "application/onnx" }]);
      const model = models.add({ name: "killed", file, card: { run }, notebook, dataset: null }).id;
      const pipeline = pipelines.save("killed", { run }).id;
      const diagnosis = diagnoses.add({ model, source: run, result, rows: 0, counts: [] }).id;
      runs.append(run, { type: "finished" });
      runs.finish(run, "finished");
      return { model, pipeline, diagnosis };
    });
    say({ item: "training", run, key: run, hash: hashOf(value), sha256: file.sha256, ...stored });
    say({ ends: "training" });
  }
}

const workspace = await openWorkspace(folder);
await workspace.collectGarbage(0);
say({ ready: true });
const random = new Random(Number(seed));
await Promise.all([
  importForEver(workspace, random.fork()),
  saveForEver(workspace, random.fork()),
  trainForEver(workspace, random.fork()),
]);
