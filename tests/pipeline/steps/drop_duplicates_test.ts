import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { quietContext } from "@/pipeline/run_context.ts";
import { dropDuplicates } from "@/pipeline/steps/drop_duplicates.ts";
import type { LabelledRows } from "@/pipeline/steps/row_step.ts";

function labelledRows(cells: readonly (readonly number[])[], codes: readonly number[]) {
  return {
    matrix: { names: ["a", "b"], rows: cells.length, values: Float32Array.from(cells.flat()) },
    labels: { classes: ["x", "y"], codes: Int32Array.from(codes) },
  };
}

const apply = (rows: LabelledRows) => dropDuplicates.apply(rows, {}, quietContext());

describe("drop-duplicates", () => {
  it("keeps the first of equal rows, where two holes are equal and so are both zeros", () => {
    const rows = labelledRows(
      [[1, NaN], [0, 2], [1, NaN], [-0, 2], [1, 2], [NaN, 1]],
      [0, 1, 0, 1, 0, 0],
    );
    const kept = apply(rows);
    assert.deepEqual([...kept.matrix.values], [1, NaN, 0, 2, 1, 2, NaN, 1]);
    assert.deepEqual([...kept.labels.codes], [0, 1, 0, 0]);
    assert.equal(kept.matrix.rows, 4);
  });

  it("keeps rows whose labels differ", () => {
    assert.equal(apply(labelledRows([[1, 2], [1, 2], [1, 2]], [0, 1, 0])).matrix.rows, 2);
  });

  it("keeps exactly one of each kind of row, whatever the rows", () => {
    const cell = fc.constantFrom(NaN, 0, 1, 1.5, 1e17);
    const row = fc.tuple(fc.tuple(cell, cell), fc.constantFrom(0, 1));
    fc.assert(fc.property(fc.array(row, { maxLength: 60 }), (rows) => {
      const kept = apply(labelledRows(rows.map(([cells]) => cells), rows.map(([, code]) => code)));
      const keys = Array.from(
        kept.labels.codes,
        (code, index) => `${kept.matrix.values.subarray(index * 2, index * 2 + 2)}/${code}`,
      );
      const kinds = new Set(rows.map(([cells, code]) => `${Float32Array.from(cells)}/${code}`));
      assert.deepEqual(keys, [...kinds]);
    }));
  });
});
