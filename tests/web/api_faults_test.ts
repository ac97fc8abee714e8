import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import fc from "fast-check";
import { catalogueKey, type FaultCatalogue } from "@/pipeline/model/fault_catalogue.ts";
import { seal, sealKey } from "@/pipeline/model/seal.ts";
import { setMetadata } from "@/pipeline/onnx/set_metadata.ts";
import { broughtModelSchema, type ModelAnswer, modelsSchema } from "@/web/api_schema.ts";
import { type FaultsAnswer, faultsSchema } from "@/web/faults_schema.ts";
import { arbitraryCatalogue, plainEntry } from "../pipeline/model/fault_catalogues.ts";
import { type ApiApp, json, openApiApp } from "./api_app.ts";
import { bringIn, exampleModel, trainedAgain } from "./example_models.ts";

const get = (app: ApiApp, model: string) => app.ask(faultsSchema, `/api/models/${model}/faults`);
const put = (app: ApiApp, { model, etag }: FaultsAnswer, catalogue: FaultCatalogue) =>
  app.ask(
    faultsSchema,
    `/api/models/${model.id}/faults`,
    json("PUT", { basedOn: etag, catalogue }),
  );
const undo = (app: ApiApp, { model, etag }: FaultsAnswer) =>
  app.ask(faultsSchema, `/api/models/${model.id}/faults/undo`, json("POST", { basedOn: etag }));

async function download(app: ApiApp, model: string): Promise<Uint8Array<ArrayBuffer>> {
  const response = await app.request(`/api/models/${model}/file`);
  assert.equal(response.headers.get("content-type"), "application/onnx");
  return new Uint8Array(await response.arrayBuffer());
}

describe("the fault catalogue of a model", () => {
  let app: ApiApp;
  let model: ModelAnswer;
  before(async () => {
    app = await openApiApp();
    model = await bringIn(app);
  });
  after(async () => {
    assert.deepEqual(app.defects, []);
    await app[Symbol.asyncDispose]();
  });

  it("is empty at first, keeps what is saved, and undoes the last save and the undoing", async () => {
    const empty = await get(app, model.id);
    assert.deepEqual([empty.catalogue, empty.source, empty.canUndo], [[], null, false]);
    assert.deepEqual(empty.classes.map(({ fault }) => fault), model.classes);
    assert.equal(empty.classes.reduce((sum, { rows }) => sum + rows, 0), model.rows);

    const strange = plainEntry(`<script>alert(1)</script>${"x".repeat(1000)}`, "\ud800", "孤立");
    const saved = [plainEntry("node-crash", "Node down", "节点宕机"), strange];
    const one = await put(app, empty, saved);
    assert.deepEqual([one.catalogue, one.source?.isOwn], [saved, true]);
    assert.deepEqual(await get(app, model.id), one);
    const two = await put(app, one, [plainEntry("node-crash", "Node crashed")]);
    const back = await undo(app, two);
    assert.deepEqual([back.catalogue, back.canUndo], [one.catalogue, true]);
    assert.deepEqual((await undo(app, back)).catalogue, two.catalogue);
  });

  it("tells the later of two who change it at once, and loses neither", async () => {
    const read = await get(app, model.id);
    const saved = await put(app, read, [plainEntry("normal", "mine")]);
    const yours = { basedOn: read.etag, catalogue: [plainEntry("normal", "yours")] };
    const path = `/api/models/${model.id}/faults`;
    const failure = await app.fail(path, json("PUT", yours));
    assert.deepEqual([failure.status, failure.code], [409, "catalogue/conflict"]);
    const late = json("POST", { basedOn: read.etag });
    assert.equal((await app.fail(`${path}/undo`, late)).code, "catalogue/conflict");
    assert.deepEqual(await get(app, model.id), saved);
    assert.deepEqual((await put(app, saved, yours.catalogue)).catalogue, yours.catalogue);
  });

  it("refuses what is none: a class twice, a colour or a severity there is not", async () => {
    const { etag: basedOn } = await get(app, model.id);
    const path = `/api/models/${model.id}/faults`;
    const entry = plainEntry("a", "x");
    for (
      const catalogue of [
        [entry, plainEntry("a", "y")],
        [{ ...entry, colour: 9 }],
        [{ ...entry, severity: "bad" }],
        [plainEntry("a", "x".repeat(1001))],
        "x",
      ]
    ) {
      const { status, code } = await app.fail(path, json("PUT", { basedOn, catalogue }));
      assert.deepEqual([status, code], [400, "request/wrong-field"]);
    }
    assert.equal((await app.fail("/api/models/0/faults")).status, 404);
  });

  it("is taken over by the next model of the same product, and outlives its own", async () => {
    const named = await put(app, await get(app, model.id), [plainEntry("normal", "All well")]);
    const next = await bringIn(app, trainedAgain(2), "another.onnx");
    const taken = await get(app, next.id);
    assert.deepEqual(taken.catalogue, named.catalogue);
    assert.deepEqual(taken.source, {
      model: model.id,
      name: "cluster",
      version: 1,
      isOwn: false,
      saved: named.source?.saved,
    });
    assert.equal(taken.canUndo, false);
    await app.request(`/api/models/${model.id}`, { method: "DELETE" });
    app.workspace.forgetDeleted(-1);
    assert.equal((await app.fail(`/api/models/${model.id}/faults`)).status, 404);
    assert.deepEqual(await get(app, next.id), taken);

    const own = await put(app, taken, [...taken.catalogue, plainEntry("new", "Something new")]);
    assert.equal(own.source?.isOwn, true);
    const back = await undo(app, own);
    assert.deepEqual([back.source, back.catalogue], [taken.source, taken.catalogue]);
  });
});

describe("a model file", () => {
  it("carries the fault catalogue to another workspace, byte for byte, and back", async () => {
    await using here = await openApiApp();
    await using there = await openApiApp();
    const model = await bringIn(here);
    assert.deepEqual(await download(here, model.id), exampleModel);
    const property = fc.asyncProperty(
      arbitraryCatalogue.map((entries) => [...entries.slice(1), plainEntry("normal-state", "x")])
        .map((entries) => entries.filter(({ fault }) => fault !== "normal"))
        .map((entries) => [...entries, plainEntry("normal", "Well", "正常")]),
      async (catalogue) => {
        const { catalogue: saved } = await put(here, await get(here, model.id), catalogue);
        const file = await download(here, model.id);
        assert.deepEqual(await download(here, model.id), file);
        const brought = await bringIn(there, file, "cluster-v1.onnx");
        assert.equal(
          JSON.stringify((await get(there, brought.id)).catalogue),
          JSON.stringify(saved),
        );
        assert.equal(brought.sha256, model.sha256);
        assert.deepEqual(await download(there, brought.id), file);
        // It is here already, by the same names.
        assert.equal((await bringIn(here, file)).id, model.id);
      },
    );
    await fc.assert(property, { numRuns: 4 });
    const { models } = await here.ask(modelsSchema, "/api/models");
    assert.equal(models.length, 1);
    const card = await (await here.request(`/api/models/${model.id}/file?as=card`)).json();
    assert.deepEqual(card.faults, (await get(here, model.id)).catalogue);
    assert.deepEqual([here.defects, there.defects], [[], []]);
  });

  it("is refused where it is none of ours, damaged or without a seal, and leaves nothing", async () => {
    await using app = await openApiApp();
    const cut = exampleModel.slice(0, 100_000);
    const flipped = exampleModel.slice();
    flipped[500_000] = (flipped[500_000] ?? 0) ^ 1;
    const unsealed = setMetadata(exampleModel, new Map([[sealKey, undefined]]));
    const bare = seal(setMetadata(unsealed, new Map([["healer.card", undefined]])));
    for (
      const [body, code] of [
        [cut, "onnx/truncated"],
        [flipped, "model/changed"],
        [unsealed, "model/not-sealed"],
        [bare, "model/not-ours"],
        [new TextEncoder().encode("a,b\n1,2\n"), "onnx/not-onnx"],
        [new Uint8Array(), "workbench/empty-upload"],
      ] as const
    ) {
      const init = { method: "POST", body };
      const failure = await app.fail("/api/models?name=x.onnx", init);
      assert.deepEqual([failure.status, failure.code], [422, code]);
      assert.match(failure.text, /x\.onnx/);
    }
    assert.deepEqual((await app.ask(modelsSchema, "/api/models")).models, []);
    assert.deepEqual(app.defects, []);
  });

  it("with a catalogue that cannot be read comes in without it, which is said", async () => {
    await using app = await openApiApp();
    const changes = new Map([[catalogueKey, "{"], [sealKey, undefined]]);
    const body = seal(setMetadata(exampleModel, changes));
    const init = { method: "POST", body };
    const { model, notices } = await app.ask(broughtModelSchema, "/api/models?name=x", init);
    assert.deepEqual(notices.map(({ code }) => code), ["catalogue/broken"]);
    assert.deepEqual((await get(app, model.id)).catalogue, []);
    assert.equal(model.sha256, (await bringIn(app)).sha256);
  });
});
