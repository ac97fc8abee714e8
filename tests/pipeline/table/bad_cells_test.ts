import { describe, it } from "node:test";
import assert from "node:assert/strict";
import fc from "fast-check";
import { readTable } from "@/pipeline/table/read_table.ts";
import { withFile } from "./temporary_file.ts";
import { rowsOf } from "./text_table.ts";

const good = "1,x\n".repeat(30);

describe("a cell that does not fit its column", () => {
  it("takes its row out, and says where it stands", async () => {
    await withFile(`a,b\n${good}1,"y\nz"\nfault,x\n2,x\ninf,x\n1e39,x\n`, async (path) => {
      const { frame, positions, badRows, badCells } = await readTable(path);
      assert.equal(frame.height, 32);
      assert.deepEqual([...positions].slice(-2), [31, 33]);
      assert.deepEqual(
        badRows.map(({ row, line, column, reason, raw }) => [row, line, column, reason.code, raw]),
        [
          [32, 34, 1, "table/not-a-number", "fault,x"],
          [34, 36, 1, "table/infinite", "inf,x"],
          [35, 37, 1, "table/infinite", "1e39,x"],
        ],
      );
      assert.deepEqual(badRows[0]?.reason.place, { file: path, line: 34, column: 1 });
      assert.deepEqual(badCells, []);
    });
  });

  it("is found when it is the only infinite one, of either sign", async () => {
    for (const cell of ["inf", "-inf", "1e400", "-3.5e38", "Infinity"]) {
      await withFile(`a,b\n${good}${cell},x\n`, async (path) => {
        const { frame, badRows } = await readTable(path);
        assert.equal(frame.height, 30);
        assert.deepEqual(badRows.map(({ row, reason }) => [row, reason.code]), [
          [31, "table/infinite"],
        ]);
      });
    }
  });

  it("becomes missing instead where holes are asked for", async () => {
    const text = `a,b,c\n${"1,2,true\n".repeat(20)}x,2,true\n1e400,y,maybe\n3,4,false\n`;
    await withFile(text, async (path) => {
      const { frame, badRows, badCells } = await readTable(path, { badCells: "hole" });
      assert.deepEqual(badRows, []);
      assert.deepEqual(rowsOf({ frame: frame.tail(3) }), [[null, 2, true], [null, null, null], [
        3,
        4,
        false,
      ]]);
      assert.deepEqual(
        badCells.map(({ row, line, column, reason, raw }) => [row, line, column, reason.code, raw]),
        [
          [21, 22, "a", "table/not-a-number", "x"],
          [22, 23, "a", "table/infinite", "1e400"],
          [22, 23, "b", "table/not-a-number", "y"],
          [22, 23, "c", "table/not-a-boolean", "maybe"],
        ],
      );
    });
  });

  it("is found long after the rows the types were guessed from", async () => {
    const text = "a,b\n" + "1,2\n".repeat(25_000) + "1,late\n" + "3,4\n".repeat(10);
    await withFile(text, async (path) => {
      const { frame, badRows } = await readTable(path);
      assert.equal(frame.height, 25_010);
      assert.deepEqual(badRows.map(({ row, line, column }) => [row, line, column]), [[
        25_001,
        25_002,
        2,
      ]]);
    });
  });

  it("may stand in a column whose type was given", async () => {
    await withFile("id,v\n001,1\n002,2\nx3,3\n", async (path) => {
      const asText = await readTable(path, { types: new Map([["id", "text"]]) });
      assert.deepEqual(asText.frame.getColumn("id").toArray(), ["001", "002", "x3"]);
      const asNumber = await readTable(path, { types: new Map([["id", "number"]]) });
      assert.deepEqual(rowsOf(asNumber), [[1, 1], [2, 2]]);
      assert.equal(asNumber.badRows[0]?.raw, "x3,3");
      const unknown = await readTable(path, { types: new Map([["nope", "text"]]) });
      assert.equal(unknown.notices[0]?.code, "table/types-without-column");
    });
  });

  it("comes out the same whether Polars read the batch at once or it was read cell by cell", async () => {
    const number = fc.oneof(
      fc.double({ min: -1e38, max: 1e38, noNaN: true }).map(String),
      fc.integer().map(String),
      fc.constantFrom(
        "",
        "NA",
        " 1",
        "2 ",
        "+3",
        "4.",
        ".5",
        "1E5",
        "NaN",
        "-nan",
        "-",
        "?",
        '"6"',
      ),
    );
    const word = fc.constantFrom(
      "a",
      "",
      "NA",
      "None",
      "é",
      '"x ""y"""',
      '"p,q"',
      '"l\r\nm"',
      "-",
      " ",
    );
    const rows = fc.array(fc.tuple(number, word, number), { minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(rows, fc.constantFrom("\n", "\r\n"), async (records, newline) => {
        const types = new Map([["n", "number" as const], ["w", "text" as const], [
          "m",
          "number" as const,
        ]]);
        const body = records.map((cells) => cells.join(",") + newline).join("");
        const options = {
          types,
          header: true,
          delimiter: ",",
          quote: '"',
          badCells: "hole" as const,
        };
        const [clean, dirty] = await Promise.all(
          ["", `oops,last,1${newline}`].map((more) =>
            withFile(`n,w,m${newline}${body}${more}`, (path) => readTable(path, options))
          ),
        );
        assert.ok(clean && dirty);
        assert.equal(dirty.badCells.length, 1);
        assert.deepEqual(dirty.frame.rows().slice(0, -1), clean.frame.rows());
      }),
      { numRuns: 150 },
    );
  });
});
