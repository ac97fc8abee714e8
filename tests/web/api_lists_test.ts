import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { z } from "zod";
import {
  createdSchema,
  datasetSchema,
  datasetsSchema,
  modelSchema,
  modelsSchema,
  notebooksSchema,
  savedNotebookSchema,
} from "@/web/api_schema.ts";
import {
  diagnosesSchema,
  diagnosisOverviewSchema,
  diagnosisSchema,
} from "@/web/diagnosis_schema.ts";
import { deletedSchema } from "@/web/lists_schema.ts";
import { sharedFile, skipWithout } from "../shared.ts";
import { type ApiApp, json, newNotebook, openApiApp, simulatedCsv } from "./api_app.ts";
import { readEvents } from "./event_reader.ts";

const naughtyStrings = sharedFile("badinput/blns/blns.json");

async function upload(app: ApiApp, name: string, body: string) {
  const query = new URLSearchParams({ name });
  return await app.ask(datasetSchema, `/api/datasets?${query}`, { method: "POST", body });
}

/** A model, trained in a notebook of its own. */
async function train(app: ApiApp) {
  const learner = { name: "random-forest", trees: 5 };
  const cells = [
    { id: "s", kind: "simulate", params: { rows: 300 } },
    { id: "t", kind: "train", params: { folds: 2, learner } },
  ];
  const body = { notebook: { format: 1, title: "m", cells }, run: true };
  const { id: notebook } = await app.ask(createdSchema, "/api/notebooks", json("POST", body));
  await app.idle(notebook);
  const { models: [model] } = await app.ask(modelsSchema, "/api/models");
  assert.ok(model);
  return { notebook, model };
}

async function expectStatus(app: ApiApp, status: number, path: string, init: RequestInit) {
  const response = await app.request(path, init);
  assert.equal(response.status, status, `${init.method} ${path}: ${await response.text()}`);
}

const remove = (app: ApiApp, path: string) => expectStatus(app, 204, path, { method: "DELETE" });
const restore = (app: ApiApp, path: string) =>
  expectStatus(app, 204, `${path}/restore`, { method: "POST" });

const deletedNames = async (app: ApiApp) =>
  (await app.ask(deletedSchema, "/api/deleted")).deleted.map(({ list, name }) => [list, name]);

describe("the lists of the workspace", () => {
  it("rename, copy, delete and restore a dataset, and tell everyone", async () => {
    await using app = await openApiApp();
    await using events = await readEvents(app);
    const { id, file } = await upload(app, "kpis.csv", "a,b\n1,2\n");
    const path = `/api/datasets/${id}`;
    const renamed = await app.ask(datasetSchema, path, json("PATCH", { name: " October.csv " }));
    assert.equal(renamed.name, "October.csv");
    assert.deepEqual(renamed.file.content, file.content);
    const copy = await app.ask(createdSchema, `${path}/duplicate`, json("POST", {}));
    const named = await app.ask(createdSchema, `${path}/duplicate`, json("POST", { name: "c" }));
    const names = async () =>
      (await app.ask(datasetsSchema, "/api/datasets")).datasets.map(({ name }) => name);
    assert.deepEqual(await names(), ["c", "October (copy).csv", "October.csv"]);

    await remove(app, path);
    await remove(app, `/api/datasets/${named.id}`);
    assert.deepEqual(await names(), ["October (copy).csv"]);
    assert.deepEqual(await deletedNames(app), [["datasets", "c"], ["datasets", "October.csv"]]);
    for (
      const [address, init] of [
        [path, { method: "GET" }],
        [path, json("PATCH", { name: "x" })],
        [`${path}/duplicate`, json("POST", {})],
        ["/api/train", json("POST", { dataset: id })],
      ] as const
    ) {
      const { status, code } = await app.fail(address, init);
      assert.deepEqual([status, code], [410, "store/deleted"], address);
    }
    await restore(app, path);
    assert.deepEqual(await names(), ["October (copy).csv", "October.csv"]);
    assert.deepEqual(await app.ask(datasetSchema, path), renamed);

    await events.find(({ event, data }) => event === "changed" && data.id === named.id);
    const told = events.received.filter(({ message }) =>
      message.event === "changed" && message.data.list === "datasets"
    ).map(({ message }) => message.event === "changed" && message.data.id);
    assert.deepEqual(told, [id, id, copy.id, named.id, id, named.id, id]);
    assert.deepEqual(app.defects, []);
  });

  it("let a notebook go on with a dataset that was deleted", async () => {
    await using app = await openApiApp();
    const dataset = await upload(app, "kpis.csv", "a,b\n1,2\n3,4\n");
    const cells = [{ id: "i", kind: "import", params: { file: dataset.file } }];
    const id = await newNotebook(app, cells);
    await remove(app, `/api/datasets/${dataset.id}`);
    app.workspace.forgetDeleted(-1);
    await app.workspace.collectGarbage(0);
    await app.request(`/api/notebooks/${id}/run`, json("POST", { cells: "all" }));
    const view = await app.idle(id);
    assert.equal(view.cells[0]?.state.state, "fresh", JSON.stringify(view.cells[0]?.state));
    const { notebooks } = await app.ask(notebooksSchema, "/api/notebooks");
    assert.equal(notebooks[0]?.data, "kpis.csv");
    assert.deepEqual(app.defects, []);
  });

  it("rename, copy, delete and restore a model, whose diagnoses still name it", async () => {
    await using app = await openApiApp();
    const { notebook, model } = await train(app);
    const path = `/api/models/${model.id}`;
    const diagnose = { method: "POST", body: await simulatedCsv(20, 2) };
    const diagnosis = await app.ask(
      diagnosisSchema,
      `${path}/diagnose?wait=true&name=a.csv`,
      diagnose,
    );
    assert.equal(diagnosis.model.isDeleted, false);

    const renamed = await app.ask(modelSchema, path, json("PATCH", { name: "cluster" }));
    assert.deepEqual(renamed, { ...model, name: "cluster" });
    const { id: copy } = await app.ask(createdSchema, `${path}/duplicate`, json("POST", {}));
    const copied = await app.ask(modelSchema, `/api/models/${copy}`);
    assert.deepEqual([copied.name, copied.version, copied.sha256], [
      "cluster (copy)",
      1,
      model.sha256,
    ]);

    await remove(app, path);
    const ids = async () => (await app.ask(modelsSchema, "/api/models")).models.map(({ id }) => id);
    assert.deepEqual(await ids(), [copy]);
    const after = await app.ask(diagnosisSchema, `/api/diagnoses/${diagnosis.id}`);
    assert.deepEqual(after.model, { ...diagnosis.model, name: "cluster", isDeleted: true });
    const csv = await app.request(`/api/diagnoses/${diagnosis.id}/file`);
    assert.equal((await csv.text()).trimEnd().split("\n").length, 21);
    for (const address of [path, `${path}/file`]) {
      assert.equal((await app.fail(address)).code, "store/deleted", address);
    }
    const refused = await app.fail(`${path}/diagnose?wait=true&name=b.csv`, diagnose);
    assert.deepEqual([refused.status, refused.code], [410, "store/deleted"]);
    const cell = (await app.idle(notebook)).cells.find(({ id }) => id === "t");
    assert.deepEqual([cell?.state.state, cell?.model], ["fresh", copy]);
    const onnx = await app.request(`/api/notebooks/${notebook}/cells/t/file`);
    assert.equal((await onnx.arrayBuffer()).byteLength, model.bytes);

    await restore(app, path);
    assert.deepEqual((await ids()).sort(), [copy, model.id].sort());
    const again = await app.ask(diagnosisSchema, `/api/diagnoses/${diagnosis.id}`);
    assert.equal(again.model.isDeleted, false);

    const diagnosisPath = `/api/diagnoses/${diagnosis.id}`;
    const called = await app.ask(diagnosisSchema, diagnosisPath, json("PATCH", { name: "Outage" }));
    assert.deepEqual([called.name, called.source], ["Outage", "a.csv"]);
    await remove(app, diagnosisPath);
    assert.deepEqual((await app.ask(diagnosesSchema, "/api/diagnoses")).diagnoses, []);
    assert.equal((await app.fail(`${diagnosisPath}/file`)).code, "store/deleted");
    assert.deepEqual(await deletedNames(app), [["diagnoses", "Outage"]]);
    await restore(app, diagnosisPath);
    const { diagnoses } = await app.ask(diagnosesSchema, "/api/diagnoses");
    assert.deepEqual(diagnoses, [z.parse(diagnosisOverviewSchema, called)]);
    assert.deepEqual(app.defects, []);
  });

  it("keep a model and its notebook apart: each can be deleted without the other", async () => {
    await using app = await openApiApp();
    const { notebook, model } = await train(app);
    await remove(app, `/api/notebooks/${notebook}`);
    assert.deepEqual((await app.ask(modelsSchema, "/api/models")).models, [model]);
    assert.equal((await app.request(`/api/models/${model.id}/file`)).status, 200);
    assert.deepEqual(await deletedNames(app), [["notebooks", "m"]]);
    await restore(app, `/api/notebooks/${notebook}`);
    assert.equal((await app.idle(notebook)).notebook.title, "m");
    assert.deepEqual(app.defects, []);
  });

  it("rename and copy a notebook, open or not, as a change like any other", async () => {
    await using app = await openApiApp();
    const id = await newNotebook(app, [{ id: "n", kind: "note", params: { en: "kept" } }], "Old");
    const rename = (title: string) =>
      app.ask(savedNotebookSchema, `/api/notebooks/${id}`, json("PATCH", { title }));
    assert.equal((await rename("New")).revision, 2);
    assert.equal((await rename("New")).revision, 2, "the same title is no change");
    const opened = await app.idle(id);
    assert.deepEqual([opened.notebook.title, opened.revision], ["New", 2]);
    assert.equal((await rename("")).revision, 3);
    const seen = await app.idle(id);
    assert.deepEqual([seen.notebook.title, seen.revision], ["", 3]);
    assert.deepEqual(seen.notebook.cells[0]?.params, { en: "kept" });

    const path = `/api/notebooks/${id}/duplicate`;
    const copy = await app.ask(createdSchema, path, json("POST", { title: "Copy" }));
    const copied = await app.idle(copy.id);
    assert.deepEqual([copied.notebook.title, copied.revision], ["Copy", 1]);
    assert.deepEqual(copied.notebook.cells, seen.notebook.cells);
    await remove(app, `/api/notebooks/${id}`);
    const uses: [string, RequestInit][] = [
      [`/api/notebooks/${id}`, json("PATCH", { title: "x" })],
      [path, json("POST", {})],
    ];
    for (const [address, init] of uses) {
      assert.equal((await app.fail(address, init)).code, "store/notebook-deleted");
    }
    assert.deepEqual(app.defects, []);
  });

  it("refuse what is no name, and what is not there", async () => {
    await using app = await openApiApp();
    const { id } = await upload(app, "kpis.csv", "a\n1\n");
    const path = `/api/datasets/${id}`;
    const bad: unknown[] = [
      {},
      { name: "" },
      { name: " \t\n" },
      { name: 3 },
      { name: null },
      { name: "x".repeat(10_001) },
      { name: "x", id: "y" },
      [],
      "x",
    ];
    for (const body of bad) {
      const { status, code } = await app.fail(path, json("PATCH", body));
      assert.deepEqual([status, code], [400, "request/wrong-field"], JSON.stringify(body));
    }
    const text = { method: "PATCH", body: "{name" };
    assert.equal((await app.fail(path, text)).code, "request/not-json");
    for (const list of ["datasets", "models", "diagnoses", "notebooks"]) {
      for (const unknown of ["000000000000", "..%2F..%2Flock", "x".repeat(500)]) {
        const address = `/api/${list}/${unknown}`;
        const name = list === "notebooks" ? { title: "x" } : { name: "x" };
        const requests: [string, RequestInit][] = [
          [address, json("PATCH", name)],
          [address, { method: "DELETE" }],
          [`${address}/restore`, { method: "POST" }],
          ...(list === "diagnoses"
            ? []
            : [[`${address}/duplicate`, json("POST", {})] as [string, RequestInit]]),
        ];
        for (const [each, init] of requests) {
          const { status, code } = await app.fail(each, init);
          assert.deepEqual([status, code], [404, "store/not-found"], `${init.method} ${each}`);
        }
      }
    }
    assert.equal((await app.ask(datasetSchema, path)).name, "kpis.csv");
    assert.deepEqual(app.defects, []);
  });

  it("keep any name as it is", skipWithout(naughtyStrings), async () => {
    await using app = await openApiApp();
    const { id } = await upload(app, "kpis.csv", "a\n1\n");
    const texts = [
      "x".repeat(10_000),
      "<script>alert(1)</script>",
      "nul \0 inside",
      "\ud800 alone",
      "‮gpj.exe",
      ...z.array(z.string()).parse(JSON.parse(await Deno.readTextFile(naughtyStrings ?? ""))),
    ].map((text) => text.trim()).filter((text) => text !== "");
    for (const name of texts) {
      const path = `/api/datasets/${id}`;
      assert.equal((await app.ask(datasetSchema, path, json("PATCH", { name }))).name, name);
    }
    assert.deepEqual(app.defects, []);
  });
});
