import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { methods } from "@/web/methods.ts";
import { openPaths } from "@/web/gate.ts";
import { routePaths } from "@/web/route_files.ts";
import { routePattern } from "@/web/route_path.ts";
import { openTestApp, type TestApp } from "./test_app.ts";

const routesFolder = new URL("../../routes/", import.meta.url);
const upgrade = { upgrade: "websocket", connection: "Upgrade", "sec-websocket-version": "13" };

/** An address for every file in `routes/`, as it is on the disk: a route that comes later is in it. */
const paths = [...routePaths(routesFolder)]
  .filter((file) => !/(^|\/)_[^/]*$/.test(file))
  .map((file) => routePattern(file).replace(/:\w+(\{\.\+\})?/g, "1"))
  .sort();

/** Sends each method to each path, and the two things that are no plain requests. */
async function* askEverything(
  app: TestApp,
  only: readonly string[],
  headers: Record<string, string>,
): AsyncGenerator<{ what: string; response: Response }> {
  for (const path of only) {
    for (const method of [...methods, "HEAD", "OPTIONS", "PROPFIND"]) {
      const response = await app.request(path, { method, headers });
      yield { what: `${method} ${path}`, response };
    }
    const asStream = { ...headers, accept: "text/event-stream" };
    yield { what: `stream ${path}`, response: await app.request(path, { headers: asStream }) };
    const asUpgrade = { ...headers, ...upgrade };
    yield { what: `upgrade ${path}`, response: await app.request(path, { headers: asUpgrade }) };
  }
}

async function assertAll(
  asked: AsyncGenerator<{ what: string; response: Response }>,
  status: number,
  code: string,
): Promise<void> {
  let count = 0;
  for await (const { what, response } of asked) {
    assert.equal(response.status, status, what);
    const body = await response.text();
    if (!what.startsWith("HEAD")) assert.equal(JSON.parse(body).error.code, code, what);
    count++;
  }
  assert.ok(count > 0);
}

describe("every route and method", () => {
  const closed = paths.filter((path) => !openPaths.has(path));

  it("is known to the walk, the ways in among them", () => {
    assert.deepEqual(paths.filter((path) => openPaths.has(path)), [
      "/healthz",
      "/launch",
      "/login",
    ]);
    assert.ok(closed.includes("/"));
  });

  it("is refused without session and token", async () => {
    await using app = await openTestApp();
    const unknown = ["/nowhere", "/api/nowhere", "/healthz/", "//healthz", "/static/../api/x"];
    await assertAll(askEverything(app, [...closed, ...unknown], {}), 401, "gate/no-session");
  });

  it("is refused with a token or a session that is not this server's", async () => {
    await using app = await openTestApp();
    const cookie = "healer-8000=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    await assertAll(askEverything(app, closed, { cookie }), 401, "gate/no-session");
    const api = [...closed.filter((path) => path.startsWith("/api/")), "/api/nowhere"];
    const authorization = "Bearer healer_wrong";
    await assertAll(askEverything(app, api, { authorization }), 401, "gate/wrong-token");
  });

  it("is refused with a foreign Host, session or not", async () => {
    await using app = await openTestApp();
    for (
      const host of [
        "evil.example",
        "evil.example:8000",
        "localhost:9000",
        "localhost.evil.example:8000",
      ]
    ) {
      const asked = askEverything(app, paths, { host, cookie: app.cookie });
      await assertAll(asked, 403, "gate/foreign-host");
    }
  });

  it("is refused with a foreign Origin, session or not", async () => {
    await using app = await openTestApp();
    const origins = [
      "https://evil.example",
      "http://localhost:9000",
      "http://localhost",
      "null",
      "http://localhost:8000.evil.example",
      "file://",
    ];
    for (const origin of origins) {
      const asked = askEverything(app, paths, { origin, cookie: app.cookie });
      await assertAll(asked, 403, "gate/foreign-origin");
    }
  });

  it("is refused when the browser says that another site's page asks for it", async () => {
    await using app = await openTestApp();
    for (const site of ["cross-site", "same-site", "something-new"]) {
      const headers = {
        "sec-fetch-site": site,
        "sec-fetch-mode": "cors",
        "sec-fetch-dest": "empty",
      };
      const asked = askEverything(app, paths, { ...headers, cookie: app.cookie });
      await assertAll(asked, 403, "gate/foreign-origin");
    }
  });
});
