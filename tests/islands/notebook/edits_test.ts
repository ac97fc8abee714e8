import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import {
  addCell,
  duplicateCell,
  freeId,
  moveCell,
  removeCell,
  setInput,
  setParam,
  setTitle,
} from "@/islands/notebook/edits.ts";
import { checkNotebook, kindsByName } from "@/pipeline/kernel/notebook.ts";
import { cellKinds } from "@/pipeline/cells/registry.ts";
import type { NotebookContent } from "@/web/api_schema.ts";

const notebook: NotebookContent = {
  format: 1,
  title: "Test",
  cells: [
    { id: "simulate", kind: "simulate", params: { rows: 100 } },
    { id: "split", kind: "split", params: {} },
    { id: "scale", kind: "scale", params: {}, inputs: { table: "simulate" } },
  ],
};

const ids = ({ cells }: NotebookContent): string[] => cells.map(({ id }) => id);

describe("edits of a notebook", () => {
  it("set a param, and leave it to its default again", () => {
    const changed = setParam(notebook, "simulate", "seed", 7);
    assert.deepEqual(changed.cells[0]?.params, { rows: 100, seed: 7 });
    assert.deepEqual(setParam(changed, "simulate", "seed", undefined), notebook);
    assert.deepEqual(notebook.cells[0]?.params, { rows: 100 });
  });

  it("name a cell, and take the name away with a blank one", () => {
    const named = setTitle(notebook, "split", "  By incident ");
    assert.equal(named.cells[1]?.title, "By incident");
    assert.deepEqual(setTitle(named, "split", " "), notebook);
  });

  it("name an input, and leave it to the nearest cell again", () => {
    const named = setInput(notebook, "split", "table", "simulate");
    assert.deepEqual(named.cells[1]?.inputs, { table: "simulate" });
    assert.equal("inputs" in (setInput(named, "split", "table", undefined).cells[1] ?? {}), false);
  });

  it("add a cell where it shall stand, under an id that is free", () => {
    const once = addCell(notebook, "impute", 1);
    assert.deepEqual(ids(once), ["simulate", "impute", "split", "scale"]);
    assert.deepEqual(ids(addCell(once, "impute", 0)), [
      "impute-2",
      "simulate",
      "impute",
      "split",
      "scale",
    ]);
  });

  it("copy a cell to the place below it", () => {
    const copied = duplicateCell(notebook, "scale");
    assert.deepEqual(ids(copied), ["simulate", "split", "scale", "scale-2"]);
    assert.deepEqual(copied.cells[3]?.inputs, { table: "simulate" });
  });

  it("take a cell away, and with it the inputs that name it", () => {
    const removed = removeCell(notebook, "simulate");
    assert.deepEqual(ids(removed), ["split", "scale"]);
    assert.equal("inputs" in (removed.cells[1] ?? {}), false);
  });

  it("move a cell as far as there are places", () => {
    assert.deepEqual(ids(moveCell(notebook, "scale", -1)), ["simulate", "scale", "split"]);
    assert.equal(moveCell(notebook, "scale", 1), notebook);
    assert.equal(moveCell(notebook, "simulate", -1), notebook);
  });

  it("give notebooks that the server takes, whatever is done in whatever order", () => {
    const kinds = kindsByName(cellKinds);
    const edit = fc.oneof(
      fc.tuple(fc.constantFrom(...kinds.keys()), fc.nat(9))
        .map(([kind, index]) => (before: NotebookContent) => addCell(before, kind, index)),
      fc.nat(9).map((at) => (before: NotebookContent) =>
        removeCell(before, before.cells[at]?.id ?? "")
      ),
      fc.nat(9).map((at) => (before: NotebookContent) =>
        duplicateCell(before, before.cells[at]?.id ?? "")
      ),
      fc.tuple(fc.nat(9), fc.integer({ min: -3, max: 3 })).map(
        ([at, by]) => (before: NotebookContent) => moveCell(before, before.cells[at]?.id ?? "", by),
      ),
    );
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 12 }), (edits) => {
        const changed = edits.reduce((before, each) => each(before), notebook);
        checkNotebook(JSON.parse(JSON.stringify(changed)), kinds);
        assert.equal(new Set(ids(changed)).size, changed.cells.length);
      }),
      { numRuns: 200 },
    );
  });

  it("never give an id twice", () => {
    const full = {
      ...notebook,
      cells: Array.from({ length: 5 }, (_, n) => ({
        id: n === 0 ? "note" : `note-${n + 1}`,
        kind: "note",
        params: {},
      })),
    };
    assert.equal(freeId(full, "note"), "note-6");
  });
});
