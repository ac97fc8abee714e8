import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { describe, it } from "node:test";
import { failToServe, serve } from "../web/served.ts";
import { temporaryFolder } from "./healer.ts";

const page = { accept: "text/html" };

describe("healer serve", () => {
  it("answers those it lets in, goes on after a restart, and stops when asked", async () => {
    await using folder = await temporaryFolder();
    const first = await serve(folder.path("workspace"), ["--dev"]);
    assert.equal((await fetch(first.url)).status, 401);
    const launched = await fetch(first.launch ?? "", { headers: page });
    const cookie = launched.headers.getSetCookie()[0]?.split(";")[0] ?? "";
    assert.match(await launched.text(), /http-equiv="refresh"/);
    assert.equal((await fetch(first.url, { headers: { cookie } })).status, 200);
    await first.kill();

    const second = await serve(folder.path("workspace"), ["--dev"]);
    const port = (url: string): string => new URL(url).port;
    const moved = cookie.replace(port(first.url), port(second.url));
    assert.equal((await fetch(second.url, { headers: { cookie: moved } })).status, 200);
    assert.equal(second.token, null);
    const authorization = `Bearer ${first.token}`;
    const answer = await fetch(`${second.url}/api/notebooks`, { headers: { authorization } });
    assert.equal(answer.status, 200);
    await answer.body?.cancel();

    const stream = await fetch(`${second.url}/api/events`, { headers: { authorization } });
    assert.equal(stream.headers.get("content-type"), "text/event-stream");
    const [code, text] = await Promise.all([second.stop(), stream.text()]);
    assert.equal(code, 0);
    assert.match(text, /^retry: /);
  });

  it("decides on what a request line says, however odd it is", async () => {
    await using folder = await temporaryFolder();
    await using workbench = await serve(folder.path("workspace"), ["--dev"]);
    const { host, port } = new URL(workbench.url);
    const statusOf = async (line: string): Promise<string | undefined> => {
      const connection = await Deno.connect({ hostname: "127.0.0.1", port: Number(port) });
      const request = `GET ${line} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`;
      await connection.write(new TextEncoder().encode(request));
      return /^HTTP\/1.1 (\d+)/.exec(await new Response(connection.readable).text())?.[1];
    };
    const expected = {
      "/login": "200",
      "/login/../api/notebooks": "401",
      "/static/../api/notebooks": "401",
      "/static/%2e%2e/api/notebooks": "401",
      "/api/notebooks/../../login": "200",
      "/api/notebooks/x/../../../static/base.css": "200",
      "//login": "401",
      "http://evil.example/login": "403",
      [`http://${host}/login`]: "200",
    };
    for (const [line, status] of Object.entries(expected)) {
      assert.equal(await statusOf(line), status, line);
    }
  });

  it("does not carry the engine's native parts", {
    skip: !existsSync("/proc/self/maps") && "this system has no /proc",
  }, async () => {
    await using folder = await temporaryFolder();
    await using workbench = await serve(folder.path("workspace"), ["--dev"]);
    const headers = { authorization: `Bearer ${workbench.token}` };
    await (await fetch(`${workbench.url}/api/kinds`, { headers })).text();
    const maps = await Deno.readTextFile(`/proc/${workbench.pid}/maps`);
    assert.doesNotMatch(maps, /polars|onnxruntime/);
  });

  it("beyond this machine makes a user, whose password alone opens, and says it once", async () => {
    await using folder = await temporaryFolder();
    const args = ["--dev", "--host", "0.0.0.0", "--allow-host", "healer.example.org"];
    const first = await serve(folder.path("workspace"), args);
    assert.equal(first.launch, null);
    const signIn = async (url: string, password: string): Promise<Response> =>
      await fetch(`${url}/login`, {
        method: "POST",
        redirect: "manual",
        body: new URLSearchParams({ name: "admin", password, next: "/" }),
        headers: page,
      });
    assert.equal((await signIn(first.url, "guess")).status, 401);
    const password = first.admin?.password ?? "";
    assert.equal((await signIn(first.url, password)).status, 303);
    await first.stop();

    await using second = await serve(folder.path("workspace"), args);
    assert.equal(second.admin, null);
    assert.equal((await signIn(second.url, password)).status, 303);
  });

  it("says why it cannot start", async () => {
    await using folder = await temporaryFolder();
    await using workbench = await serve(folder.path("one"), ["--dev"]);
    const { port } = new URL(workbench.url);
    const start = (name: string, ...args: string[]) =>
      failToServe(["--dev", "--workspace", folder.path(name), ...args]);
    assert.deepEqual(await start("two", "--port", port), {
      exitCode: 1,
      code: "server/port-in-use",
    });
    assert.equal((await start("one", "--port", "0")).code, "store/in-use");
    assert.equal((await start("two", "--host", "192.0.2.1")).code, "server/cannot-listen");
    const names = await start("two", "--port", "0", "--allow-host", "http://x");
    assert.equal(names.code, "server/wrong-host-name");
    await Deno.writeTextFile(folder.path("two/keys.json"), "{");
    assert.equal((await start("two", "--port", "0")).code, "gate/broken-keys");
  });
});
