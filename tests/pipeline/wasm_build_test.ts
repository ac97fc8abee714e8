import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { compileKernel, kernelFolder, kernelNames } from "@/pipeline/wasm_build.ts";

describe("compileKernel", () => {
  for (const name of kernelNames()) {
    it(`makes of ${name}.ts the bytes that lie beside it`, async () => {
      const committed = Deno.readFileSync(new URL(`${name}.wasm`, kernelFolder));
      assert.deepEqual(await compileKernel(name), committed);
    });
  }
});
