import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, it } from "node:test";
import { pathToFileURL } from "node:url";
import { installImportMap } from "@/pipeline/kernel/install_import_map.ts";

describe("installImportMap", () => {
  it("leads every import of the engine to a file that is there", async () => {
    const { imports } = await installImportMap();
    for (const name of ["zod", "zod/mini", "nodejs-polars", "onnxruntime-node", "chardet"]) {
      assert((await Deno.stat(new URL(imports[name] ?? ""))).isFile, name);
    }
    assert.equal(imports["@/"], new URL("../../../", import.meta.url).href);
    assert(Object.values(imports).every((url) => url.startsWith("file:///")));
  });

  it("follows exports, main and sub-paths as Node does, and leaves out what is not installed", async () => {
    const root = mkdtempSync(join(tmpdir(), "map-"));
    const files: Record<string, unknown> = {
      "deno.json": {
        imports: {
          "@/": "./",
          exported: "npm:exported@1.0.0",
          plain: "npm:plain@^1",
          scoped: "npm:@a/scoped@1.0.0",
          sub: "npm:plain@1.0.0/deep/file.js",
          part: "npm:exported@1.0.0/part",
          absent: "npm:absent@1.0.0",
        },
      },
      "node_modules/exported/package.json": {
        main: "wrong.js",
        exports: {
          ".": { types: "./x.d.ts", import: { default: "./es.js" }, require: "./c.cjs" },
          "./part": { import: "./parts/part.js" },
        },
      },
      "node_modules/exported/es.js": 1,
      "node_modules/plain/package.json": { main: "lib/main" },
      "node_modules/exported/parts/part.js": 1,
      "node_modules/plain/lib/main.js": 1,
      "node_modules/plain/deep/file.js": 1,
      "node_modules/@a/scoped/package.json": {},
      "node_modules/@a/scoped/index.js": 1,
    };
    try {
      for (const [path, content] of Object.entries(files)) {
        mkdirSync(dirname(join(root, path)), { recursive: true });
        writeFileSync(join(root, path), JSON.stringify(content));
      }
      const url = (path: string) => pathToFileURL(join(root, path)).href;
      assert.deepEqual((await installImportMap(root)).imports, {
        "@/": `${pathToFileURL(root).href}/`,
        exported: url("node_modules/exported/es.js"),
        plain: url("node_modules/plain/lib/main.js"),
        scoped: url("node_modules/@a/scoped/index.js"),
        sub: url("node_modules/plain/deep/file.js"),
        part: url("node_modules/exported/parts/part.js"),
      });
    } finally {
      rmSync(root, { recursive: true });
    }
  });
});
