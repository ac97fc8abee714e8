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
      const sort = [{ column, descending }];
      const page = await open.kernel.tablePage({ file, offset, limit: 3, sort });
      return page.cells.map(([row]) => row);
    };
    assert.deepEqual(await rowsBy("half", false, 0), [24, 22, 20]);
    assert.deepEqual(await rowsBy("half", true, 0), [23, 21, 19]);
    assert.deepEqual(await rowsBy("half", true, 23), [24, 3]);
    assert.deepEqual(await rowsBy("名称", false, 8), [9, 10, 11]);
    assert.deepEqual(await rowsBy("even", false, 0), [1, 3, 5]);
  });

  it("gives no rows behind the end", async () => {
    await using open = await openKernel();
    const file = await tableOf(open);
    assert.deepEqual((await open.kernel.tablePage({ file, offset: 25, limit: 5 })).cells, []);
    assert.equal((await open.kernel.tablePage({ file, offset: 24, limit: 1000 })).cells.length, 1);
  });

  it("gives up what nobody waits for, and goes on with the rest", async () => {
    await using open = await openKernel();
    const file = await tableOf(open);
    const stop = new AbortController();
    const page = (limit: number, signal?: AbortSignal) =>
      open.kernel.tablePage({ file, offset: 0, limit }, signal);
    await page(1);
    const given = Array.from({ length: 50 }, () => rejectionOf(page(25, stop.signal)));
    const kept = page(2);
    await Promise.resolve();
    stop.abort();
    assert.equal((await kept).cells.length, 2);
    const codes = (await Promise.allSettled(given)).map(({ status }) => status);
    assert.ok(codes.includes("fulfilled"));
    assert.equal((await rejectionOf(page(1, stop.signal))).code, "run/cancelled");
  });

  it("sums up columns", async () => {
    await using open = await openKernel();
    const file = await tableOf(open);
    const columns = ["half", "名称", "even", "nan"];
    const [half, name, even, nan] = await open.kernel.tableSummary({ file, columns });
    assert.deepEqual([half?.missing, half?.numbers?.min, half?.numbers?.max], [1, -24, 11.5]);
    assert.deepEqual([name?.missing, name?.words?.distinct, name?.numbers], [1, 24, undefined]);
    assert.deepEqual(even?.words, {
      distinct: 2,
      top: [{ word: "true", rows: 13 }, { word: "false", rows: 12 }],
    });
    assert.deepEqual([nan?.missing, nan?.numbers], [25, undefined]);
    const wrong = open.kernel.tableSummary({ file, columns: ["nope"] });
    assert.equal((await rejectionOf(wrong)).code, "table/no-such-column");
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
    const sort = [{ column: "nope", descending: false }];
    const problem = await rejectionOf(open.kernel.tablePage({ file, offset: 0, limit: 1, sort }));
    assert.equal(problem.code, "table/no-such-column");
    assert.match(problem.hint.en, /"row", "half"/);
    const broken = { sha256: "b".repeat(64), bytes: 4, media: "application/vnd.apache.parquet" };
    await Deno.writeTextFile(join(open.folder, broken.sha256), "oops");
    const unreadable = open.kernel.tablePage({ file: broken, offset: 0, limit: 1 });
    assert.equal((await rejectionOf(unreadable)).code, "kernel/unreadable-table");
  });
});
