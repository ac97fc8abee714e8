import { openWorkspace } from "@/store/workspace.ts";
import { createApp } from "@/web/app.ts";
import { openAssets } from "@/web/assets.ts";
import { cookieName, Door } from "@/web/gate/door.ts";
import { hostList } from "@/web/gate/hosts.ts";
import { memoryKeys } from "@/web/gate/keys.ts";
import { openServices } from "@/web/services.ts";

/** The Host that requests of tests name. */
export const testHost = "localhost:8000";

/** The whole application over a workspace of its own, without a socket. */
export interface TestApp extends AsyncDisposable {
  readonly door: Door;
  /** The API token. */
  readonly token: string;
  /** The Cookie header of a session. */
  readonly cookie: string;
  /** What the application reported as defects. */
  readonly defects: unknown[];
  /** Sends a request; the Host is the server's own unless `headers` name one. */
  request(path: string, init?: RequestInit): Promise<Response>;
}

/** @param now the time that sessions, launch links and attempts go by, in milliseconds */
export async function openTestApp({ now }: { now?: () => number } = {}): Promise<TestApp> {
  const folder = await Deno.makeTempDir({ prefix: "healer-web-" });
  const workspace = await openWorkspace(folder);
  const closing = new AbortController();
  const services = openServices(workspace, closing.signal);
  const door = new Door(memoryKeys(), now);
  const defects: unknown[] = [];
  const app = await createApp({
    services,
    door,
    assets: await openAssets({
      staticFolder: new URL("../../static/", import.meta.url),
      client: "vite",
    }),
    hosts: hostList({ port: 8000, address: "127.0.0.1", names: [], machineAddresses: [] }),
    vite: false,
    report: (error) => defects.push(error),
  });
  const token = await door.newToken({ replace: true });
  const secret = await door.enterByToken(token ?? "", "test");
  return {
    door,
    token: token ?? "",
    cookie: `${cookieName(testHost)}=${secret}`,
    defects,
    request: async (path, init = {}) => {
      const headers = new Headers(init.headers);
      if (!headers.has("host")) headers.set("host", testHost);
      const request = new Request(`http://${testHost}${path}`, {
        redirect: "manual",
        ...init,
        headers,
      });
      return await app.request(request, undefined, { remoteAddress: "192.0.2.1" });
    },
    [Symbol.asyncDispose]: async () => {
      closing.abort();
      await services[Symbol.asyncDispose]();
      await workspace[Symbol.asyncDispose]();
      await Deno.remove(folder, { recursive: true });
    },
  };
}
