import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { fsRoutes } from "@/web/fs_routes.ts";
import { loadRoutes } from "@/web/route_files.ts";
import { byPattern, filesAbove, routePattern } from "@/web/route_path.ts";
import type { FixtureState } from "./fixture_define.ts";

const folder = new URL("./fixture_routes/", import.meta.url);
const page = { accept: "text/html" };

async function ask(
  path: string,
  init: RequestInit = {},
): Promise<Response & { defects: unknown[] }> {
  const defects: unknown[] = [];
  const files = await loadRoutes<FixtureState>(folder);
  const routes = fsRoutes(files, { preloads: () => [], report: (error) => defects.push(error) });
  const response = await routes.fetch(new Request(`http://localhost${path}`, init), { trail: [] });
  return Object.assign(response, { defects });
}

async function heading(response: Response): Promise<string> {
  return /<h1>(.*?)<\/h1>/.exec(await response.text())?.[1]?.replaceAll(/<!-- -->/g, "") ?? "";
}

describe("routePattern", () => {
  it("makes a path of a file's name", () => {
    const patterns = {
      "index.tsx": "/",
      "about.tsx": "/about",
      "(group)/about.tsx": "/about",
      "notebooks/index.tsx": "/notebooks",
      "notebooks/[id].tsx": "/notebooks/:id",
      "notebooks/[id]/cells/[cell].ts": "/notebooks/:id/cells/:cell",
      "files/[...path].ts": "/files/:path{.+}",
    };
    for (const [file, pattern] of Object.entries(patterns)) {
      assert.equal(routePattern(file), pattern);
    }
  });
});

describe("byPattern", () => {
  it("puts what is fixed before what is not, segment by segment", () => {
    const sorted = [
      "/",
      "/a",
      "/a/b",
      "/a/:id",
      "/a/:id/b",
      "/a/:rest{.+}",
      "/:id",
      "/:id/b",
      "/:rest{.+}",
    ];
    for (let turn = 0; turn < sorted.length; turn++) {
      const turned = [...sorted.slice(turn), ...sorted.slice(0, turn)];
      assert.deepEqual(turned.sort(byPattern), sorted);
    }
  });
});

describe("filesAbove", () => {
  it("lists the files of a name that apply, outermost first", () => {
    assert.deepEqual(filesAbove("a/b/c.tsx", "_layout.tsx"), [
      "_layout.tsx",
      "a/_layout.tsx",
      "a/b/_layout.tsx",
    ]);
    assert.deepEqual(filesAbove("index.tsx", "_app.tsx"), ["_app.tsx"]);
  });
});

describe("routes by files", () => {
  it("give a page the data of its handler, inside _app", async () => {
    const response = await ask("/?name=you");
    assert.equal(response.status, 200);
    assert.equal(response.headers.get("content-type"), "text/html; charset=utf-8");
    assert.equal(
      await response.text(),
      '<!doctype html><html><body data-path="/"><h1>Hello YOU</h1></body></html>',
    );
  });

  it("take what the handler says of status and headers, and the layout of the folder", async () => {
    const response = await ask("/things/7");
    assert.equal(response.status, 203);
    assert.equal(response.headers.get("x-kind"), "thing");
    assert.match(await response.text(), /<body[^>]*><section><h1>thing 7<\/h1><\/section><\/body>/);
  });

  it("prefer the more specific file and leave groups out of the path", async () => {
    assert.equal(await heading(await ask("/things/new")), "new thing");
    assert.equal(await heading(await ask("/things/7/parts/8")), "rest 7/parts/8");
    assert.equal(await heading(await ask("/about")), "about");
    assert.equal((await ask("/group/about", { headers: page })).status, 404);
  });

  it("decode what stands in brackets", async () => {
    assert.equal(await heading(await ask("/things/a%20%E4%B8%AD%3Cb%3E%2F")), "thing a 中&lt;b>/");
  });

  it("run every middleware above, outermost first", async () => {
    const response = await ask("/things/7");
    assert.equal(
      response.headers.get("x-trail"),
      "root before, things before, handler, things after, root after",
    );
    const stopped = await ask("/things/7?stop");
    assert.equal(stopped.status, 418);
    assert.equal(stopped.headers.get("x-trail"), "root before, things before, root after");
    assert.equal((await ask("/about")).headers.get("x-trail"), "root before, root after");
  });

  it("answer HEAD as GET without a body, and OPTIONS with what is allowed", async () => {
    const head = await ask("/?name=you", { method: "HEAD" });
    assert.equal(head.status, 200);
    assert.equal(await head.text(), "");
    const options = await ask("/", { method: "OPTIONS" });
    assert.equal(options.status, 204);
    assert.equal(options.headers.get("allow"), "GET, POST, HEAD, OPTIONS");
  });

  it("refuse other methods and say which they take", async () => {
    for (
      const [path, method, allow] of [
        ["/about", "POST", "GET, HEAD, OPTIONS"],
        ["/api/items", "POST", "GET, PUT, PATCH, DELETE, HEAD, OPTIONS"],
        ["/", "PROPFIND", "GET, POST, HEAD, OPTIONS"],
      ] as const
    ) {
      const response = await ask(path, { method });
      assert.equal(response.status, 405);
      assert.equal(response.headers.get("allow"), allow);
      assert.equal((await response.json()).error.code, "request/method-not-allowed");
    }
  });

  it("redirect", async () => {
    const response = await ask("/", { method: "POST" });
    assert.equal(response.status, 303);
    assert.equal(response.headers.get("location"), "/?name=posted");
  });

  it("show people the 404 page and tell programs the problem", async () => {
    const response = await ask("/nowhere/at/all", { headers: page });
    assert.equal(response.status, 404);
    assert.equal(await heading(response), "no /nowhere/at/all");
    assert.equal((await (await ask("/nowhere")).json()).error.code, "request/no-such-page");
    const api = await ask("/api/nowhere", { headers: page });
    assert.equal((await api.json()).error.code, "request/no-such-page");
  });

  it("show the nearest error page, report the defect and tell none of it", async () => {
    const response = await ask("/things/broken", { headers: page });
    assert.equal(response.status, 500);
    assert.equal(await heading(response), "things failed");
    assert.equal(response.headers.get("x-trail"), null);
    assert.equal(response.defects.length, 1);
    const api = await ask("/api/items", { method: "PATCH" });
    assert.equal(api.status, 500);
    const text = await api.text();
    assert.match(text, /server\/defect/);
    assert.doesNotMatch(text, /secret|Error|\.ts/);
  });

  it("answer a problem with the status that fits it, and report nothing", async () => {
    const response = await ask("/api/items", { method: "DELETE" });
    assert.equal(response.status, 401);
    assert.equal((await response.json()).error.code, "gate/wrong-password");
    assert.deepEqual(response.defects, []);
  });
});

describe("reading a request", () => {
  const put = (body: BodyInit): Promise<Response> => ask("/api/items", { method: "PUT", body });
  const problem = async (response: Response) => (await response.json()).error;

  it("gives what the schema says", async () => {
    assert.deepEqual(await (await put('{"name":"a"}')).json(), { name: "a" });
    assert.deepEqual(await (await ask("/api/items?limit=5")).json(), { limit: 5 });
  });

  it("names the field that is wrong", async () => {
    const { code, place, message } = await problem(await put('{"name":7}'));
    assert.deepEqual({ code, place }, { code: "request/wrong-field", place: { param: "name" } });
    assert.equal(message.en, 'Cannot use the request: "name" must be a text.');
    assert.equal((await problem(await ask("/api/items?limit=0"))).place.param, "limit");
    assert.equal((await problem(await ask("/api/items"))).place.param, "limit");
  });

  it("says what is no JSON", async () => {
    const response = await put("{name}");
    assert.equal(response.status, 400);
    assert.equal((await problem(response)).code, "request/not-json");
  });

  it("stops at the route's limit, whether the length is told or not", async () => {
    const long = JSON.stringify({ name: "x".repeat(100) });
    const stream = new ReadableStream({
      start: (controller) => {
        for (const character of long) controller.enqueue(new TextEncoder().encode(character));
        controller.close();
      },
    });
    const told = await ask("/api/items", {
      method: "PUT",
      body: long,
      headers: { "content-length": String(long.length) },
    });
    for (const response of [told, await put(stream)]) {
      assert.equal(response.status, 413);
      assert.equal((await problem(response)).code, "request/too-large");
    }
    const short = '{"name":"a"}';
    const headers = { "content-length": String(short.length) };
    assert.equal((await ask("/api/items", { method: "PUT", body: short, headers })).status, 200);
  });
});

describe("loadRoutes", () => {
  it("names a file whose exports do not fit its place", async () => {
    const cases = {
      "nothing.ts": ["export const other = 1;", /nothing\.ts: it has neither/],
      "handler.ts": ["export const handler = { GRAB: () => null };", /handler\.ts: "handler"/],
      "config.ts": [
        "export const handler = {}; export const config = { body: 1 };",
        /config\.ts: "config"/,
      ],
    } as const;
    for (const [name, [source, expected]] of Object.entries(cases)) {
      const path = await Deno.makeTempDir({ prefix: "healer-routes-" });
      await Deno.writeTextFile(`${path}/${name}`, source);
      await assert.rejects(loadRoutes(new URL(`file://${path}/`)), expected);
      await Deno.remove(path, { recursive: true });
    }
  });
});
