import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { offsetOf, rangeOfPath } from "@/components/notebook/json_place.ts";
import {
  type CellDraft,
  cellText,
  parseCellsText,
  parseCellText,
} from "@/islands/notebook/cell_text.ts";

const names = fc.string({ unit: "binary" }).filter((name) => name !== "__proto__");
const values = fc.jsonValue({ maxDepth: 3 }).map((value) => JSON.parse(JSON.stringify(value)));
const drafts: fc.Arbitrary<CellDraft> = fc.record({
  kind: fc.string({ minLength: 1, unit: "binary" }),
  title: fc.string({ unit: "binary" }).map((title) => `a${title}`),
  params: fc.dictionary(names, values, { maxKeys: 4, noNullPrototype: true }),
  inputs: fc.dictionary(names, fc.string(), { minKeys: 1, maxKeys: 2, noNullPrototype: true }),
}, { requiredKeys: ["kind", "params"], noNullPrototype: true });

function codeOf(parsed: ReturnType<typeof parseCellText>): string | undefined {
  return "problem" in parsed ? parsed.problem.code : undefined;
}

describe("a cell as text", () => {
  it("is read back as it was", () => {
    fc.assert(fc.property(drafts, (draft) => {
      const parsed = parseCellText(cellText(draft));
      assert.ok("cell" in parsed);
      assert.deepEqual(parsed.cell, draft);
    }));
  });

  it("says what is wrong with it", () => {
    const wrong: readonly (readonly [string, string])[] = [
      ["", "cell-text/not-json"],
      ['{ "kind": "note", }', "cell-text/not-json"],
      ["[]", "cell-text/not-a-cell"],
      ["{}", "cell-text/no-kind"],
      ['{ "kind": "note", "parms": {} }', "cell-text/unknown-field"],
      ['{ "kind": "note", "title": 3 }', "cell-text/not-a-text"],
      ['{ "kind": "note", "params": [] }', "cell-text/not-an-object"],
      ['{ "kind": "note", "inputs": { "table": 1 } }', "cell-text/not-a-text"],
    ];
    for (const [text, code] of wrong) assert.equal(codeOf(parseCellText(text)), code, text);
  });

  it("says where it stops being JSON", () => {
    const parsed = parseCellText('{\n  "kind": "note",\n}');
    assert.ok("problem" in parsed);
    assert.deepEqual(parsed.problem.place, { line: 3, column: 1 });
  });

  it("never throws, whatever the text", () => {
    fc.assert(fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.json()), (text) => {
      const parsed = parseCellsText(text);
      assert.ok("cells" in parsed || parsed.problem.message.zh !== "");
    }));
  });
});

describe("several cells as text", () => {
  it("are a cell, a list of cells, or a notebook", () => {
    const cell = { id: "a", kind: "note", params: { en: "x" } };
    for (const value of [cell, [cell], { format: 1, title: "", cells: [cell] }]) {
      const parsed = parseCellsText(JSON.stringify(value));
      assert.ok("cells" in parsed);
      assert.deepEqual(parsed.cells, [cell]);
    }
  });

  it("name the cell that is wrong", () => {
    const parsed = parseCellsText('[{ "kind": "note" }, { "kind": 7 }]');
    assert.ok("problem" in parsed);
    assert.deepEqual(parsed.path, ["1", "kind"]);
  });
});

describe("a place in JSON", () => {
  const text =
    '{\n  "kind": "train",\n  "params": { "learner": { "trees": "ten" }, "list": [1, 22] }\n}';
  const marked = (...path: string[]): string => {
    const { from, to } = rangeOfPath(text, path);
    return text.slice(from, to);
  };

  it("is a plain value, or the name of what is larger", () => {
    assert.equal(marked("kind"), '"train"');
    assert.equal(marked("params", "learner", "trees"), '"ten"');
    assert.equal(marked("params", "learner"), '"learner"');
    assert.equal(marked("params", "list", "1"), "22");
  });

  it("is as near as the path leads", () => {
    assert.equal(marked("params", "learner", "nothing"), '"learner"');
    assert.equal(marked("nothing"), "{");
  });

  it("is found by line and column, columns in code points", () => {
    assert.equal(offsetOf(text, 2, 3), text.indexOf('"kind"'));
    assert.equal(offsetOf("😀x\r\ny", 1, 2), 2);
    assert.equal(offsetOf("😀x\r\ny", 2, 1), 5);
  });
});
