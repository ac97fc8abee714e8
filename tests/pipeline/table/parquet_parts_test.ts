import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, it } from "node:test";
import pl from "nodejs-polars";
import { openTable } from "@/pipeline/table/open_table.ts";
import { ParquetParts } from "@/pipeline/table/parquet_parts.ts";

describe("a Parquet file that grows frame by frame", () => {
  it("holds the rows in order, whether they fit in memory or become parts", async () => {
    const folder = await Deno.makeTempDir();
    try {
      const path = join(folder, "grown.parquet");
      const height = 2_000_000, frames = 5;
      {
        await using parts = await ParquetParts.create(path, "lz4");
        for (let frame = 0; frame < frames; frame++) {
          const values = Float64Array.from({ length: height }, (_, row) => frame * height + row);
          await parts.append(pl.DataFrame([pl.Series("place", values)]));
        }
        await parts.finish();
      }
      const places = pl.readParquet(path).getColumn("place").toTypedArray();
      assert.equal(places.length, frames * height);
      assert.ok(places.every((place: number, row: number) => place === row));
      assert.deepEqual([...Deno.readDirSync(folder)].map(({ name }) => name), ["grown.parquet"]);
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  });

  it("is read first by a few rows, then by more of them", async () => {
    const folder = await Deno.makeTempDir();
    try {
      const path = join(folder, "small.parquet");
      pl.DataFrame([pl.Series("a", Array.from({ length: 25 }, (_, row) => row))])
        .writeParquet(path);
      const source = await openTable(path, { batchRows: 10, firstRows: 3 });
      const batches = await Array.fromAsync(source.batches(), ({ positions }) => [...positions]);
      assert.deepEqual(batches.map(({ length }) => length), [3, 10, 10, 2]);
      assert.deepEqual(batches.flat(), Array.from({ length: 25 }, (_, row) => row + 1));
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  });
});
