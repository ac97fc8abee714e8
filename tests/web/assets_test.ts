import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { dirname, join } from "node:path";
import { describe, it } from "node:test";
import { type Assets, openAssets } from "@/web/assets.ts";

const files = {
  "static/icons.svg": "<svg></svg>",
  "static/base.css": "b{}",
  "static/fonts/one.woff2": "font",
  "client/assets/client-aaa.js": "client",
  "client/assets/shared-bbb.js": "shared",
  "client/assets/Chart-ccc.js": "chart",
  "client/.vite/manifest.json": JSON.stringify({
    "client.ts": { file: "assets/client-aaa.js", isEntry: true, imports: ["_shared"] },
    "_shared": { file: "assets/shared-bbb.js", imports: ["client.ts"] },
    "islands/Chart.tsx": {
      file: "assets/Chart-ccc.js",
      imports: ["client.ts", "_shared"],
      dynamicImports: ["x"],
    },
    "islands/Other.tsx": { file: "assets/Other-ddd.js" },
  }),
};

async function withAssets(
  test: (assets: Assets, folder: string) => Promise<void>,
): Promise<void> {
  const folder = await Deno.makeTempDir({ prefix: "healer-assets-" });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const url = (name: string): URL => pathToFileURL(`${folder}/${name}/`);
  await test(await openAssets({ staticFolder: url("static"), client: url("client") }), folder);
  await Deno.remove(folder, { recursive: true });
}

const get = (assets: Assets, path: string, headers: HeadersInit = {}): Promise<Response> =>
  assets.answer(new Request(`http://localhost${path}`, { headers }));

describe("the program's own files", () => {
  it("are kept for ever under the address that carries their content's hash, and only under it", async () => {
    await withAssets(async (assets) => {
      const address = assets.url("base.css");
      assert.match(address, /^\/static\/base\.css\?v=[0-9a-f]{16}$/);
      const pinned = await get(assets, address);
      assert.equal(await pinned.text(), "b{}");
      assert.equal(pinned.headers.get("content-type"), "text/css; charset=utf-8");
      assert.equal(pinned.headers.get("cache-control"), "public, max-age=31536000, immutable");
      for (const path of ["/static/base.css", "/static/base.css?v=0123456789abcdef"]) {
        assert.equal((await get(assets, path)).headers.get("cache-control"), "no-cache");
      }
    });
  });

  it("have another address once their content is another", async () => {
    await withAssets(async (assets, folder) => {
      writeFileSync(join(folder, "static/base.css"), "c{}");
      const later = await openAssets({
        staticFolder: pathToFileURL(`${folder}/static/`),
        client: "vite",
      });
      assert.notEqual(later.url("base.css"), assets.url("base.css"));
    });
  });

  it("are not sent again to who has them", async () => {
    await withAssets(async (assets) => {
      const etag = (await get(assets, "/static/base.css")).headers.get("etag") ?? "";
      for (const tags of [etag, `"other", W/${etag}`]) {
        const response = await get(assets, "/static/base.css", { "if-none-match": tags });
        assert.equal(response.status, 304);
        assert.equal(await response.text(), "");
      }
      assert.equal((await get(assets, "/static/base.css", { "if-none-match": '"x"' })).status, 200);
    });
  });

  it("are those that were there, under their own paths: the manifest and what lies outside are not", async () => {
    await withAssets((assets) => {
      assert.ok(assets.has("/static/fonts/one.woff2") && assets.has("/assets/client-aaa.js"));
      for (
        const path of [
          "/.vite/manifest.json",
          "/assets/../.vite/manifest.json",
          "/static/../static/base.css",
          "/static/%2e%2e/base.css",
          "/static/",
          "/static/fonts",
          "/etc/passwd",
        ]
      ) assert.ok(!assets.has(path), path);
      return Promise.resolve();
    });
  });

  it("name the scripts of a page: the client's, and what its islands need, each once", async () => {
    await withAssets((assets) => {
      assert.deepEqual(assets.scripts, ["/assets/client-aaa.js"]);
      assert.deepEqual(assets.preloads(new Set(["Chart"])), [
        "/assets/client-aaa.js",
        "/assets/shared-bbb.js",
        "/assets/Chart-ccc.js",
      ]);
      assert.deepEqual(assets.preloads(new Set(["unknown"])).slice(2), []);
      return Promise.resolve();
    });
  });
});
