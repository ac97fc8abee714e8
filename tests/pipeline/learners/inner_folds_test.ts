import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { innerFolds } from "@/pipeline/learners/inner_folds.ts";
import { Random } from "@/pipeline/random.ts";

describe("innerFolds", () => {
  const codes = Int32Array.from({ length: 60 }, (_, row) => row % 2);
  const classes = ["a", "b"];

  it("spreads each class over the folds", () => {
    const { foldOf, folds } = innerFolds({ classes, codes }, 3, new Random(1));
    for (let fold = 0; fold < folds; fold++) {
      for (const code of [0, 1]) {
        const size = codes.filter((own, row) => own === code && foldOf[row] === fold).length;
        assert.equal(size, 30 / folds);
      }
    }
  });

  it("never divides a group, and has no folds where there is one group only", () => {
    const groups = codes.map((_, row) => Math.floor(row / 12));
    const { foldOf, folds } = innerFolds({ classes, codes, groups }, 3, new Random(1));
    assert.equal(folds, 3);
    for (const [row, fold] of foldOf.entries()) assert.equal(fold, foldOf[row - row % 12]);
    const single = innerFolds({ classes, codes, groups: groups.fill(7) }, 3, new Random(1));
    assert.ok(single.folds < 2);
  });
});
