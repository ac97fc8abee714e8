import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parse } from "zod/mini";
import { preparedSchema } from "@/pipeline/cells/prepared_value.ts";
import type { TablePreview, TableReport } from "@/pipeline/cells/table_report.ts";
import { readTable } from "@/pipeline/table/read_table.ts";
import {
  createdSchema,
  datasetSchema,
  datasetsSchema,
  type NotebookViewAnswer,
} from "@/web/api_schema.ts";
import { tablePageSchema } from "@/pipeline/kernel/table_messages.ts";
import { type ImportSettings, previewSchema, surveyLineSchema } from "@/web/import_schema.ts";
import { uploadSchema } from "@/web/upload_schema.ts";
import { type ApiApp, json, openApiApp } from "./api_app.ts";

type Settings = Partial<ImportSettings>;

/** Sends a file in one piece and returns the id of the upload. */
async function send(app: ApiApp, text: string, name = "kpis.csv"): Promise<string> {
  const content = new TextEncoder().encode(text);
  const body = { name, bytes: content.length, fingerprint: text.slice(0, 200) };
  const { id } = await app.ask(uploadSchema, "/api/uploads", json("POST", body));
  const whole = await app.ask(uploadSchema, `/api/uploads/${id}?offset=0`, {
    method: "PATCH",
    body: content,
  });
  return whole.id;
}

function preview(app: ApiApp, id: string, settings: Settings = {}): Promise<TablePreview> {
  return app.ask(previewSchema, `/api/uploads/${id}/preview`, json("POST", settings));
}

async function survey(app: ApiApp, id: string, settings: Settings = {}): Promise<TableReport> {
  const response = await app.request(`/api/uploads/${id}/survey`, json("POST", settings));
  const lines = (await response.text()).trimEnd().split("\n")
    .map((line) => parse(surveyLineSchema, JSON.parse(line)));
  const last = lines.at(-1);
  assert.ok(last !== undefined && "report" in last, JSON.stringify(last));
  return last.report;
}

function importIt(app: ApiApp, id: string, settings: Settings = {}) {
  return app.ask(datasetSchema, `/api/uploads/${id}/import`, json("POST", { settings }));
}

/** What the columns of a report are, shortly. */
function kinds({ columns }: TableReport): string[] {
  return columns.map(({ name, type, role }) => `${name} ${type.value} ${role.value}`);
}

/** Rows of four columns, of which some do not fit. */
function kpis(rows: number): string {
  const lines = ["host;cpu load;wait;fault"];
  for (let row = 1; row <= rows; row++) {
    const wait = row % 10 === 3 ? "" : row % 50 === 7 ? "n.a." : `${row % 9},25`;
    lines.push(`h${row % 4};${row % 7},5;${wait};${row % 2 === 0 ? "Lock" : "Normal"}`);
  }
  lines[5] = "h1;2,5;3"; // a field is missing
  return lines.join("\r\n");
}

describe("the import of an upload", () => {
  it("tells of the first rows how they are read, why, and what they hold", async () => {
    await using app = await openApiApp();
    const id = await send(app, kpis(200));
    const { report, head } = await preview(app, id);
    assert.deepEqual(kinds(report), [
      "host text ignored",
      "cpu load number feature",
      "wait number feature",
      "fault text label",
    ]);
    const { delimiter, decimal, header, encoding, quote } = report.reading;
    assert.deepEqual(
      [delimiter, decimal, header, encoding, quote].map((guess) => [guess?.value, guess?.guessed]),
      [[";", true], [",", true], [true, true], ["utf-8", true], ['"', true]],
    );
    assert.match(delimiter?.reason.en ?? "", /a semicolon parts most of the first lines into 4/);
    assert.match(report.columns[1]?.type.reason.en ?? "", /^all 199 cells looked at are numbers$/);
    assert.match(report.columns[3]?.role.reason.zh ?? "", /标签/);
    // Lines count from 1, the header's, and pass over what was set aside.
    assert.deepEqual(head.lines.slice(0, 6), [2, 3, 4, 5, 7, 9]);
    assert.deepEqual(head.cells[0], ["h1", 1.5, 1.25, "Normal"]);
    assert.deepEqual(head.cells[2]?.[2], null);
    assert.equal(head.cells.length, 50);
    assert.equal(report.badRows.count, 5);
    const [short, word] = report.badRows.listed;
    assert.deepEqual([short?.line, short?.column, short?.raw], [6, null, "h1;2,5;3"]);
    assert.deepEqual([word?.line, word?.column, word?.code], [8, "wait", "table/not-a-number"]);
    assert.equal(report.rows, 195);
    assert.equal(report.columns[2]?.missing, 20);
    assert.deepEqual(report.isWhole, true);
    assert.deepEqual(report.columns[3]?.distribution, {
      values: [{ value: "Lock", count: 100 }, { value: "Normal", count: 95 }],
    });
    assert.deepEqual(app.defects, []);
  });

  it("follows what is chosen: the dialect, a type whose misfits become holes, and roles", async () => {
    await using app = await openApiApp();
    const id = await send(app, kpis(200));
    const wrong = await preview(app, id, { delimiter: "comma", decimal: "point" });
    assert.deepEqual(wrong.report.columns.map(({ name }) => name), ["host;cpu load;wait;fault"]);
    assert.equal(wrong.report.problem?.code, "table/every-row-bad");
    assert.equal(wrong.report.badRows.listed[0]?.code, "table/too-many-fields");
    assert.equal(wrong.report.reading.delimiter?.guessed, false);
    const chosen: Settings = {
      types: [{ column: "wait", type: "number" }, { column: "host", type: "boolean" }],
      roles: [{ column: "host", role: "feature" }, { column: "fault", role: "ignored" }],
    };
    const { report } = await preview(app, id, chosen);
    assert.deepEqual(kinds(report), [
      "host boolean feature",
      "cpu load number feature",
      "wait number feature",
      "fault text ignored",
    ]);
    assert.deepEqual(report.columns.map(({ unreadable }) => unreadable), [199, 0, 4, 0]);
    assert.equal(report.badRows.count, 1, "only the row that is too short");
    assert.equal(report.badCells.count, 203);
    assert.deepEqual(await survey(app, id, chosen), report);
    // Choices for columns that another delimiter has made vanish wait until they are back.
    const other = await preview(app, id, { ...chosen, delimiter: "comma", decimal: "point" });
    assert.ok(other.report.notices.some(({ code }) => code === "cells/choices-without-column"));
    const conflict = await app.fail(
      `/api/uploads/${id}/preview`,
      json("POST", { delimiter: "comma", decimal: "comma" }),
    );
    assert.deepEqual([conflict.status, conflict.code], [422, "table/bad-option"]);
    assert.match(conflict.text, /"param":"decimal"/);
  });

  it("makes a dataset that notebooks read exactly as the preview showed it", async () => {
    await using app = await openApiApp();
    const text = kpis(400);
    const id = await send(app, text);
    const settings: Settings = {
      types: [{ column: "wait", type: "number" }],
      roles: [{ column: "host", role: "group" }],
    };
    const shown = await preview(app, id, settings);
    const whole = await survey(app, id, settings);
    assert.deepEqual({ ...whole, notices: [] }, { ...shown.report, notices: [] });
    const dataset = await importIt(app, id, settings);
    assert.equal(dataset.name, "kpis.csv");
    assert.deepEqual([dataset.rows, dataset.quarantinedRows, dataset.quarantinedCells], [
      399,
      1,
      8,
    ]);
    assert.deepEqual(
      dataset.columns.map(({ name, type, role }) => `${name} ${type} ${role}`),
      kinds(shown.report),
    );
    assert.deepEqual((await app.ask(datasetsSchema, "/api/datasets")).datasets, [dataset]);
    const [stored] = app.workspace.datasets.list();
    assert.ok(stored !== undefined);
    const { frame } = await readTable(app.workspace.blobs.path(stored.sha256));
    assert.deepEqual(frame.getColumn("wait").head(4).toArray(), [1.25, 2.25, null, 4.25]);
    assert.equal(
      new TextDecoder().decode(await app.workspace.blobs.read(stored.sourceSha256)),
      text,
    );

    const body = { dataset: dataset.id };
    const { id: notebook } = await app.ask(createdSchema, "/api/notebooks", json("POST", body));
    const begun = await app.idle(notebook);
    assert.equal(begun.notebook.title, "kpis");
    const params = begun.notebook.cells[0]?.params;
    assert.deepEqual({ ...params, file: null }, {
      file: null,
      label: "fault",
      group: "host",
      numbers: ["wait"],
      delimiter: "semicolon",
      quote: "double",
      decimal: "comma",
      header: "yes",
      encoding: "utf-8",
    });
    // The import was read once; a workspace that has forgotten it reads the same once more.
    for (const state of ["cached", "fresh"]) {
      if (state === "fresh") {
        app.workspace.cellResults.evict(0);
        const again = await app.ask(createdSchema, "/api/notebooks", json("POST", body));
        await runImport(app, again.id);
        await assertSame(app, await app.idle(again.id), shown);
      } else {
        await runImport(app, notebook);
        await assertSame(app, await app.idle(notebook), shown);
      }
    }
    assert.deepEqual(app.defects, []);
  });

  it("trains on a dataset with its roles, and takes a file from the command line in one go", async () => {
    await using app = await openApiApp();
    const post = { method: "POST", body: kpis(300) };
    const dataset = await app.ask(datasetSchema, "/api/datasets?name=k.csv", post);
    assert.equal(dataset.rows, 293);
    const { id } = await app.ask(
      createdSchema,
      "/api/train",
      json("POST", { dataset: dataset.id }),
    );
    const view = await app.idle(id);
    assert.deepEqual(
      view.cells.map(({ state }) => state.state),
      Array(5).fill("fresh").with(0, "cached"),
    );
    assert.equal(view.notebook.cells[0]?.params.label, "fault");
    assert.deepEqual(app.defects, []);
  });

  it("says what is wrong with a file that is no table, keeps it, and reads it in another way", async () => {
    await using app = await openApiApp();
    const cases: [text: string, code: string][] = [
      ["a,b,c\n", "table/no-rows"],
      ["\0\0\0\0\0\0\0\0\0\0\0\0\0\0", "table/not-a-table"],
      ["PAR1\0\0\0\0\0\0\0\0\0", "table/broken-parquet"],
    ];
    for (const [text, code] of cases) {
      const id = await send(app, text, "odd.csv");
      const response = await app.request(`/api/uploads/${id}/preview`, json("POST", {}));
      const answer = await response.json();
      const problem = response.ok ? answer.report.problem : answer.error;
      assert.equal(problem.code, code);
      assert.equal(problem.place.file, "odd.csv");
      const failed = await app.fail(`/api/uploads/${id}/import`, json("POST", {}));
      assert.deepEqual([failed.status, failed.code], [422, code]);
      assert.equal((await app.ask(uploadSchema, `/api/uploads/${id}`)).id, id);
    }
    const id = await send(app, "1,2,3\n", "odd.csv");
    const { report } = await preview(app, id, { header: "no" });
    assert.equal(report.rows, 1);
    const unknown = await app.fail(
      `/api/uploads/${id}/preview`,
      json("POST", { encoding: "klingon" }),
    );
    assert.equal(unknown.code, "table/unknown-encoding");
    assert.deepEqual((await app.ask(datasetsSchema, "/api/datasets")).datasets, []);
    assert.deepEqual(app.defects, []);
  });
});

async function runImport(app: ApiApp, notebook: string): Promise<void> {
  const body = json("POST", { cells: "stale" });
  assert.equal((await app.request(`/api/notebooks/${notebook}/run`, body)).status, 202);
}

/** The import cell's table is what the preview showed. */
async function assertSame(
  app: ApiApp,
  view: NotebookViewAnswer,
  { report, head }: TablePreview,
): Promise<void> {
  const result = view.cells[0]?.result?.result;
  const table = preparedSchema.parse(result?.values.table);
  assert.deepEqual(
    table.columns.map(({ name, type, role }) => `${name} ${type} ${role}`),
    kinds(report),
  );
  assert.deepEqual([table.rows, table.quarantined], [report.rows, report.badRows.count]);
  const index = result?.tables.findIndex(({ name }) => name === "rows");
  const path = `/api/notebooks/${view.id}/cells/import/tables/${index}?limit=${head.cells.length}`;
  const page = await app.ask(tablePageSchema, path);
  assert.deepEqual(page.cells, head.cells);
}
