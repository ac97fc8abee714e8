import { describe, it } from "node:test";
import assert from "node:assert/strict";
import fc from "fast-check";
import { openTable, type TableBatch } from "@/pipeline/table/open_table.ts";
import { readTable } from "@/pipeline/table/read_table.ts";
import { writeCsv } from "./csv_writer.ts";
import { withFile } from "./temporary_file.ts";

describe("batches", () => {
  it("hold every row once, in order, good or bad, however small they are", async () => {
    const row = fc.constantFrom(
      "1,2",
      "x,2",
      "1",
      "1,2,3",
      'a"b,1',
      '"open,1',
      '1,"2"',
      "inf,1",
      "1,",
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 1, max: 7 }),
        fc.integer({ min: 1, max: 9 }),
        async (rows, batchRows, firstRows) => {
          const types = new Map([["a", "number" as const], ["b", "number" as const]]);
          await withFile("a,b\n" + rows.join("\n") + "\n", async (path) => {
            const source = await openTable(path, {
              types,
              batchRows,
              firstRows,
              header: true,
              delimiter: ",",
              quote: '"',
            });
            const batches: TableBatch[] = [];
            for await (const batch of source.batches()) batches.push(batch);
            for (const { frame, positions, badRows } of batches) {
              assert.equal(frame.height, positions.length);
              assert.ok(frame.height + badRows.length <= batchRows);
            }
            const [first] = batches;
            assert.ok((first?.frame.height ?? 0) + (first?.badRows.length ?? 0) <= firstRows);
            const seen = batches.flatMap(({ positions, badRows }) =>
              [...positions, ...badRows.map((bad) => bad.row)].sort((a, b) => a - b)
            );
            assert.deepEqual(seen, seen.map((_, index) => index + 1));
            assert.equal(batches.at(-1)?.bytesRead, source.bytes);
          });
        },
      ),
      { numRuns: 60 },
    );
  });

  it("can be read twice, and left early", async () => {
    await withFile("a\n1\n2\n3\n", async (path) => {
      const source = await openTable(path, { batchRows: 1 });
      for await (const batch of source.batches()) {
        assert.deepEqual([...batch.positions], [1]);
        break;
      }
      let rows = 0;
      for await (const batch of source.batches()) rows += batch.frame.height;
      assert.equal(rows, 3);
    });
  });

  it("end by bytes where rows are wide", async () => {
    const line = Array.from({ length: 200 }, () => "x".repeat(1000)).join(",") + "\n";
    await withFile(line + line.repeat(250), async (path) => {
      const source = await openTable(path, { header: true, delimiter: "," });
      const heights: number[] = [];
      for await (const batch of source.batches()) heights.push(batch.frame.height);
      assert.ok(heights.length > 1);
      assert.equal(heights.reduce((sum, height) => sum + height, 0), 250);
    });
  });
});

describe("a table with all kinds of cells", () => {
  it("equals what was written, through quotes, line ends and blocks", async () => {
    const text = fc.string({
      unit: fc.constantFrom("a", "1", ",", '"', "\n", "\r", "é", "字", " "),
      maxLength: 8,
    });
    const records = fc.array(fc.tuple(fc.double({ noNaN: true, min: -1e38, max: 1e38 }), text), {
      minLength: 1,
      maxLength: 15,
    });
    await fc.assert(
      fc.asyncProperty(
        records,
        fc.constantFrom("\n", "\r\n"),
        fc.boolean(),
        async (rows, newline, always) => {
          const csv = writeCsv([["n", "t"], ...rows.map(([n, t]) => [String(n), t])], {
            newline,
            always,
          });
          await withFile(csv, async (path) => {
            const types = new Map([["n", "number" as const], ["t", "text" as const]]);
            const options = { types, missing: [], delimiter: ",", quote: '"', header: true };
            const { frame, badRows } = await readTable(path, options);
            assert.deepEqual(badRows, []);
            assert.deepEqual(frame.rows(), rows.map(([n, t]) => [n + 0, t]));
          });
        },
      ),
      { numRuns: 100 },
    );
  });
});
