import { describe, it } from "node:test";
import assert from "node:assert/strict";
import { HealerError } from "@/pipeline/problem.ts";
import { guessDialect } from "@/pipeline/table/dialect.ts";
import type { ReadOptions } from "@/pipeline/table/open_table.ts";
import { readTable } from "@/pipeline/table/read_table.ts";
import { withFile } from "./temporary_file.ts";
import { rowsOf } from "./text_table.ts";

function dialect(text: string, options: ReadOptions = {}): unknown[] {
  const { delimiter, quote, decimal, header } = guessDialect(text, options);
  return [delimiter.value, quote.value, decimal.value, header.value];
}

describe("guessDialect", () => {
  const cases: readonly [what: string, text: string, expected: unknown[]][] = [
    ["commas", "a,b\n1,2\n3,4\n", [",", '"', ".", true]],
    ["semicolons with decimal commas", "a;b;c\n1,5;2,5;x\n3,5;4,5;y\n", [";", '"', ",", true]],
    ["semicolons with decimal commas and no header", "1,5;2,5;3,5\n4,5;5,5;6,5\n", [
      ";",
      '"',
      ",",
      false,
    ]],
    ["semicolons with decimal points", "a;b\n1.5;x, y\n2.5;z\n", [";", '"', ".", true]],
    ["tabs around texts with commas", "host\tnote\na\tone, two\nb\tthree, four\n", [
      "\t",
      '"',
      ".",
      true,
    ]],
    ["vertical bars", "a|b|c\n1|2|3\n", ["|", '"', ".", true]],
    ["commas around a column with bars", "id,who\n1,a|b\n2,c|d\n", [",", '"', ".", true]],
    ["delimiters inside quotes", 'a;b\n"1,2,3";4\n"5,6,7";8\n', [";", '"', ".", true]],
    ["single quotes", "a,b\n'x, y',1\n'z',2\n", [",", "'", ".", true]],
    ["apostrophes that are no quotes", "a,b\n'tis,1\nit's,2\n", [",", '"', ".", true]],
    ["one column", "label\nnormal\nfault\n", [",", '"', ".", true]],
    ["a header alone", "foo,bar,baz", [",", '"', ".", true]],
    ["numbers from the first line on", "1,2.5\n3,4.5\n", [",", '"', ".", false]],
    ["a header of counted columns", "0,1,2\n0.5,0.7,0.1\n", [",", '"', ".", true]],
    ["a few ragged lines", "a,b\n1,2\n3\n4,5\n6,7,8\n9,10\n", [",", '"', ".", true]],
  ];
  for (const [what, text, expected] of cases) {
    it(`sees ${what}`, () => assert.deepEqual(dialect(text), expected));
  }

  it("gives a reason in both languages for all it has guessed", () => {
    for (const { reason, guessed } of Object.values(guessDialect("a;b\n1,5;2\n"))) {
      assert.equal(guessed, true);
      assert.ok(reason.en.length > 5 && /\p{Script=Han}/u.test(reason.zh));
    }
  });

  it("obeys the caller in everything", () => {
    const options = { delimiter: "#", quote: "'", decimal: ",", header: false } as const;
    const guess = guessDialect('a,b\n"1",2\n', options);
    assert.deepEqual(dialect('a,b\n"1",2\n', options), ["#", "'", ",", false]);
    assert.ok(Object.values(guess).every(({ guessed }) => !guessed));
  });

  it("never parts fields at a decimal comma that was asked for", () => {
    assert.deepEqual(dialect("1,5\n2,5\n", { decimal: "," })[0], ";");
  });

  const wrong: readonly ReadOptions[] = [
    { delimiter: "" },
    { delimiter: ";;" },
    { delimiter: "，" },
    { delimiter: "\n" },
    { delimiter: '"' },
    { quote: "x" },
    { delimiter: ",", decimal: "," },
  ];
  for (const options of wrong) {
    it(`rejects ${JSON.stringify(options)}`, () => {
      assert.throws(
        () => guessDialect("a,b\n1,2\n", options),
        (error) => error instanceof HealerError && error.problem.code === "table/bad-option",
      );
    });
  }
});

describe("a table of another dialect", () => {
  it("with decimal commas is read as numbers; a decimal point in it is a flaw", async () => {
    const text = "wert;name\n-1,5;a\n2;b\n+,5e1;c\n;d\nNA;e\n1.234;f\n" + "7;x\n".repeat(20);
    await withFile(text, async (path) => {
      const { frame, badRows, reading } = await readTable(path);
      assert.equal(reading.decimal?.value, ",");
      assert.deepEqual(frame.getColumn("wert").toArray().slice(0, 5), [-1.5, 2, 5, null, null]);
      assert.deepEqual(
        badRows.map(({ row, line, column, reason }) => [row, line, column, reason.code]),
        [
          [6, 7, 1, "table/not-a-number"],
        ],
      );
    });
  });

  it("with single quotes and doubled ones inside is unquoted", async () => {
    await withFile("a|b\n'it''s | here'|1\n'x'|2\n", async (path) => {
      assert.deepEqual(rowsOf(await readTable(path)), [["it's | here", 1], ["x", 2]]);
    });
  });

  it("with carriage returns alone as line ends is read", async () => {
    await withFile("a,b\r1,x\r2,y\r", async (path) => {
      assert.deepEqual(rowsOf(await readTable(path)), [[1, "x"], [2, "y"]]);
    });
  });

  it("without a header has numbered columns", async () => {
    await withFile("1,2\n3,4\n", async (path) => {
      const table = await readTable(path);
      assert.deepEqual(table.columns.map(({ name }) => name), ["column 1", "column 2"]);
      assert.deepEqual(rowsOf(table), [[1, 2], [3, 4]]);
      assert.deepEqual([...table.positions], [1, 2]);
    });
  });
});
