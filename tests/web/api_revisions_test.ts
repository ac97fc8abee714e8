import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { notebookViewSchema, savedNotebookSchema } from "@/web/api_schema.ts";
import { revisionsSchema, revisionViewSchema } from "@/web/revision_schema.ts";
import { type ApiApp, json, newNotebook, openApiApp } from "./api_app.ts";

const train = (trees: number) => ({
  id: "train",
  kind: "train",
  params: { learner: { name: "random-forest", trees } },
});
const note = (en: string) => ({ id: "about", kind: "note", params: { en } });

async function save(app: ApiApp, id: string, basedOn: number, cells: unknown[]): Promise<number> {
  const body = { basedOn, notebook: { format: 1, title: "Test", cells } };
  return (await app.ask(savedNotebookSchema, `/api/notebooks/${id}`, json("PUT", body))).revision;
}

describe("/api/notebooks/[id]/revisions", () => {
  it("lists what changed, newest first and page by page", async () => {
    await using app = await openApiApp();
    const id = await newNotebook(app, [train(300)]);
    await save(app, id, 1, [train(12)]);
    await save(app, id, 2, [note("x".repeat(1000)), train(12)]);
    await save(app, id, 3, [note("short"), train(12)]);
    const path = `/api/notebooks/${id}/revisions`;
    const { revisions, total } = await app.ask(revisionsSchema, path);
    assert.equal(total, 4);
    assert.deepEqual(revisions.map(({ revision, changes }) => [revision, changes]), [
      [4, [{
        type: "param",
        cell: "about",
        kind: "note",
        number: 1,
        path: ["en"],
        isLong: true,
      }]],
      [3, [{ type: "added", cell: "about", kind: "note", number: 1 }]],
      [2, [{
        type: "param",
        cell: "train",
        kind: "train",
        number: 1,
        path: ["learner", "trees"],
        before: 300,
        after: 12,
        isLong: false,
      }]],
      [1, []],
    ]);
    const page = await app.ask(revisionsSchema, `${path}?before=4&limit=2`);
    assert.deepEqual(page.revisions, revisions.slice(1, 3));
    assert.deepEqual(app.defects, []);
  });

  it("shows a revision, names it, and restores it as a new one", async () => {
    await using app = await openApiApp();
    const id = await newNotebook(app, [train(300)]);
    await save(app, id, 1, [train(12)]);
    const first = `/api/notebooks/${id}/revisions/1`;
    const named = await app.request(first, json("PATCH", { name: " As it came " }));
    assert.equal(named.status, 204);
    const shown = await app.ask(revisionViewSchema, first);
    assert.deepEqual([shown.name, shown.restored], ["As it came", null]);
    assert.deepEqual(shown.notebook.cells, [train(300)]);

    const late = await app.fail(`${first}/restore`, json("POST", { basedOn: 1 }));
    assert.deepEqual([late.status, late.code], [409, "store/notebook-conflict"]);
    const restored = await app.ask(
      savedNotebookSchema,
      `${first}/restore`,
      json("POST", { basedOn: 2 }),
    );
    assert.equal(restored.revision, 3);
    const now = await app.ask(notebookViewSchema, `/api/notebooks/${id}`);
    assert.deepEqual(now.notebook.cells, [train(300)]);
    const { revisions } = await app.ask(revisionsSchema, `/api/notebooks/${id}/revisions`);
    assert.deepEqual(
      revisions.map(({ revision, name, restored }) => [revision, name, restored]),
      [[3, "", 1], [2, "", null], [1, "As it came", null]],
    );
    assert.deepEqual(app.defects, []);
  });

  it("says so where there is no such revision or the request is none", async () => {
    await using app = await openApiApp();
    const id = await newNotebook(app, []);
    for (const revision of ["2", "0", "-1", "1.5", "x", "1e3", "9".repeat(40)]) {
      const failure = await app.fail(`/api/notebooks/${id}/revisions/${revision}`);
      assert.deepEqual([failure.status, failure.code], [404, "store/not-found"], revision);
    }
    const path = `/api/notebooks/${id}/revisions`;
    for (const query of ["?limit=0", "?limit=201", "?limit=x", "?before=0", "?before=x"]) {
      assert.equal((await app.fail(path + query)).status, 400, query);
    }
    const long = json("PATCH", { name: "x".repeat(201) });
    assert.equal((await app.fail(`${path}/1`, long)).status, 400);
    assert.equal((await app.fail("/api/notebooks/none/revisions")).status, 404);
    await app.request(`/api/notebooks/${id}`, { method: "DELETE" });
    assert.equal((await app.fail(path)).status, 410);
    assert.deepEqual(app.defects, []);
  });
});
