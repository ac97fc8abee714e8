import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { PageCell } from "@/pipeline/table/paging/table_page.ts";
import { tableCsv } from "@/web/workbench/table_csv.ts";

async function csvOf(names: readonly string[], cells: readonly PageCell[][]): Promise<string> {
  const columns = names.map((name) => ({ name, type: "text" as const }));
  const pieces = await Array.fromAsync(tableCsv(({ offset, limit }) =>
    Promise.resolve({
      rows: cells.length,
      allRows: cells.length,
      columns,
      rowNumbers: [],
      cells: cells.slice(offset, offset + limit),
    })
  ));
  return pieces.join("");
}

describe("tableCsv", () => {
  it("guards texts that a spreadsheet would run and leaves numbers alone", async () => {
    const csv = await csvOf(["=name", "value"], [
      ["=1+1", -5],
      ["@SUM(A1)", 1e21],
      ["-5", null],
      ['a "b", c\nd', true],
    ]);
    const lines = [
      "'=name,value",
      "'=1+1,-5",
      "'@SUM(A1),1e+21",
      "-5,",
      '"a ""b"", c\nd",true',
      "",
    ];
    assert.equal(csv, lines.join("\n"));
  });

  it("reads a long table page by page, and gives the header of an empty one", async () => {
    const cells = Array.from({ length: 2500 }, (_, row): PageCell[] => [row]);
    const lines = (await csvOf(["n"], cells)).trimEnd().split("\n");
    assert.deepEqual(lines, ["n", ...cells.map(([cell]) => String(cell))]);
    assert.equal(await csvOf(["n"], []), "n\n");
  });
});
