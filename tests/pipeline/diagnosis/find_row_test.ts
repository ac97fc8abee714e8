import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { findRow, type FoundRow } from "@/pipeline/diagnosis/find_row.ts";
import { openRows } from "@/pipeline/diagnosis/open_rows.ts";
import type { ModelCard } from "@/pipeline/model/model_card.ts";
import { openModelBytes } from "@/pipeline/model/model_file.ts";
import { defaultRecipe } from "@/pipeline/model/recipe.ts";
import { trainModel } from "@/pipeline/model/train_model.ts";
import { HealerError } from "@/pipeline/problem.ts";
import { quietContext } from "@/pipeline/run_context.ts";
import { withFile } from "../table/temporary_file.ts";
import { sampleTable } from "../model/sample_tables.ts";

const table = `host,kpi_0,kpi_1
b,0,x
a,6,3
a,1,3
2,7,1
c,8,9,10
`;

describe("findRow", () => {
  it("finds a row by its id, the first where ids repeat, or by its number", async () => {
    const byId = await find("a", "host");
    assert.deepEqual([byId.position, [...byId.values]], [2, [6, 3]]);
    assert.deepEqual(byId.notices.map(({ code }) => code), ["diagnosis/repeated-id"]);
    assert.equal((await find("2", "host")).position, 4);
    const byNumber = await find("1", "host");
    assert.deepEqual([byNumber.id, [...byNumber.values]], ["b", [0, NaN]]);
    assert.deepEqual(byNumber.notices.map(({ code }) => code), ["diagnosis/cell-missing"]);
    assert.deepEqual([(await find("2")).id, (await find("2")).position], ["2", 2]);
  });

  it("says which rows there are, and why one could not be read", async () => {
    assert.match((await problemOf("bb", "host")).hint.en, /Did you mean "b"/);
    assert.equal((await problemOf("17", "host")).code, "diagnosis/no-such-row");
    assert.match((await problemOf("a")).hint.en, /from 1 to 5/);
    const unread = await problemOf("5");
    assert.deepEqual([unread.code, unread.place.line], ["diagnosis/unread-row", 6]);
  });
});

async function find(wanted: string, id?: string): Promise<FoundRow> {
  return await withFile(table, async (path) => {
    const card = await cardOfTwo();
    const rows = await openRows(path, card, id === undefined ? {} : { id });
    return await findRow(card, rows, wanted, path);
  });
}

async function problemOf(wanted: string, id?: string) {
  try {
    await find(wanted, id);
  } catch (error) {
    if (error instanceof HealerError) return error.problem;
    throw error;
  }
  throw new Error(`The row ${wanted} was found.`);
}

async function cardOfTwo(): Promise<ModelCard> {
  const rows = sampleTable({ rows: 20, width: 2, classes: 2 });
  const recipe = defaultRecipe("dummy");
  const { bytes } = await trainModel(rows, recipe, { folds: 0, keepRows: false }, quietContext());
  await using file = await openModelBytes(bytes, "model.onnx");
  return file.card;
}
