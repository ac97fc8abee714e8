import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { validationSplit } from "@/pipeline/learners/validation_split.ts";
import { Random } from "@/pipeline/random.ts";

const labelled = fc.record({
  seed: fc.nat(),
  rows: fc.array(fc.record({ code: fc.nat(3), group: fc.nat(12) }), { maxLength: 120 }),
  isGrouped: fc.boolean(),
}).map(({ seed, rows, isGrouped }) => ({
  seed,
  labels: {
    classes: ["a", "b", "c", "d"],
    codes: Int32Array.from(rows, ({ code }) => code),
    ...(isGrouped ? { groups: Int32Array.from(rows, ({ group }) => group) } : {}),
  },
}));

describe("a validation split", () => {
  it("divides the rows, keeps groups whole and leaves every class something to learn from", () => {
    fc.assert(fc.property(labelled, ({ seed, labels }) => {
      const split = validationSplit(labels, 0.2, 4, new Random(seed));
      if (split === undefined) return;
      const { train, test } = split;
      const all = [...train, ...test].sort((a, b) => a - b);
      assert.deepEqual(all, [...labels.codes.keys()]);
      assert.ok(test.length >= 4);
      const of = (numbers: Int32Array, rows: Int32Array) =>
        new Set([...rows].map((row) => numbers[row]!));
      assert.deepEqual(
        of(labels.codes, train),
        new Set(labels.codes),
      );
      if (labels.groups === undefined) return;
      assert.ok(of(labels.groups, train).isDisjointFrom(of(labels.groups, test)));
    }));
  });

  it("holds out about the share asked for, of each class", () => {
    const codes = Int32Array.from({ length: 400 }, (_, row) => row % 4 === 0 ? 1 : 0);
    const labels = { classes: ["a", "b"], codes, groups: codes.map((_, row) => row >> 2) };
    for (const each of [labels, { classes: labels.classes, codes }]) {
      const { test } = validationSplit(each, 0.1, 10, new Random(1))!;
      assert.equal(test.length, 40);
      assert.equal(test.filter((row) => codes[row] === 1).length, 10);
    }
  });

  it("is refused where too few rows could be held out, as with a single group", () => {
    const codes = Int32Array.from({ length: 60 }, (_, row) => row % 2);
    const classes = ["a", "b"];
    assert.equal(validationSplit({ classes, codes }, 0.1, 7, new Random(1)), undefined);
    const groups = new Int32Array(60);
    assert.equal(validationSplit({ classes, codes, groups }, 0.5, 1, new Random(1)), undefined);
  });
});
