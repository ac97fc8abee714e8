import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import type { DenseRows } from "@/pipeline/projection/dense_rows.ts";
import { principalComponents } from "@/pipeline/projection/principal_components.ts";
import { symmetricEigen } from "@/pipeline/projection/symmetric_eigen.ts";
import { quietContext } from "@/pipeline/run_context.ts";
import { blobs } from "./blobs.ts";

const context = quietContext();

const table = fc.record({
  rows: fc.integer({ min: 3, max: 40 }),
  width: fc.integer({ min: 1, max: 8 }),
})
  .chain(({ rows, width }) =>
    fc.array(fc.integer({ min: -1000, max: 1000 }), {
      minLength: rows * width,
      maxLength: rows * width,
    }).map((values): DenseRows => ({ rows, width, values: Float64Array.from(values) }))
  );

describe("principalComponents", () => {
  it("gives what numpy's singular value decomposition gives", () => {
    // numpy.linalg.svd of the centred rows, the signs by the largest weight.
    const values = Float64Array.from([2, 1, 0, 4, 3, 1, 6, 2, 5, 8, 9, 3, 1, 0, 7]);
    const { explained, directions, coordinates } = principalComponents(
      { rows: 5, width: 3, values },
      2,
      context,
    );
    close(explained, [0.6809727673, 0.2759587152]);
    close(directions, [
      ...[0.6028737031, 0.7806143706, -0.1648772344],
      ...[0.1945842863, 0.0565541191, 0.9792540973],
    ]);
    close(coordinates.slice(0, 4), [-2.3599437381, -3.6748067795, 0.2421551751, -2.1932758714]);
  });

  it("gives directions of unit length at right angles, whose variances fall and add up to no more than all", () => {
    fc.assert(
      fc.property(table, (rows) => {
        const { count, explained, directions, coordinates } = principalComponents(rows, 3, context);
        assert.equal(count, Math.min(3, rows.width));
        assert.ok(coordinates.every(Number.isFinite));
        for (let i = 0; i < count; i++) {
          for (let j = 0; j <= i; j++) {
            let product = 0;
            for (let column = 0; column < rows.width; column++) {
              product += directions[i * rows.width + column]! *
                directions[j * rows.width + column]!;
            }
            assert.ok(Math.abs(product - (i === j ? 1 : 0)) < 1e-9, `${i} ${j} ${product}`);
          }
          assert.ok(explained[i]! <= (explained[i - 1] ?? 1) + 1e-12);
        }
        assert.ok(explained.reduce((sum, share) => sum + share, 0) <= 1 + 1e-9);
      }),
      { numRuns: 60 },
    );
  });

  it("puts each row in the same place whatever the order of the rows", () => {
    const rows = blobs({ rows: 60, width: 12, clouds: 3 });
    const turned = { ...rows, values: rows.values.slice() };
    for (let row = 0; row < 60; row++) {
      const from = rows.values.subarray(row * 12, (row + 1) * 12);
      turned.values.set(from, (59 - row) * 12);
    }
    const one = principalComponents(rows, 2, context).coordinates;
    const other = principalComponents(turned, 2, context).coordinates;
    for (let row = 0; row < 60; row++) {
      for (const axis of [0, 1]) {
        const difference = one[2 * row + axis]! - other[2 * (59 - row) + axis]!;
        assert.ok(Math.abs(difference) < 1e-8);
      }
    }
  });

  it("finds both of two equal eigenvalues, and nothing in rows that are all equal", () => {
    const cross = Float64Array.from([1, 0, 0, -1, 0, 0, 0, 1, 0, 0, -1, 0]);
    const { explained } = principalComponents({ rows: 4, width: 3, values: cross }, 2, context);
    close(explained, [0.5, 0.5]);
    const same = principalComponents(
      { rows: 3, width: 2, values: new Float64Array(6).fill(7) },
      2,
      context,
    );
    assert.deepEqual([...same.coordinates], [0, 0, 0, 0, 0, 0]);
    assert.deepEqual(same.explained, [0, 0]);
  });
});

describe("symmetricEigen", () => {
  it("takes a matrix apart into what puts it together again", () => {
    const size = 6;
    const cells = fc.array(fc.integer({ min: -100, max: 100 }), {
      minLength: size * size,
      maxLength: size * size,
    });
    fc.assert(
      fc.property(cells, (numbers) => {
        const matrix = new Float64Array(size * size);
        for (let i = 0; i < size; i++) {
          for (let j = 0; j < size; j++) {
            matrix[i * size + j] = numbers[i * size + j]! + numbers[j * size + i]!;
          }
        }
        const { values, vectors } = symmetricEigen(matrix, size);
        for (let i = 0; i < size; i++) {
          for (let j = 0; j < size; j++) {
            let sum = 0;
            for (let k = 0; k < size; k++) {
              sum += values[k]! * vectors[k * size + i]! * vectors[k * size + j]!;
            }
            assert.ok(Math.abs(sum - matrix[i * size + j]!) < 1e-9);
          }
        }
      }),
      { numRuns: 50 },
    );
  });
});

function close(actual: ArrayLike<number>, expected: readonly number[]): void {
  assert.equal(actual.length, expected.length);
  for (const [index, value] of expected.entries()) {
    assert.ok(
      Math.abs(actual[index]! - value) < 1e-8,
      `${index}: ${actual[index]} is not ${value}`,
    );
  }
}
