import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { addGroupsToCsv } from "@/pipeline/cells/unknown_group_column.ts";
import { csvText } from "@/pipeline/diagnosis/csv_text.ts";
import { withFile } from "../table/temporary_file.ts";

describe("the groups of unknown rows in a CSV file", () => {
  it("end the lines of their rows, whatever the cells before hold", async () => {
    const cell = fc.string({
      unit: fc.constantFrom("a", ",", '"', "\n", "\r", "é", "字"),
      maxLength: 6,
    });
    const rows = fc.array(fc.tuple(cell, fc.integer({ min: 0, max: 3 })), { maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(rows, async (rows) => {
        const lines = rows.map(([text]) => `x,${csvText(text)}`);
        const grouped = rows.flatMap(([, id], place) => id === 0 ? [] : [{ place, id }]);
        await withFile(["id,text", ...lines, ""].join("\n"), async (path) => {
          await addGroupsToCsv(path, {
            groups: [1, 2, 3].map((id) => ({ id, rows: 1, incidents: null, signs: [] })),
            places: Int32Array.from(grouped, ({ place }) => place),
            ids: Int32Array.from(grouped, ({ id }) => id),
          });
          const expected = lines.map((line, place) => `${line},${rows[place]?.[1] || ""}`);
          assert.equal(
            await Deno.readTextFile(path),
            ["id,text,unknown_group", ...expected, ""].join("\n"),
          );
        });
      }),
      { numRuns: 60 },
    );
  });
});
