import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type FaultCatalogue, type FaultEntry } from "@/pipeline/model/fault_catalogue.ts";
import { createdSchema, modelsSchema } from "@/web/api_schema.ts";
import { type FaultsAnswer, faultsSchema } from "@/web/faults_schema.ts";
import { type ApiApp, json, openApiApp } from "./api_app.ts";

const none = { en: "", zh: "" };

function entry(fault: string, en: string, zh = ""): FaultEntry {
  return {
    fault,
    name: { en, zh },
    description: none,
    severity: "high",
    colour: 3,
    remedies: [{ en: "restart it", zh: "重启" }],
  };
}

/** Trains once in a notebook of its own, or again in `notebook`; the new model. */
async function train(app: ApiApp, title: string, seed: number) {
  const cells = [
    { id: "s", kind: "simulate", params: { rows: 200, seed } },
    { id: "t", kind: "train", params: { folds: 2, learner: { name: "random-forest", trees: 3 } } },
  ];
  const body = { notebook: { format: 1, title, cells }, run: true };
  const { id } = await app.ask(createdSchema, "/api/notebooks", json("POST", body));
  await app.idle(id);
  const { models: [model] } = await app.ask(modelsSchema, "/api/models");
  assert.ok(model);
  return model;
}

const get = (app: ApiApp, model: string) => app.ask(faultsSchema, `/api/models/${model}/faults`);
const put = (app: ApiApp, { model, etag }: FaultsAnswer, catalogue: FaultCatalogue) =>
  app.ask(
    faultsSchema,
    `/api/models/${model.id}/faults`,
    json("PUT", { basedOn: etag, catalogue }),
  );
const undo = (app: ApiApp, { model, etag }: FaultsAnswer) =>
  app.ask(faultsSchema, `/api/models/${model.id}/faults/undo`, json("POST", { basedOn: etag }));

describe("the fault catalogue of a model", () => {
  let app: ApiApp;
  let first: Awaited<ReturnType<typeof train>>;
  before(async () => {
    app = await openApiApp();
    first = await train(app, "cluster", 1);
  });
  after(() => app[Symbol.asyncDispose]());

  it("is empty at first, keeps what is saved, and undoes the last save and the undoing", async () => {
    const empty = await get(app, first.id);
    assert.deepEqual([empty.catalogue, empty.source, empty.canUndo], [[], null, false]);
    assert.deepEqual(empty.classes.map(({ fault }) => fault), first.classes);
    assert.equal(empty.classes.reduce((sum, { rows }) => sum + rows, 0), first.rows);

    const [fault = ""] = first.classes;
    const strange = entry(`<script>alert(1)</script>${"x".repeat(1000)}`, "\ud800 lone", "孤立");
    const one = await put(app, empty, [entry(fault, "Disk full", "磁盘已满"), strange]);
    assert.deepEqual(one.catalogue, [entry(fault, "Disk full", "磁盘已满"), strange]);
    assert.deepEqual(await get(app, first.id), one);
    const two = await put(app, one, [entry(fault, "Disk is full")]);
    const back = await undo(app, two);
    assert.deepEqual([back.catalogue, back.canUndo], [one.catalogue, true]);
    assert.deepEqual((await undo(app, back)).catalogue, two.catalogue);
  });

  it("tells the later of two who change it at once, and loses neither", async () => {
    const read = await get(app, first.id);
    const saved = await put(app, read, [entry("a", "mine")]);
    const body = { basedOn: read.etag, catalogue: [entry("a", "yours")] };
    const path = `/api/models/${first.id}/faults`;
    const failure = await app.fail(path, json("PUT", body));
    assert.deepEqual([failure.status, failure.code], [409, "catalogue/conflict"]);
    const late = json("POST", { basedOn: read.etag });
    assert.equal((await app.fail(`${path}/undo`, late)).code, "catalogue/conflict");
    assert.deepEqual(await get(app, first.id), saved);
    const other = await put(app, saved, [entry("a", "yours")]);
    assert.equal(other.catalogue[0]?.name.en, "yours");
  });

  it("refuses what is none: a class twice, a colour there is not, a severity there is not", async () => {
    const { etag: basedOn } = await get(app, first.id);
    const path = `/api/models/${first.id}/faults`;
    for (
      const catalogue of [
        [entry("a", "x"), entry("a", "y")],
        [{ ...entry("a", "x"), colour: 9 }],
        [{ ...entry("a", "x"), severity: "bad" }],
        [{ ...entry("a", "x".repeat(1001)) }],
        "x",
      ]
    ) {
      const { status, code } = await app.fail(path, json("PUT", { basedOn, catalogue }));
      assert.deepEqual([status, code], [400, "request/wrong-field"]);
    }
    assert.equal((await app.fail("/api/models/0/faults")).status, 404);
  });

  it("is taken over by the next model of the same product, and survives the end of its own", async () => {
    const named = await put(app, await get(app, first.id), [entry("disk-full", "Disk full")]);
    const next = await train(app, "another notebook", 2);
    const taken = await get(app, next.id);
    assert.deepEqual(taken.catalogue, named.catalogue);
    assert.deepEqual(taken.source, {
      model: first.id,
      name: "cluster",
      version: 1,
      isOwn: false,
      saved: named.source?.saved,
    });
    assert.equal(taken.canUndo, false);
    await app.request(`/api/models/${first.id}`, { method: "DELETE" });
    app.workspace.forgetDeleted(-1);
    assert.equal((await app.fail(`/api/models/${first.id}/faults`)).status, 404);
    assert.deepEqual(await get(app, next.id), taken);

    const own = await put(app, taken, [...taken.catalogue, entry("new", "Something new")]);
    assert.equal(own.source?.isOwn, true);
    const back = await undo(app, own);
    assert.deepEqual([back.source, back.catalogue], [taken.source, taken.catalogue]);
    assert.deepEqual(app.defects, []);
  });
});
