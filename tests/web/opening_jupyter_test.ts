import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { notebookViewSchema } from "@/web/api_schema.ts";
import { openedSchema } from "@/web/opening_schema.ts";
import { sharedFile, skipWithout } from "../shared.ts";
import { type ApiApp, json, newNotebook, openApiApp } from "./api_app.ts";
import {
  assertNothingMade,
  jupyter,
  notebookOf,
  post,
  refusalOf,
  summaryOf,
} from "./opening_requests.ts";

describe("a Jupyter notebook from elsewhere", () => {
  it("becomes notes: texts as they are, code to be read", async () => {
    await using app = await openApiApp();
    const content = jupyter([
      {
        cell_type: "markdown",
        metadata: {},
        attachments: { "a.png": { "image/png": "AAAA" } },
        source: [
          "## Why *it*  \n",
          "![disk](attachment:a.png) and ![](data:image/png;base64,AA==)",
        ],
      },
      { cell_type: "code", metadata: {}, execution_count: 1, source: "", outputs: [] },
      {
        cell_type: "code",
        metadata: {},
        execution_count: 2,
        source: ["print('```')\n", "1"],
        outputs: [{ output_type: "stream", name: "stdout", text: "hi" }],
      },
      { cell_type: "raw", metadata: {}, source: "raw <b>" },
      { cell_type: "heading", level: 3, source: "Old\nheading" },
      { cell_type: "markdown" },
      7,
    ], { metadata: { kernelspec: { name: "python3", language: "python" } } });
    const summary = await notebookOf(app, "work.ipynb", content);
    assert.equal(summary.title, "Why it");
    assert.equal(summary.format, "4.5");
    assert.equal(summary.reading, "foreign");
    assert.equal(summary.otherReading, null);
    assert.deepEqual(summary.code, []);
    assert.deepEqual(summary.notices.map(({ message }) => message.en), [
      "1 code cell becomes a note: the code can be read there, and never runs.",
      "1 output is left out.",
      "2 embedded pictures are left out; the text around stays.",
      "1 empty cell is left out.",
      "2 cells are left out, being damaged: without a type or a text.",
    ]);
    const { id } = await app.ask(
      openedSchema,
      "/api/opening?name=work.ipynb&run=true",
      post(content),
    );
    const view = await app.idle(id);
    assert.deepEqual(view.notebook.cells.map(({ kind, params }) => [kind, params.en]), [
      ["note", "## Why *it*  \ndisk and "],
      ["note", "````python\nprint('```')\n1\n````"],
      ["note", "```\nraw <b>\n```"],
      ["note", "### Old heading"],
    ]);
    assert.deepEqual(view.problems, []);
  });

  it("may hold very long cells, which become several notes", async () => {
    await using app = await openApiApp();
    const code = Array.from({ length: 30_000 }, (_, index) => `print(${index})`).join("\n");
    const content = jupyter([
      { cell_type: "code", metadata: {}, source: code, outputs: [] },
      { cell_type: "markdown", metadata: {}, source: "😀".repeat(60_000) },
      { cell_type: "markdown", metadata: {}, source: "![](data:".repeat(100_000) },
      { cell_type: "markdown", metadata: {}, source: "![".repeat(4_000_000) },
    ]);
    const summary = await notebookOf(app, "long.ipynb", content);
    assert.deepEqual(summary.problems, []);
    const { id } = await app.ask(openedSchema, "/api/opening?name=long.ipynb", post(content));
    const { notebook, problems } = await app.ask(notebookViewSchema, `/api/notebooks/${id}`);
    assert.deepEqual(problems, []);
    const texts = notebook.cells.map(({ params }) => String(params.en));
    assert.equal(
      texts.filter((text) => text.startsWith("```")).map((text) => text.slice(4, -4)).join("\n"),
      code,
    );
    assert.equal(texts.filter((text) => text.startsWith("😀")).join(""), "😀".repeat(60_000));
  });

  const folder = sharedFile("badinput/nbformat/tests");

  it(
    "opens, or is refused in words, whatever its version and however it is damaged",
    skipWithout(folder, "../shared/badinput/nbformat"),
    async () => {
      await using app = await openApiApp();
      const files = [...Deno.readDirSync(folder ?? "")].map(({ name }) => name).sort();
      const outcomes = new Map<string, string>();
      for (const name of files) {
        const content = await Deno.readFile(`${folder}/${name}`);
        const summary = await summaryOf(app, name, content);
        if (summary.kind === "nothing") {
          await refusalOf(app, name, content);
          outcomes.set(name, summary.problem.code);
          continue;
        }
        assert(summary.kind === "notebook");
        assert.equal(summary.reading, "foreign");
        assert.deepEqual([summary.problems, summary.code, summary.files], [[], [], []], name);
        assert(summary.cells.every(({ kind }) => kind === "note"));
        outcomes.set(name, `${summary.format}: ${summary.cellCount}`);
      }
      await assertNothingMade(app);
      assert.equal(outcomes.get("test2.ipynb"), "2: 20");
      assert.equal(outcomes.get("test3.ipynb"), "3.0: 9");
      assert.equal(outcomes.get("test4.ipynb"), "4.0: 9");
      assert.equal(outcomes.get("test4plus.ipynb"), "4.99: 10");
      assert.equal(outcomes.get("invalid.ipynb"), "4.0: 8");
      assert.equal(outcomes.get("test3_no_worksheets.ipynb"), "3.0: 0");
      assert.equal(outcomes.size, files.length);
    },
  );
});

describe("a notebook that went to Jupyter and came to another workspace", () => {
  it("gives the same results under the same keys", async () => {
    const cells = [
      { id: "words", kind: "note", params: { en: "Hello" } },
      { id: "simulate", kind: "simulate", params: { rows: 200 } },
      { id: "fill", kind: "impute", params: {} },
    ];
    const results = async (app: ApiApp, id: string) => {
      const { notebook, cells } = await app.idle(id);
      assert.ok(cells.every(({ state }) => state.state === "fresh"));
      const keys = cells.map(({ id, state, result }) => ({
        id,
        key: "key" in state && state.key,
        values: result?.result,
      }));
      return { notebook, keys };
    };
    const made = await (async () => {
      await using app = await openApiApp();
      const id = await newNotebook(app, cells);
      await app.request(`/api/notebooks/${id}/run`, json("POST", { cells: "all" }));
      const found = await results(app, id);
      const file = await app.request(`/api/notebooks/${id}/export?as=ipynb`);
      return { ...found, file: await file.text() };
    })();
    await using other = await openApiApp();
    const summary = await notebookOf(other, "mine.ipynb", made.file);
    assert.deepEqual([summary.reading, summary.otherReading, summary.notices], [
      "own",
      "foreign",
      [],
    ]);
    const { id } = await other.ask(
      openedSchema,
      "/api/opening?name=mine.ipynb&run=true",
      post(made.file),
    );
    const again = await results(other, id);
    assert.deepEqual(again.notebook, made.notebook);
    assert.deepEqual(again.keys, made.keys);
  });
});
