import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { newId, pipelineIdSchema } from "@/store/ids.ts";
import { hasCode } from "./has_code.ts";
import { temporaryWorkspace } from "./temporary_workspace.ts";

describe("Pipelines", () => {
  it("count the versions of a name and keep them all", async () => {
    await using temporary = await temporaryWorkspace();
    const { workspace } = temporary;
    const saved = ["scaled", "scaled", "plain", "scaled"].map((name, index) =>
      workspace.pipelines.save(name, { index })
    );
    assert.deepEqual(saved.map(({ version }) => version), [1, 2, 1, 3]);
    const [scaled, , plain] = saved;
    assert.ok(scaled && plain);
    const { pipelines } = await temporary.reopen();
    assert.deepEqual(
      pipelines.list().map(({ name, version, document }) => [name, version, document]),
      [
        ["plain", 1, { index: 2 }],
        ["scaled", 3, { index: 3 }],
      ],
    );
    const versions = pipelines.versions(scaled.id);
    assert.deepEqual(versions.map(({ version, document }) => [version, document]), [
      [3, { index: 3 }],
      [2, { index: 1 }],
      [1, { index: 0 }],
    ]);
    assert.deepEqual(pipelines.version(scaled.id, 2), versions[1]);
    assert.deepEqual(pipelines.version(scaled.id), versions[0]);
    assert.deepEqual(pipelines.get(plain.id), plain);
    assert.throws(() => pipelines.get(newId(pipelineIdSchema)), hasCode("store/not-found"));
    assert.throws(() => pipelines.version(scaled.id, 4), hasCode("store/not-found"));
  });

  it("take the same document for the same version", async () => {
    await using temporary = await temporaryWorkspace();
    const { workspace: { pipelines } } = temporary;
    const first = pipelines.save("a", { x: 1 });
    assert.deepEqual(pipelines.save("a", { x: 1 }), first);
    pipelines.save("a", { x: 2 });
    assert.equal(pipelines.save("a", { x: 1 }).version, 3);
  });

  it("go on under another name, and begin anew beside one that was deleted", async () => {
    await using temporary = await temporaryWorkspace();
    const { workspace: { pipelines } } = temporary;
    const { id } = pipelines.save("a", 1);
    pipelines.rename(id, "b");
    assert.equal(pipelines.save("b", 2).id, id);
    pipelines.delete(id);
    const anew = pipelines.save("b", 3);
    assert.notEqual(anew.id, id);
    assert.equal(anew.version, 1);
    assert.throws(() => pipelines.versions(id), hasCode("store/deleted"));
    pipelines.restore(id);
    assert.deepEqual(pipelines.versions(id).map(({ document }) => document), [2, 1]);
  });

  it("are forgotten with all their versions", async () => {
    await using temporary = await temporaryWorkspace();
    const { workspace } = temporary;
    const { id } = workspace.pipelines.save("a", 1);
    workspace.pipelines.delete(id);
    workspace.forgetDeleted(-1);
    assert.throws(() => workspace.pipelines.find(id), hasCode("store/not-found"));
    assert.deepEqual(await workspace.findFlaws(), []);
  });
});
