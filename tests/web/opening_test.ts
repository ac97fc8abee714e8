import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { datasetSchema, notebookViewSchema } from "@/web/api_schema.ts";
import { openedSchema } from "@/web/opening_schema.ts";
import { openApiApp } from "./api_app.ts";
import {
  assertNothingMade,
  bytes,
  type Content,
  jupyter,
  notebook,
  notebookOf,
  post,
  refusalOf,
  summaryOf,
  utf16,
} from "./opening_requests.ts";

describe("a file from elsewhere", () => {
  it("is summarized before anything is made of it, and made when that is asked for", async () => {
    await using app = await openApiApp();
    const sent = await app.ask(datasetSchema, "/api/datasets?name=here.csv", {
      method: "POST",
      body: "cpu,fault\n1,a\n2,b\n3,a\n4,b\n",
    });
    const missing = { sha256: "0".repeat(64), bytes: 12, media: "text/csv" };
    const content = notebook([
      { id: "words", kind: "note", params: { en: "# Hello" } },
      { id: "here", kind: "import", params: { file: sent.file } },
      { id: "gone", kind: "import", params: { file: { name: "gone.csv", content: missing } } },
      { id: "again", kind: "import", params: { file: { name: "gone.csv", content: missing } } },
      { id: "odd", kind: "crystal-ball", params: {} },
      { id: "wide", kind: "train", title: "Mine", params: { folds: 1e9 } },
    ]);
    const summary = await notebookOf(app, "shared.json", content);
    assert.equal(summary.title, "From elsewhere");
    assert.equal(summary.format, "1");
    assert.equal(summary.cellCount, 6);
    assert.equal(summary.costlyCount, 1);
    assert.deepEqual(summary.cells.map(({ kindTitle }) => kindTitle?.en ?? null), [
      "Note",
      "Import",
      "Import",
      "Import",
      null,
      "Train",
    ]);
    assert.deepEqual([0, 5].map((index) => summary.cells[index]?.title), ["Hello", "Mine"]);
    assert.deepEqual(summary.files.map(({ name, isHere, cells }) => [name, isHere, cells]), [
      ["here.csv", true, ["here"]],
      ["gone.csv", false, ["gone", "again"]],
    ]);
    assert.deepEqual(summary.problems.map(({ code, place }) => [code, place.cell]), [
      ["notebook/unknown-kind", "odd"],
      ["notebook/bad-param", "wide"],
    ]);
    await assertNothingMade(app);

    const opened = await app.ask(openedSchema, "/api/opening?name=shared.json", post(content));
    const view = await app.ask(notebookViewSchema, `/api/notebooks/${opened.id}`);
    assert.deepEqual(view.notebook, JSON.parse(content));
    assert.equal(view.lastRun, null);
    assert.deepEqual(
      new Set(view.cells.map(({ state }) => state.state)),
      new Set(["stale", "failed"]),
    );
    await app.idle(opened.id);
    const { id } = await app.ask(
      openedSchema,
      "/api/opening?name=shared.json&run=true",
      post(content),
    );
    const ran = await app.idle(id);
    assert.equal(ran.cells.find(({ id }) => id === "here")?.state.state, "fresh");
  });

  it("is refused in words where it is no notebook, and leaves nothing behind", async () => {
    await using app = await openApiApp();
    const refused = async (content: Content, code: string, name = "x.json"): Promise<object> => {
      const { problem } = await refusalOf(app, name, content);
      assert.equal(problem.code, code);
      return problem.place;
    };
    await refused("", "opening/empty");
    await refused(" \n\t", "opening/empty");
    await refused(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), "opening/binary");
    await refused(Uint8Array.from({ length: 999 }, (_, index) => index % 7), "opening/binary");
    assert.deepEqual(
      await refused('{"format": 1,\n "cells": [}', "notebook/not-json"),
      { file: "x.json", line: 2, column: 12 },
    );
    await refused("a,b\n1,2\n", "notebook/not-json");
    assert.deepEqual(
      await refused(Uint8Array.from([...bytes('{\n"é'), 0xe9, 0x22]), "opening/not-utf-8"),
      { file: "x.json", line: 2, column: 3 },
    );
    for (const other of ["[]", "null", "7", '"text"', "{}", '{"format":"1"}', '{"format":0}']) {
      await refused(other, "notebook/not-a-notebook");
    }
    await refused('{"format":2,"title":"","cells":[]}', "notebook/from-the-future");
    await refused(`[${" ".repeat(9 * 2 ** 20)}`, "notebook/not-json");
    await refused(notebook([], { title: "x".repeat(9 * 2 ** 20) }), "notebook/too-large");
    await refused(new Uint8Array(32 * 2 ** 20 + 1).fill(32), "opening/too-large");
    const notes = Array.from({ length: 10_000 }, (_, index) => ({ id: `n${index}`, kind: "note" }));
    await refused(notebook(notes), "notebook/too-many-cells");
    await refused(
      notebook([{ id: "a", kind: "note" }, { id: "a", kind: "note" }]),
      "notebook/duplicate-cell",
    );
    await refused(notebook([{ id: "../a", kind: "note" }]), "notebook/bad-id");
    const deep = `${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}`;
    const around = `{"format":1,"title":"","cells":[{"id":"a","kind":"note","params":`;
    await refused(`${around}${deep}}]}`, "opening/too-deep");
    const lessDeep = `${'{"a":'.repeat(100)}1${"}".repeat(100)}`;
    await refused(`${around}${lessDeep}}]}`, "notebook/bad-cell-field");
    assert.deepEqual(
      await refused("[\n".repeat(10_000_000), "opening/too-deep"),
      { file: "x.json", line: 1001, column: 1 },
    );
    assert.deepEqual(
      await refused(`[${"0,\n".repeat(4_000_000)}`, "notebook/not-json"),
      { file: "x.json", line: 4_000_001, column: 1 },
    );
    await refused(`{"__proto__":{"format":1,"title":"","cells":[]}}`, "notebook/not-a-notebook");
    await refused(`{"format":1,"title":"","cells":[],"__proto__":{}}`, "notebook/bad-field");
    await refused("{}", "opening/not-jupyter", "x.ipynb");
    await refused('{"nbformat":5,"cells":[]}', "opening/jupyter-version", "x.ipynb");
    await refused('{"nbformat":1,"cells":[]}', "opening/jupyter-version", "x.ipynb");
    await refused('{"nbformat":4,"cells":{}}', "opening/no-cells", "x.ipynb");
    const markdown = { cell_type: "markdown", metadata: {}, source: "x" };
    await refused(
      jupyter(Array(10_000).fill(markdown)),
      "notebook/too-many-cells",
      "x.ipynb",
    );
    await assertNothingMade(app);
    assert.equal(Object.hasOwn(Object.prototype, "format"), false);
  });

  it("is read in UTF-8 and UTF-16, with and without a byte order mark", async () => {
    await using app = await openApiApp();
    const content = notebook([{ id: "a", kind: "note", params: { zh: "磁盘已满" } }]);
    const forms = [
      bytes(content),
      bytes(`\ufeff${content}`),
      ...[true, false].flatMap((little) =>
        [true, false].map((mark) => utf16(content, little, mark))
      ),
    ];
    for (const form of forms) {
      assert.equal((await notebookOf(app, "a.json", form)).title, "From elsewhere");
    }
  });

  it("tells what is wrong with single cells, however many there are and whatever they are called", async () => {
    await using app = await openApiApp();
    const markup = `<script>alert(1)</script><img src=x onerror="alert(1)">`;
    const hostile = notebook([
      {
        id: "a",
        kind: markup,
        title: markup,
        params: JSON.parse(`{"__proto__":{"polluted":true}}`),
        inputs: { [markup]: "a" },
      },
      { id: "b", kind: "evaluate", params: { [markup]: markup }, inputs: { model: "c" } },
      { id: "c", kind: "train", params: {}, inputs: { table: "b" } },
      { id: "d", kind: "impute", params: { strategy: markup } },
    ], { title: markup });
    const { title, problems } = await notebookOf(app, `${markup}.json`, hostile);
    assert.equal(title, markup);
    assert.deepEqual(problems.map(({ place }) => place.cell), ["a", "b", "c", "d"]);
    assert.equal(Object.hasOwn(Object.prototype, "polluted"), false);

    const names = Array.from({ length: 1000 }, (_, index) => `cell-${index}`);
    const circle = notebook(names.map((id, index) => ({
      id,
      kind: "impute",
      params: {},
      inputs: { table: names[(index + 1) % names.length] },
    })));
    const summary = await notebookOf(app, "circle.json", circle);
    assert.equal(summary.problemCount, 999); // the last one reads the first
    assert.equal(summary.problems.length, 20);
    assert.equal(summary.cells.length, 50);
    assert.equal(summary.cellCount, 1000);
    await assertNothingMade(app);
  });
});

describe("a pipeline from elsewhere", () => {
  const pipeline = {
    format: "systemhealer-pipeline",
    version: 1,
    name: "Fill, then forest",
    recipe: {
      steps: [{ step: "impute", params: {} }],
      learner: { name: "random-forest", params: {} },
    },
    training: { folds: 5, calibration: "none", tuneDecision: false, keepRows: true, seed: 0 },
    features: [{ name: "cpu", type: "number" }, { name: "disk", type: "number" }],
    label: "fault",
    split: null,
    leftOut: [{
      cell: "code",
      kind: "code",
      name: { en: "Code", zh: "代码" },
      reason: { en: "Code is no step.", zh: "代码不是步骤。" },
    }],
  };

  it("is summarized, then kept", async () => {
    await using app = await openApiApp();
    const content = JSON.stringify(pipeline);
    const summary = await summaryOf(app, "forest.json", content);
    assert(summary.kind === "pipeline");
    assert.equal(summary.title, "Fill, then forest");
    assert.deepEqual(summary.steps.map(({ name }) => name), ["impute"]);
    assert.deepEqual([summary.features, summary.label], [["cpu", "disk"], "fault"]);
    assert.equal(summary.leftOut[0]?.reason.en, "Code is no step.");
    assert.deepEqual(app.workspace.pipelines.list(), []);
    const { kind } = await app.ask(openedSchema, "/api/opening?name=forest.json", post(content));
    assert.equal(kind, "pipeline");
    assert.deepEqual(app.workspace.pipelines.list().map(({ name }) => name), [pipeline.name]);
  });

  it("is refused in words where it is damaged", async () => {
    await using app = await openApiApp();
    for (
      const change of [
        { version: 2 },
        { features: [] },
        { recipe: { ...pipeline.recipe, learner: { name: "oracle", params: {} } } },
        { leftOut: "<script>" },
      ]
    ) {
      const { problem } = await refusalOf(
        app,
        "x.json",
        JSON.stringify({ ...pipeline, ...change }),
      );
      assert.match(problem.code, /^pipeline\//);
    }
    assert.deepEqual(app.workspace.pipelines.list(), []);
  });
});
