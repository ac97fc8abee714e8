import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { createdSchema, datasetSchema, type NotebookViewAnswer } from "@/web/api_schema.ts";
import { deletedSchema } from "@/web/lists_schema.ts";
import { parsePipeline, printPipeline } from "@/pipeline/model/pipeline_file.ts";
import {
  type ApplyPipeline,
  pipelineCheckSchema,
  pipelineDraftSchema,
  pipelineSchema,
  pipelinesSchema,
  pipelineVersionsSchema,
  savedPipelineSchema,
} from "@/web/pipeline_schema.ts";
import { type ApiApp, json, newNotebook, openApiApp, simulatedCsv } from "./api_app.ts";
import { readEvents } from "./event_reader.ts";

const steps = [
  { id: "split", kind: "split", params: { by: "group", seed: 3 } },
  { id: "drop", kind: "drop-constant" },
  { id: "fill", kind: "impute", params: { strategy: "mean" } },
  { id: "select", kind: "select-anova", params: { count: 12 } },
];
const training = {
  id: "train",
  kind: "train",
  params: { folds: 2, seed: 7, learner: { name: "random-forest", trees: 5 } },
};

async function importCsv(app: ApiApp, name: string, body: string) {
  const query = new URLSearchParams({ name });
  return await app.ask(datasetSchema, `/api/datasets?${query}`, { method: "POST", body });
}

/** The simulated cluster with other names of columns, or without some. */
async function changedCsv(change: (names: string[]) => string[]): Promise<string> {
  const [head = "", ...rows] = (await simulatedCsv(300, 2)).split("\n");
  return [change(head.split(",")).join(","), ...rows].join("\n");
}

/** What is checked or applied. */
function asked(request: Partial<ApplyPipeline> & { dataset: string }): RequestInit {
  return json("POST", request);
}

/** The key of each cell's result, by kind. */
function keysOf({ notebook, cells }: NotebookViewAnswer): Record<string, string> {
  return Object.fromEntries(notebook.cells.flatMap(({ id, kind }) => {
    const state = cells.find((cell) => cell.id === id)?.state;
    return state?.state === "fresh" || state?.state === "cached" ? [[kind, state.key]] : [];
  }));
}

describe("/api/pipelines", () => {
  let app: ApiApp;
  /** A notebook that has trained on a dataset of its own. */
  let notebook: string;
  let dataset: string;
  let pipeline: string;

  before(async () => {
    app = await openApiApp();
    ({ id: dataset } = await importCsv(app, "first.csv", await simulatedCsv(300, 1)));
    const made = await app.ask(createdSchema, "/api/notebooks", json("POST", { dataset }));
    const { notebook: { cells: [first] } } = await app.idle(made.id);
    const cells = [first, ...steps, training, { id: "judge", kind: "evaluate" }];
    notebook = await newNotebook(app, cells, "Night shift");
    await app.request(`/api/notebooks/${notebook}/run`, json("POST", { cells: "stale" }));
    await app.idle(notebook);
    const body = json("POST", { notebook, cell: "train", name: "Forest" });
    ({ id: pipeline } = await app.ask(savedPipelineSchema, "/api/pipelines", body));
  });
  after(async () => {
    assert.deepEqual(app.defects, []);
    await app[Symbol.asyncDispose]();
  });

  it("says what a notebook's pipeline holds before it is saved", async () => {
    const path = `/api/notebooks/${notebook}/pipeline`;
    const draft = await app.ask(pipelineDraftSchema, path);
    assert.deepEqual([draft.cell, draft.name], ["train", "Night shift"]);
    const { content } = draft;
    assert.deepEqual(content.steps.map(({ en }) => en), [
      "Drop constant columns",
      "Fill missing values (Strategy: Mean of the column)",
      "Select by ANOVA F (Columns: 12)",
    ]);
    assert.match(content.learner.en, /^Random forest .*5/);
    assert.match(content.learner.zh, /随机森林/);
    assert.equal(content.label, "fault");
    assert.ok(content.features > 50 && content.firstFeatures.length === 5);
    assert.deepEqual(content.split, { by: "group", testShare: 0.2 });
    assert.deepEqual(draft.leftOut.map(({ cell }) => cell), ["import"]);
    assert.deepEqual(content.leftOut, []);
    assert.deepEqual(draft.known, [{ name: "Forest", version: 1, isSame: true }]);
    assert.equal((await app.fail(`${path}?cell=judge`)).code, "pipeline/not-a-training-cell");
    assert.equal((await app.fail(`${path}?cell=nothing`)).status, 404);
    const empty = await newNotebook(app, []);
    const none = await app.fail(`/api/notebooks/${empty}/pipeline`);
    assert.deepEqual([none.status, none.code], [422, "pipeline/no-training-cell"]);
    const unrun = await newNotebook(app, [{ id: "i", kind: "import" }, training]);
    const early = await app.fail(`/api/notebooks/${unrun}/pipeline`);
    assert.deepEqual([early.status, early.code], [409, "pipeline/not-run"]);
  });

  it("counts versions, and takes the same pipeline for the same version", async () => {
    await using events = await readEvents(app);
    const save = async (name: string, cell = "train") => {
      const response = await app.request("/api/pipelines", json("POST", { notebook, cell, name }));
      return { status: response.status, ...await response.json() };
    };
    const first = await save("Versions");
    assert.deepEqual([first.status, first.version, first.isNew], [201, 1, true]);
    assert.deepEqual(await save("Versions"), { ...first, status: 200, isNew: false });
    await events.find(({ event, data }) => event === "changed" && data.id === first.id);
    const text = await (await app.request(`/api/pipelines/${first.id}/file`)).text();
    const changed = JSON.stringify({ ...JSON.parse(text), split: null });
    const body = json("POST", { text: changed });
    const second = await app.ask(savedPipelineSchema, "/api/pipelines", body);
    assert.deepEqual([second.id, second.version, second.isNew], [first.id, 2, true]);
    const path = `/api/pipelines/${first.id}`;
    const { versions } = await app.ask(pipelineVersionsSchema, `${path}/versions`);
    assert.deepEqual(versions.map(({ version, content }) => [version, content.split?.by]), [
      [2, undefined],
      [1, "group"],
    ]);
    assert.equal(await (await app.request(`${path}/file?version=1`)).text(), text);
    const file = await app.request(`${path}/file`);
    assert.equal(parsePipeline(await file.text()).split, null);
    assert.match(file.headers.get("content-disposition") ?? "", /Versions-v2\.pipeline\.json/);
    assert.equal((await app.fail(`${path}/file?version=3`)).status, 404);
    assert.equal((await app.fail(`${path}/file?version=x`)).code, "request/wrong-field");
  });

  it("renames, deletes and restores like every list", async () => {
    const body = json("POST", { notebook, name: "Other" });
    const { id } = await app.ask(savedPipelineSchema, "/api/pipelines", body);
    const path = `/api/pipelines/${id}`;
    const renamed = await app.ask(pipelineSchema, path, json("PATCH", { name: " Later " }));
    assert.equal(renamed.name, "Later");
    const text = await (await app.request(`${path}/file`)).text();
    assert.equal(parsePipeline(text).name, "Later");
    assert.equal((await app.request(path, { method: "DELETE" })).status, 204);
    const { pipelines } = await app.ask(pipelinesSchema, "/api/pipelines");
    assert.ok(pipelines.every((each) => each.id !== id));
    const { deleted } = await app.ask(deletedSchema, "/api/deleted");
    assert.deepEqual(deleted.map(({ list, name }) => [list, name]), [["pipelines", "Later"]]);
    for (
      const [address, init] of [
        [path, { method: "GET" }],
        [`${path}/versions`, { method: "GET" }],
        [`${path}/file`, { method: "GET" }],
        [`${path}/check`, asked({ dataset })],
        [`${path}/apply`, asked({ dataset })],
      ] as const
    ) {
      const { status, code } = await app.fail(address, init);
      assert.deepEqual([status, code], [410, "store/deleted"], address);
    }
    assert.equal((await app.request(`${path}/restore`, { method: "POST" })).status, 204);
    assert.deepEqual(await app.ask(pipelineSchema, path), renamed);
    assert.equal((await app.fail("/api/pipelines/nothing")).status, 404);
  });

  it("refuses a file that is no pipeline, and keeps nothing of it", async () => {
    const before = await app.ask(pipelinesSchema, "/api/pipelines");
    for (
      const [body, status, code] of [
        [{ text: "{" }, 400, "pipeline/not-json"],
        [{ text: "{}" }, 422, "pipeline/not-a-pipeline"],
        [{}, 400, "workbench/several-sources"],
        [{ notebook, text: "{}" }, 400, "workbench/several-sources"],
        [{ notebook, name: " " }, 400, "request/wrong-field"],
      ] as const
    ) {
      const failed = await app.fail("/api/pipelines", json("POST", body));
      assert.deepEqual([failed.status, failed.code], [status, code]);
    }
    assert.deepEqual(await app.ask(pipelinesSchema, "/api/pipelines"), before);
  });

  it("gives the results of the same data by the same keys, and the same pipeline back", async () => {
    const path = `/api/pipelines/${pipeline}`;
    const check = await app.ask(pipelineCheckSchema, `${path}/check`, asked({ dataset }));
    assert.deepEqual([check.fits, check.label, check.problems, check.notices], [
      true,
      "fault",
      [],
      [],
    ]);
    assert.ok(check.labels.includes("fault"));
    const made = await app.ask(createdSchema, `${path}/apply`, asked({ dataset }));
    const view = await app.idle(made.id);
    assert.equal(view.notebook.title, "Forest · first");
    assert.deepEqual(view.notebook.cells.map(({ kind }) => kind), [
      "import",
      ...steps.map(({ kind }) => kind),
      "train",
      "evaluate",
      "diagnose",
    ]);
    const keys = keysOf(view);
    assert.ok(keys.diagnose !== undefined, JSON.stringify(view.cells.map(({ state }) => state)));
    const { diagnose: _, ...shared } = keys;
    assert.deepEqual(shared, keysOf(await app.idle(notebook)));
    const exported = async (id: string) =>
      parsePipeline(await (await app.request(`/api/notebooks/${id}/export?as=pipeline`)).text());
    const [again, first] = [await exported(made.id), await exported(notebook)];
    assert.equal(again.name, "Forest · first");
    assert.equal(printPipeline({ ...again, name: "" }), printPipeline({ ...first, name: "" }));
  });

  it("keeps what a search has found, to be trained without searching again", async () => {
    const made = await app.ask(createdSchema, "/api/notebooks", json("POST", { dataset }));
    const { notebook: { cells: [first] } } = await app.idle(made.id);
    const params = { learner: "decision-tree", limit: "trials", trials: 2, folds: 2, seed: 9 };
    const search = { id: "seek", kind: "find-model", params };
    const id = await newNotebook(app, [first, steps[2], search], "Search");
    const run = (cells: readonly string[]) =>
      app.request(`/api/notebooks/${id}/run`, json("POST", { cells }));
    await run(["fill"]);
    await app.idle(id);
    assert.equal((await app.fail(`/api/notebooks/${id}/pipeline`)).code, "pipeline/not-run");
    await run(["seek"]);
    await app.idle(id);
    const exported = await app.request(`/api/notebooks/${id}/export?as=pipeline`);
    const found = parsePipeline(await exported.text());
    assert.equal(found.recipe.learner.name, "decision-tree");
    assert.ok(found.recipe.steps.some(({ step }) => step === "impute"));
    assert.deepEqual(found.training, {
      folds: 2,
      calibration: "none",
      tuneDecision: true,
      keepRows: true,
      seed: 9,
    });
    assert.equal(found.split, null);
  });

  it("trains on other data of the same columns, and ignores more columns", async () => {
    const csv = (await simulatedCsv(300, 5)).trimEnd().split("\n")
      .map((line, index) => index === 0 ? `${line},spare` : `${line},${index}.5`).join("\n");
    const other = await importCsv(app, "second.csv", csv);
    const path = `/api/pipelines/${pipeline}`;
    const check = await app.ask(pipelineCheckSchema, `${path}/check`, asked({ dataset: other.id }));
    assert.deepEqual([check.fits, check.extra], [true, { count: 1, first: ["spare"] }]);
    assert.match(check.notices[0]?.en ?? "", /ignored: "spare"/);
    const made = await app.ask(createdSchema, `${path}/apply`, asked({ dataset: other.id }));
    const view = await app.idle(made.id);
    assert.ok(
      keysOf(view).train !== undefined,
      JSON.stringify(view.cells.map(({ state }) => state)),
    );
    const draft = await app.ask(pipelineDraftSchema, `/api/notebooks/${made.id}/pipeline`);
    assert.equal(draft.known.find(({ name }) => name === "Forest")?.isSame, true);
  });

  it("names what is missing, offers what comes close, and takes it under the other name", async () => {
    const other = (name: string) =>
      name.replace(/^cpu\./, "CPU_").replace("disk.max_busy_pct", "disk.max_bsy_pct");
    const csv = await changedCsv((names) => names.map(other));
    const renamed = await importCsv(app, "renamed.csv", csv);
    const path = `/api/pipelines/${pipeline}`;
    const request = { dataset: renamed.id };
    const check = await app.ask(pipelineCheckSchema, `${path}/check`, asked(request));
    assert.equal(check.fits, false);
    assert.ok(check.missing.count > 5);
    for (const { name, similar } of check.missing.first) assert.equal(similar[0], other(name));
    assert.deepEqual(
      check.renames.map(({ to }) => to),
      check.missing.first.map(({ name }) => name),
    );
    const refused = await app.fail(`${path}/apply`, asked(request));
    assert.deepEqual([refused.status, refused.code], [422, "pipeline/missing-features"]);
    const taken = { ...request, renames: check.renames };
    const again = await app.ask(pipelineCheckSchema, `${path}/check`, asked(taken));
    assert.deepEqual([again.fits, again.missing.count, again.extra.count], [true, 0, 0]);
    const made = await app.ask(createdSchema, `${path}/apply`, asked(taken));
    const view = await app.idle(made.id);
    assert.equal(view.notebook.cells[1]?.kind, "rename-columns");
    assert.ok(
      keysOf(view).train !== undefined,
      JSON.stringify(view.cells.map(({ state }) => state)),
    );
    const draft = await app.ask(pipelineDraftSchema, `/api/notebooks/${made.id}/pipeline`);
    assert.equal(draft.known.find(({ name }) => name === "Forest")?.isSame, true);
    const wrong = { ...request, renames: [{ from: "nothing", to: "x" }] };
    assert.equal((await app.fail(`${path}/check`, asked(wrong))).code, "cells/no-column-to-rename");
  });

  it("needs a label with two classes, whatever it is called", async () => {
    const path = `/api/pipelines/${pipeline}`;
    const [head = "", ...rows] = (await simulatedCsv(300, 2)).trimEnd().split("\n");
    const label = head.split(",").indexOf("fault");
    const withLabel = (name: string, valueOf: (old: string) => string) =>
      [
        head.split(",").with(label, name).join(","),
        ...rows.map((row) => {
          const cells = row.split(",");
          return cells.with(label, valueOf(cells[label] ?? "")).join(",");
        }),
      ].join("\n");
    const one = await importCsv(app, "one.csv", withLabel("fault", () => "normal"));
    const tooFew = await app.fail(`${path}/apply`, asked({ dataset: one.id, label: "fault" }));
    assert.equal(tooFew.code, "pipeline/too-few-classes");
    const odd = await importCsv(app, "odd.csv", withLabel("what_was_it", (old) => old));
    const chosen = { dataset: odd.id, label: "what_was_it" };
    const check = await app.ask(pipelineCheckSchema, `${path}/check`, asked(chosen));
    assert.deepEqual([check.fits, check.label], [true, "what_was_it"]);
    assert.ok(check.labels.includes("what_was_it"));
    assert.match(check.notices.map(({ en }) => en).join(" "), /The label is "what_was_it"/);
    const made = await app.ask(createdSchema, `${path}/apply`, asked(chosen));
    const view = await app.idle(made.id);
    assert.ok(
      keysOf(view).train !== undefined,
      JSON.stringify(view.cells.map(({ state }) => state)),
    );
    const absent = await app.fail(`${path}/check`, asked({ dataset: "0" }));
    assert.equal(absent.status, 404);
  });

  it("refuses a table of other KPIs, naming five and counting all", async () => {
    const kpis = "t,a,b,label\n" +
      Array.from({ length: 40 }, (_, row) => `${row},${row % 7},${row % 3},${row % 2 ? "x" : "y"}`)
        .join("\n");
    const other = await importCsv(app, "other.csv", kpis);
    const path = `/api/pipelines/${pipeline}`;
    const check = await app.ask(pipelineCheckSchema, `${path}/check`, asked({ dataset: other.id }));
    const { content: { features } } = await app.ask(pipelineSchema, path);
    assert.deepEqual([check.fits, check.missing.count], [false, features]);
    assert.match(
      check.problems[0]?.message.en ?? "",
      new RegExp(`lacks ${features} of its ${features} .* and ${features - 5} more\\.$`),
    );
  });
});
