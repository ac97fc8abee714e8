import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { HealerError } from "@/pipeline/problem.ts";
import { quietContext } from "@/pipeline/run_context.ts";
import { dropConstant } from "@/pipeline/steps/drop_constant.ts";
import { matrixOf } from "./reference_values.ts";

describe("drop-constant", () => {
  it("drops columns of one value, with holes or without, and empty ones", () => {
    const train = matrixOf([[1, 5, NaN, NaN, 0], [1, NaN, NaN, 2, -0], [1, 5, NaN, 3, 0]]);
    const fitted = dropConstant.fit(train, {}, quietContext());
    const { names, values } = dropConstant.apply(fitted, matrixOf([[9, 8, 7, 6, 5]]));
    assert.deepEqual(names, ["d"]);
    assert.deepEqual([...values], [6]);
  });

  it("keeps a column that varies by the last bit of 1e17", () => {
    const train = matrixOf([[1e17], [1e17 + 2 ** 34]]);
    assert.deepEqual(dropConstant.fit(train, {}, quietContext()).kept, [0]);
  });

  it("refuses rows of which no column would be left, naming at most five columns", () => {
    const train = matrixOf([[1, 2, 3, 4, 5, 6, NaN], [1, 2, 3, 4, 5, 6, NaN]]);
    assert.throws(
      () => dropConstant.fit(train, {}, quietContext()),
      (error) =>
        error instanceof HealerError && error.problem.code === "steps/all-constant" &&
        error.problem.message.en.includes('"a", "b", "c", "d", "e" and 2 more'),
    );
  });
});
