import { join } from "node:path";
import { HealerError } from "@/pipeline/problem.ts";
import { openWorkspace } from "@/store/workspace.ts";
import { sendFile } from "./sent_dataset.ts";
import { bytesOf, filesIn } from "./temporary_workspace.ts";

// On the small disk in the folder of its argument: stores a file from another disk, fills the disk in every way
// there is, makes room again, and prints what the store said.

async function codeOf(work: () => unknown): Promise<string> {
  try {
    await work();
    return "";
  } catch (error) {
    if (error instanceof HealerError) return error.problem.code;
    throw error;
  }
}

const [disk = ""] = Deno.args;

/** Takes what is left of the disk, down to the last byte. */
async function fill(): Promise<void> {
  using file = await Deno.open(join(disk, "filler"), { write: true, create: true, append: true });
  for (let size = 65536; size >= 1;) {
    try {
      await file.write(new Uint8Array(size));
    } catch {
      size = Math.floor(size / 2);
    }
  }
}

const folder = join(disk, "workspace");
const big = new Uint8Array(20_000_000);
let workspace = await openWorkspace(folder);
const { id } = workspace.notebooks.create("Before", { n: 0 });
const kept = await workspace.blobs.put(bytesOf("kept"));
const model = workspace.models.add({
  name: "m",
  file: kept,
  card: {},
  notebook: null,
  dataset: null,
});
const codes: Record<string, string> = {};

const elsewhere = await Deno.makeTempFile();
await Deno.writeTextFile(elsewhere, "from another disk");
const moved = await workspace.blobs.put({ move: elsewhere });
const isMoved = await Deno.stat(elsewhere).then(() => false, () => true) &&
  await Deno.readTextFile(workspace.blobs.path(moved.sha256)) === "from another disk";

codes.blob = await codeOf(() => workspace.blobs.put(big));
codes.stream = await codeOf(() => workspace.blobs.put(ReadableStream.from([big])));
codes.upload = await codeOf(() => sendFile(workspace, "x", big));
await Deno.mkdir(join(disk, "other"));
await fill();
codes.nextPiece = await codeOf(() => sendFile(workspace, "x", big));
codes.save = await codeOf(() => {
  for (let basedOn = 1;; basedOn++) {
    const content = { n: basedOn, text: "x".repeat(50_000) };
    workspace.notebooks.save(id, { content, basedOn });
  }
});
const revision = workspace.notebooks.get(id).revision;
const content = JSON.stringify(workspace.notebooks.content(id)).length;
codes.transaction = await codeOf(() =>
  workspace.transaction(() => {
    workspace.notebooks.rename(id, "Half");
    workspace.pipelines.save("p", { text: "x".repeat(5_000_000) });
  })
);
const title = workspace.notebooks.get(id).title;
const leftovers = filesIn(join(folder, "scratch"));
codes.otherWorkspace = await codeOf(() => openWorkspace(join(disk, "other")));

await Deno.remove(join(disk, "filler"));
const saved = workspace.notebooks.save(id, { content: { n: -1 }, basedOn: revision }).revision;
await workspace.blobs.put(bytesOf("room again"));
await workspace[Symbol.asyncDispose]();
workspace = await openWorkspace(folder);
const flaws = (await workspace.findFlaws()).map(({ code }) => code);
const after = {
  content: workspace.notebooks.content(id),
  model: new TextDecoder().decode(
    await workspace.blobs.read(workspace.models.get(model.id).sha256),
  ),
  revisions: workspace.notebooks.revisions(id).length - saved,
};
await workspace[Symbol.asyncDispose]();

new Deno.Command("mount", { args: ["-o", "remount,ro", disk] }).outputSync();
codes.readOnly = await codeOf(() => openWorkspace(folder));
codes.readOnlyNew = await codeOf(() => openWorkspace(join(disk, "new")));
console.log(
  JSON.stringify({ isMoved, codes, title, leftovers, content: content > 0, flaws, after }),
);
