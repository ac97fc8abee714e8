import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { typeScriptKernel } from "@/pipeline/learners/boosting_fallback.ts";
import {
  type BoostingKernel,
  featureEntry,
  splitEntry,
} from "@/pipeline/learners/boosting_kernel.ts";
import { webAssemblyKernel } from "@/pipeline/learners/boosting_wasm.ts";
import { Random } from "@/pipeline/random.ts";

const shapes = fc.record({
  seed: fc.integer(),
  rows: fc.integer({ min: 1, max: 60 }),
  valueBins: fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 9 }),
  holes: fc.constantFrom(0, 0.3, 1),
  l2: fc.constantFrom(0, 1, 1e6),
  minWeight: fc.constantFrom(1, 5e5),
});

type Shape = typeof shapes extends fc.Arbitrary<infer T> ? T : never;

/** Where the parts of the test's memory lie, in bytes. */
const places = {
  features: 64,
  total: 1024,
  split: 1088,
  rows: 2048,
  others: 4096,
  gradients: 8192,
  bins: 16384,
  columns: 24576,
  whole: 32768,
  half: 40960,
};

/** Fills a memory with random binned rows, and does a node's work on it: count, split, divide, subtract. */
function growOnce(
  memory: WebAssembly.Memory,
  kernel: BoostingKernel,
  { seed, rows, valueBins, holes, l2, minWeight }: Shape,
): { halves: number } {
  const random = new Random(seed);
  const words = new Int32Array(memory.buffer);
  const bytes = new Uint8Array(memory.buffer);
  const width = valueBins.length;
  let cells = 0, hessian = 0, gradient = 0;
  valueBins.forEach((bins, column) => {
    const entry = (places.features >> 2) + column * featureEntry.length;
    words[entry + featureEntry.column] = column;
    words[entry + featureEntry.offset] = 8 * cells;
    words[entry + featureEntry.valueBins] = bins;
    cells += bins + 1;
  });
  for (let row = 0; row < rows; row++) {
    words[(places.rows >> 2) + row] = row;
    hessian += words[(places.gradients >> 2) + 2 * row] = random.below(1e6);
    gradient += words[(places.gradients >> 2) + 2 * row + 1] = random.below(2e6) - 1e6;
    valueBins.forEach((bins, column) => {
      const isHole = random.next() < holes;
      const bin = random.below(bins);
      bytes[places.bins + row * width + column] = isHole ? bins : bin;
      bytes[places.columns + column * rows + row] = isHole ? 255 : bin;
    });
  }
  words[places.total >> 2] = hessian;
  words[(places.total >> 2) + 1] = gradient;
  kernel.clear(places.whole, 8 * cells);
  kernel.clear(places.half, 8 * cells);
  const { features, bins, gradients } = places;
  kernel.addRows(places.whole, features, width, bins, width, gradients, places.rows, rows);
  const find = (histogram: number, sibling: number): void =>
    kernel.findSplit(
      histogram,
      sibling,
      features,
      width,
      places.total,
      l2,
      minWeight,
      0,
      places.split,
    );
  find(places.whole, 0);
  const split = places.split >> 2;
  const feature = words[split + splitEntry.feature]!;
  if (feature < 0) return { halves: 0 };
  const left = kernel.partition(
    places.rows,
    rows,
    places.columns + feature * rows,
    words[split + splitEntry.bin]!,
    words[split + splitEntry.missingLeft]!,
    places.others,
  );
  kernel.addRows(places.half, features, width, bins, width, gradients, places.rows, left);
  words[places.total >> 2] = hessian - words[split + splitEntry.hessian]!;
  words[(places.total >> 2) + 1] = gradient - words[split + splitEntry.gradient]!;
  find(places.whole, places.half);
  return { halves: left };
}

describe("the boosting kernel", () => {
  it("leaves the same memory behind in WebAssembly and in TypeScript", () => {
    fc.assert(fc.property(shapes, (shape) => {
      const [known, other] = [0, 1].map(() =>
        new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true })
      );
      growOnce(known!, webAssemblyKernel(known!).functions, shape);
      growOnce(other!, typeScriptKernel(other!.buffer), shape);
      // What lies behind the divided rows is of no interest.
      for (const memory of [known!, other!]) {
        new Uint8Array(memory.buffer).fill(0, places.others, places.gradients);
      }
      assert.deepEqual(new Uint8Array(other!.buffer), new Uint8Array(known!.buffer));
    }));
  });

  it("divides the rows just as the totals of the split say", () => {
    fc.assert(fc.property(shapes, (shape) => {
      const memory = new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true });
      const words = new Int32Array(memory.buffer);
      const { halves } = growOnce(memory, webAssemblyKernel(memory).functions, shape);
      if (halves === 0) return;
      let hessian = 0;
      for (let place = halves; place < shape.rows; place++) {
        hessian += words[(places.gradients >> 2) + 2 * words[(places.rows >> 2) + place]!]!;
      }
      assert.equal(hessian, words[places.total >> 2]);
    }));
  });
});
