import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { z } from "zod";
import { defineCell } from "@/pipeline/cells/cell_kind.ts";
import { cellKinds } from "@/pipeline/cells/registry.ts";
import {
  createdSchema,
  type NotebookViewAnswer,
  notebookViewSchema,
  savedNotebookSchema,
} from "@/web/api_schema.ts";
import { openedSchema } from "@/web/opening_schema.ts";
import { type ApiApp, json, openApiApp } from "./api_app.ts";
import { notebook, notebookOf, post } from "./opening_requests.ts";

const strange = defineCell({
  kind: "strange",
  version: 1,
  group: "write",
  title: { en: "Strange", zh: "陌生" },
  summary: { en: "Holds code.", zh: "包含代码。" },
  params: z.strictObject({ source: z.string().default("").meta({ code: "typescript" }) }),
  takes: {},
  gives: {},
  cost: "cheap",
  run: () => Promise.reject(new Error("It must not run.")),
});

describe("a notebook with code of strangers", () => {
  const source = "Deno.exit(1) // <script>";
  const cells = [
    { id: "words", kind: "note", params: { en: "One" } },
    { id: "code", kind: "strange", params: { source } },
  ];

  /** Changes the note and tells how it stands once nothing runs. */
  async function change(app: ApiApp, id: string, en: string): Promise<NotebookViewAnswer> {
    const { revision, notebook } = await app.ask(notebookViewSchema, `/api/notebooks/${id}`);
    const [words, ...others] = notebook.cells;
    const changed = { ...notebook, cells: [{ ...words, params: { en } }, ...others] };
    const body = json("PUT", { basedOn: revision, notebook: changed });
    await app.ask(savedNotebookSchema, `/api/notebooks/${id}`, body);
    return await app.idle(id);
  }

  const stateOf = ({ cells }: NotebookViewAnswer, id: string) =>
    cells.find((cell) => cell.id === id)?.state.state;

  it("shows the code, and runs nothing by itself until somebody runs it", async () => {
    await using app = await openApiApp({ kinds: [...cellKinds, strange] });
    const content = notebook(cells);
    const { code } = await notebookOf(app, "strange.json", content);
    assert.deepEqual(code, [{ cell: "code", language: "typescript", source }]);
    const { id } = await app.ask(openedSchema, "/api/opening?name=strange.json", post(content));
    const copied = await app.ask(createdSchema, "/api/notebooks", json("POST", { copyOf: id }));
    for (const held of [id, copied.id]) {
      const view = await change(app, held, "Two");
      assert.deepEqual(view.held, ["code"]);
      assert.equal(stateOf(view, "words"), "stale");
    }
    await app.request(`/api/notebooks/${id}/run`, json("POST", { cells: ["words"] }));
    assert.equal(stateOf(await app.idle(id), "words"), "fresh");
    const view = await change(app, id, "Three");
    assert.equal(view.held, undefined);
    assert.equal(stateOf(view, "words"), "fresh");
    assert.deepEqual((await app.idle(copied.id)).held, ["code"]);
  });

  it("lets a notebook without any follow changes at once", async () => {
    await using app = await openApiApp({ kinds: [...cellKinds, strange] });
    const content = notebook(cells.slice(0, 1));
    const { id } = await app.ask(openedSchema, "/api/opening?name=plain.json", post(content));
    const view = await change(app, id, "Two");
    assert.equal(view.held, undefined);
    assert.equal(stateOf(view, "words"), "fresh");
  });
});
