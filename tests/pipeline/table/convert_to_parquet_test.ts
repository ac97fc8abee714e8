import { describe, it } from "node:test";
import assert from "node:assert/strict";
import { HealerError } from "@/pipeline/problem.ts";
import { convertToParquet } from "@/pipeline/table/convert_to_parquet.ts";
import { readTable } from "@/pipeline/table/read_table.ts";
import { withFile, withFolder } from "./temporary_file.ts";

function namesIn(folder: string): string[] {
  return [...Deno.readDirSync(folder)].map(({ name }) => name);
}

describe("convertToParquet", () => {
  it("writes what readTable reads, in order, over many batches", async () => {
    const lines = Array.from(
      { length: 1000 },
      (_, index) => index % 100 === 7 ? `${index},bad,oops` : `${index},${index / 8},"x ${index}"`,
    );
    await withFile(`id,value,"name *"\n${lines.join("\n")}\n`, async (path) => {
      await withFolder(async (folder) => {
        const target = `${folder}/out [1].parquet`;
        const fractions: number[] = [];
        const done = await convertToParquet(
          path,
          target,
          { batchRows: 64 },
          (each) => fractions.push(each),
        );
        const [csv, parquet] = [await readTable(path), await readTable(target)];
        assert.equal(done.rows, 990);
        assert.equal(done.badRowCount, 10);
        assert.deepEqual(done.badRows, csv.badRows);
        assert.deepEqual(done.columns, csv.columns);
        assert.deepEqual(parquet.columns, csv.columns);
        assert.deepEqual(parquet.frame.rows(), csv.frame.rows());
        assert.deepEqual(namesIn(folder), ["out [1].parquet"]);
        assert.equal(fractions.at(-1), 1);
      });
    });
  });

  it("replaces an older file only when it succeeds, and leaves nothing else behind", async () => {
    await withFolder(async (folder) => {
      const target = `${folder}/t.parquet`;
      await Deno.writeTextFile(target, "old");
      await withFile("a,b\n1\n2\n", async (path) => {
        await assert.rejects(
          convertToParquet(path, target),
          (error) => error instanceof HealerError && error.problem.code === "table/every-row-bad",
        );
      });
      assert.equal(await Deno.readTextFile(target), "old");
      assert.deepEqual(namesIn(folder), ["t.parquet"]);
      await withFile("a,b\n1,2\n", (path) => convertToParquet(path, target));
      assert.deepEqual((await readTable(target)).frame.rows(), [[1, 2]]);
      assert.deepEqual(namesIn(folder), ["t.parquet"]);
    });
  });

  it("says that it cannot write where there is no folder", async () => {
    await withFile("a\n1\n", async (path) => {
      await assert.rejects(
        convertToParquet(path, "/no/such/folder/x.parquet"),
        (error) => error instanceof HealerError && error.problem.code === "table/not-writable",
      );
    });
  });
});
