import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, it } from "node:test";
import type { FileReference } from "@/pipeline/cells/value.ts";
import { type OpenKernel, openKernel } from "./open_kernel.ts";
import { rejectionOf } from "./problem_of.ts";

async function tableOf(open: OpenKernel): Promise<FileReference> {
  await using outcome = await open.execute("rows");
  const [file] = outcome.files, [table] = outcome.result.tables;
  assert(file !== undefined && table !== undefined);
  await Deno.rename(file.path, join(open.folder, file.sha256));
  return table.file;
}

describe("tablePage", () => {
  it("gives the rows that were asked for, holes as null, times as ISO 8601", async () => {
    await using open = await openKernel();
    const file = await tableOf(open);
    const page = await open.kernel.tablePage({ file, offset: 2, limit: 3 });
    assert.equal(page.rows, 25);
    assert.deepEqual(page.columns, [
      { name: "row", type: "number" },
      { name: "half", type: "number" },
      { name: "名称", type: "text" },
      { name: "even", type: "boolean" },
      { name: "long", type: "number" },
      { name: "nan", type: "number" },
      { name: "time", type: "time" },
    ]);
    const rest = [2 ** 40, null, "2001-09-09T01:46:40.000Z"];
    assert.deepEqual(page.cells, [
      [2, -2, "r2", true, ...rest],
      [3, null, "r3", false, ...rest],
      [4, -4, null, true, ...rest],
    ]);
  });

  it("sorts by any column, holes last", async () => {
    await using open = await openKernel();
    const file = await tableOf(open);
    const rowsBy = async (column: string, descending: boolean, offset: number) => {
      const sort = { column, descending };
      const page = await open.kernel.tablePage({ file, offset, limit: 3, sort });
      return page.cells.map(([row]) => row);
    };
    assert.deepEqual(await rowsBy("half", false, 0), [24, 22, 20]);
    assert.deepEqual(await rowsBy("half", true, 0), [23, 21, 19]);
    assert.deepEqual(await rowsBy("half", true, 23), [24, 3]);
    assert.deepEqual(await rowsBy("名称", false, 0), [0, 1, 10]);
    assert.deepEqual(await rowsBy("even", false, 0), [1, 3, 5]);
  });

  it("gives no rows behind the end", async () => {
    await using open = await openKernel();
    const file = await tableOf(open);
    assert.deepEqual((await open.kernel.tablePage({ file, offset: 25, limit: 5 })).cells, []);
    assert.equal((await open.kernel.tablePage({ file, offset: 24, limit: 1000 })).cells.length, 1);
  });

  it("is answered while cells spin, and by another process after a crash", async () => {
    await using open = await openKernel({ patience: 50 });
    const file = await tableOf(open);
    const stop = new AbortController();
    const spinning = rejectionOf(open.execute("spin", {}, { signal: stop.signal }));
    assert.equal((await open.kernel.tablePage({ file, offset: 0, limit: 1 })).cells.length, 1);
    stop.abort();
    await spinning;
    assert.equal((await open.kernel.tablePage({ file, offset: 0, limit: 1 })).cells.length, 1);
  });

  it("says what is wrong with the column or the file", async () => {
    await using open = await openKernel();
    const file = await tableOf(open);
    const sort = { column: "nope", descending: false };
    const problem = await rejectionOf(open.kernel.tablePage({ file, offset: 0, limit: 1, sort }));
    assert.equal(problem.code, "kernel/no-such-column");
    assert.match(problem.hint.en, /"row", "half"/);
    const broken = { sha256: "b".repeat(64), bytes: 4, media: "application/vnd.apache.parquet" };
    await Deno.writeTextFile(join(open.folder, broken.sha256), "oops");
    const unreadable = open.kernel.tablePage({ file: broken, offset: 0, limit: 1 });
    assert.equal((await rejectionOf(unreadable)).code, "kernel/unreadable-table");
  });
});
