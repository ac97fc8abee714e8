import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { dotProductsFallback, type DotProductsKernel } from "@/pipeline/learners/dot_products.ts";
import type { SupportVectorPasses } from "@/pipeline/learners/kernel_rows.ts";
import { supportVectorFallback } from "@/pipeline/learners/support_vector_fallback.ts";
import { wasmKernel } from "@/pipeline/learners/wasm_kernel.ts";
import { Random } from "@/pipeline/random.ts";

const size = 65536;

/** Asserts that `act` leaves the same bytes behind with the kernel as with its fallback. */
function assertSame<Functions>(
  make: (bytes: number) => { readonly functions: Functions; readonly buffer: ArrayBufferLike },
  fallback: (buffer: ArrayBufferLike) => Functions,
  fill: (buffer: ArrayBufferLike) => void,
  act: (functions: Functions) => void,
): void {
  const { functions, buffer } = make(size);
  const other = new SharedArrayBuffer(size);
  fill(buffer);
  new Uint8Array(other).set(new Uint8Array(buffer));
  act(functions);
  act(fallback(other));
  assert.deepEqual(new Uint8Array(other), new Uint8Array(buffer));
}

const makePasses = wasmKernel<SupportVectorPasses>(
  "support_vectors",
  ["radialRow", "polynomialRow", "stepErrors", "bestPartner"],
  supportVectorFallback,
);

const counts = fc.integer({ min: 1, max: 23 });

describe("the passes of the support vector machine in TypeScript", () => {
  it("give the kernel rows of those in WebAssembly", () => {
    const scales = fc.constantFrom(0.1, 1, 30);
    fc.assert(fc.property(counts, counts, scales, fc.nat(), (count, blocks, scale, seed) => {
      const random = new Random(seed);
      const width = 4 * blocks;
      const fill = (buffer: ArrayBufferLike): void => {
        const rows = new Float32Array(buffer, 0, (count + 3) * width);
        for (let cell = 0; cell < rows.length; cell++) rows[cell] = scale * random.normal();
      };
      assertSame(makePasses, supportVectorFallback, fill, (passes) => {
        passes.radialRow(0, 0, count, width, 50_000);
        passes.polynomialRow(0, 0, count, width, 52_000, 0.7, 3);
      });
    }));
  });

  it("find the same steps and the same partners, ties included", () => {
    fc.assert(fc.property(counts, fc.nat(), fc.boolean(), (count, seed, areCoarse) => {
      const random = new Random(seed);
      const number = (): number => areCoarse ? random.below(3) : random.normal();
      const fill = (buffer: ArrayBufferLike): void => {
        const column = (start: number) => new Float64Array(buffer, start, count);
        column(1000).forEach((_, row, errors) => errors[row] = number());
        column(2000).forEach((_, row, bars) => bars[row] = random.below(2) ? 0 : Infinity);
        column(3000).forEach((_, row, bars) => bars[row] = random.below(2) ? 0 : -Infinity);
        new Float32Array(buffer, 4000, 250).forEach((_, cell, kernel) => kernel[cell] = number());
        new Float64Array(buffer, 0, 6).set([Infinity, -1, -Infinity, 0, -1, 0]);
      };
      assertSame(makePasses, supportVectorFallback, fill, (passes) => {
        passes.stepErrors(1000, 2000, 3000, 4000, 4200, count, 0.5, 7, 0);
        passes.bestPartner(1000, 3000, 4400, 4600, count, -0.5, 1.5, 7, 24);
      });
    }));
  });
});

describe("dotProducts in TypeScript", () => {
  it("gives the products of that in WebAssembly", () => {
    const make = wasmKernel<DotProductsKernel>(
      "dot_products",
      ["dotProducts"],
      dotProductsFallback,
    );
    fc.assert(fc.property(counts, fc.nat(), (pairs, seed) => {
      const random = new Random(seed);
      const fill = (buffer: ArrayBufferLike): void => {
        new Float64Array(buffer, 0, 1000).forEach((_, cell, all) => all[cell] = random.normal());
      };
      assertSame(make, dotProductsFallback, fill, ({ dotProducts }) => {
        dotProducts(0, 6, 3200, 8, 2 * pairs, 60_000);
      });
    }));
  });
});
