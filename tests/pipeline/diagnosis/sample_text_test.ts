import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { readSampleText } from "@/pipeline/diagnosis/sample_text.ts";

const features = ["cpu", "mem used", "locks"].map((name) => ({ name }));

/** Texts that all say: cpu 93, mem used missing, locks 0.4. */
const same: readonly string[] = [
  "cpu=93, mem used=, locks=0.4",
  "cpu=93 locks=0.4",
  "cpu = 93; locks = 0.4; mem used = NaN",
  "cpu=93\nlocks=0,4\n",
  "cpu: 93\nmem used: -\nlocks: 4e-1",
  '"cpu"=93,"mem used"="",\'locks\'=".4"',
  "CPU=93,Locks=0.4",
  "cpu,mem used,locks\n93,,0.4",
  "cpu;locks\r\n93;0.4\r\n",
  "id\tcpu\tlocks\tlabel\n17\t93\t0.4\tok",
  "cpu,93\nlocks,0.4",
  "cpu\t93\nmem used\tnull\nlocks\t0.4",
  "93,,0.4",
  "93\t\t0.4",
  "93 NaN 0.4",
  '{"cpu": 93, "mem used": null, "locks": "0.4"}',
  '\ufeff{"values": {"cpu": 93, "locks": 0.4}}',
  "[93, null, 0.4]",
  '[{"locks": 0.4, "cpu": 93}]',
];

describe("readSampleText", () => {
  for (const text of same) {
    it(`reads ${JSON.stringify(text)}`, () => {
      const { values, problems } = readSampleText(text, features, ["id", "label"]);
      assert.deepEqual(values, [93, null, 0.4]);
      assert.deepEqual(problems, []);
    });
  }

  const flawed: readonly [text: string, code: string, values: (number | null)[], hint?: RegExp][] =
    [
      ["", "sample/empty", [null, null, null]],
      ["  \n ", "sample/empty", [null, null, null]],
      ["hello world", "sample/unreadable", [null, null, null]],
      ['{"cpu": 93,', "sample/not-json", [null, null, null]],
      ["93,1", "sample/wrong-count", [null, null, null], /header/],
      ["[93]", "sample/wrong-count", [null, null, null]],
      ["cpu=93 lokcs=0.4", "sample/unknown-features", [93, null, null], /"locks"/],
      ["cpu=93 cpu=94 locks=1", "sample/repeated-features", [93, null, 1]],
      ['{"cpu": 93, "cpu": 94}', "sample/repeated-features", [94, null, null]],
      ["cpu=93% locks=0.4", "sample/not-numbers", [null, null, 0.4], /units/],
      ["cpu=1e39 locks=0.4", "sample/not-numbers", [null, null, 0.4]],
      ['{"cpu": {"now": 3}, "locks": 1}', "sample/not-numbers", [null, null, 1]],
      ["cpu,locks\n93,0.4\n94,0.5", "sample/several-rows", [93, null, 0.4]],
      ['[{"cpu": 93}, {"cpu": 94}]', "sample/several-rows", [93, null, null]],
    ];
  for (const [text, code, values, hint] of flawed) {
    it(`says ${code} of ${JSON.stringify(text)}, and reads the rest`, () => {
      const read = readSampleText(text, features);
      assert.deepEqual(read.problems.map((problem) => problem.code), [code]);
      assert.deepEqual(read.values, values);
      if (hint) assert.match(read.problems[0]?.hint.en ?? "", hint);
    });
  }

  it("reads back any sample from CSV and JSON, whatever the names", () => {
    const name = fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 })
      .map((text) => text.replaceAll(/\s+/g, " ").trim()).filter((text) => text !== "");
    const names = fc.uniqueArray(name, {
      minLength: 1,
      maxLength: 8,
      selector: (each) => each.toLowerCase(),
    });
    const cell = fc.option(fc.float({ noNaN: true, noDefaultInfinity: true }));
    const sample = names.chain((list) =>
      fc.tuple(
        fc.constant(list),
        fc.array(cell, { minLength: list.length, maxLength: list.length }),
      )
    );
    fc.assert(fc.property(sample, ([list, cells]) => {
      const wanted = cells.map((each) => each === null ? null : each + 0);
      const known = list.map((each) => ({ name: each }));
      const json = JSON.stringify(Object.fromEntries(list.map((each, at) => [each, cells[at]])));
      const quoted = list.map((each) => `"${each.replaceAll('"', '""')}"`);
      const csv = `${quoted.join()}\n${cells.map((each) => each ?? "NaN").join()}`;
      for (const text of [json, csv]) {
        const { values, problems } = readSampleText(text, known);
        assert.deepEqual(problems, []);
        assert.deepEqual(values.map((each) => each === null ? null : each + 0), wanted);
      }
    }));
  });

  it("never throws, and always gives a value or a hole for each feature", () => {
    fc.assert(fc.property(fc.string({ maxLength: 80 }), (text) => {
      const { values } = readSampleText(text, features);
      assert.equal(values.length, features.length);
      assert.ok(values.every((value) => value === null || Number.isFinite(value)));
    }));
    const pieces = fc.constantFrom(
      "cpu",
      "locks",
      "=",
      ",",
      ";",
      ":",
      '"',
      "{",
      "}",
      "[",
      "\n",
      "1",
    );
    fc.assert(fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
      assert.equal(readSampleText(parts.join(""), features).values.length, features.length);
    }));
  });
});
