import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it, mock } from "node:test";
import type { UnsavedEdits } from "@/islands/notebook/kept_edits.ts";
import { Saving } from "@/islands/notebook/saving.ts";
import type { NotebookContent } from "@/web/api_schema.ts";
import { type Call, fakeServer, refusal } from "../fake_server.ts";

const updated = "2026-11-21T14:31:00.000Z";
const titled = (title: string, ...ids: string[]): NotebookContent => ({
  format: 1,
  title,
  cells: ids.map((id) => ({ id, kind: "note", params: {} })),
});
const saved = (revision: number) => Response.json({ revision, updated, problems: [] });
const bodies = (calls: readonly Call[]) =>
  calls.filter(({ method }) => method === "PUT").map(({ body }) => body);
const view = (revision: number, notebook: NotebookContent) =>
  Response.json({
    id: "n",
    revision,
    updated,
    notebook,
    problems: [],
    run: null,
    lastRun: null,
    cells: [],
  });

/** A notebook that was opened in revision 1, and what the page around it was told. */
function openSaving(notebook = titled("")) {
  const shown: NotebookContent[] = [];
  const kept: (UnsavedEdits | "forgotten")[] = [];
  const saving = new Saving("n", { revision: 1, updated, notebook }, {
    show: (merged) => void shown.push(merged),
    keep: (edits) => Promise.resolve(kept.push(edits) > 0),
    forget: () => Promise.resolve(void kept.push("forgotten")),
  });
  return { saving, shown, kept };
}

describe("saving by itself", () => {
  beforeEach(() => mock.timers.enable({ apis: ["setTimeout"] }));
  afterEach(() => mock.timers.reset());

  it("waits for a calm moment and saves the last of many changes, once", async () => {
    using server = fakeServer(() => saved(2));
    const { saving } = openSaving();
    for (const title of ["f", "fa", "fau"]) saving.change(titled(title));
    assert.equal(server.calls.length, 0);
    assert.equal(saving.state.value.kind, "unsaved");
    mock.timers.tick(1000);
    assert.equal(await saving.flush(), true);
    assert.deepEqual(server.calls.map(({ body }) => body), [
      { basedOn: 1, notebook: titled("fau") },
    ]);
    assert.deepEqual(saving.state.value, { kind: "saved", revision: 2, time: updated });
  });

  it("saves once more what was changed while it saved, based on what it saved", async () => {
    let revision = 1;
    using server = fakeServer(() => {
      if (revision === 1) saving.change(titled("second"));
      return saved(++revision);
    });
    const { saving } = openSaving();
    saving.change(titled("first"));
    assert.equal(await saving.flush(), true);
    assert.deepEqual(server.calls.map(({ body }) => body), [
      { basedOn: 1, notebook: titled("first") },
      { basedOn: 2, notebook: titled("second") },
    ]);
  });

  it("tries again where nobody answers, ever more seldom, keeps what is unsaved, and loses nothing", async () => {
    let isThere = false;
    using server = fakeServer(() => {
      if (!isThere) throw new TypeError("Failed to fetch");
      return saved(2);
    });
    const { saving, kept } = openSaving();
    saving.change(titled("kept"));
    assert.equal(await saving.flush(), false);
    assert.equal(saving.state.value.kind, "offline");
    assert.equal(saving.isAtRisk, true);
    await saving.keepNow();
    assert.deepEqual(kept.at(-1), {
      base: { revision: 1, updated, notebook: titled("") },
      mine: titled("kept"),
    });
    assert.equal(saving.isAtRisk, false);
    for (const [milliseconds, tries] of [[999, 1], [1, 2], [1999, 2], [1, 3]] as const) {
      mock.timers.tick(milliseconds);
      // A try that has begun is waited for, without a new one.
      await new Promise((resolve) => setImmediate(resolve));
      assert.equal(server.calls.length, tries, `${milliseconds} ms`);
    }
    isThere = true;
    saving.retryNow();
    await saving.flush();
    assert.deepEqual(server.calls.at(-1)?.body, { basedOn: 1, notebook: titled("kept") });
    assert.equal(saving.state.value.kind, "saved");
    assert.equal(kept.at(-1), "forgotten");
  });

  it("merges with what somebody else has saved meanwhile, and shows it", async () => {
    const theirs = titled("Theirs", "old");
    using server = fakeServer(({ method, body }) => {
      if (method === "GET") return view(5, theirs);
      const { basedOn } = body as { basedOn: number };
      return basedOn === 5 ? saved(6) : refusal("store/notebook-conflict", 409);
    });
    const { saving, shown } = openSaving(titled("", "old"));
    saving.change(titled("", "old", "mine"));
    assert.equal(await saving.flush(), true);
    const merged = titled("Theirs", "old", "mine");
    assert.deepEqual(shown, [merged]);
    assert.deepEqual(bodies(server.calls).at(-1), { basedOn: 5, notebook: merged });
    assert.deepEqual(saving.state.value, { kind: "saved", revision: 6, time: updated });
  });

  it("takes a save whose answer was lost for its own, and merges what came after", async () => {
    let isAnswered = false;
    const theirs = titled("", "new", "theirs");
    using server = fakeServer(({ method, path, body }) => {
      if (!isAnswered) throw new TypeError("Failed to fetch");
      if (path.endsWith("/revisions/2")) {
        const notebook = titled("", "new");
        return Response.json({ revision: 2, saved: updated, name: "", restored: null, notebook });
      }
      if (method === "GET") return view(3, theirs);
      const { basedOn } = body as { basedOn: number };
      return basedOn === 3 ? saved(4) : refusal("store/notebook-conflict", 409);
    });
    const { saving } = openSaving();
    saving.change(titled("", "new"));
    await saving.flush();
    isAnswered = true;
    const mine = { ...titled(""), cells: [{ id: "new", kind: "note", params: { en: "More" } }] };
    saving.change(mine);
    assert.equal(await saving.flush(), true);
    assert.deepEqual(bodies(server.calls).at(-1), {
      basedOn: 3,
      notebook: { ...theirs, cells: [mine.cells[0], theirs.cells[1]] },
    });
  });

  it("stops at a conflict until somebody ends it, and keeps what is typed meanwhile", async () => {
    using server = fakeServer(({ method, body }) => {
      if (method === "GET") return view(5, titled("theirs", "added"));
      const { basedOn } = body as { basedOn: number };
      return basedOn === 5 ? saved(6) : refusal("store/notebook-conflict", 409);
    });
    const { saving, shown } = openSaving();
    saving.change(titled("mine"));
    assert.equal(await saving.flush(), false);
    assert.equal(saving.state.value.kind, "conflict");
    const more = titled("mine, and more");
    saving.change(more);
    mock.timers.tick(5000);
    assert.equal(await saving.flush(), false);
    assert.equal(bodies(server.calls).length, 1);
    const state = saving.state.value;
    assert(state.kind === "conflict" && state.theirs.revision === 5 && state.base.revision === 1);
    assert.deepEqual(await saving.resolve(new Map()), titled("mine, and more", "added"));
    assert.equal(await saving.flush(), true);
    assert.deepEqual(bodies(server.calls).at(-1), {
      basedOn: 5,
      notebook: titled("mine, and more", "added"),
    });
    assert.deepEqual(shown, []);
    assert.equal(saving.state.value.kind, "saved");
  });

  it("takes up edits of a closed tab: saved, or merged where others were faster", async () => {
    const old = { revision: 1, notebook: titled("") };
    for (const current of [1, 4]) {
      let last: unknown;
      using _server = fakeServer(({ method, path, body }) => {
        if (path.includes("/revisions/")) return refusal("store/not-found", 404);
        if (method === "GET") return view(4, titled("theirs"));
        last = body;
        const { basedOn } = body as { basedOn: number };
        return basedOn === current ? saved(9) : refusal("store/notebook-conflict", 409);
      });
      const { saving } = openSaving(titled("theirs"));
      saving.resume({ base: old, mine: titled("", "mine") });
      assert.equal(await saving.flush(), true);
      const title = current === 1 ? "" : "theirs";
      assert.deepEqual(last, { basedOn: current, notebook: titled(title, "mine") });
    }
  });

  it("gives up what is here where the other version is taken", async () => {
    using server = fakeServer(({ method }) =>
      method === "GET" ? view(4, titled("theirs")) : refusal("store/notebook-conflict", 409)
    );
    const { saving } = openSaving();
    saving.change(titled("mine"));
    await saving.flush();
    saving.accept({ revision: 4, updated, notebook: titled("theirs") });
    assert.equal(saving.hasUnsaved, false);
    assert.equal(await saving.flush(), true);
    assert.equal(bodies(server.calls).length, 1);
  });

  it("says why the server refuses, and saves the next change", async () => {
    let isRefused = true;
    using _server = fakeServer(() => isRefused ? refusal("notebook/too-large", 422) : saved(2));
    const { saving } = openSaving();
    saving.change(titled("too much"));
    await saving.flush();
    const state = saving.state.value;
    assert(state.kind === "refused" && state.problem.code === "notebook/too-large");
    isRefused = false;
    saving.change(titled("less"));
    await saving.flush();
    assert.equal(saving.state.value.kind, "saved");
  });

  it("sends what is unsaved when the page goes away", () => {
    using server = fakeServer(() => saved(2));
    const { saving } = openSaving();
    saving.leave();
    saving.change(titled("last words"));
    saving.leave();
    assert.deepEqual(server.calls, [{
      method: "PUT",
      path: "/api/notebooks/n",
      body: { basedOn: 1, notebook: titled("last words") },
    }]);
  });
});
