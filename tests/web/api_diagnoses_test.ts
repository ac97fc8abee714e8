import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { openWorkspace } from "@/store/workspace.ts";
import {
  diagnosesSchema,
  type DiagnosisAnswer,
  diagnosisNewsSchema,
  diagnosisSchema,
} from "@/web/diagnosis_schema.ts";
import { differencesSchema } from "@/web/differences_schema.ts";
import { type ApiApp, json, openApiApp, simulatedCsv } from "./api_app.ts";
import { readEvents } from "./event_reader.ts";
import { addExampleModel } from "./example_model.ts";
import { bringIn, trainedAgain } from "./example_models.ts";

const rows = 120;
let app: ApiApp;
let model: string;
let table: string;
before(async () => {
  app = await openApiApp();
  model = (await bringIn(app)).id;
  table = await simulatedCsv(rows, 2);
});
after(async () => {
  assert.deepEqual(app.defects, []);
  await app[Symbol.asyncDispose]();
});

async function begin(body = table, query = "name=tonight.csv"): Promise<DiagnosisAnswer> {
  return await app.ask(diagnosisSchema, `/api/models/${model}/diagnose?${query}`, {
    method: "POST",
    body,
  });
}

/** A diagnosis once it does not run any more. */
async function ended(id: string, of = app): Promise<DiagnosisAnswer> {
  await using events = await readEvents(of);
  for (;;) {
    const before = events.received.length;
    const answer = await of.ask(diagnosisSchema, `/api/diagnoses/${id}`);
    if (answer.state !== "running") return answer;
    await events.find((message) =>
      message.event === "changed" && message.data.id === id &&
      events.received.length > before
    );
  }
}

describe("a diagnosis", () => {
  it("is there at once, tells its first rows and its progress, and ends with all of it kept", async () => {
    await using events = await readEvents(app);
    const begun = await begin(table, "name=tonight.csv&errorRate=0.1");
    assert.deepEqual([begun.state, begun.head, begun.errorRate], ["running", null, 0.1]);
    const early = await app.fail(`/api/diagnoses/${begun.id}/rows`);
    assert.equal(early.code, "workbench/diagnosis-unfinished");
    const { message } = await events.find(({ event, data }) =>
      event === "diagnosis" && diagnosisNewsSchema.parse(data).head !== null
    );
    const news = diagnosisNewsSchema.parse(message.data);
    assert.deepEqual([news.id, news.state, news.head?.length], [begun.id, "running", 100]);
    assert.equal(news.rows, rows);
    const done = await ended(begun.id);
    assert.equal(done.state, "done", JSON.stringify(done.problem));
    assert.equal(done.rows, rows);
    const { verdicts, features, figures, file } = done;
    assert.equal(Object.values(verdicts ?? {}).reduce((sum, count) => sum + count, 0), rows);
    assert.ok(features !== null && file !== null);
    assert.ok(figures.some(({ type }) => type === "map"));
    assert.deepEqual(figures.map(({ title }) => title.en).slice(0, 2), [
      "Rows of each diagnosis",
      "How sure the diagnoses are",
    ]);
  });

  it("of two at the same time are both done", async () => {
    const [first, second] = await Promise.all([begin(), begin(table, "name=again.csv")]);
    assert.deepEqual(
      (await Promise.all([ended(first.id), ended(second.id)])).map(({ state }) => state),
      ["done", "done"],
    );
  });

  it("that fails keeps its file and its problem, and is tried again without sending it again", async () => {
    const { id } = await begin("a,b\n1,2\n", "name=other.csv");
    const failed = await ended(id);
    assert.deepEqual([failed.state, failed.problem?.code], ["failed", "model/missing-features"]);
    assert.equal(failed.problem?.place.file, "other.csv");
    const again = await app.request(`/api/diagnoses/${id}/retry`, { method: "POST" });
    assert.equal(again.status, 202);
    assert.equal((await ended(id)).problem?.code, "model/missing-features");
    const { id: done } = await begin();
    await ended(done);
    const refused = await app.fail(`/api/diagnoses/${done}/retry`, { method: "POST" });
    assert.equal(refused.code, "workbench/diagnosis-not-failed");
  });

  it("that is cancelled leaves nothing", async () => {
    const { id } = await begin(await simulatedCsv(3000, 4), "name=long.csv");
    const answer = await app.request(`/api/diagnoses/${id}/cancel`, { method: "POST" });
    assert.equal(answer.status, 204);
    assert.equal((await app.fail(`/api/diagnoses/${id}`)).code, "store/not-found");
    const { diagnoses } = await app.ask(diagnosesSchema, "/api/diagnoses");
    assert.ok(!diagnoses.some((each) => each.id === id));
  });

  it("of the same file by another model says which rows changed", async () => {
    const first = await ended((await begin()).id);
    const other = await bringIn(app, trainedAgain(7), "again.onnx");
    const change = json("POST", { model: other.id, errorRate: 0.2 });
    const { id } = await app.ask(diagnosisSchema, `/api/diagnoses/${first.id}/again`, change);
    const second = await ended(id);
    assert.deepEqual([second.state, second.model.id, second.errorRate], ["done", other.id, 0.2]);
    assert.equal(second.file?.sha256, first.file?.sha256);
    const path = `/api/diagnoses/${first.id}/differences`;
    const same = await app.ask(differencesSchema, `${path}?with=${id}`);
    // It is the same model but for its name.
    assert.deepEqual(same.rows, { compared: rows, changed: 0, moves: [], first: [] });
    const third = await ended((await begin(await simulatedCsv(rows, 9), "name=else.csv")).id);
    const unlike = await app.ask(differencesSchema, `${path}?with=${third.id}`);
    assert.equal(unlike.rows, null);
    const csv = await app.request(`${path}/file?with=${id}`);
    assert.equal(await csv.text(), "row,id,from,to\n");
  });

  it("is taken away as a report that says why of the rows worth a look, and runs nothing", async () => {
    const { id } = await begin(table, "wait=true&name=<b>tonight</b>.csv");
    const response = await app.request(`/api/diagnoses/${id}/file?format=html`);
    const html = await response.text();
    assert.equal(response.status, 200, html);
    assert.equal(response.headers.get("content-type"), "text/html; charset=utf-8");
    assert.match(html, /Rows worth a look/);
    assert.match(html, /(What the best guess, .* rests on|Why .* and what speaks against it)/);
    assert.match(html, /<svg[^>]*class="plot/);
    assert.doesNotMatch(html, /<script|<b>tonight|\sstyle="|\son\w+="/);
  });

  it("answers a script that waits once it is done, and with the problem where there is one", async () => {
    assert.equal((await begin(table, "wait=true&name=script.csv")).state, "done");
    const count = (await app.ask(diagnosesSchema, "/api/diagnoses")).diagnoses.length;
    const refused = await app.fail(`/api/models/${model}/diagnose?wait=true&name=x.csv`, {
      method: "POST",
      body: "a\n1\n",
    });
    assert.equal(refused.code, "model/missing-features");
    assert.equal((await app.ask(diagnosesSchema, "/api/diagnoses")).diagnoses.length, count);
  });

  it("that a server was killed over begins anew, and says so where that does not help", async () => {
    const folder = await Deno.makeTempDir({ prefix: "healer-diagnoses-" });
    const ids = await (async () => {
      await using workspace = await openWorkspace(folder);
      const { diagnoses, blobs } = workspace;
      const { id: model } = await addExampleModel(workspace);
      const blob = await blobs.put(new Blob([table]).stream());
      const begun = { model, source: "tonight.csv", file: { ...blob, media: "text/csv" } };
      const once = diagnoses.begin({ ...begun, settings: null });
      const twice = diagnoses.begin({ ...begun, settings: null });
      diagnoses.beginAgain(twice.id);
      return [once.id, twice.id] as const;
    })();
    {
      await using later = await openApiApp({ folder });
      const [once, twice] = await Promise.all(ids.map((id) => ended(id, later)));
      assert.deepEqual([once?.state, once?.rows], ["done", rows]);
      assert.deepEqual([twice?.state, twice?.problem?.code], [
        "failed",
        "workbench/diagnosis-interrupted",
      ]);
    }
    await Deno.remove(folder, { recursive: true });
  });
});
