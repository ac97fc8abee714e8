import assert from "node:assert/strict";
import { z } from "zod";
import { cellKinds } from "@/pipeline/cells/registry.ts";
import { simulate } from "@/pipeline/simulator/simulate.ts";
import { writeSimulationCsv } from "@/pipeline/simulator/simulation_csv.ts";
import { openWorkspace, type Workspace } from "@/store/workspace.ts";
import {
  createdSchema,
  errorSchema,
  type NotebookViewAnswer,
  notebookViewSchema,
} from "@/web/api_schema.ts";
import { openAssets } from "@/web/assets.ts";
import type { State } from "@/web/define.ts";
import { assertAsDescribed } from "./described_answers.ts";
import { fsRoutes } from "@/web/fs_routes.ts";
import { Door } from "@/web/gate/door.ts";
import { memoryKeys } from "@/web/gate/keys.ts";
import { openApi } from "@/web/openapi.ts";
import { loadRoutes } from "@/web/route_files.ts";
import { Workbench, type WorkbenchOptions } from "@/web/workbench/workbench.ts";

const host = "localhost:8000";

/** The API of a workbench over a workspace of its own, without gate and socket. */
export interface ApiApp extends AsyncDisposable {
  readonly workspace: Workspace;
  readonly workbench: Workbench;
  /** What was reported as a defect. */
  readonly defects: unknown[];
  request(path: string, init?: RequestInit): Promise<Response>;
  /** The answer to a request that has to succeed, as its schema says. */
  ask<Answer>(schema: z.core.$ZodType<Answer>, path: string, init?: RequestInit): Promise<Answer>;
  /** The status and the problem of a request that has to fail. */
  fail(path: string, init?: RequestInit): Promise<{ status: number; code: string; text: string }>;
  /** A notebook once nothing runs in it. */
  idle(id: string): Promise<NotebookViewAnswer>;
}

/** @param folder The workspace; a temporary one, removed afterwards, where none is named. */
export async function openApiApp(
  options: Partial<WorkbenchOptions> & { folder?: string } = {},
): Promise<ApiApp> {
  const folder = options.folder ?? await Deno.makeTempDir({ prefix: "healer-api-" });
  const workspace = await openWorkspace(folder);
  const defects: unknown[] = [];
  const report = (error: unknown): void => void defects.push(error);
  const workbench = new Workbench(workspace, { kinds: cellKinds, report, ...options });
  const closing = new AbortController();
  const files = (await loadRoutes<State>(new URL("../../routes/api/", import.meta.url)))
    .map((file) => ({ ...file, path: `api/${file.path}` }));
  const state: State = {
    services: { workspace, workbench, closing: closing.signal },
    door: new Door(memoryKeys()),
    assets: await openAssets({
      staticFolder: new URL("../../static/", import.meta.url),
      client: "vite",
    }),
    host,
    remoteAddress: "192.0.2.1",
    session: { user: "test", end: Infinity },
    language: "en",
    openApi: (language) => openApi(files, { version: "0", language }),
    nonce: "",
  };
  const routes = fsRoutes(files, {
    preloads: () => [],
    report,
  });
  const request = async (path: string, init?: RequestInit): Promise<Response> => {
    const asked = new Request(`http://${host}${path}`, init);
    const { method } = asked;
    const response = await routes.fetch(asked, state);
    await assertAsDescribed(files, method, new URL(asked.url).pathname, response);
    return response;
  };
  const ask: ApiApp["ask"] = async (schema, path, init) => {
    const response = await request(path, init);
    const text = await response.text();
    assert.ok(response.ok, `${path}: ${response.status} ${text}`);
    return z.parse(schema, JSON.parse(text));
  };
  const fail: ApiApp["fail"] = async (path, init) => {
    const response = await request(path, init);
    const text = await response.text();
    assert.ok(!response.ok, `${path}: ${response.status} ${text}`);
    const { error } = errorSchema.parse(JSON.parse(text));
    assert.ok(error.message.zh.length > 0 && error.hint.en.length > 0 && error.hint.zh.length > 0);
    return { status: response.status, code: error.code, text };
  };
  const idle: ApiApp["idle"] = async (id) => {
    for (;;) {
      const view = await ask(notebookViewSchema, `/api/notebooks/${id}`);
      if (view.run === null) return view;
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  };
  return {
    workspace,
    workbench,
    defects,
    request,
    ask,
    fail,
    idle,
    async [Symbol.asyncDispose]() {
      closing.abort();
      await workbench[Symbol.asyncDispose]();
      await workspace[Symbol.asyncDispose]();
      if (options.folder === undefined) await Deno.remove(folder, { recursive: true });
    },
  };
}

/** A request with a JSON body. */
export function json(method: string, body: unknown): RequestInit {
  return {
    method,
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  };
}

/** Makes a notebook and returns its id. */
export async function newNotebook(
  app: ApiApp,
  cells: readonly unknown[],
  title = "Test",
): Promise<string> {
  const body = { notebook: { format: 1, title, cells } };
  return (await app.ask(createdSchema, "/api/notebooks", json("POST", body))).id;
}

/** A cluster's KPIs with its faults, as CSV. */
export async function simulatedCsv(rows: number, seed: number): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  await writeSimulationCsv(simulate({ rows, seed }), {
    write: (chunk) => Promise.resolve(text += decoder.decode(chunk, { stream: true })),
  });
  return text;
}
