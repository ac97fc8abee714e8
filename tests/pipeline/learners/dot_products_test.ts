import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { blockRows, DotProducts } from "@/pipeline/learners/dot_products.ts";
import { Random } from "@/pipeline/random.ts";
import { assertClose } from "../steps/assert_close.ts";

describe("DotProducts", () => {
  it("multiplies every row with every row, and one row alone as among others", () => {
    const sizes = fc.integer({ min: 1, max: 20 });
    const counts = fc.integer({ min: 1, max: blockRows });
    fc.assert(fc.property(counts, sizes, sizes, fc.nat(), (count, others, width, seed) => {
      const random = new Random(seed);
      const rows = Float64Array.from({ length: count * width }, () => random.normal());
      const table = Float64Array.from({ length: others * width }, () => random.normal());
      const products = new DotProducts(table, width);
      const together = products.with(rows).slice();
      for (let row = 0; row < count; row++) {
        const own = rows.subarray(row * width, (row + 1) * width);
        const sums = Array.from(
          { length: products.stride },
          (_, other) =>
            own.reduce(
              (sum, value, column) => sum + value * (table[other * width + column] ?? 0),
              0,
            ),
        );
        const result = together.subarray(row * products.stride, (row + 1) * products.stride);
        assertClose(result, sums, 1e-12);
        assert.deepEqual(products.with(own).slice(), result.slice());
      }
    }));
  });
});
