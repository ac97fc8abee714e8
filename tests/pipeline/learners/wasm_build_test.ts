import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { compileKernel, kernelFolder, kernelNames } from "@/pipeline/wasm_build.ts";

describe("the WebAssembly kernels", () => {
  it("are there", () => {
    assert.ok(kernelNames().length > 0);
  });

  for (const name of kernelNames()) {
    it(`${name}.wasm is what its source compiles to`, async () => {
      const committed = await Deno.readFile(new URL(`${name}.wasm`, kernelFolder));
      assert.deepEqual(await compileKernel(name), committed, "run `deno task wasm`");
    });
  }
});
