import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { addSubset } from "@/islands/notebook/subset_edit.ts";
import { wiresOf } from "@/islands/notebook/wires.ts";
import { describeCellKinds } from "@/pipeline/cells/cell_schema.ts";
import { kindSchema, type NotebookContent } from "@/web/api_schema.ts";

const kinds = new Map(
  describeCellKinds().map((kind) => [kind.kind, kindSchema.parse(structuredClone(kind))]),
);

function notebookOf(...names: string[]): NotebookContent {
  return {
    format: 1,
    title: "",
    cells: names.map((kind) => ({ id: kind, kind, params: {} })),
  };
}

const sources = (notebook: NotebookContent, id: string): (string | undefined)[] => {
  const index = notebook.cells.findIndex((cell) => cell.id === id);
  return wiresOf(notebook, kinds, index).map(({ source }) => source);
};

describe("addSubset", () => {
  it("adds a cell below that reads what the cell reads, and changes what no other cell reads", () => {
    const before = notebookOf("import", "split", "projection", "impute", "train", "evaluate");
    const added = addSubset(before, kinds, "projection", { mode: "keep", rows: "1-3,9" });
    assert.ok(added !== undefined);
    const { notebook, id } = added;
    assert.deepEqual(notebook.cells.map((cell) => cell.id), [
      "import",
      "split",
      "projection",
      "subset",
      "impute",
      "train",
      "evaluate",
    ]);
    assert.equal(id, "subset");
    assert.deepEqual(notebook.cells[3]?.params, { rows: "1-3,9" });
    assert.deepEqual(sources(notebook, "subset"), ["split"]);
    for (const cell of before.cells) {
      assert.deepEqual(sources(notebook, cell.id), sources(before, cell.id), cell.id);
    }
    assert.deepEqual(
      notebook.cells.filter(({ inputs }) => inputs !== undefined).map((cell) => cell.id),
      ["subset", "impute"],
      "only those who would read something else are held",
    );
  });

  it("finds a free name, and leaves rows out where asked to", () => {
    const first = addSubset(notebookOf("import", "projection"), kinds, "projection", {
      mode: "drop",
      rows: "4",
    });
    assert.deepEqual(first?.notebook.cells[2]?.params, { mode: "drop", rows: "4" });
    const second = first && addSubset(first.notebook, kinds, "projection", {
      mode: "keep",
      rows: "5",
    });
    assert.equal(second?.id, "subset-2");
  });

  it("adds nothing where no table is read", () => {
    const choice = { mode: "keep", rows: "1" } as const;
    assert.equal(addSubset(notebookOf("projection"), kinds, "projection", choice), undefined);
    assert.equal(addSubset(notebookOf("import"), kinds, "gone", choice), undefined);
  });
});
