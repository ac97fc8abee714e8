import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it, mock } from "node:test";
import { Saving } from "@/islands/notebook/saving.ts";
import type { NotebookContent } from "@/web/api_schema.ts";
import { fakeServer, refusal } from "../fake_server.ts";

const updated = "2026-11-21T14:31:00.000Z";
const titled = (title: string): NotebookContent => ({ format: 1, title, cells: [] });
const saved = (revision: number) => Response.json({ revision, updated, problems: [] });

describe("saving by itself", () => {
  beforeEach(() => mock.timers.enable({ apis: ["setTimeout"] }));
  afterEach(() => mock.timers.reset());

  it("waits for a calm moment and saves the last of many changes, once", async () => {
    using server = fakeServer(() => saved(2));
    const saving = new Saving("n", { revision: 1, updated });
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
    const saving = new Saving("n", { revision: 1, updated });
    saving.change(titled("first"));
    assert.equal(await saving.flush(), true);
    assert.deepEqual(server.calls.map(({ body }) => body), [
      { basedOn: 1, notebook: titled("first") },
      { basedOn: 2, notebook: titled("second") },
    ]);
  });

  it("tries again where nobody answers, and loses nothing", async () => {
    let isThere = false;
    using server = fakeServer(() => {
      if (!isThere) throw new TypeError("Failed to fetch");
      return saved(2);
    });
    const saving = new Saving("n", { revision: 1, updated });
    saving.change(titled("kept"));
    assert.equal(await saving.flush(), false);
    assert.equal(saving.state.value.kind, "offline");
    isThere = true;
    mock.timers.tick(2000);
    await saving.flush();
    assert.deepEqual(server.calls.at(-1)?.body, { basedOn: 1, notebook: titled("kept") });
    assert.equal(saving.state.value.kind, "saved");
  });

  it("stops at a conflict until somebody ends it, and keeps what is typed meanwhile", async () => {
    using server = fakeServer(({ body }) => {
      const { basedOn } = body as { basedOn: number };
      return basedOn === 5 ? saved(6) : refusal("store/notebook-conflict", 409);
    });
    const saving = new Saving("n", { revision: 1, updated });
    saving.change(titled("mine"));
    assert.equal(await saving.flush(), false);
    assert.equal(saving.state.value.kind, "conflict");
    saving.change(titled("mine, and more"));
    mock.timers.tick(5000);
    assert.equal(await saving.flush(), false);
    assert.equal(server.calls.length, 1);
    await saving.overwrite(5);
    assert.deepEqual(server.calls.at(-1)?.body, { basedOn: 5, notebook: titled("mine, and more") });
    assert.equal(saving.state.value.kind, "saved");
  });

  it("gives up what is here where the other version is taken", async () => {
    using server = fakeServer(() => refusal("store/notebook-conflict", 409));
    const saving = new Saving("n", { revision: 1, updated });
    saving.change(titled("mine"));
    await saving.flush();
    saving.accept({ revision: 4, updated });
    assert.equal(saving.hasUnsaved, false);
    assert.equal(await saving.flush(), true);
    assert.equal(server.calls.length, 1);
  });

  it("says why the server refuses, and saves the next change", async () => {
    let isRefused = true;
    using _server = fakeServer(() => isRefused ? refusal("notebook/too-large", 422) : saved(2));
    const saving = new Saving("n", { revision: 1, updated });
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
    const saving = new Saving("n", { revision: 1, updated });
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
