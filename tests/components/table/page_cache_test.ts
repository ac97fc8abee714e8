import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { PageCache } from "@/components/table/grid/page_cache.ts";
import type { TableSource } from "@/components/table/table_source.ts";

const rows = 250;
const columns = [{ name: "a", type: "number" }] as const;

/** A table whose only column holds the numbers of its rows, and what was asked of it. */
function countingSource(): { source: TableSource; offsets: number[] } {
  const offsets: number[] = [];
  const source: TableSource = {
    key: "counted",
    page: ({ offset, limit }) => {
      offsets.push(offset);
      const count = Math.max(0, Math.min(limit, rows - offset));
      const rowNumbers = Array.from({ length: count }, (_, row) => offset + row);
      return Promise.resolve({
        rows,
        allRows: rows,
        columns: [...columns],
        rowNumbers,
        cells: rowNumbers.map((number) => [number]),
      });
    },
    summary: () => Promise.resolve([]),
  };
  return { source, offsets };
}

async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
}

describe("PageCache", () => {
  it("fetches all rows in sight once it knows how many there are, and the next ones", async () => {
    const { source, offsets } = countingSource();
    const cache = new PageCache(source, columns, {}, () => {});
    cache.look({ firstRow: 0, endRow: 180, columns: [0], direction: 1 });
    assert.equal(cache.cell(150, 0), undefined);
    await settled();
    assert.equal(cache.rows, rows);
    assert.equal(cache.cell(150, 0), 150);
    assert.deepEqual(offsets, [0, 100, 200]);
    assert.equal(cache.rowNumber(249, 0), 249);
    cache.close();
  });
});
