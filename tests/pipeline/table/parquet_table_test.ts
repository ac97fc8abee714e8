import { describe, it } from "node:test";
import assert from "node:assert/strict";
import pl from "nodejs-polars";
import { HealerError } from "@/pipeline/problem.ts";
import { openTable, type ReadOptions } from "@/pipeline/table/open_table.ts";
import { readTable } from "@/pipeline/table/read_table.ts";
import { withFile, withFolder } from "./temporary_file.ts";

async function withParquet<Result>(
  frame: pl.DataFrame,
  use: (path: string) => Promise<Result>,
): Promise<Result> {
  return await withFolder(async (folder) => {
    const path = `${folder}/a[1]*.table`;
    frame.writeParquet(path);
    return await use(path);
  });
}

async function codeOf(path: string, options: ReadOptions = {}): Promise<string> {
  const error = await readTable(path, options).then(() => undefined, (thrown: unknown) => thrown);
  assert.ok(error instanceof HealerError, String(error));
  return error.problem.code;
}

const moment = new Date("2026-11-23T04:05:06Z");

describe("a Parquet file", () => {
  const frame = pl.DataFrame([
    pl.Series("int", [1, null, 3], pl.Int64),
    pl.Series("float", [1.5, NaN, null], pl.Float64),
    pl.Series("single", [0.5, 2, 3], pl.Float32),
    pl.Series("flag", [true, null, false], pl.Bool),
    pl.Series("text", ["a", "NA", null], pl.Utf8),
    pl.Series("stamp", ["2026-11-23", null, "2026-11-24 01:02"], pl.Utf8),
    pl.Series("day", [moment, null, moment], pl.Datetime("ms")),
  ]);

  it("is known by its first bytes and mapped to the types of tables", async () => {
    await withParquet(frame, async (path) => {
      const table = await readTable(path);
      assert.deepEqual(table.columns, [
        { name: "int", type: "number" },
        { name: "float", type: "number" },
        { name: "single", type: "number" },
        { name: "flag", type: "boolean" },
        { name: "text", type: "text" },
        { name: "stamp", type: "time" },
        { name: "day", type: "time" },
      ]);
      assert.deepEqual(table.frame.dtypes.map(({ variant }) => variant), [
        ...["Float64", "Float64", "Float64", "Bool", "String", "String", "String"],
      ]);
      const [first, second, third] = table.frame.rows();
      assert.deepEqual(first?.slice(0, 6), [1, 1.5, 0.5, true, "a", "2026-11-23"]);
      assert.match(String(first?.[6]), /^2026-11-23 04:05:06/);
      assert.deepEqual(second, [null, null, 2, null, "NA", null, null]);
      assert.deepEqual(third?.slice(0, 6), [3, null, 3, false, null, "2026-11-24 01:02"]);
      assert.deepEqual([...table.positions], [1, 2, 3]);
      assert.equal(table.reading.format.value, "parquet");
    });
  });

  it("gives columns as the types that are asked for", async () => {
    const mixed = pl.DataFrame([
      pl.Series("code", ["1", "x", "3"], pl.Utf8),
      pl.Series("label", [0, 1, null], pl.Float64),
      pl.Series("id", new BigInt64Array([9007199254740993n, 2n, 3n])),
      pl.Series("flag", [true, false, null], pl.Bool),
    ]);
    await withParquet(mixed, async (path) => {
      const types = new Map([
        ["code", "number" as const],
        ["label", "text" as const],
        ["id", "text" as const],
        ["flag", "number" as const],
      ]);
      const holes = await readTable(path, { types, badCells: "hole" });
      assert.deepEqual(holes.frame.rows(), [
        [1, "0", "9007199254740993", 1],
        [null, "1", "2", 0],
        [3, null, "3", null],
      ]);
      assert.deepEqual(holes.badCells.map(({ row, column, raw }) => [row, column, raw]), [[
        2,
        "code",
        "x",
      ]]);
    });
  });

  it("has its infinite numbers set aside with row and column", async () => {
    const infinite = pl.DataFrame([
      pl.Series("a", [1, 2, 3, 4], pl.Float64),
      pl.Series("b", [1, -Infinity, 3, 1e39], pl.Float64),
    ]);
    await withParquet(infinite, async (path) => {
      const { frame, positions, badRows } = await readTable(path);
      assert.deepEqual(frame.rows(), [[1, 1], [3, 3]]);
      assert.deepEqual([...positions], [1, 3]);
      assert.deepEqual(
        badRows.map(({ row, line, column, reason, raw }) => [row, line, column, reason.code, raw]),
        [
          [2, 2, 2, "table/infinite", "2,-Infinity"],
          [4, 4, 2, "table/infinite", "4,1e+39"],
        ],
      );
      const holes = await readTable(path, { badCells: "hole" });
      assert.deepEqual(holes.frame.getColumn("b").toArray(), [1, null, 3, null]);
    });
  });

  it("is read in batches that join to the whole", async () => {
    const rows = 2500;
    const numbers = Float64Array.from({ length: rows }, (_, index) => index);
    await withParquet(pl.DataFrame([pl.Series("a", numbers)]), async (path) => {
      const source = await openTable(path, { batchRows: 1000 });
      const heights: number[] = [];
      const seen: number[] = [];
      for await (const { frame, positions } of source.batches()) {
        heights.push(frame.height);
        seen.push(...frame.getColumn("a").toArray().map(Number));
        assert.equal(positions[0], seen.length - frame.height + 1);
      }
      assert.deepEqual(heights, [1000, 1000, 500]);
      assert.deepEqual(seen, [...numbers]);
    });
  });

  it("keeps strange names and leaves out what a table cannot hold", async () => {
    const strange = pl.DataFrame([
      pl.Series("*", [1, 2], pl.Int32),
      pl.Series("__proto__", [1, 2], pl.Int32),
      pl.Series("^a.*$", ["x", "y"], pl.Utf8),
      pl.Series("list", [[1], [2, 3]]),
    ]);
    await withParquet(strange, async (path) => {
      const { frame, notices } = await readTable(path);
      assert.deepEqual(frame.columns, ["*", "__proto__", "^a.*$"]);
      assert.deepEqual(frame.rows(), [[1, 1, "x"], [2, 2, "y"]]);
      assert.deepEqual(notices.map(({ code }) => code), ["table/columns-left-out"]);
    });
  });

  it("is not seen in a CSV file whose first column is called PAR1", async () => {
    await withFile("PAR1,PAR2\n1,2\n", async (path) => {
      assert.deepEqual((await readTable(path)).frame.rows(), [[1, 2]]);
    });
  });

  it("that has no rows, is cut off or damaged gives a clear error", async () => {
    await withParquet(
      frame.head(0),
      async (path) => assert.equal(await codeOf(path), "table/no-rows"),
    );
    await withParquet(frame, async (path) => {
      const bytes = await Deno.readFile(path);
      const half = bytes.slice(0, bytes.length / 2);
      await withFile(half, async (cut) => assert.equal(await codeOf(cut), "table/broken-parquet"));
      const damaged = bytes.slice();
      damaged.fill(0xff, bytes.length - 200, bytes.length - 8);
      await withFile(
        damaged,
        async (broken) => assert.equal(await codeOf(broken), "table/broken-parquet"),
      );
    });
    await withFile(
      "PAR1\0",
      async (path) => assert.equal(await codeOf(path), "table/broken-parquet"),
    );
    await withFile("a,b\n1,2\n", async (path) => {
      assert.equal(await codeOf(path, { format: "parquet" }), "table/broken-parquet");
    });
  });
});
