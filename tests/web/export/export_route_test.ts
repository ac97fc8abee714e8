import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { createdSchema, notebookViewSchema } from "@/web/api_schema.ts";
import { json, openApiApp } from "../api_app.ts";

describe("/api/notebooks/[id]/export", () => {
  it("gives the notebook as the file from which the same notebook is made", async () => {
    await using app = await openApiApp();
    const cells = [{ id: "n", kind: "note", params: { zh: "你好", en: "# Hello" } }];
    const notebook = { format: 1, title: "A/B: 故障", cells };
    const { id } = await app.ask(createdSchema, "/api/notebooks", json("POST", { notebook }));
    const answer = await app.request(`/api/notebooks/${id}/export?as=notebook`);
    assert.equal(answer.headers.get("content-type"), "application/json");
    assert.match(
      answer.headers.get("content-disposition") ?? "",
      /filename\*=UTF-8''A_B_%20%E6%95%85%E9%9A%9C\.json$/,
    );
    const copy = json("POST", { notebook: await answer.json() });
    const made = await app.ask(createdSchema, "/api/notebooks", copy);
    const view = await app.ask(notebookViewSchema, `/api/notebooks/${made.id}`);
    assert.deepEqual(view.notebook.cells, cells);
    assert.deepEqual(app.defects, []);
  });

  it("says which formats there are where another is asked for, and what is not there", async () => {
    await using app = await openApiApp();
    const { id } = await app.ask(createdSchema, "/api/notebooks", json("POST", { title: "A" }));
    const unknown = await app.fail(`/api/notebooks/${id}/export?as=__proto__`);
    assert.deepEqual([unknown.status, unknown.code], [404, "export/format-not-found"]);
    assert.match(unknown.text, /notebook/);
    const address = `/api/notebooks/${id}/export`;
    assert.equal((await app.fail(address)).code, "request/wrong-field");
    assert.equal(
      (await app.fail(`${address}?as=notebook&language=fr`)).code,
      "request/wrong-field",
    );
    assert.equal((await app.fail("/api/notebooks/1/export?as=notebook")).status, 404);
    assert.deepEqual(app.defects, []);
  });
});
