import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { plotStyle } from "@/web/plot_style.ts";
import { newNonce, withSecurityHeaders } from "@/web/security_headers.ts";
import { openTestApp } from "./test_app.ts";

describe("the headers of every answer", () => {
  it("are on pages, files, API answers, refusals and redirects alike", async () => {
    await using app = await openTestApp();
    const asked = {
      "/": { cookie: app.cookie },
      "/healthz": {},
      "/static/base.css": {},
      "/api/nowhere": { authorization: `Bearer ${app.token}` },
      "/nowhere": { cookie: app.cookie, accept: "text/html" },
      "/login": { host: "evil.example" },
      "/launch": { cookie: app.cookie },
      "/api/x": {},
    };
    for (const [path, headers] of Object.entries(asked)) {
      const response = await app.request(path, { headers });
      const expected = {
        "x-content-type-options": "nosniff",
        "x-frame-options": "DENY",
        "referrer-policy": "same-origin",
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": "same-origin",
      };
      for (const [name, value] of Object.entries(expected)) {
        assert.equal(response.headers.get(name), value, `${name} of ${path}`);
      }
      const policy = response.headers.get("content-security-policy") ?? "";
      assert.match(
        policy,
        /^default-src 'none'; script-src 'self'; style-src 'self' 'nonce-[\w+/]{22}==' 'sha256-/,
      );
      assert.match(policy, /base-uri 'none'; frame-ancestors 'none'$/);
      assert.doesNotMatch(policy, /unsafe|\*|http:/);
      assert.match(response.headers.get("permissions-policy") ?? "", /camera=\(\)/);
      const isFile = path.startsWith("/static/");
      assert.equal(response.headers.get("cache-control"), isFile ? "no-cache" : "no-store", path);
    }
  });

  it("have a nonce of their own each time, which the page's elements carry", async () => {
    await using app = await openTestApp();
    const nonces = new Set<string>();
    for (let time = 0; time < 3; time++) {
      const response = await app.request("/", { headers: { cookie: app.cookie } });
      const [, nonce = ""] =
        /'nonce-([^']+)'/.exec(response.headers.get("content-security-policy") ?? "") ?? [];
      assert.ok((await response.text()).includes(`nonce="${nonce}"`));
      nonces.add(nonce);
    }
    assert.equal(nonces.size, 3);
  });

  it("allow Vite only while it serves the islands", () => {
    const policy = (vite: boolean): string =>
      withSecurityHeaders(new Response(), { nonce: newNonce(), vite }).headers
        .get("content-security-policy") ?? "";
    assert.match(
      policy(true),
      /script-src 'self' http:\/\/localhost:5173; .*ws:\/\/localhost:5173/,
    );
    assert.doesNotMatch(policy(false), /5173/);
  });

  it("keep what the answer says itself", async () => {
    const response = withSecurityHeaders(
      new Response("x", { status: 201, headers: { "cache-control": "no-cache", etag: '"1"' } }),
      { nonce: newNonce(), vite: false },
    );
    assert.deepEqual(
      [
        response.status,
        response.headers.get("cache-control"),
        response.headers.get("etag"),
        await response.text(),
      ],
      [201, "no-cache", '"1"', "x"],
    );
  });

  it("allow the style that Observable Plot writes, as its source has it", () => {
    const source = readFileSync(new URL(import.meta.resolve("@observablehq/plot")), "utf8");
    const folder = new URL("./plot.js", import.meta.resolve("@observablehq/plot"));
    const template = /svg\.append\("style"\)\.text\(\s*`([^`]*)`/.exec(readFileSync(folder, "utf8"))
      ?.[1];
    assert.ok(source.length > 0);
    assert.equal(template?.replaceAll("${className}", "plot"), plotStyle);
  });
});
