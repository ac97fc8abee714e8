import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { insertCells } from "@/islands/notebook/paste.ts";
import { cellKinds } from "@/pipeline/cells/registry.ts";
import { checkNotebook, kindsByName } from "@/pipeline/kernel/notebook.ts";
import type { NotebookContent } from "@/web/api_schema.ts";

const notebook: NotebookContent = {
  format: 1,
  title: "",
  cells: [
    { id: "simulate", kind: "simulate", params: {} },
    { id: "scale", kind: "scale", params: {} },
  ],
};

describe("cells that are pasted", () => {
  it("get ids of their own and still read one another", () => {
    const { notebook: pasted, ids } = insertCells(notebook, [
      { id: "scale", kind: "scale", params: {}, inputs: { table: "simulate" } },
      { id: "other", kind: "impute", params: {}, inputs: { table: "scale" } },
      { kind: "split", params: {}, inputs: { table: "elsewhere" } },
    ], 1);
    assert.deepEqual(ids, ["scale-2", "impute", "split"]);
    assert.deepEqual(pasted.cells.map(({ id }) => id), ["simulate", ...ids, "scale"]);
    assert.deepEqual(pasted.cells[1]?.inputs, { table: "simulate" });
    assert.deepEqual(pasted.cells[2]?.inputs, { table: "scale-2" });
    assert.equal("inputs" in (pasted.cells[3] ?? {}), false);
  });

  it("make a notebook that can be saved, whatever their kinds and ids are", () => {
    const drafts = fc.array(
      fc.record({
        id: fc.string({ unit: "binary" }),
        kind: fc.string({ minLength: 1, unit: "binary" }),
        params: fc.constant({}),
        inputs: fc.dictionary(fc.string(), fc.constantFrom("simulate", "nowhere")),
      }, { requiredKeys: ["kind", "params"] }),
      { maxLength: 5 },
    );
    fc.assert(fc.property(drafts, (cells) => {
      const { notebook: pasted, ids } = insertCells(notebook, cells, 2);
      assert.equal(ids.length, cells.length);
      checkNotebook(JSON.parse(JSON.stringify(pasted)), kindsByName(cellKinds));
    }));
  });
});
