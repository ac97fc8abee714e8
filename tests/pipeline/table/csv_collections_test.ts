import { describe, it } from "node:test";
import assert from "node:assert/strict";
import { basename } from "node:path";
import { HealerError } from "@/pipeline/problem.ts";
import type { ReadOptions } from "@/pipeline/table/open_table.ts";
import { readTable, type Table } from "@/pipeline/table/read_table.ts";
import { sharedFile, skipWithout } from "../../shared.ts";
import { withFile } from "./temporary_file.ts";
import { readAsText, rowsOf } from "./text_table.ts";

const spectrum = sharedFile("badinput/csv-spectrum");
const collection = sharedFile("badinput/csv-test-data");

function twins(folder: string | undefined, csv: string): string[] {
  if (folder === undefined) return [];
  return [...Deno.readDirSync(`${folder}/json`)].map(({ name }) =>
    `${folder}/${csv}/${basename(name, ".json")}.csv`
  );
}

/** The header and the rows of a JSON twin, which is a list of objects or of rows. */
function expected(csv: string): unknown[][] {
  const json = csv.replace(/\/csvs?\//, "/json/").replace(/csv$/, "json");
  const rows: unknown[] = JSON.parse(Deno.readTextFileSync(json));
  return rows.flatMap((row, index): unknown[][] =>
    Array.isArray(row)
      ? [row]
      : index === 0
      ? [Object.keys(row as object), Object.values(row as object)]
      : [Object.values(row as object)]
  );
}

/** The stored copies have lost the carriage returns their names speak of: they are put back. */
async function readTwin(path: string, options: ReadOptions = {}): Promise<Table> {
  if (!path.includes("crlf")) return await readAsText(path, options);
  const text = (await Deno.readTextFile(path)).replace(/\r?\n/g, "\r\n");
  return await withFile(text, (copy) => readAsText(copy, options));
}

async function problemOf(path: string): Promise<HealerError["problem"]> {
  const error = await readTable(path).then(() => undefined, (thrown: unknown) => thrown);
  assert.ok(error instanceof HealerError, `${basename(path)} was read without an error`);
  return error.problem;
}

describe("csv-spectrum", skipWithout(spectrum), () => {
  for (const path of twins(spectrum, "csvs")) {
    if (path.endsWith("location_coordinates.csv")) continue;
    it(`${basename(path)} equals its JSON twin`, async () => {
      const table = await readTwin(path);
      assert.deepEqual([table.columns.map(({ name }) => name), ...rowsOf(table)], expected(path));
      assert.deepEqual(table.badRows, []);
    });
  }

  it("location_coordinates.csv has a bare quote on line 2, field 2", async () => {
    const { code, place, message } = await problemOf(`${spectrum}/csvs/location_coordinates.csv`);
    assert.equal(code, "table/every-row-bad");
    assert.deepEqual([place.line, place.column], [2, 2]);
    assert.match(message.en, /a quote stands in the middle of field 2/);
  });
});

describe("csv-test-data", skipWithout(collection), () => {
  for (const path of twins(collection, "csv")) {
    const name = basename(path);
    if (name === "header-no-rows.csv") continue;
    it(`${name} equals its JSON twin`, async () => {
      const header = name !== "all-empty.csv";
      const table = await readTwin(path, { header });
      const names = header ? [table.columns.map((column) => column.name)] : [];
      assert.deepEqual([...names, ...rowsOf(table)], expected(path));
      assert.deepEqual(table.badRows, []);
    });
  }

  const bad: readonly [name: string, code: string, line: number | undefined, message: RegExp][] = [
    ["bad-header-less-fields", "table/every-row-bad", 2, /has 2 fields, the table has 3 columns/],
    [
      "bad-header-more-fields",
      "table/every-row-bad",
      2,
      /has 4 fields, the table has only 3 columns/,
    ],
    ["bad-header-no-header", "table/empty-file", undefined, /the file is empty/],
    ["bad-header-wrong-header", "table/no-rows", undefined, /columns but no rows/],
    ["header-no-rows", "table/no-rows", undefined, /columns but no rows/],
    ["bad-missing-quote", "table/every-row-bad", 2, /opens field 2 is never closed/],
    ["bad-quotes-with-unescaped-quote", "table/every-row-bad", 2, /in the middle of field 2/],
    ["bad-unescaped-quote", "table/every-row-bad", 2, /in the middle of field 2/],
  ];
  for (const [name, code, line, message] of bad) {
    it(`${name}.csv gives ${code}`, async () => {
      const problem = await problemOf(`${collection}/csv/${name}.csv`);
      assert.equal(problem.code, code);
      assert.equal(problem.place.line, line);
      assert.match(problem.message.en, message);
    });
  }
});
