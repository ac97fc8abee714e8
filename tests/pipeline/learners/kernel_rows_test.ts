import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { sortByClass } from "@/pipeline/learners/class_order.ts";
import type { Kernel } from "@/pipeline/learners/kernel.ts";
import { kernelInput, KernelRows } from "@/pipeline/learners/kernel_rows.ts";
import { Random } from "@/pipeline/random.ts";

const kernels: readonly Kernel[] = [
  { kind: "rbf", gamma: 0.07 },
  { kind: "linear", gamma: 0.3 },
  { kind: "polynomial", gamma: 0.2, constant: 1, degree: 3 },
];

function valueOf(kernel: Kernel, a: Float64Array, b: Float64Array): number {
  const product = a.reduce((sum, value, column) => sum + value * b[column]!, 0);
  const distance = a.reduce((sum, value, column) => sum + (value - b[column]!) ** 2, 0);
  switch (kernel.kind) {
    case "rbf":
      return Math.exp(-kernel.gamma * distance);
    case "linear":
      return kernel.gamma * product;
    case "polynomial":
      return (kernel.gamma * product + kernel.constant) ** kernel.degree;
  }
}

/** Random rows of three classes. */
function randomInput(kernel: Kernel, rows: number, width: number, seed: number) {
  const random = new Random(seed);
  const values = Float64Array.from({ length: rows * width }, () => 2 * random.normal());
  const codes = Int32Array.from({ length: rows }, () => random.below(3));
  const order = sortByClass({ classes: ["a", "b", "c"], codes });
  return { values, order, input: kernelInput(kernel, values, width, order) };
}

describe("KernelRows", () => {
  for (const kernel of kernels) {
    it(`holds the ${kernel.kind} kernel of any two rows as float32 allows`, () => {
      const sizes = fc.integer({ min: 1, max: 30 });
      fc.assert(fc.property(sizes, sizes, fc.nat(), (rows, width, seed) => {
        const { values, order, input } = randomInput(kernel, rows, width, seed);
        const table = new KernelRows(input);
        const rowAt = (position: number): Float64Array => {
          const row = order.order[position]!;
          return values.subarray(row * width, (row + 1) * width);
        };
        for (let row = 0; row < rows; row++) {
          for (let code = 0; code < 3; code++) {
            const pointer = table.pointerTo(row, code);
            for (let other = order.starts[code]!; other < order.starts[code + 1]!; other++) {
              const actual = table.valueAt(pointer, other - order.starts[code]!);
              const expected = valueOf(kernel, rowAt(row), rowAt(other));
              const allowed = 2e-5 * Math.max(1, Math.abs(expected));
              assert.ok(Math.abs(actual - expected) <= allowed, `${actual}, ${expected} expected`);
              if (row === other) assert.equal(table.diagonal[row], Math.fround(actual));
            }
          }
        }
      }));
    });
  }

  it("gives the same values where only few rows can be kept", () => {
    const { order, input } = randomInput(kernels[0]!, 50, 7, 1);
    const roomy = new KernelRows(input);
    const cramped = new KernelRows(input, 4 * 50 * 4);
    const random = new Random(2);
    for (let visit = 0; visit < 500; visit++) {
      const row = random.below(50), code = random.below(3);
      const ours = cramped.pointerTo(row, code), theirs = roomy.pointerTo(row, code);
      for (let other = 0; other < order.starts[code + 1]! - order.starts[code]!; other++) {
        assert.equal(cramped.valueAt(ours, other), roomy.valueAt(theirs, other));
      }
    }
  });
});
