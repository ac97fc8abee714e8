import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { collectRows } from "@/pipeline/diagnosis/collect_rows.ts";
import { openRows } from "@/pipeline/diagnosis/open_rows.ts";
import type { ModelCard } from "@/pipeline/model/model_card.ts";
import { trainModel } from "@/pipeline/model/train_model.ts";
import { defaultRecipe } from "@/pipeline/model/recipe.ts";
import { toTrainingTable } from "@/pipeline/model/training_table.ts";
import { quietContext } from "@/pipeline/run_context.ts";
import { readTable } from "@/pipeline/table/read_table.ts";
import { withFile } from "../table/temporary_file.ts";

const count = 500;
const lines = Array.from(
  { length: count },
  (_, row) => `${row},${row % 2},incident ${Math.floor(row / 10)},${row % 2 === 0 ? "a" : "b"}`,
);
const header = "load,lag,incident,fault";

describe("collectRows", () => {
  it("gives all rows in their order, with their numbers, groups and what could not be read", async () => {
    const card = await cardOf();
    const table = [header, ...lines.slice(0, 30), "1,2,3,4,5,6", ...lines.slice(30, 40)].join("\n");
    await withFile(table, async (path) => {
      const rows = await collectRows(card, await openRows(path, card), undefined, quietContext());
      assert.equal(rows.unread, 1);
      assert.equal(rows.readable, 40);
      assert.deepEqual(rows.matrix.names, ["load", "lag"]);
      assert.deepEqual([...rows.matrix.values].slice(0, 4), [0, 0, 1, 1]);
      assert.deepEqual(rows.ids.slice(28, 32), ["29", "30", "32", "33"]);
      assert.deepEqual([...rows.groups ?? []], lines.slice(0, 40).map((_, row) => row / 10 | 0));
    });
  });

  it("draws rows evenly, each at most once, in their order, the same for the same seed", async () => {
    const card = await cardOf();
    await withFile([header, ...lines].join("\n"), async (path) => {
      const drawn = async (seed: number): Promise<number[]> => {
        const opened = await openRows(path, card);
        const { ids, matrix } = await collectRows(card, opened, 50, quietContext(seed));
        assert.deepEqual(
          ids.map(Number),
          [...matrix.values].filter((_, i) => i % 2 === 0).map((v) => v + 1),
        );
        return ids.map(Number);
      };
      const first = await drawn(1);
      assert.deepEqual(await drawn(1), first);
      assert.notDeepEqual(await drawn(2), first);
      assert.equal(new Set(first).size, 50);
      assert.deepEqual(first, first.toSorted((a, b) => a - b));
      const mean = first.reduce((sum, each) => sum + each, 0) / 50;
      assert.ok(Math.abs(mean - count / 2) < 100, `mean ${mean}`);
    });
  });
});

async function cardOf(): Promise<ModelCard> {
  return await withFile([header, ...lines].join("\n"), async (path) => {
    const { frame, columns } = await readTable(path);
    const roles = { load: "feature", lag: "feature", incident: "group", fault: "label" } as const;
    const table = toTrainingTable(frame, {
      columns: columns.map((column) => ({
        ...column,
        role: Object.entries(roles).find(([name]) => name === column.name)?.[1] ?? "ignored",
      })),
      source: { name: "rows.csv", sha256: "" },
      quarantined: 0,
    });
    const recipe = defaultRecipe("random-forest", { trees: 2 });
    const options = { folds: 0, keepRows: false };
    return (await trainModel(table, recipe, options, quietContext())).card;
  });
}
