import assert from "node:assert/strict";
import { afterEach, describe, it, mock } from "node:test";
import { KeptEdits } from "@/islands/notebook/kept_edits.ts";
import { OpenNotebook } from "@/islands/notebook/open_notebook.ts";
import type { CellViewAnswer, NotebookContent, NotebookViewAnswer } from "@/web/api_schema.ts";
import { type Call, fakeServer, refusal } from "../fake_server.ts";

const updated = "2026-11-21T14:31:00.000Z";
const titled = (title: string, ...ids: string[]): NotebookContent => ({
  format: 1,
  title,
  cells: ids.map((id) => ({ id, kind: "note", params: {} })),
});
const view = (
  revision: number,
  notebook: NotebookContent,
  cells: CellViewAnswer[] = [],
): NotebookViewAnswer => ({
  id: "n",
  revision,
  updated,
  notebook,
  problems: [],
  run: null,
  lastRun: null,
  cells,
});
const fresh = (key: string): CellViewAnswer["state"] => ({
  state: "fresh",
  key,
  finished: updated,
  seconds: 1,
});
const cellWith = (key: string): CellViewAnswer => ({
  id: "a",
  state: fresh(key),
  metrics: [],
  metricCount: 0,
  result: {
    result: {
      values: {},
      summary: { en: key, zh: key },
      notices: [],
      figures: [],
      tables: [],
    },
    finished: updated,
    seconds: 1,
  },
});
const addCell = (id: string) => (notebook: NotebookContent): NotebookContent => ({
  ...notebook,
  cells: [...notebook.cells, { id, kind: "note", params: {} }],
});
const idsOf = ({ cells }: NotebookContent): string[] => cells.map(({ id }) => id);

/** A server with one notebook, which keeps what is saved and refuses what is based on another revision. */
function notebookServer(notebook: NotebookContent, onGet: () => void | Promise<void>) {
  let revision = 2;
  let kept = notebook;
  const save = (next: NotebookContent): Response => {
    kept = next;
    return Response.json({ revision: ++revision, updated, problems: [] });
  };
  const server = fakeServer(async ({ method, path, body }: Call) => {
    if (path.endsWith("/restore")) return save(titled("restored"));
    if (path.includes("/revisions/")) return refusal("store/not-found", 404);
    if (method === "GET") {
      const answer = Response.json(view(revision, kept));
      await onGet();
      return answer;
    }
    const { basedOn, notebook } = body as { basedOn: number; notebook: NotebookContent };
    return basedOn === revision ? save(notebook) : refusal("store/notebook-conflict", 409);
  });
  return { [Symbol.dispose]: () => server[Symbol.dispose](), kept: () => kept };
}

describe("an open notebook", () => {
  afterEach(() => {
    mock.timers.reset();
    mock.restoreAll();
  });

  it("keeps what is typed while what somebody else has saved is on its way", async () => {
    for (const delay of ["before", "behind"] as const) {
      const open = new OpenNotebook(view(1, titled("", "a")), new Map());
      const type = (): void => open.edit(addCell("typed"), "cell");
      let isFirst = true;
      using server = notebookServer(titled("theirs", "a"), () => {
        if (!isFirst) return;
        isFirst = false;
        // Behind the answer the code that merges is still to be fetched.
        if (delay === "before") type();
        else setTimeout(type, 0);
      });
      await open.reload();
      await new Promise((resolve) => setTimeout(resolve, 10));
      assert.ok(idsOf(open.notebook.value).includes("typed"), delay);
      assert.equal(await open.saving.flush(), true);
      assert.deepEqual(server.kept(), titled("theirs", "a", "typed"));
      assert.deepEqual(open.notebook.value, server.kept());
    }
  });

  it("does not fall back to an answer that is older than what it has saved since", async () => {
    const open = new OpenNotebook(view(2, titled("", "a")), new Map());
    let isFirst = true;
    using server = notebookServer(titled("", "a"), async () => {
      if (!isFirst) return;
      isFirst = false;
      open.edit(addCell("typed"), "cell");
      await open.saving.flush();
    });
    await open.reload();
    assert.deepEqual(idsOf(open.notebook.value), ["a", "typed"]);
    assert.deepEqual(server.kept(), open.notebook.value);
  });

  it("keeps what is typed while a revision is restored", async () => {
    const open = new OpenNotebook(view(2, titled("now", "a")), new Map());
    let isFirst = true;
    using server = notebookServer(titled("now", "a"), () => {
      if (isFirst) open.edit(addCell("typed"), "cell");
      isFirst = false;
    });
    await open.restoreRevision(1);
    assert.equal(await open.saving.flush(), true);
    assert.deepEqual(server.kept(), titled("restored", "typed"));
    assert.deepEqual(open.notebook.value, server.kept());
  });

  it("takes up what closed tabs left one after the other, and leaves the rest while the server is gone", async () => {
    mock.timers.enable({ apis: ["setTimeout"] });
    const forgotten: string[] = [];
    const left = ["first", "second"].map((id) => ({
      base: { revision: 1, notebook: titled("", "a") },
      mine: titled("", "a", id),
      forget: () => Promise.resolve(void forgotten.push(id)),
    }));
    mock.method(KeptEdits.prototype, "leftBehind", () => Promise.resolve(left));
    using _server = fakeServer(() => {
      throw new TypeError("Failed to fetch");
    });
    const open = new OpenNotebook(view(1, titled("", "a")), new Map());
    await open.resumeLeft();
    assert.deepEqual(idsOf(open.notebook.value), ["a", "first"]);
    assert.equal(open.saving.hasUnsaved, true);
    assert.deepEqual(forgotten, []);
  });

  it("shows the result of the state a cell is in, in whatever order answers come", async () => {
    const open = new OpenNotebook(view(1, titled("", "a")), new Map());
    const answers = ["first", "second"].map((key) => ({
      key,
      wait: Promise.withResolvers<void>(),
    }));
    let asked = 0;
    using _server = fakeServer(async () => {
      const answer = answers[asked++];
      await answer?.wait.promise;
      return Response.json(cellWith(answer?.key ?? ""));
    });
    for (const { key } of answers) {
      const event = { type: "state", time: updated, cell: "a", state: fresh(key) } as const;
      open.onHeard({ event: "notebook", data: { notebook: "n", event } });
    }
    for (const { wait } of answers.toReversed()) {
      wait.resolve();
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
    assert.equal(open.message.value, null);
    assert.equal(open.live("a").value.result?.result.summary.en, "second");
  });
});
