import { describe, it } from "node:test";
import assert from "node:assert/strict";
import { convertToParquet } from "@/pipeline/table/convert_to_parquet.ts";
import { sharedFile, skipWithout } from "../../shared.ts";
import { writeCsv } from "./csv_writer.ts";
import { withFile, withFolder } from "./temporary_file.ts";
import { readAsText, rowsOf } from "./text_table.ts";

const file = sharedFile("badinput/blns/blns.json");

/** The strings that text can hold: NUL bytes are set aside on purpose. */
function naughtyStrings(): string[] {
  const strings: string[] = file === undefined ? [] : JSON.parse(Deno.readTextFileSync(file));
  assert.ok(strings.length > 500);
  return strings.filter((text) => !text.includes("\0"));
}

describe("the big list of naughty strings", skipWithout(file), () => {
  it("comes back unchanged as text cells, from CSV and from Parquet", async () => {
    const strings = naughtyStrings();
    const csv = writeCsv([["id", "text"], ...strings.map((text, index) => [String(index), text])]);
    await withFile(csv, async (path) => {
      const options = { delimiter: ",", quote: '"', header: true };
      const expected = strings.map((text, index) => [String(index), text]);
      const table = await readAsText(path, options);
      assert.deepEqual(table.badRows, []);
      assert.deepEqual(rowsOf(table), expected);
      await withFolder(async (folder) => {
        const types = new Map([["id", "text" as const], ["text", "text" as const]]);
        await convertToParquet(path, `${folder}/x.parquet`, { ...options, types, missing: [] });
        assert.deepEqual(rowsOf(await readAsText(`${folder}/x.parquet`)), expected);
      });
    });
  });

  it("comes back unchanged as column names", async () => {
    const names = [...new Set(naughtyStrings())].filter((name) => name !== "");
    const csv = writeCsv([names, names.map((_, index) => String(index))]);
    await withFile(csv, async (path) => {
      const table = await readAsText(path, { delimiter: ",", quote: '"', header: true });
      assert.deepEqual(table.columns.map(({ name }) => name), names);
      assert.deepEqual(table.frame.columns, names);
      assert.deepEqual(rowsOf(table), [names.map((_, index) => String(index))]);
    });
  });
});
