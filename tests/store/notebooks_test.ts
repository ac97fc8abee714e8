import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { HealerError } from "@/pipeline/problem.ts";
import { newId, notebookIdSchema } from "@/store/ids.ts";
import { hasCode } from "./has_code.ts";
import { temporaryWorkspace } from "./temporary_workspace.ts";

describe("Notebooks", () => {
  it("keeps every save as a revision", async () => {
    await using temporary = await temporaryWorkspace();
    const { id, revision } = temporary.workspace.notebooks.create("Faults", { cells: [] });
    assert.equal(revision, 1);
    for (let basedOn = 1; basedOn < 5; basedOn++) {
      const saved = temporary.workspace.notebooks.save(id, {
        content: { cells: [basedOn] },
        basedOn,
      });
      assert.equal(saved.revision, basedOn + 1);
    }
    const { notebooks } = await temporary.reopen();
    assert.equal(notebooks.get(id).revision, 5);
    assert.deepEqual(notebooks.content(id), { cells: [4] });
    assert.deepEqual(notebooks.revisions(id).map(({ revision }) => revision), [5, 4, 3, 2, 1]);
    assert.deepEqual([1, 2, 3].map((revision) => notebooks.content(id, revision)), [
      { cells: [] },
      { cells: [1] },
      { cells: [2] },
    ]);
    assert.throws(() => notebooks.content(id, 6), hasCode("store/not-found"));
  });

  it("gives back any JSON with its keys in their order", async () => {
    await using temporary = await temporaryWorkspace();
    const { notebooks } = temporary.workspace;
    const { id } = notebooks.create("Any", null);
    let basedOn = 1;
    await fc.assert(
      fc.asyncProperty(fc.jsonValue({ stringUnit: "binary" }), (content) => {
        basedOn = notebooks.save(id, { content, basedOn }).revision;
        assert.equal(JSON.stringify(notebooks.content(id)), JSON.stringify(content));
        return Promise.resolve();
      }),
      { numRuns: 50 },
    );
  });

  it("refuses a save that is not based on the current revision, and loses nothing", async () => {
    await using temporary = await temporaryWorkspace();
    const { notebooks } = temporary.workspace;
    const { id } = notebooks.create("Faults", { by: "nobody" });
    notebooks.save(id, { content: { by: "me" }, basedOn: 1 });
    for (const basedOn of [1, 0, 3, -1, 1.5]) {
      assert.throws(
        () => notebooks.save(id, { content: { by: "you" }, basedOn, title: "Yours" }),
        (error) => {
          hasCode("store/notebook-conflict")(error);
          assert.ok(error instanceof HealerError);
          assert.ok(error.problem.message.en.includes(`revision ${basedOn}, but revision 2 is`));
          return true;
        },
      );
    }
    assert.deepEqual(notebooks.content(id), { by: "me" });
    assert.deepEqual(notebooks.revisions(id).length, 2);
    assert.equal(notebooks.get(id).title, "Faults");
  });

  it("takes the repetition of a save whose answer was lost for what it is", async () => {
    await using temporary = await temporaryWorkspace();
    const { notebooks } = temporary.workspace;
    const { id } = notebooks.create("Faults", { cells: [] });
    const change = { content: { cells: ["a"] }, basedOn: 1 };
    const saved = notebooks.save(id, change);
    assert.deepEqual(notebooks.save(id, change), saved);
    assert.equal(notebooks.revisions(id).length, 2);
  });

  it("lists the last changed first, renames without a revision, and duplicates", async () => {
    await using temporary = await temporaryWorkspace();
    const { notebooks } = temporary.workspace;
    const first = notebooks.create("First", { n: 1 });
    const second = notebooks.create("Second", { n: 2 });
    const titles = () => notebooks.list().map(({ title }) => title);
    assert.deepEqual(titles(), ["Second", "First"]);
    await new Promise((resolve) => setTimeout(resolve, 2));
    assert.equal(notebooks.rename(first.id, "Renamed").revision, 1);
    assert.deepEqual(titles(), ["Renamed", "Second"]);
    notebooks.save(second.id, { content: { n: 3 }, basedOn: 1, title: "Second, changed" });
    const copy = notebooks.duplicate(second.id, "Copy");
    assert.notEqual(copy.id, second.id);
    assert.equal(copy.revision, 1);
    assert.deepEqual(notebooks.content(copy.id), { n: 3 });
    notebooks.save(copy.id, { content: { n: 4 }, basedOn: 1 });
    assert.deepEqual(notebooks.content(second.id), { n: 3 });
    assert.equal(notebooks.get(second.id).title, "Second, changed");
  });

  it("brings a deleted notebook back as it was", async () => {
    await using temporary = await temporaryWorkspace();
    const { id } = temporary.workspace.notebooks.create("Faults", { cells: ["a"] });
    temporary.workspace.notebooks.save(id, { content: { cells: ["b"] }, basedOn: 1 });
    const before = temporary.workspace.notebooks.get(id);
    temporary.workspace.notebooks.delete(id);
    const { notebooks } = await temporary.reopen();
    assert.deepEqual(notebooks.list(), []);
    assert.deepEqual(notebooks.listDeleted().map(({ title }) => title), ["Faults"]);
    const uses = [
      () => notebooks.get(id),
      () => notebooks.content(id),
      () => notebooks.save(id, { content: {}, basedOn: 2 }),
      () => notebooks.rename(id, "x"),
      () => notebooks.duplicate(id, "x"),
      () => temporary.workspace.runs.start({ notebook: id, revision: 2, cells: [] }),
    ];
    for (const use of uses) assert.throws(use, hasCode("store/notebook-deleted"));
    notebooks.restore(id);
    assert.deepEqual(notebooks.get(id), before);
    assert.deepEqual(notebooks.content(id), { cells: ["b"] });
    assert.equal(notebooks.revisions(id).length, 2);
  });

  it("says so where there is no notebook by an id", async () => {
    await using temporary = await temporaryWorkspace();
    const { notebooks } = temporary.workspace;
    const id = newId(notebookIdSchema);
    const uses = [
      () => notebooks.get(id),
      () => notebooks.content(id),
      () => notebooks.save(id, { content: {}, basedOn: 1 }),
      () => notebooks.delete(id),
      () => notebooks.restore(id),
      () => notebooks.revisions(id),
    ];
    for (const use of uses) assert.throws(use, hasCode("store/not-found"));
  });
});

describe("newId", () => {
  it("gives ids that are safe in a URL, all different", () => {
    const ids = Array.from({ length: 10_000 }, () => newId(notebookIdSchema));
    assert.ok(ids.every((id) => /^[0-9a-z]{12}$/.test(id)));
    assert.equal(new Set(ids).size, ids.length);
    for (const bad of ["", "../../../lock", "ABCDEFGHJKMN", "0123456789abc"]) {
      assert.equal(notebookIdSchema.safeParse(bad).success, false, bad);
    }
  });
});
