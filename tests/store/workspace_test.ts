import assert from "node:assert/strict";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, it } from "node:test";
import { z } from "zod";
import { HealerError } from "@/pipeline/problem.ts";
import { migrations } from "@/store/migrations.ts";
import { openWorkspace } from "@/store/workspace.ts";
import { hasCode } from "./has_code.ts";
import { startProgram } from "./program.ts";
import { bytesOf, filesIn, temporaryWorkspace } from "./temporary_workspace.ts";

const heldSchema = z.object({ child: z.int(), run: z.string() });

/** A holder of the workspace in another process. */
async function hold(folder: string): Promise<{
  pid: number;
  child: number;
  run: string;
  kill: () => Promise<void>;
}> {
  const holder = startProgram("hold_workspace.ts", folder);
  const lines = holder.stdout.pipeThrough(new TextDecoderStream()).getReader();
  const { value } = await lines.read();
  const { child, run } = heldSchema.parse(JSON.parse(value ?? ""));
  return {
    pid: holder.pid,
    child,
    run,
    kill: async () => {
      holder.kill("SIGKILL");
      await holder.status;
      await holder.stdin.close().catch(() => undefined);
      await lines.cancel();
    },
  };
}

describe("openWorkspace", () => {
  it("makes the folder for its owner only, and all that is in it", async () => {
    const parent = await Deno.makeTempDir();
    const folder = join(parent, "one", "two");
    await using workspace = await openWorkspace(folder);
    await workspace.blobs.put(bytesOf("blob"));
    assert.equal((Deno.statSync(folder).mode ?? 0) & 0o777, 0o700);
    for (const name of ["workspace.db", "workspace.db-wal", "lock"]) {
      assert.equal((Deno.statSync(join(folder, name)).mode ?? 0) & 0o777, 0o600, name);
    }
    await workspace[Symbol.asyncDispose]();
    await Deno.remove(parent, { recursive: true });
  });

  it("refuses a second server in the same process at once, and opens once the first has closed", async () => {
    await using temporary = await temporaryWorkspace();
    await assert.rejects(openWorkspace(temporary.folder), (error) => {
      hasCode("store/in-use")(error);
      assert.ok(error instanceof HealerError);
      assert.ok(error.problem.message.en.includes(`(process ${Deno.pid})`));
      return true;
    });
    temporary.workspace.notebooks.create("Still open", {});
    await temporary.reopen();
    assert.equal(temporary.workspace.notebooks.list().length, 1);
  });

  it("refuses a second server while another process has it open, and opens after its kill -9 though its child lives on", async () => {
    const folder = await Deno.makeTempDir();
    const holder = await hold(folder);
    try {
      await assert.rejects(openWorkspace(folder), (error) => {
        hasCode("store/in-use")(error);
        assert.ok(error instanceof HealerError);
        assert.ok(error.problem.message.zh.includes(`（进程 ${holder.pid}）`));
        return true;
      });
      await holder.kill();
      // Throws where there is no such process.
      Deno.kill(holder.child, "SIGCONT");
      await using workspace = await openWorkspace(folder);
      assert.deepEqual(workspace.interrupted.map(({ id, state }) => [id, state]), [
        [holder.run, "interrupted"],
      ]);
    } finally {
      Deno.kill(holder.child, "SIGKILL");
      await Deno.remove(folder, { recursive: true });
    }
  });

  it("refuses a database from a later version and leaves it as it is", async () => {
    const folder = await Deno.makeTempDir();
    const path = join(folder, "workspace.db");
    await (await openWorkspace(folder))[Symbol.asyncDispose]();
    const other = new DatabaseSync(path);
    other.exec("PRAGMA user_version = 99; CREATE TABLE from_the_future (a)");
    other.close();
    const before = await Deno.readFile(path);
    await assert.rejects(openWorkspace(folder), hasCode("store/later-version"));
    await assert.rejects(
      openWorkspace(folder),
      new RegExp(`format 99, this program knows up to ${migrations.length}\\b`),
    );
    assert.deepEqual(await Deno.readFile(path), before);
    await Deno.remove(folder, { recursive: true });
  });

  it("refuses a database of another program and leaves it as it is", async () => {
    const folder = await Deno.makeTempDir();
    const path = join(folder, "workspace.db");
    const other = new DatabaseSync(path);
    other.exec("CREATE TABLE theirs (a)");
    other.close();
    const before = await Deno.readFile(path);
    await assert.rejects(openWorkspace(folder), hasCode("store/not-a-workspace"));
    assert.deepEqual(await Deno.readFile(path), before);
    await Deno.remove(folder, { recursive: true });
  });

  it("refuses a file that is no database", async () => {
    const folder = await Deno.makeTempDir();
    await Deno.writeTextFile(join(folder, "workspace.db"), "no database\n".repeat(1000));
    await assert.rejects(openWorkspace(folder), hasCode("store/damaged"));
    await Deno.remove(folder, { recursive: true });
  });

  it("finds a damaged database when the last server was killed", async () => {
    const folder = await Deno.makeTempDir();
    const path = join(folder, "workspace.db");
    const workspace = await openWorkspace(folder);
    for (let index = 0; index < 200; index++) workspace.notebooks.create(`Notebook ${index}`, {});
    await workspace[Symbol.asyncDispose]();
    // The page of a table's root is overwritten: opening does not read it, the check does.
    const database = new DatabaseSync(path);
    const { rootpage } = z.object({ rootpage: z.int() }).parse(
      database.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'notebook_revisions'")
        .get(),
    );
    database.close();
    using file = await Deno.open(path, { write: true });
    await file.seek((rootpage - 1) * 4096, Deno.SeekMode.Start);
    await file.write(new Uint8Array(4096).fill(0x5a));
    await Deno.writeTextFile(join(folder, "lock"), "12345\n");
    await assert.rejects(openWorkspace(folder), hasCode("store/damaged"));
    await Deno.remove(folder, { recursive: true });
  });

  it("refuses a path that is a file, or leads through one", async () => {
    const file = await Deno.makeTempFile();
    await assert.rejects(openWorkspace(file), hasCode("store/not-a-folder"));
    await assert.rejects(openWorkspace(join(file, "below")), hasCode("store/not-a-folder"));
    await Deno.remove(file);
  });

  it("says so where the folder may not be written to", {
    skip: Deno.uid() === 0 ? "root may write everywhere" : false,
  }, async () => {
    const folder = await Deno.makeTempDir();
    await Deno.chmod(folder, 0o500);
    await assert.rejects(openWorkspace(folder), hasCode("store/not-writable"));
    await assert.rejects(openWorkspace(join(folder, "below")), hasCode("store/not-writable"));
    await Deno.remove(folder, { recursive: true });
  });

  it("removes what a killed server left unfinished", async () => {
    await using temporary = await temporaryWorkspace();
    const { scratch } = temporary.workspace;
    await Deno.writeTextFile(scratch.newPath(".partial"), "half a blob");
    const folder = await scratch.newFolder();
    await Deno.writeTextFile(join(folder.path, "file"), "half a table");
    await temporary.reopen();
    assert.deepEqual(filesIn(join(temporary.folder, "scratch")), []);
  });

  it("marks runs without an end as interrupted, once", async () => {
    await using temporary = await temporaryWorkspace();
    const { notebooks, runs } = temporary.workspace;
    const notebook = notebooks.create("Training", {});
    const start = () => runs.start({ notebook: notebook.id, revision: 1, cells: ["a", "b"] });
    const [finished, first, second] = [start(), start(), start()];
    runs.finish(finished.id, "finished");
    const reopened = await temporary.reopen();
    assert.deepEqual(reopened.interrupted.map(({ id }) => id), [first.id, second.id]);
    assert.equal(reopened.runs.get(first.id).state, "interrupted");
    assert.notEqual(reopened.runs.get(first.id).ended, null);
    assert.equal(reopened.runs.get(finished.id).state, "finished");
    assert.deepEqual((await temporary.reopen()).interrupted, []);
  });
});

describe("Workspace", () => {
  it("stores all rows of a transaction or none", async () => {
    await using temporary = await temporaryWorkspace();
    const { workspace } = temporary;
    const notebook = workspace.notebooks.create("Before", {});
    assert.throws(() =>
      workspace.transaction(() => {
        workspace.notebooks.rename(notebook.id, "After");
        workspace.pipelines.save("Pipeline", {});
        throw new Error("Something else went wrong.");
      }), /Something else went wrong/);
    assert.equal(workspace.notebooks.get(notebook.id).title, "Before");
    assert.deepEqual(workspace.pipelines.list(), []);
    workspace.transaction(() => workspace.notebooks.rename(notebook.id, "After"));
    assert.equal(workspace.notebooks.get(notebook.id).title, "After");
  });

  it("finds blobs that are missing or were changed", async () => {
    await using temporary = await temporaryWorkspace();
    const { workspace } = temporary;
    const blobs = await Promise.all(
      ["one", "two", "three"].map((text) => workspace.blobs.put(bytesOf(text))),
    );
    workspace.cellResults.put("key", {}, blobs.map((blob) => ({ ...blob, media: "text/plain" })));
    assert.deepEqual(await workspace.findFlaws(), []);
    const [one, two] = blobs.map(({ sha256 }) => workspace.blobs.path(sha256));
    await Deno.remove(one ?? "");
    await Deno.writeTextFile(two ?? "", "tow");
    const codes = (await workspace.findFlaws()).map(({ code }) => code).sort();
    assert.deepEqual(codes, ["store/damaged-blob", "store/missing-blob"]);
  });

  it("collects blobs that nothing refers to, but not those whose row may yet come", async () => {
    await using temporary = await temporaryWorkspace();
    const { workspace } = temporary;
    const { blobs } = workspace;
    const [model, cached, garbage] = await Promise.all(
      ["model", "cached", "garbage"].map((text) => blobs.put(bytesOf(text))),
    );
    assert.ok(model && cached && garbage);
    workspace.models.add({ name: "m", file: model, card: {}, notebook: null, dataset: null });
    workspace.cellResults.put("key", {}, [{ ...cached, media: "text/plain" }]);
    assert.deepEqual(await workspace.collectGarbage(), { blobs: 0, bytes: 0 });
    assert.deepEqual(await workspace.collectGarbage(0), { blobs: 1, bytes: garbage.bytes });
    assert.deepEqual([model, cached, garbage].map(({ sha256 }) => blobs.has(sha256)), [
      true,
      true,
      false,
    ]);
    workspace.cellResults.evict(0);
    assert.deepEqual(await workspace.collectGarbage(0), { blobs: 1, bytes: cached.bytes });
    assert.deepEqual(await workspace.findFlaws(), []);
  });

  it("keeps the blobs that a notebook names in any of its revisions, and misses none it never had", async () => {
    await using temporary = await temporaryWorkspace();
    const { blobs, notebooks } = temporary.workspace;
    const [first, second] = [await blobs.put(bytesOf("first")), await blobs.put(bytesOf("second"))];
    const naming = (sha256: string) => ({ cells: [{ params: { file: { content: { sha256 } } } }] });
    const { id } = notebooks.create("Faults", naming(first.sha256));
    notebooks.save(id, { content: naming(second.sha256), basedOn: 1 });
    notebooks.save(id, { content: naming("0".repeat(64)), basedOn: 2 });
    notebooks.delete(id);
    const workspace = await temporary.reopen();
    assert.deepEqual(await workspace.collectGarbage(0), { blobs: 0, bytes: 0 });
    assert.deepEqual(await workspace.findFlaws(), []);
    await Deno.writeTextFile(workspace.blobs.path(second.sha256), "changed");
    assert.deepEqual((await workspace.findFlaws()).map(({ code }) => code), ["store/damaged-blob"]);
    await blobs.put(bytesOf("second"));
    assert.deepEqual(await workspace.findFlaws(), []);
  });
});
