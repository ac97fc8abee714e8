import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { jsonErrorPlace } from "@/pipeline/json_error_place.ts";

/** What JSON.parse says against `text`; empty where it takes it. */
function messageOf(text: string): string {
  try {
    JSON.parse(text);
    return "";
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** JSON text, and what becomes of it when characters are lost, added or swapped. */
const almostJson = fc.tuple(
  fc.json(),
  fc.array(
    fc.tuple(
      fc.nat(),
      fc.constantFrom("", '"', ",", "]", "}", "\\", "0", "-", "\n", "\u0001", "e"),
    ),
    { maxLength: 3 },
  ),
).map(([json, edits]) =>
  edits.reduce((text, [position, character]) => {
    const at = position % (text.length + 1);
    return text.slice(0, at) + character + text.slice(at + 1);
  }, json)
);

describe("jsonErrorPlace", () => {
  it("finds no error exactly where JSON.parse finds none", () => {
    fc.assert(
      fc.property(almostJson, (text) => {
        assert.equal(jsonErrorPlace(text) === undefined, messageOf(text) === "", text);
      }),
      { numRuns: 5000 },
    );
  });

  it("finds the place that JSON.parse names, where it names one", () => {
    let named = 0;
    fc.assert(
      fc.property(almostJson, (text) => {
        const message = messageOf(text);
        const [, line, column] = /^Expected .*\(line (\d+) column (\d+)\)$/s.exec(message) ?? [];
        if (line === undefined || !/^[ -~\n]*$/.test(text)) return;
        named++;
        assert.deepEqual(
          jsonErrorPlace(text),
          { line: Number(line), column: Number(column) },
          text,
        );
      }),
      { numRuns: 2000 },
    );
    assert(named > 100);
  });

  const cases: [string, string, number, number][] = [
    ["a comma too many", '{\n  "a": 1,\n}', 3, 1],
    ["a missing comma", '{\n  "a": 1\n  "b": 2\n}', 3, 3],
    ["a missing colon", '{"a" 1}', 1, 6],
    ["quotes of the wrong kind", "{'a': 1}", 1, 2],
    ["a text that never ends, where it begins", '{"a": "b, "c": 1}', 1, 12],
    ["a text cut short, where it begins", '[\r\n"abc', 2, 1],
    ["a line feed within a text", '["a\nb"]', 1, 4],
    ["an escape there is not", '["很\\x"]', 1, 4],
    ["the end of the file", '{"a": [1, 2', 1, 12],
    ["an empty file", "", 1, 1],
    ["something behind the end", "{}\n{}", 2, 1],
    ["a bracket that closes another", "[1}", 1, 3],
    ["a number with a leading zero", "[01]", 1, 3],
  ];
  for (const [what, text, line, column] of cases) {
    it(`finds ${what}`, () => assert.deepEqual(jsonErrorPlace(text), { line, column }));
  }

  it("takes long texts and deep nesting", () => {
    assert.equal(jsonErrorPlace(JSON.stringify("x\n".repeat(1_000_000))), undefined);
    const deep = "[".repeat(100_000);
    assert.deepEqual(jsonErrorPlace(deep), { line: 1, column: 100_001 });
    assert.equal(jsonErrorPlace(deep + "]".repeat(100_000)), undefined);
  });
});
