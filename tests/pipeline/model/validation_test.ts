import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { foldOptionsOf } from "@/pipeline/model/validation.ts";
import { HealerError } from "@/pipeline/problem.ts";

const groups = ["a", "b"];
const times = Float64Array.of(1, 2);

describe("foldOptionsOf", () => {
  it("keeps groups together where there are any, unless asked not to", () => {
    const both = { groups, times };
    assert.deepEqual(foldOptionsOf(both, { folds: 3 }), { folds: 3, groups });
    assert.deepEqual(foldOptionsOf(both, { folds: 3, validation: "group" }), { folds: 3, groups });
    assert.deepEqual(foldOptionsOf(both, { folds: 3, validation: "stratified" }), { folds: 3 });
    assert.deepEqual(
      foldOptionsOf(both, { folds: 3, validation: "time" }),
      { folds: 3, groups, times },
    );
    assert.deepEqual(foldOptionsOf({ groups: null, times }, { folds: 2 }), { folds: 2 });
  });

  it("says which column is missing", () => {
    for (const validation of ["group", "time"] as const) {
      assert.throws(
        () => foldOptionsOf({ groups: null, times: null }, { folds: 3, validation }),
        (error) =>
          error instanceof HealerError &&
          error.problem.code === "model/no-column-to-validate-by" &&
          error.message.includes(validation),
      );
    }
  });
});
