import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import pl from "nodejs-polars";
import { readTable } from "@/pipeline/table/read_table.ts";
import { diagnosisIdSchema } from "@/store/ids.ts";
import { createdSchema, datasetSchema, type ModelAnswer, modelsSchema } from "@/web/api_schema.ts";
import { diagnosisSchema } from "@/web/diagnosis_schema.ts";
import { faultsSchema } from "@/web/faults_schema.ts";
import { namedUnknownSchema } from "@/web/unknown_schema.ts";
import { cardOf } from "@/web/workbench/model_answer.ts";
import { type ApiApp, json, openApiApp } from "./api_app.ts";
import { bringIn } from "./example_models.ts";

/** Quiet and busy nodes in incidents of two rows. */
const training = [
  "id,incident,cpu,is_leader,note,state",
  ...Array.from(
    { length: 80 },
    (_, row) =>
      `${row},${row >> 1},${row % 4 < 2 ? row % 3 : 50 + row % 5},${row % 2},n,${
        row % 4 < 2 ? 0 : 1
      }`,
  ),
].join("\n");

/** Two incidents of three rows that are like neither; the last row cannot be told. */
const tonight = "id,incident,cpu,is_leader\n" +
  Array.from({ length: 6 }, (_, row) => `n${row},${100 + Math.floor(row / 3)},${900 + row},1`)
    .join("\n");

/** Gives a diagnosis two groups of unknown rows, the first with rows 1, 2, 4 and 5. */
async function withGroups(app: ApiApp, id: string): Promise<void> {
  const { workspace: { blobs, diagnoses } } = app;
  const stored = diagnoses.get(diagnosisIdSchema.parse(id));
  const { frame } = await readTable(blobs.path(stored.tableSha256 ?? ""));
  const groups = [1, 1, null, 1, 1, 2].map((group) => group === null ? null : String(group));
  const others = frame.columns.filter((name) => name !== "unknown_group");
  const table = frame.select(...others)
    .withColumns(pl.Series("unknown_group", groups, pl.Utf8));
  const path = await Deno.makeTempFile();
  table.writeParquet(path);
  const blob = await blobs.put({ move: path });
  const group = { rows: 4, incidents: 2, signs: [] };
  const range = { rows: 3, diagnosis: "1", diagnosed: 3, novelty: 0.01, isUnknown: true };
  diagnoses.finish(stored.id, {
    result: { sha256: stored.sha256 ?? "", bytes: stored.bytes ?? 0 },
    table: blob,
    features: { sha256: stored.featuresSha256 ?? "", bytes: stored.featuresBytes ?? 0 },
    rows: stored.rows,
    counts: stored.counts,
    details: {
      incidents: [{ ...range, group: "100", firstRow: 1 }, { ...range, group: "101", firstRow: 4 }],
      unknownGroups: [{ ...group, id: 1 }, { ...group, id: 2, rows: 1, incidents: 1 }],
    },
  });
}

describe("unknown rows of a diagnosis", () => {
  let app: ApiApp;
  let model: ModelAnswer;
  let diagnosis = "";
  const path = () => `/api/diagnoses/${diagnosis}/unknown`;
  before(async () => {
    app = await openApiApp();
    const init = { method: "POST", body: training };
    const dataset = await app.ask(datasetSchema, "/api/datasets?name=nodes.csv", init);
    const cells = [
      {
        id: "i",
        kind: "import",
        params: { file: dataset.file, label: "state", group: "incident", id: "id" },
      },
      { id: "c", kind: "impute", params: {} },
      {
        id: "t",
        kind: "train",
        params: { folds: 2, learner: { name: "random-forest", trees: 5 } },
      },
    ];
    const body = { notebook: { format: 1, title: "nodes", cells }, run: true };
    const { id } = await app.ask(createdSchema, "/api/notebooks", json("POST", body));
    await app.idle(id);
    const { models: [trained] } = await app.ask(modelsSchema, "/api/models");
    assert.ok(trained);
    model = trained;
    const rows = { method: "POST", body: tonight };
    const query = "wait=true&name=tonight.csv";
    const made = await app.ask(diagnosisSchema, `/api/models/${model.id}/diagnose?${query}`, rows);
    diagnosis = made.id;
    await withGroups(app, diagnosis);
  });
  after(async () => {
    assert.deepEqual(app.defects, []);
    await app[Symbol.asyncDispose]();
  });

  it("become a class of the next version of the model, which its parent and catalogue know", async () => {
    const request = json("POST", { group: 1, name: " Storm " });
    const named = await app.ask(namedUnknownSchema, path(), request);
    assert.deepEqual([named.fault, named.isNew, named.rows], ["Storm", true, 4]);
    const dataset = await app.ask(datasetSchema, `/api/datasets/${named.dataset}`);
    assert.equal(dataset.rows, 84);
    const { frame } = await readTable(app.workspace.blobs.path(dataset.file.content.sha256));
    const last = frame.tail(4).toRecords();
    assert.deepEqual(last.map(({ cpu, state }) => [cpu, state]), [
      [900, "Storm"],
      [901, "Storm"],
      [903, "Storm"],
      [904, "Storm"],
    ]);
    assert.deepEqual(last.map(({ id }) => id), [1, 2, 4, 5].map((row) => `${diagnosis}:${row}`));
    const groups = [100, 100, 101, 101].map((incident) => `${diagnosis}:${incident}`);
    assert.deepEqual(last.map(({ incident }) => incident), groups);
    assert.deepEqual(last.map(({ note }) => note), [null, null, null, null]);

    const view = await app.idle(named.notebook);
    assert.equal(view.notebook.title, "nodes");
    const { models: [next] } = await app.ask(modelsSchema, "/api/models");
    assert.ok(next);
    assert.deepEqual([next.name, next.version, next.classes], ["nodes", 2, ["0", "1", "Storm"]]);
    const [stored] = app.workspace.models.list();
    assert.deepEqual(stored && cardOf(stored).parents, [model.sha256]);
    const { catalogue, source } = await app.ask(faultsSchema, `/api/models/${next.id}/faults`);
    assert.deepEqual(catalogue.map(({ fault, name }) => [fault, name.en]), [["Storm", "Storm"]]);
    assert.equal(source?.model, model.id);
  });

  it("can be a known fault after all, by its class or by what people call it", async () => {
    const faults = `/api/models/${model.id}/faults`;
    const { etag: basedOn, catalogue } = await app.ask(faultsSchema, faults);
    const named = { ...catalogue[0], fault: "1", name: { en: "Busy", zh: "繁忙" } };
    const body = { basedOn, catalogue: [...catalogue, named] };
    const saved = await app.ask(faultsSchema, faults, json("PUT", body));
    const request = json("POST", { group: 1, name: "繁忙", rows: [2, 3] });
    const answer = await app.ask(namedUnknownSchema, path(), request);
    assert.deepEqual([answer.fault, answer.isNew, answer.rows], ["1", false, 1]);
    assert.deepEqual((await app.ask(faultsSchema, faults)).catalogue, saved.catalogue);
    await app.idle(answer.notebook);
  });

  it("stay as they are where the group, its rows or the training data are not there", async () => {
    const refuse = async (body: unknown, status: number, code: string) => {
      const failure = await app.fail(path(), json("POST", body));
      assert.deepEqual([failure.status, failure.code], [status, code]);
    };
    await refuse({ group: 7, name: "x" }, 404, "unknown/group-not-found");
    await refuse({ group: 1, name: "x", rows: [6] }, 422, "unknown/no-rows");
    await refuse({ group: 1, name: "  " }, 400, "request/wrong-field");
    const stored = app.workspace.diagnoses.get(diagnosisIdSchema.parse(diagnosis));
    const brought = await bringIn(app);
    const { id } = app.workspace.diagnoses.add({
      model: app.workspace.models.list().find((each) => each.id === brought.id)?.id ??
        assert.fail(),
      source: "x.csv",
      result: { sha256: stored.sha256 ?? "", bytes: stored.bytes ?? 0 },
      table: { sha256: stored.tableSha256 ?? "", bytes: stored.tableBytes ?? 0 },
      features: { sha256: stored.featuresSha256 ?? "", bytes: stored.featuresBytes ?? 0 },
      rows: 6,
      counts: [],
      details: { unknownGroups: [{ id: 1, rows: 4, incidents: null, signs: [] }] },
    });
    const init = json("POST", { group: 1, name: "x" });
    const failure = await app.fail(`/api/diagnoses/${id}/unknown`, init);
    assert.deepEqual([failure.status, failure.code], [422, "unknown/no-training-data"]);
  });
});
