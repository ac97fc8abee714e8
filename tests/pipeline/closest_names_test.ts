import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { closestNames } from "@/pipeline/closest_names.ts";

describe("closestNames", () => {
  it("finds a name with a typing error, whatever its case", () => {
    const columns = ["sample_id", "feature0", "feature1", "label"];
    assert.deepEqual(closestNames("lable", columns), ["label"]);
    assert.deepEqual(closestNames("LABEL", columns), ["label"]);
    assert.deepEqual(closestNames("sampleid", columns), ["sample_id"]);
  });

  it("puts the closest first and keeps the order of equally close ones", () => {
    assert.deepEqual(closestNames("feature1", ["feature22", "feature2", "feature1", "feature3"]), [
      "feature1",
      "feature2",
      "feature3",
      "feature22",
    ]);
  });

  it("finds a name that contains what was typed, after those with few errors", () => {
    assert.deepEqual(closestNames("fault", ["fault_label", "faults", "cpu"]), [
      "faults",
      "fault_label",
    ]);
  });

  it("gives at most the limit, and nothing where nothing is close", () => {
    const columns = Array.from({ length: 100 }, (_, index) => `feature${index}`);
    assert.equal(closestNames("featureX", columns).length, 5);
    assert.equal(closestNames("featureX", columns, 2).length, 2);
    assert.deepEqual(closestNames("温度", columns), []);
    assert.deepEqual(closestNames("label", []), []);
  });

  it("counts one for a swap of neighbours and for an emoji", () => {
    assert.deepEqual(closestNames("ab", ["ba", "cd"]), ["ba"]);
    assert.deepEqual(closestNames("cpu😀", ["cpu🔥", "memory"]), ["cpu🔥"]);
  });

  it("copes with names of 10,000 characters that differ at the end only", () => {
    const long = "x".repeat(10_000);
    const columns = Array.from({ length: 50 }, (_, index) => `${long}${index}`);
    assert.equal(closestNames(`${long}7`, columns)[0], `${long}7`);
  });

  it("finds exactly the names within the tolerance of the full edit distance", () => {
    const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), minLength: 1, maxLength: 14 });
    fc.assert(
      fc.property(word, word, (name, candidate) => {
        const tolerance = Math.max(1, Math.floor(name.length * 0.4));
        const [short, long] = name.length < candidate.length
          ? [name, candidate]
          : [candidate, name];
        const isClose = fullDistance(name, candidate) <= tolerance ||
          (short.length > 2 && long.includes(short));
        assert.deepEqual(closestNames(name, [candidate]), isClose ? [candidate] : []);
      }),
      { numRuns: 2000 },
    );
  });
});

/** Optimal string alignment by the textbook: the whole table. */
function fullDistance(a: string, b: string): number {
  const table = Array.from(
    { length: a.length + 1 },
    (_, row) => Array.from({ length: b.length + 1 }, (_, column) => row === 0 ? column : row),
  );
  const at = (row: number, column: number) => table[row]?.[column] ?? Infinity;
  for (let row = 1; row <= a.length; row++) {
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      const swapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      table[row]![column] = Math.min(
        at(row - 1, column) + 1,
        at(row, column - 1) + 1,
        at(row - 1, column - 1) + (same ? 0 : 1),
        row > 1 && column > 1 && swapped ? at(row - 2, column - 2) + 1 : Infinity,
      );
    }
  }
  return at(a.length, b.length);
}
