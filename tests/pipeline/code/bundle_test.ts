import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { bundleFile, bundleSandbox } from "@/pipeline/code/bundle_build.ts";

describe("bundleSandbox", () => {
  it("makes of the sources the file that lies beside them", async () => {
    const isSame = await bundleSandbox() === Deno.readTextFileSync(bundleFile);
    assert(isSame, "Run `deno task sandbox`: the sandbox has changed.");
  });

  it("keeps the licences of the packages, and needs nothing but what the runtime brings", () => {
    const text = Deno.readTextFileSync(bundleFile);
    for (const name of ["arquero", "@uwdata/flechette", "acorn", "zod"]) {
      assert.match(text, new RegExp(`^${name}\n\n.*licen[cs]e`, "im"));
    }
    const imports = text.matchAll(/^import [^\n]* from "([^"]+)";$/gm);
    assert.deepEqual(
      Array.from(imports, ([, name]) => name).filter((name) => !name?.startsWith("node:")),
      [],
    );
  });
});
