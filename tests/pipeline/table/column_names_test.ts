import { describe, it } from "node:test";
import assert from "node:assert/strict";
import fc from "fast-check";
import { uniqueNames } from "@/pipeline/table/column_names.ts";
import { readTable } from "@/pipeline/table/read_table.ts";
import { writeCsv } from "./csv_writer.ts";
import { withFile } from "./temporary_file.ts";

describe("uniqueNames", () => {
  it("numbers repeated names and names the empty ones by their place", () => {
    const { names, notices } = uniqueNames(["a", "", "a", "b", "a", ""], "x.csv");
    assert.deepEqual(names, ["a", "column 2", "a (2)", "b", "a (3)", "column 6"]);
    assert.deepEqual(notices.map(({ code }) => code), [
      "table/repeated-names",
      "table/unnamed-columns",
    ]);
    assert.match(notices[0]?.message.en ?? "", /"a \(2\)", "a \(3\)"/);
  });

  it("never gives away a name that stands in the header itself", () => {
    assert.deepEqual(uniqueNames(["a", "a", "a (2)"], "").names, ["a", "a (3)", "a (2)"]);
    assert.deepEqual(uniqueNames(["", "column 1"], "").names, ["column 1 (2)", "column 1"]);
  });

  it("makes any header unique, keeps names that already are, and says nothing of them", () => {
    const name = fc.oneof(
      fc.constantFrom("", "a", "a (2)", "column 1", "__proto__", "1"),
      fc.string(),
    );
    fc.assert(fc.property(fc.array(name), (header) => {
      const { names, notices } = uniqueNames(header, "");
      assert.equal(new Set(names).size, header.length);
      assert.ok(!names.includes(""));
      for (const [index, written] of header.entries()) {
        if (written !== "" && header.indexOf(written) === index) {
          assert.equal(names[index], written);
        }
      }
      const isPlain = new Set(header).size === header.length && !header.includes("");
      assert.equal(notices.length === 0, isPlain);
    }));
  });

  it("is quick for thousands of equal names", () => {
    const { names } = uniqueNames(Array<string>(50_000).fill("cpu"), "");
    assert.equal(names.at(-1), "cpu (50000)");
  });
});

describe("strange column names", () => {
  it("survive: prototype keys, patterns, numbers, emoji, blanks and 10,000 characters", async () => {
    const names = [
      "__proto__",
      "constructor",
      "toString",
      "*",
      "^c.*$",
      "c0",
      "2",
      "1",
      " a ",
      "😀",
      "a,b",
      'a"b',
      "a\nb",
      "延迟",
      "x".repeat(10_000),
    ];
    const rows = [
      names.map((_, index) => String(index)),
      names.map((_, index) => String(index + 0.5)),
    ];
    await withFile(writeCsv([names, ...rows]), async (path) => {
      const { columns, frame, notices } = await readTable(path);
      assert.deepEqual(columns, names.map((name) => ({ name, type: "number" })));
      assert.deepEqual(frame.columns, names);
      assert.deepEqual(frame.rows(), rows.map((row) => row.map(Number)));
      assert.deepEqual(notices, []);
    });
  });
});
