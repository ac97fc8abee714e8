import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { readLabels } from "@/pipeline/table/labels.ts";
import { type Cells, frameOf, problemOf } from "./frames.ts";

function labelsOf(cells: Cells, classes?: readonly string[]): ReturnType<typeof readLabels> {
  return readLabels(frameOf(["fault", cells]), "fault", classes);
}

describe("readLabels", () => {
  it("writes whole numbers without a fraction, in ascending order", () => {
    const { labels, unlabelled } = labelsOf([10, 2, null, 0, 2]);
    assert.deepEqual(labels, {
      classes: ["0", "2", "10"],
      codes: Int32Array.of(2, 1, -1, 0, 1),
    });
    assert.deepEqual(unlabelled, Int32Array.of(2));
  });

  it("orders texts by number where all are numbers, else by code point", () => {
    assert.deepEqual(labelsOf(["10", "9", "-1.5"]).labels.classes, ["-1.5", "9", "10"]);
    assert.deepEqual(labelsOf(["10", "9", "x"]).labels.classes, ["10", "9", "x"]);
    assert.deepEqual(labelsOf(["😀", "～", "z", "Z"]).labels.classes, ["Z", "z", "～", "😀"]);
    assert.deepEqual(labelsOf(["1", "01"]).labels.classes, ["01", "1"]);
  });

  it("reads booleans", () => {
    const { labels } = labelsOf([true, false, null]);
    assert.deepEqual(labels, { classes: ["false", "true"], codes: Int32Array.of(1, 0, -1) });
  });

  it("takes empty and blank texts for no label, and keeps odd names", () => {
    const { labels, unlabelled } = labelsOf(["__proto__", "", "  ", "constructor"]);
    assert.deepEqual(labels.classes, ["__proto__", "constructor"]);
    assert.deepEqual(unlabelled, Int32Array.of(1, 2));
  });

  it("gives every row the class that its cell names", () => {
    const cells = fc.array(
      fc.option(fc.string({ unit: "grapheme", minLength: 1, maxLength: 3 })),
      { minLength: 1, maxLength: 10 },
    );
    fc.assert(fc.property(cells, (names) => {
      const blank = names.map((name) => name === null || name.trim() === "");
      fc.pre(new Set(names.filter((_, row) => !blank[row])).size > 1);
      const { labels, unlabelled } = labelsOf(names);
      names.forEach((name, row) => {
        const code = labels.codes[row] ?? NaN;
        assert.equal(code === -1 ? undefined : labels.classes[code], blank[row] ? undefined : name);
        assert.equal(unlabelled.includes(row), blank[row]);
      });
    }));
  });

  it("codes by the classes of a model, even where the rows have one class only", () => {
    const { labels } = labelsOf(["b", "b", null], ["a", "b"]);
    assert.deepEqual(labels, { classes: ["a", "b"], codes: Int32Array.of(1, 1, -1) });
  });

  it("matches a model's classes written as text with numbers and booleans", () => {
    assert.deepEqual([...labelsOf([1, 2], ["none", "2.0", "1.0"]).labels.codes], [2, 1]);
    assert.deepEqual([...labelsOf([1], ["1.0", "1"]).labels.codes], [1]);
    assert.deepEqual([...labelsOf([true, false], ["False", "Other", "True"]).labels.codes], [2, 0]);
  });

  it("names the labels that the model does not know", () => {
    const problem = problemOf(() => labelsOf(["a", "x", "y"], ["a", "b"]));
    assert.equal(problem.code, "role/unknown-classes");
    assert.match(problem.message, /"x", "y" are not among the classes/);
    assert.match(problem.hint, /The classes are "a", "b"\./);
  });

  it("names close columns where the label column is absent", () => {
    const frame = frameOf(["Fault", ["a", "b"]], ["cpu", [1, 2]]);
    const problem = problemOf(() => readLabels(frame, "fault"));
    assert.deepEqual([problem.code, problem.hint], ["role/absent-column", 'Did you mean "Fault"?']);
  });

  it("refuses a single class, holes only, and no rows", () => {
    assert.equal(problemOf(() => labelsOf(["a", "a", null])).code, "role/single-class");
    assert.equal(problemOf(() => labelsOf([null, null])).code, "role/no-labels");
    assert.equal(problemOf(() => labelsOf(["", " "], ["a"])).code, "role/no-labels");
    assert.match(problemOf(() => labelsOf([])).message, /the table has no rows/);
  });

  it("refuses measured numbers and more than 500 classes", () => {
    const measured = Array.from({ length: 40 }, (_, row) => Math.sin(row));
    assert.equal(problemOf(() => labelsOf(measured)).code, "role/too-many-classes");
    const classes = (count: number) =>
      Array.from({ length: 5 * count }, (_, row) => `class ${row % count}`);
    assert.equal(labelsOf(classes(500)).labels.classes.length, 500);
    const problem = problemOf(() => labelsOf(classes(501)));
    assert.match(problem.message, /501 different values in 2505 labelled rows/);
  });

  it("accepts a small table in which every row is its own class", () => {
    assert.deepEqual(labelsOf(["a", "b", "c"]).labels.classes, ["a", "b", "c"]);
  });
});
