import { Hono } from "hono";
import { engineVersion } from "@/pipeline/version.ts";
import type { Assets } from "./assets.ts";
import type { State } from "./define.ts";
import { fsRoutes } from "./fs_routes.ts";
import { hostOf, passGate } from "./gate.ts";
import type { Door } from "./gate/door.ts";
import type { HostList } from "./gate/hosts.ts";
import { loadIslands } from "./islands.tsx";
import { type Language, languageOf } from "./language.ts";
import { openApi } from "./openapi.ts";
import { pathOf } from "./path_of.ts";
import { problemOf, problemResponse } from "./problem_response.ts";
import { loadRoutes } from "./route_files.ts";
import { refusal } from "./refusal.ts";
import { newNonce, withSecurityHeaders } from "./security_headers.ts";
import type { Services } from "./services.ts";

/** What the server hands over with each request. */
export interface Bindings {
  readonly remoteAddress?: string;
}

/** The parts of the application. */
export interface AppOptions {
  readonly services: Services;
  readonly assets: Assets;
  readonly door: Door;
  readonly hosts: HostList;
  /** Whether Vite serves the islands. */
  readonly vite: boolean;
  /** Is told of every defect. */
  readonly report: (error: unknown) => void;
}

/** The whole application: each request passes the gate, then reaches a file or a route. */
export async function createApp(options: AppOptions): Promise<Hono<{ Bindings: Bindings }>> {
  const { services, assets, door, hosts, vite, report } = options;
  await loadIslands(new URL("../islands/", import.meta.url));
  const files = await loadRoutes<State>(new URL("../routes/", import.meta.url));
  const describe = (language: Language) => openApi(files, { version: engineVersion, language });
  const routes = fsRoutes(files, { preloads: assets.preloads, report });
  const app = new Hono<{ Bindings: Bindings }>({ getPath: pathOf });
  app.all("*", async (c) => {
    const nonce = newNonce();
    return withSecurityHeaders(await answer(c.req.raw, nonce, c.env?.remoteAddress), {
      nonce,
      vite,
    });
  });
  app.onError((error) => {
    report(error);
    return withSecurityHeaders(problemResponse(problemOf(error)), { nonce: newNonce(), vite });
  });
  return app;

  async function answer(request: Request, nonce: string, remoteAddress = ""): Promise<Response> {
    const verdict = passGate(request, { hosts, door, isAsset: assets.has });
    const state: State = {
      services,
      assets,
      door,
      host: hostOf(request),
      remoteAddress,
      session: verdict.passes ? verdict.session : undefined,
      language: languageOf(request),
      openApi: describe,
      nonce,
    };
    if (!verdict.passes) {
      return await refusal(request, verdict.problem, (page) => routes.fetch(page, state));
    }
    if (assets.has(pathOf(request))) return await assets.answer(request);
    return await routes.fetch(request, state);
  }
}
