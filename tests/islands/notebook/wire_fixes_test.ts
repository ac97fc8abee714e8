import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { addCells, moveCell, setInput } from "@/islands/notebook/edits.ts";
import { movedWires } from "@/islands/notebook/moves.ts";
import { structureOf } from "@/islands/notebook/structure.ts";
import { type WireFix, wrongWires } from "@/islands/notebook/wire_fixes.ts";
import { describeCellKinds } from "@/pipeline/cells/cell_schema.ts";
import { cellKinds } from "@/pipeline/cells/registry.ts";
import { buildGraph } from "@/pipeline/kernel/graph.ts";
import { checkNotebook, kindsByName } from "@/pipeline/kernel/notebook.ts";
import type { ApiKind, NotebookContent } from "@/web/api_schema.ts";

const kinds = new Map<string, ApiKind>(
  describeCellKinds().map((kind) => [kind.kind, { ...kind, params: { ...kind.params } }]),
);

/** Notebooks of cells that read any of the others, themselves, or one that is not there. */
const notebooks = fc.array(
  fc.record({
    kind: fc.constantFrom(
      "simulate",
      "impute",
      "sql",
      "train",
      "evaluate",
      "diagnose",
      "note",
    ),
    source: fc.option(fc.nat(8), { freq: 2, nil: undefined }),
    port: fc.constantFrom("table", "model", "a", "b", "nonsense"),
  }),
  { minLength: 1, maxLength: 7 },
).map((cells): NotebookContent => ({
  format: 1,
  title: "",
  cells: cells.map(({ kind, source, port }, index) => ({
    id: `c${index}`,
    kind,
    params: {},
    ...(source === undefined ? {} : { inputs: { [port]: `c${source}` } }),
  })),
}));

function graphProblems(notebook: NotebookContent): Map<string, string> {
  const checked = checkNotebook(notebook, kindsByName(cellKinds)).notebook;
  const graph = buildGraph(checked, kindsByName(cellKinds));
  return new Map(
    [...graph].flatMap(([id, { problem }]) =>
      problem?.code.startsWith("graph/") ? [[id, problem.code]] : []
    ),
  );
}

function apply(notebook: NotebookContent, id: string, index: number, fix: WireFix) {
  switch (fix.fix) {
    case "read":
    case "drop":
      return setInput(notebook, id, fix.port, undefined);
    case "move":
      return moveCell(notebook, fix.cell, fix.by);
    case "add":
      return setInput(addCells(notebook, fix.kinds, index), id, fix.port, undefined);
  }
}

describe("what is wrong with wires", () => {
  it("is found where the kernel's graph finds it", () => {
    fc.assert(fc.property(notebooks, (notebook) => {
      const structure = structureOf(notebook);
      const wrong = notebook.cells.filter((_, index) =>
        wrongWires(structure, kinds, index).length > 0
      );
      assert.deepEqual(wrong.map(({ id }) => id), [...graphProblems(notebook).keys()]);
    }));
  });

  it("has a way out, and the first one repairs it", () => {
    fc.assert(fc.property(notebooks, (notebook) => {
      const structure = structureOf(notebook);
      notebook.cells.forEach(({ id }, index) => {
        for (const { port, fixes: [first] } of wrongWires(structure, kinds, index)) {
          assert.ok(first !== undefined, `${id} ${port}`);
          const repaired = structureOf(apply(notebook, id, index, first));
          const at = repaired.cells.findIndex((cell) => cell.id === id);
          const left = wrongWires(repaired, kinds, at).map((wire) => wire.port);
          assert.ok(!left.includes(port), `${id} ${port} ${first.fix}`);
        }
      });
    }));
  });

  it("goes away with the cell that is added, or moved above", () => {
    const evaluate = { id: "evaluate", kind: "evaluate", params: {} };
    const train = { id: "train", kind: "train", params: {} };
    const table = { id: "simulate", kind: "simulate", params: {} };
    const lonely = { format: 1, title: "", cells: [table, evaluate] };
    const [missing] = wrongWires(structureOf(lonely), kinds, 1);
    assert.deepEqual(missing?.fixes, [{ fix: "add", port: "model", kinds: ["train"] }]);
    const below: NotebookContent = {
      format: 1,
      title: "",
      cells: [table, { ...evaluate, inputs: { model: "train" } }, train],
    };
    const [wrong] = wrongWires(structureOf(below), kinds, 1);
    assert.equal(wrong?.misfit, "below");
    const move = wrong?.fixes.find(({ fix }) => fix === "move");
    assert.ok(move !== undefined);
    const moved = apply(below, "evaluate", 1, move);
    assert.deepEqual(moved.cells.map(({ id }) => id), ["simulate", "train", "evaluate"]);
    assert.deepEqual([...graphProblems(moved)], []);
  });
});

describe("what a move does to wires", () => {
  const cells: NotebookContent = {
    format: 1,
    title: "",
    cells: [
      { id: "simulate", kind: "simulate", params: {} },
      { id: "impute", kind: "impute", params: {} },
      { id: "scale", kind: "scale", params: {}, inputs: { table: "impute" } },
    ],
  };
  const structure = structureOf(cells);

  it("is nothing where the cell stays", () => {
    assert.deepEqual(movedWires(structure, kinds, 1, 1), []);
  });

  it("breaks a wire to a cell that now stands below, and others read the nearest one", () => {
    assert.deepEqual(movedWires(structure, kinds, 2, 0), [
      { cell: "scale", port: "table", before: "impute", after: "impute", isBroken: true },
    ]);
    assert.deepEqual(movedWires(structure, kinds, 0, 2), [
      { cell: "impute", port: "table", before: "simulate", after: undefined, isBroken: false },
    ]);
  });
});
