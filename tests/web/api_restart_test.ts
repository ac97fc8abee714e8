import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type core, parse } from "zod/mini";
import {
  createdSchema,
  modelsSchema,
  notebookViewSchema,
  runAnswerSchema,
} from "@/web/api_schema.ts";
import { processesWith, until } from "../pipeline/kernel/processes.ts";
import { healer, problemOf, temporaryFolder } from "../cli/healer.ts";
import { json } from "./api_app.ts";
import { serveWorkbench } from "./served.ts";

async function ask<Answer>(
  schema: core.$ZodType<Answer>,
  url: string,
  token: string,
  init: RequestInit = {},
): Promise<Answer> {
  const headers = { ...init.headers, authorization: `Bearer ${token}` };
  const response = await fetch(url, { ...init, headers });
  const text = await response.text();
  assert.ok(response.ok, `${url}: ${response.status} ${text}`);
  return parse(schema, JSON.parse(text));
}

describe("a server that is killed", () => {
  it("loses nothing: the run is marked as interrupted and continued from its last cell", async () => {
    await using folder = await temporaryFolder();
    const cells = [
      { id: "simulate", kind: "simulate", params: { rows: 1000 } },
      { id: "clean", kind: "drop-constant" },
      {
        id: "train",
        kind: "train",
        params: { folds: 3, learner: { name: "random-forest", trees: 150 } },
      },
    ];
    const notebook = { format: 1, title: "Interrupted", cells };
    let token = "";
    let id = "";
    {
      await using server = await serveWorkbench(folder.path("workspace"));
      token = server.token ?? "";
      const api = `${server.url}/api/notebooks`;
      id = (await ask(createdSchema, api, token, json("POST", { notebook, run: true }))).id;
      await until(async () => {
        const { cells } = await ask(notebookViewSchema, `${api}/${id}`, token);
        const train = cells.find((cell) => cell.id === "train");
        return (train?.progress?.fraction ?? 0) > 0.1;
      });
      assert.equal((await processesWith(folder.path("workspace"))).length, 2, "server and kernel");
      await server.kill();
      await until(async () => (await processesWith(folder.path("workspace"))).length === 0);
    }
    await using server = await serveWorkbench(folder.path("workspace"));
    assert.equal(server.token, null, "the token stays what it was");
    const path = `${server.url}/api/notebooks/${id}`;
    const found = await ask(notebookViewSchema, path, token);
    assert.equal(found.run, null);
    assert.equal(found.lastRun?.state, "interrupted");
    const states = (view: typeof found) => view.cells.map(({ state }) => state.state);
    assert.deepEqual(states(found), ["cached", "cached", "stale"]);

    const continued = json("POST", { cells: "unfinished" });
    assert.ok((await ask(runAnswerSchema, `${path}/run`, token, continued)).run);
    let view = found;
    await until(async () => {
      view = await ask(notebookViewSchema, path, token);
      return view.run === null;
    });
    assert.deepEqual(states(view), ["cached", "cached", "fresh"]);
    assert.equal(view.lastRun?.state, "finished");
    const { models } = await ask(modelsSchema, `${server.url}/api/models`, token);
    assert.deepEqual(models.map(({ name, version }) => [name, version]), [["Interrupted", 1]]);
    assert.equal(view.cells[2]?.model, models[0]?.id);
  });

  it("cannot be joined by a second one in the same workspace", async () => {
    await using folder = await temporaryFolder();
    await using server = await serveWorkbench(folder.path("workspace"));
    const workspace = folder.path("workspace");
    const second = await healer([
      "serve",
      "--dev",
      "--no-open",
      "--json",
      "--workspace",
      workspace,
    ]);
    assert.equal(second.code, 1);
    assert.equal(problemOf(second).code, "store/in-use");
    const response = await fetch(`${server.url}/healthz`);
    assert.equal(await response.text(), "ok\n");
  });
});
