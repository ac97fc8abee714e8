import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Model } from "@/store/models.ts";
import {
  diagnosisRowSchema,
  sampleAnswerSchema,
  type SampleForm,
  sampleFormSchema,
} from "@/web/sample_schema.ts";
import { diagnosisSchema } from "@/web/diagnosis_schema.ts";
import { pageAnswerSchema } from "@/web/table_schema.ts";
import { type ApiApp, json, openApiApp, simulatedCsv } from "./api_app.ts";
import { addExampleDiagnosis } from "./example_diagnosis.ts";
import { addExampleModel } from "./example_model.ts";

describe("a single sample", () => {
  let app: ApiApp;
  let model: Model;
  let path: string;
  let form: SampleForm;

  before(async () => {
    app = await openApiApp();
    model = await addExampleModel(app.workspace);
    path = `/api/models/${model.id}/sample`;
    form = await app.ask(sampleFormSchema, path);
  });
  after(() => app[Symbol.asyncDispose]());

  it("is filled in by what the model knows of its features", () => {
    assert.equal(form.features.length, 109);
    assert.equal(form.classes.length, 9);
    assert.deepEqual(form.model, { id: model.id, name: "cluster", version: 1 });
    assert.ok(form.features.every(({ statistics }) => statistics !== null));
  });

  it("of a fault's medians is diagnosed as that fault", async () => {
    for (const fault of ["cpu-saturation", "memory-leak", "normal"]) {
      const code = form.classes.indexOf(fault);
      const values = Object.fromEntries(
        form.features.map(({ name, statistics }) => [
          name,
          statistics?.perClass[code]?.median ?? null,
        ]),
      );
      const answer = await app.ask(sampleAnswerSchema, path, json("POST", { values }));
      assert.equal(answer.diagnosis, fault);
      assert.equal(answer.errorRate, 0.05);
    }
  });

  it("has holes where nothing is said, be it left out or null", async () => {
    const [first] = form.features;
    const given = { [first?.name ?? ""]: 12 };
    const nulls = Object.fromEntries(form.features.map(({ name }) => [name, null]));
    const ask = (values: unknown) =>
      app.ask(sampleAnswerSchema, path, json("POST", { values, detail: "quick" }));
    assert.deepEqual(await ask(given), await ask({ ...nulls, ...given }));
    assert.equal((await ask({})).probabilities.length, 9);
  });

  it("says which features the model does not know, and what was meant", async () => {
    const [{ name } = { name: "" }] = form.features;
    const values = { [`${name}x`]: 1 };
    const { status, code, text } = await app.fail(path, json("POST", { values }));
    assert.deepEqual([status, code], [400, "sample/unknown-feature"]);
    assert.ok(text.includes(`Did you mean \\"${name}\\"`), text);
    const many = Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`k${index}`, 1]));
    const { text: listed } = await app.fail(path, json("POST", { values: many }));
    assert.match(listed, /and 9995 more/);
  });

  it("takes no value that a model cannot take, and says what it takes instead", async () => {
    const [{ name } = { name: "" }] = form.features;
    const wrong: readonly (readonly [body: unknown, code: string])[] = [
      [{ values: { [name]: 1e308 } }, "sample/wrong-value"],
      [{ values: { [name]: -1e308 } }, "sample/wrong-value"],
      [{ values: { [name]: true } }, "sample/wrong-value"],
      [{ values: { [name]: "NaN" } }, "request/wrong-field"],
      [{ values: { [name]: [1] } }, "request/wrong-field"],
      [{ values: [1, 2] }, "request/wrong-field"],
      [{ values: null }, "request/wrong-field"],
      [{}, "request/wrong-field"],
      [{ values: {}, errorRate: 0.5 }, "request/wrong-field"],
      [{ values: {}, detail: "all" }, "request/wrong-field"],
      [{ values: {}, more: 1 }, "request/wrong-field"],
    ];
    for (const [body, code] of wrong) {
      const answer = await app.fail(path, json("POST", body));
      assert.deepEqual([answer.status, answer.code], [400, code], JSON.stringify(body));
    }
    const infinite = { ...json("POST", {}), body: `{"values":{"${name}":1e999}}` };
    assert.equal((await app.fail(path, infinite)).code, "request/wrong-field");
    const notJson = { ...json("POST", {}), body: "{" };
    assert.equal((await app.fail(path, notJson)).code, "request/not-json");
  });

  it("needs a model that is there", async () => {
    for (const id of ["nope", "00000000-0000-4000-8000-000000000000"]) {
      const { status } = await app.fail(`/api/models/${id}/sample`, json("POST", { values: {} }));
      assert.equal(status, 404);
    }
    const other = await addExampleModel(app.workspace);
    app.workspace.models.delete(other.id);
    const { status, code } = await app.fail(`/api/models/${other.id}/sample`);
    assert.deepEqual([status, code], [410, "store/deleted"]);
  });

  it("can be a row of a diagnosis, with what was kept of it", async () => {
    const features = Object.fromEntries(
      form.features.map(({ name, statistics }, index) => [name, [
        null,
        statistics?.perClass[0]?.median ?? null,
        index === 0 ? null : statistics?.perClass[3]?.median ?? null,
      ]]),
    );
    const rows = {
      features,
      ids: ["db-01", "db-02", "db-03"],
      diagnoses: [null, "cpu-saturation", "memory-leak"],
      warnings: ["line 2 was not read: it is cut off", "", "could also be normal"],
    };
    const { workspace } = app;
    const { id } = await addExampleDiagnosis(workspace, model, rows, { withFeatures: true });
    const [unread, second, third] = await Promise.all(
      [1, 2, 3].map((row) => app.ask(diagnosisRowSchema, `/api/diagnoses/${id}/rows/${row}`)),
    );
    assert.ok(unread && second && third);
    assert.deepEqual(
      [unread.id, unread.answer, unread.warnings, unread.rows],
      ["db-01", null, "line 2 was not read: it is cut off", 3],
    );
    assert.ok(Object.values(unread.values).every((value) => value === null));
    assert.deepEqual([second.id, second.row, second.warnings], ["db-02", 2, ""]);
    assert.equal(second.answer?.diagnosis, "cpu-saturation");
    const [first = ""] = Object.keys(third.values);
    assert.equal(third.values[first], null);
    assert.equal(third.warnings, "could also be normal");
    const asked = await app.ask(sampleAnswerSchema, path, json("POST", { values: third.values }));
    assert.deepEqual(third.answer, asked);

    const rate = await app.ask(
      diagnosisRowSchema,
      `/api/diagnoses/${id}/rows/2?errorRate=0.2&detail=quick`,
    );
    assert.deepEqual([rate.answer?.errorRate, rate.answer?.evidence], [0.2, null]);
    const codes = await Promise.all(
      ["0", "4", "-1", "1.5", "x", "99999999999", "1?errorRate=0.9", "1?errorRate=x"].map(
        async (row) => (await app.fail(`/api/diagnoses/${id}/rows/${row}`)).code,
      ),
    );
    assert.deepEqual(
      codes,
      [
        ...Array(6).fill("diagnosis/row-not-found"),
        "request/wrong-field",
        "request/wrong-field",
      ],
    );
    const old = await addExampleDiagnosis(workspace, model, rows, { withFeatures: false });
    const { status, code, text } = await app.fail(`/api/diagnoses/${old.id}/rows/1`);
    assert.deepEqual([status, code], [409, "diagnosis/no-features"]);
    assert.match(text, /Diagnose the file again/);
  });

  it("of a file that was diagnosed is answered as in the result", async () => {
    const { id } = await app.ask(
      diagnosisSchema,
      `/api/models/${model.id}/diagnose?name=tonight.csv&wait=true`,
      { method: "POST", body: await simulatedCsv(40, 5), headers: { "content-type": "text/csv" } },
    );
    const table = await app.ask(pageAnswerSchema, `/api/diagnoses/${id}/rows?offset=0&limit=40`);
    const at = table.columns.findIndex(({ name }) => name === "diagnosis");
    for (const row of [1, 17, 40]) {
      const { answer } = await app.ask(diagnosisRowSchema, `/api/diagnoses/${id}/rows/${row}`);
      assert.equal(answer?.diagnosis, table.cells[row - 1]?.[at]);
      assert.equal(answer?.evidence?.features.length, 109);
    }
  });

  it("leaves no defect behind", () => assert.deepEqual(app.defects, []));
});
