import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { csvText } from "@/pipeline/diagnosis/csv_text.ts";
import { addUnknownGroups } from "@/pipeline/diagnosis/unknown_group_column.ts";
import type { UnknownGroups } from "@/pipeline/diagnosis/unknown_groups.ts";
import { temporaryFolder } from "../../cli/healer.ts";

const layout = { idColumn: "id", classes: ["a", "b"], language: "en", details: true } as const;

/** Texts that are hard to tell from what parts cells and rows. */
const rows = fc.array(
  fc.tuple(
    fc.string({
      unit: fc.constantFrom("a", ",", '"', "\n", "\r", "}", "{", "é", "字"),
      maxLength: 6,
    }),
    fc.integer({ min: 0, max: 3 }),
  ),
  { maxLength: 20 },
);

/** Row r is in the group of that number, 0 = in none. */
function groupsOf(ids: readonly number[]): UnknownGroups {
  const grouped = ids.flatMap((id, place) => id === 0 ? [] : [{ place, id }]);
  return {
    groups: [1, 2, 3].map((id) => ({ id, rows: 1, incidents: null, signs: [] })),
    places: Int32Array.from(grouped, ({ place }) => place),
    ids: Int32Array.from(grouped, ({ id }) => id),
  };
}

describe("the groups of unknown rows in a result", () => {
  it("end the lines of their rows in CSV, whatever the cells before hold", async () => {
    await using folder = await temporaryFolder();
    const path = folder.path("result.csv");
    await fc.assert(
      fc.asyncProperty(rows, async (rows) => {
        const lines = rows.map(([text]) => `x,${csvText(text)}`);
        await Deno.writeTextFile(path, ["id,text", ...lines, ""].join("\n"));
        assert.ok(
          await addUnknownGroups([path], layout, rows.length, groupsOf(rows.map(([, id]) => id))),
        );
        const expected = lines.map((line, place) => `${line},${rows[place]?.[1] || ""}`);
        assert.equal(
          await Deno.readTextFile(path),
          ["id,text,unknown_group", ...expected, ""].join("\n"),
        );
      }),
      { numRuns: 60 },
    );
  });

  it("are the last value of their objects in JSON, null where there is none", async () => {
    await using folder = await temporaryFolder();
    const path = folder.path("result.json");
    await fc.assert(
      fc.asyncProperty(rows, async (rows) => {
        const objects = rows.map(([text]) => JSON.stringify({ id: text }));
        await Deno.writeTextFile(
          path,
          rows.length === 0 ? "[]\n" : `[\n${objects.join(",\n")}\n]\n`,
        );
        await addUnknownGroups([path], layout, rows.length, groupsOf(rows.map(([, id]) => id)));
        assert.deepEqual(
          JSON.parse(await Deno.readTextFile(path)),
          rows.map(([text, id]) => ({ id: text, unknown_group: id === 0 ? null : id })),
        );
      }),
      { numRuns: 60 },
    );
  });

  it("are left out where there are none, and where the ids stand under that name", async () => {
    await using folder = await temporaryFolder();
    const path = folder.path("result.csv");
    await Deno.writeTextFile(path, "id\n1\n");
    const none = { groups: [], places: new Int32Array(), ids: new Int32Array() };
    assert.equal(await addUnknownGroups([path], layout, 1, none), false);
    const named = { ...layout, idColumn: "unknown_group" };
    assert.equal(await addUnknownGroups([path], named, 1, groupsOf([1])), false);
    assert.equal(await Deno.readTextFile(path), "id\n1\n");
  });
});
