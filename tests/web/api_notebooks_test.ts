import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { z } from "zod";
import {
  createdSchema,
  notebooksSchema,
  notebookViewSchema,
  savedNotebookSchema,
} from "@/web/api_schema.ts";
import { cellCheckSchema } from "@/web/cell_schema.ts";
import { sharedFile, skipWithout } from "../shared.ts";
import { type ApiApp, json, newNotebook, openApiApp } from "./api_app.ts";

const naughtyStrings = sharedFile("badinput/blns/blns.json");

function notebook(cells: readonly unknown[], title = "Test"): unknown {
  return { format: 1, title, cells };
}

async function view(app: ApiApp, id: string): Promise<z.infer<typeof notebookViewSchema>> {
  return await app.ask(notebookViewSchema, `/api/notebooks/${id}`);
}

describe("/api/notebooks", () => {
  it("makes, shows, saves, copies, deletes and restores a notebook", async () => {
    await using app = await openApiApp();
    const { id } = await app.ask(createdSchema, "/api/notebooks", json("POST", { title: "Mine" }));
    const empty = await view(app, id);
    assert.deepEqual([empty.notebook.title, empty.revision, empty.cells], ["Mine", 1, []]);

    const cells = [{ id: "n", kind: "note", params: { en: "# Hello" } }];
    const body = { basedOn: 1, notebook: notebook(cells, "Ours") };
    const saved = await app.ask(savedNotebookSchema, `/api/notebooks/${id}`, json("PUT", body));
    assert.deepEqual([saved.revision, saved.problems], [2, []]);
    const again = await app.ask(savedNotebookSchema, `/api/notebooks/${id}`, json("PUT", body));
    assert.equal(again.revision, 2, "a save whose answer was lost can be repeated");
    const changed = await app.idle(id);
    assert.deepEqual(changed.notebook.cells.map(({ kind }) => kind), ["note"]);
    assert.equal(changed.cells[0]?.state.state, "fresh", "a cheap cell runs by itself");

    const copy = await app.ask(createdSchema, "/api/notebooks", json("POST", { copyOf: id }));
    assert.equal((await view(app, copy.id)).notebook.title, "Ours (copy)");
    assert.equal((await view(app, copy.id)).cells[0]?.state.state, "cached");

    assert.equal((await app.request(`/api/notebooks/${id}`, { method: "DELETE" })).status, 204);
    assert.equal((await app.fail(`/api/notebooks/${id}`)).status, 410);
    const listed = async (): Promise<string[]> =>
      (await app.ask(notebooksSchema, "/api/notebooks")).notebooks.map((each) => each.id);
    assert.deepEqual(await listed(), [copy.id]);
    const restored = await app.request(`/api/notebooks/${id}/restore`, { method: "POST" });
    assert.equal(restored.status, 204);
    assert.deepEqual((await listed()).sort(), [copy.id, id].sort());
    assert.equal((await view(app, id)).notebook.title, "Ours");
    assert.deepEqual(app.defects, []);
  });

  it("checks a cell before it is part of a notebook", async () => {
    await using app = await openApiApp();
    const check = async (cell: unknown) =>
      await app.ask(cellCheckSchema, "/api/cells/check", json("POST", { cell }));
    const named = { id: "n", kind: "note", title: "Mine", params: {} };
    assert.deepEqual(await check(named), { problem: null });
    const wrong = await check({ ...named, params: { en: 3 } });
    assert.equal(wrong.problem?.code, "notebook/bad-param");
    assert.deepEqual(wrong.problem?.place, { cell: "n", param: "en" });
    assert.equal(
      (await check({ id: "n", kind: "nothing" })).problem?.code,
      "notebook/unknown-kind",
    );
    const refused = await app.fail("/api/cells/check", json("POST", { cell: { id: "no id" } }));
    assert.deepEqual([refused.status, refused.code], [422, "notebook/bad-id"]);
    assert.deepEqual(app.defects, []);
  });

  it("opens a notebook that ships with the program, by its name only", async () => {
    await using app = await openApiApp();
    const { examples } = await app.ask(notebooksSchema, "/api/notebooks");
    assert.ok(examples.some(({ name }) => name === "fault-diagnosis"));
    for (const { name, title, cells } of examples) {
      const { id } = await app.ask(
        createdSchema,
        "/api/notebooks",
        json("POST", { example: name }),
      );
      const opened = await view(app, id);
      assert.deepEqual([opened.notebook.title, opened.cells.length], [title, cells]);
      assert.deepEqual(opened.problems, []);
    }
    for (const name of ["nothing", "../deno", "fault-diagnosis.json", ""]) {
      const failure = await app.fail("/api/notebooks", json("POST", { example: name }));
      assert.deepEqual([failure.status, failure.code], [404, "workbench/example-not-found"]);
    }
  });

  it("refuses a change that is based on an older revision and keeps what is there", async () => {
    await using app = await openApiApp();
    const id = await newNotebook(app, [{ id: "a", kind: "note", params: { en: "first" } }]);
    const change = (en: string) => ({
      basedOn: 1,
      notebook: notebook([{ id: "a", kind: "note", params: { en } }]),
    });
    const path = `/api/notebooks/${id}`;
    await app.ask(savedNotebookSchema, path, json("PUT", change("second")));
    const failure = await app.fail(path, json("PUT", change("third")));
    assert.deepEqual([failure.status, failure.code], [409, "store/notebook-conflict"]);
    assert.deepEqual((await view(app, id)).notebook.cells[0]?.params, { en: "second" });
  });

  it("keeps one of many changes that come at the same time, and shows that one", async () => {
    await using app = await openApiApp();
    const id = await newNotebook(app, []);
    const statuses = await Promise.all(
      Array.from({ length: 20 }, async (_, index) => {
        const cells = [{ id: "a", kind: "note", params: { en: String(index) } }];
        const body = { basedOn: 1, notebook: notebook(cells) };
        const response = await app.request(`/api/notebooks/${id}`, json("PUT", body));
        await response.body?.cancel();
        return { index, status: response.status };
      }),
    );
    const won = statuses.filter(({ status }) => status === 200);
    assert.equal(won.length, 1);
    assert.ok(statuses.every(({ status }) => status === 200 || status === 409));
    const { revision, notebook: kept } = await app.idle(id);
    assert.equal(revision, 2);
    assert.deepEqual(kept.cells[0]?.params, { en: String(won[0]?.index) });
  });

  it("saves what is wrong with single cells, says where, and runs the others", async () => {
    await using app = await openApiApp();
    const id = await newNotebook(app, []);
    const cells = [
      { id: "unknown", kind: "no-such-kind", params: { anything: ["is", "kept"] } },
      { id: "bad", kind: "simulate", params: { rows: 5, note: "typed by hand" } },
      { id: "wire", kind: "impute", params: {}, inputs: { table: "nowhere" } },
      { id: "cycle", kind: "impute", params: {}, inputs: { table: "cycle" } },
      { id: "below", kind: "impute", params: {}, inputs: { table: "good" } },
      { id: "good", kind: "simulate", params: { rows: 100 } },
      { id: "type", kind: "evaluate", params: {}, inputs: { model: "good" } },
    ];
    const body = { basedOn: 1, notebook: notebook(cells) };
    const saved = await app.ask(savedNotebookSchema, `/api/notebooks/${id}`, json("PUT", body));
    assert.deepEqual(
      saved.problems.map(({ code, place }) => [code, place.cell]),
      [["notebook/unknown-kind", "unknown"], ["notebook/bad-param", "bad"]],
    );
    const shown = await app.idle(id);
    assert.deepEqual(shown.notebook.cells.map(({ params }) => params), [
      { anything: ["is", "kept"] },
      { note: "typed by hand", rows: 5 },
      {},
      {},
      {},
      { rows: 100 },
      {},
    ]);
    const codes = shown.cells.map(({ id, state }) => [
      id,
      state.state === "failed" ? state.problem.code : state.state,
    ]);
    assert.deepEqual(codes, [
      ["unknown", "notebook/unknown-kind"],
      ["bad", "notebook/bad-param"],
      ["wire", "graph/missing-cell"],
      ["cycle", "graph/cycle"],
      ["below", "graph/reads-below"],
      ["good", "fresh"],
      ["type", "graph/wrong-type"],
    ]);
  });

  it("refuses what is no notebook, and nothing of it is stored", async () => {
    await using app = await openApiApp();
    const id = await newNotebook(app, []);
    const many = Array.from({ length: 10_000 }, (_, index) => ({ id: `c${index}`, kind: "note" }));
    const twice = [{ id: "a", kind: "note" }, { id: "a", kind: "note" }];
    const deep = JSON.parse(`${"[".repeat(5000)}${"]".repeat(5000)}`);
    const documents: [unknown, string][] = [
      [null, "notebook/not-a-notebook"],
      [[], "notebook/not-a-notebook"],
      [{ title: "no format" }, "notebook/not-a-notebook"],
      [{ format: 99, title: "from the future", cells: [] }, "notebook/from-the-future"],
      [{ format: 1, title: 7, cells: [] }, "notebook/bad-field"],
      [{ format: 1, title: "x", cells: [], more: 1 }, "notebook/bad-field"],
      [notebook(many), "notebook/too-many-cells"],
      [notebook(twice), "notebook/duplicate-cell"],
      [notebook([{ id: "../a", kind: "note" }]), "notebook/bad-id"],
      [notebook([{ id: "a", kind: "note", params: { deep } }]), "notebook/bad-cell-field"],
    ];
    for (const [document, code] of documents) {
      const created = await app.fail("/api/notebooks", json("POST", { notebook: document }));
      assert.deepEqual([created.status, created.code], [422, code]);
      const body = { basedOn: 1, notebook: document };
      const saved = await app.fail(`/api/notebooks/${id}`, json("PUT", body));
      assert.deepEqual([saved.status, saved.code], [422, code]);
    }
    const { notebooks } = await app.ask(notebooksSchema, "/api/notebooks");
    assert.deepEqual(notebooks.map(({ id, revision }) => [id, revision]), [[id, 1]]);
    assert.deepEqual(app.defects, []);
  });

  it("names line and column where a notebook file is no JSON", async () => {
    await using app = await openApiApp();
    const text = '{\n  "format": 1,\n  "title": "x",\n  "cells": [}\n';
    const failure = await app.fail("/api/notebooks", json("POST", { text }));
    assert.deepEqual([failure.status, failure.code], [400, "notebook/not-json"]);
    assert.deepEqual(JSON.parse(failure.text).error.place, { line: 4, column: 13 });
  });

  it("refuses requests that are not what the address takes", async () => {
    await using app = await openApiApp();
    const id = await newNotebook(app, []);
    const path = `/api/notebooks/${id}`;
    const requests: [string, RequestInit, number, string][] = [
      ["/api/notebooks", { method: "POST", body: "{" }, 400, "request/not-json"],
      ["/api/notebooks", json("POST", { example: 7 }), 400, "request/wrong-field"],
      [
        "/api/notebooks",
        json("POST", { text: "{}", copyOf: id }),
        400,
        "workbench/several-sources",
      ],
      ["/api/notebooks", json("POST", { copyOf: "nobody" }), 404, "store/not-found"],
      [
        "/api/notebooks",
        json("POST", { text: "x".repeat(33 * 2 ** 20) }),
        413,
        "request/too-large",
      ],
      [path, json("PUT", { notebook: notebook([]) }), 400, "request/wrong-field"],
      [path, json("PATCH", {}), 400, "request/wrong-field"],
      [path, json("POST", {}), 405, "request/method-not-allowed"],
      ["/api/notebooks/aaaaaaaaaaaa", {}, 404, "store/not-found"],
      [`/api/notebooks/${encodeURIComponent("a/../b")}`, {}, 404, "store/not-found"],
      [`${path}/cells/none`, {}, 404, "workbench/cell-not-found"],
      [`${path}/cells/none/file`, {}, 404, "workbench/cell-not-found"],
      [`${path}/cells/none/tables/0`, {}, 404, "workbench/cell-not-found"],
      [`${path}/run`, json("POST", { cells: ["none"] }), 404, "kernel/no-such-cell"],
      [`${path}/run`, json("POST", { cells: "some" }), 400, "request/wrong-field"],
      [
        `${path}/cancel`,
        json("POST", { cells: Array(1001).fill("a") }),
        400,
        "request/wrong-field",
      ],
      ["/api/train", json("POST", { dataset: "none" }), 404, "store/not-found"],
      ["/api/models/none", {}, 404, "store/not-found"],
      ["/api/models/none/file", {}, 404, "store/not-found"],
      ["/api/diagnoses/none", {}, 404, "store/not-found"],
    ];
    for (const [address, init, status, code] of requests) {
      const failure = await app.fail(address, init);
      assert.deepEqual([failure.status, failure.code], [status, code], `${init.method} ${address}`);
    }
    assert.deepEqual(app.defects, []);
  });

  it(
    "gives titles and params back unchanged, and downloads under names that do no harm",
    skipWithout(naughtyStrings),
    async () => {
      await using app = await openApiApp();
      const texts = [
        "\ud800 alone",
        "nul \0 inside",
        "../../etc/passwd",
        "CON\\..\\x",
        'quote" and \r\nset-cookie: a=b',
        "‮gpj.exe",
        "中文 标题",
        ...z.array(z.string()).parse(JSON.parse(await Deno.readTextFile(naughtyStrings ?? ""))),
      ].map((text) => text.slice(0, 1000));
      for (const text of texts) {
        const cells = [{ id: "n", kind: "note", params: { en: text } }];
        const body = { notebook: notebook(cells, text) };
        const { id } = await app.ask(createdSchema, "/api/notebooks", json("POST", body));
        const stored = await app.ask(notebookViewSchema, `/api/notebooks/${id}`);
        assert.equal(stored.notebook.title, text);
        assert.deepEqual(stored.notebook.cells[0]?.params, { en: text });
        const file = await app.request(`/api/notebooks/${id}/file`);
        assert.equal(JSON.parse(await file.text()).title, text);
        assert.equal(file.headers.get("x-content-type-options"), "nosniff");
        assert.equal(file.headers.get("set-cookie"), null);
        const disposition = file.headers.get("content-disposition") ?? "";
        assert.match(
          disposition,
          /^attachment; filename="[^"\\/:*?<>|%]+\.json"; filename\*=UTF-8''[\w.~!#$&+^`|%-]+\.json$/,
        );
        assert.doesNotMatch(disposition, /filename="\./);
      }
      const { notebooks } = await app.ask(notebooksSchema, "/api/notebooks");
      assert.deepEqual(notebooks.map(({ title }) => title).sort(), [...texts].sort());
      assert.deepEqual(app.defects, []);
    },
  );
});
