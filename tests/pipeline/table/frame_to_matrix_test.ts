import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import pl from "nodejs-polars";
import {
  numberColumns,
  overflowNotices,
  toColumns,
  toFeatureMatrix,
} from "@/pipeline/table/frame_to_matrix.ts";
import { columnOf } from "@/pipeline/table/feature_matrix.ts";
import { type Cells, frameOf, problemOf } from "./frames.ts";

const cell = fc.oneof(
  fc.constant(null),
  fc.double(),
  fc.constantFrom(0, -0, 1e17, -1.7e17, 2 ** 24 + 1, 3.5e38, -1e300, 3.4028235e38, 1e-46, Infinity),
);

const table = fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 0, max: 30 }))
  .chain(([rows, width]) =>
    fc.array(
      fc.oneof(
        fc.array(cell, { minLength: rows, maxLength: rows }),
        cell.map((value) => Array.from({ length: rows }, () => value)),
        fc.array(fc.option(fc.boolean()), { minLength: rows, maxLength: rows }),
      ),
      { minLength: width, maxLength: width },
    )
  );

/** What a cell is in float32, NaN = missing. */
function rounded(value: Cells[number]): number {
  const number = value === null ? NaN : Math.fround(Number(value));
  return Math.abs(number) === Infinity ? NaN : number;
}

function frameOfColumns(columns: readonly Cells[]): pl.DataFrame {
  return frameOf(...columns.map((cells, index) => [`column ${index}`, cells] as const));
}

describe("toFeatureMatrix", () => {
  it("keeps every cell of any frame, rounded to float32, and counts what overflows", () => {
    fc.assert(
      fc.property(table, (columns) => {
        const frame = frameOfColumns(columns);
        const { matrix, overflowed, overflowCount } = toFeatureMatrix(frame, frame.columns);
        assert.deepEqual(matrix.names, frame.columns);
        assert.equal(matrix.rows, frame.height);
        assert.equal(matrix.values.length, frame.height * columns.length);
        const lost: { row: number; column: string }[] = [];
        columns.forEach((cells, column) => {
          cells.forEach((value, row) => {
            const got = matrix.values[row * columns.length + column];
            assert.ok(Object.is(got, rounded(value)), `${value} became ${got}`);
            const overflows = typeof value === "number" &&
              Math.abs(Math.fround(value)) === Infinity;
            if (overflows) lost.push({ row, column: `column ${column}` });
          });
        });
        assert.equal(overflowCount, lost.length);
        assert.deepEqual(overflowed, lost.slice(0, 5));
      }),
      { numRuns: 60 },
    );
  });

  it("takes the named columns in the named order", () => {
    const frame = frameOf(["a", [1, 2]], ["b", ["x", "y"]], ["c", [true, null]]);
    const { matrix } = toFeatureMatrix(frame, ["c", "a"]);
    assert.deepEqual(matrix, {
      names: ["c", "a"],
      rows: 2,
      values: Float32Array.of(1, 1, NaN, 2),
    });
  });

  it("works for one row, no row and no column", () => {
    assert.deepEqual(toFeatureMatrix(frameOf(["a", [7]]), ["a"]).matrix.values, Float32Array.of(7));
    const empty = toFeatureMatrix(frameOf(["a", []]), ["a"]).matrix;
    assert.deepEqual(empty, { names: ["a"], rows: 0, values: new Float32Array() });
    const narrow = toFeatureMatrix(frameOf(["a", [1, 2, 3]]), []).matrix;
    assert.deepEqual(narrow, { names: [], rows: 3, values: new Float32Array() });
    assert.equal(toFeatureMatrix(pl.DataFrame([]), []).matrix.rows, 0);
  });

  it("works for columns of any name", () => {
    const names = [
      ..."__proto__ constructor toString * ^a.*$ 0 😀 👩‍👩‍👧 温度".split(" "),
      "",
      " ",
      "\t\n",
      '"',
      "a,b",
      "x".repeat(10_000),
      "x".repeat(10_001),
    ];
    const frame = frameOf(...names.map((name, index) => [name, [index, null]] as const));
    const { matrix } = toFeatureMatrix(frame, names);
    assert.deepEqual(matrix.names, names);
    assert.deepEqual([...matrix.values.subarray(0, names.length)], names.map((_, index) => index));
    for (const [index, name] of names.entries()) {
      assert.deepEqual(toColumns(frame, [name]), [Float32Array.of(index, NaN)]);
    }
    assert.deepEqual(frame.columns, names);
  });

  it("works for thousands of columns", () => {
    const width = 3000;
    const frame = frameOfColumns(Array.from({ length: width }, (_, index) => [index, -index]));
    const { values } = toFeatureMatrix(frame, frame.columns).matrix;
    assert.ok(values.every((value, at) => value === (at < width ? at : width - at)));
  });

  it("works for columns too long to be converted together", () => {
    const rows = 2 ** 21;
    const columns = [1, 2, 3].map((factor) =>
      pl.Series(`${factor}`, Float64Array.from({ length: rows }, (_, row) => factor * row))
    );
    const { values } = toFeatureMatrix(pl.DataFrame(columns), ["3", "1", "2"]).matrix;
    for (const row of [0, 1, rows - 1]) {
      assert.deepEqual(
        values.slice(3 * row, 3 * row + 3),
        Float32Array.of(3 * row, row, 2 * row),
      );
    }
  });

  it("reads a frame that is a slice of several pieces", () => {
    const pieces = [frameOf(["a", [1, null, 3]]), frameOf(["a", [4, 5]])];
    const frame = pl.concat(pieces, { how: "vertical", rechunk: false }).slice(1, 3);
    assert.deepEqual(toColumns(frame, ["a"]), [Float32Array.of(NaN, 3, 4)]);
  });

  it("refuses text and says what to do", () => {
    const frame = frameOf(["a", [1]], ["host", ["db-1"]]);
    const problem = problemOf(() => toFeatureMatrix(frame, ["a", "host"]));
    assert.equal(problem.code, "role/not-numeric");
    assert.match(problem.message, /^Cannot use the column "host" as a feature: it holds text\.$/);
  });

  it("names close columns where one is absent", () => {
    const frame = frameOf(["cpu_user", [1]], ["cpu_system", [1]]);
    const problem = problemOf(() => toFeatureMatrix(frame, ["cpu_usr"]));
    assert.deepEqual([problem.code, problem.hint], [
      "role/absent-column",
      'Did you mean "cpu_user"?',
    ]);
  });
});

describe("overflowNotices", () => {
  it("says how many cells were lost and where the first one is", () => {
    const frame = frameOf(["a", [1, 1e300]], ["b", [-1e39, 2]]);
    const notices = overflowNotices(toFeatureMatrix(frame, ["a", "b"]));
    assert.equal(
      notices[0]?.message.en,
      '2 cells are infinite or beyond ±3.4e38, the first in row 2 of column "a"; they count as missing.',
    );
    assert.deepEqual(overflowNotices(toFeatureMatrix(frame, [])), []);
  });
});

describe("toColumns", () => {
  it("gives the columns of the matrix", () => {
    fc.assert(
      fc.property(table, (columns) => {
        const frame = frameOfColumns(columns);
        const { matrix } = toFeatureMatrix(frame, frame.columns);
        assert.deepEqual(
          toColumns(frame, frame.columns),
          columns.map((_, index) => columnOf(matrix, index)),
        );
      }),
      { numRuns: 30 },
    );
  });
});

describe("numberColumns", () => {
  it("keeps float64 and infinite values", () => {
    const frame = frameOf(["a", [0.1, null, Infinity]], ["b", [false, true, null]]);
    assert.deepEqual([...numberColumns(frame, ["b", "a"])], [
      Float64Array.of(0, 1, NaN),
      Float64Array.of(0.1, NaN, Infinity),
    ]);
  });
});
