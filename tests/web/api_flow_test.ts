import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { z } from "zod";
import {
  createdSchema,
  datasetSchema,
  datasetsSchema,
  modelsSchema,
  notebooksSchema,
} from "@/web/api_schema.ts";
import {
  diagnosesSchema,
  diagnosisOverviewSchema,
  diagnosisSchema,
} from "@/web/diagnosis_schema.ts";
import { pageAnswerSchema } from "@/web/table_schema.ts";
import { answerOf, healer, temporaryFolder } from "../cli/healer.ts";
import { json, openApiApp, simulatedCsv } from "./api_app.ts";

describe("the API", () => {
  it("goes from a CSV to a model to a diagnosis of another, and downloads what the command line gives", async () => {
    await using app = await openApiApp();
    const [training, tonight] = [await simulatedCsv(300, 1), await simulatedCsv(150, 2)];

    const query = new URLSearchParams({ name: "last month.csv" });
    const dataset = await app.ask(datasetSchema, `/api/datasets?${query}`, {
      method: "POST",
      body: training,
    });
    assert.equal(dataset.name, "last month.csv");
    assert.equal(dataset.bytes, new TextEncoder().encode(training).length);
    const { id } = await app.ask(
      createdSchema,
      "/api/train",
      json("POST", { dataset: dataset.id }),
    );
    const view = await app.idle(id);
    assert.equal(view.notebook.title, "last month");
    assert.deepEqual(view.cells.map(({ id, state }) => [id, state.state]), [
      ["import", "cached"],
      ["clean", "fresh"],
      ["impute", "fresh"],
      ["train", "fresh"],
      ["evaluate", "fresh"],
    ], JSON.stringify(view.cells.map(({ state }) => state)));
    assert.equal(view.lastRun?.state, "finished");
    const [known] = (await app.ask(datasetsSchema, "/api/datasets")).datasets;
    assert.equal(known?.rows, 300);
    assert.equal(known?.columns?.find(({ role }) => role === "label")?.name, "fault");

    const { notebooks } = await app.ask(notebooksSchema, "/api/notebooks");
    assert.deepEqual(notebooks.map(({ cells, states, data }) => ({ cells, states, data })), [
      { cells: 5, states: { cached: 1, fresh: 4 }, data: "last month.csv" },
    ]);
    const { models: [model] } = await app.ask(modelsSchema, "/api/models");
    assert.ok(model !== undefined);
    assert.equal(model.id, view.cells.find(({ id }) => id === "train")?.model);
    assert.equal(model.notebook, id);
    assert.equal(model.macroF1, notebooks[0]?.macroF1);
    assert.ok(model.macroF1 !== null && model.macroF1 > 0, `${model.macroF1}`);

    const diagnosis = await app.ask(
      diagnosisSchema,
      `/api/models/${model.id}/diagnose?wait=true&name=tonight.csv`,
      { method: "POST", body: tonight },
    );
    assert.equal(diagnosis.rows, 150);
    assert.deepEqual(diagnosis.counts.map(({ fault }) => fault), model.classes);
    assert.equal(diagnosis.counts.reduce((sum, { rows }) => sum + rows, 0), 150);
    const listed = await app.ask(diagnosesSchema, "/api/diagnoses");
    assert.deepEqual(listed.diagnoses, [z.parse(diagnosisOverviewSchema, diagnosis)]);
    const page = await app.ask(
      pageAnswerSchema,
      `/api/diagnoses/${diagnosis.id}/rows?offset=140&limit=20`,
    );
    assert.equal(page.rows, 150);
    assert.equal(page.cells.length, 10);

    await using folder = await temporaryFolder();
    const bytes = await (await app.request(`/api/models/${model.id}/file`)).bytes();
    assert.equal(bytes.length, model.bytes);
    const fromCell = await app.request(`/api/notebooks/${id}/cells/train/file`);
    assert.deepEqual(await fromCell.bytes(), bytes);
    await Deno.writeFile(folder.path("m.onnx"), bytes);
    await Deno.writeTextFile(folder.path("last month.csv"), training);
    await Deno.writeTextFile(folder.path("tonight.csv"), tonight);

    const file = await (await app.request(`/api/notebooks/${id}/file`)).text();
    await Deno.writeTextFile(folder.path("notebook.json"), file);
    const repeated = await healer([
      "run",
      folder.path("notebook.json"),
      "--data",
      `import=${folder.path("last month.csv")}`,
      "--out",
      folder.path("out"),
    ]);
    assert.equal(repeated.code, 0, repeated.stderr);
    assert.deepEqual(await Deno.readFile(folder.path("out/train.onnx")), bytes);
    const scores = await app.request(`/api/notebooks/${id}/cells/evaluate/tables/0/file`);
    const scoresFile = await Deno.readTextFile(folder.path("out/evaluate.classes.csv"));
    assert.equal(await scores.text(), scoresFile);

    for (const format of ["csv", "json", "parquet"]) {
      const out = folder.path(`result.${format}`);
      const run = await healer([
        "diagnose",
        folder.path("m.onnx"),
        folder.path("tonight.csv"),
        "--out",
        out,
        "--details",
        "--json",
      ]);
      assert.equal(answerOf(run).rows, 150, run.stderr);
      const response = await app.request(`/api/diagnoses/${diagnosis.id}/file?format=${format}`);
      assert.deepEqual(await response.bytes(), await Deno.readFile(out), format);
    }
    assert.deepEqual(app.defects, []);
  });
});
