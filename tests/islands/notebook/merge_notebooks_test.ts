import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { mergeNotebooks, type Side } from "@/islands/notebook/merge_notebooks.ts";
import { notebookChanges } from "@/pipeline/kernel/notebook_changes.ts";
import { isSameJson, ownValue } from "@/pipeline/kernel/same_json.ts";
import type { NotebookContent } from "@/web/api_schema.ts";
import { afterEdit, editArbitrary, notebookArbitrary } from "./notebook_arbitraries.ts";

type Cell = NotebookContent["cells"][number];

const cell = (id: string, params: Cell["params"] = {}, inputs?: Record<string, string>): Cell => ({
  id,
  kind: id,
  params,
  ...(inputs === undefined ? {} : { inputs }),
});
const book = (...cells: Cell[]): NotebookContent => ({ format: 1, title: "Faults", cells });
const ids = ({ cells }: NotebookContent): string[] => cells.map(({ id }) => id);
const versions = notebookArbitrary.chain((base) => {
  const names = ids(base);
  return fc.tuple(fc.constant(base), editArbitrary(names, "mine"), editArbitrary(names, "theirs"))
    .map(([base, mine, theirs]) => [base, afterEdit(base, mine), afterEdit(base, theirs)] as const);
});

/** Two edits of different cells: the first half of them is mine, the rest theirs. */
const disjointVersions = notebookArbitrary.chain((base) => {
  const names = ids(base);
  const half = Math.ceil(names.length / 2);
  return fc.tuple(
    fc.constant(base),
    editArbitrary(names.slice(0, half), "mine"),
    editArbitrary(names.slice(half), "theirs"),
  ).map(([base, mine, theirs]) =>
    [
      base,
      afterEdit(base, { ...mine, move: undefined }),
      afterEdit(base, { ...theirs, title: undefined }),
    ] as const
  );
});

describe("merging two versions of a notebook", () => {
  it("gives the same whoever comes first, where they changed different things", () => {
    fc.assert(fc.property(disjointVersions, ([base, mine, theirs]) => {
      const one = mergeNotebooks(base, mine, theirs);
      const other = mergeNotebooks(base, theirs, mine);
      assert.deepEqual(one.conflicts, []);
      assert.deepEqual(other.conflicts, []);
      assert.ok(isSameJson(one.notebook, other.notebook));
    }));
  });

  it("loses no change of either, where they changed different things", () => {
    const changes = (before: NotebookContent, after: NotebookContent): string[] =>
      notebookChanges(before, after)
        .filter(({ type }) => type !== "moved")
        .map((change) => JSON.stringify({ ...change, number: 0 })).sort();
    fc.assert(fc.property(disjointVersions, ([base, mine, theirs]) => {
      const { notebook } = mergeNotebooks(base, mine, theirs);
      assert.deepEqual(changes(theirs, notebook), changes(base, mine));
      assert.deepEqual(changes(mine, notebook), changes(base, theirs));
    }));
  });

  it("takes what one side alone has changed as it is", () => {
    fc.assert(fc.property(versions, ([base, mine, theirs]) => {
      for (const [here, there, expected] of [[mine, base, mine], [base, theirs, theirs]] as const) {
        const { notebook, conflicts } = mergeNotebooks(base, here, there);
        assert.deepEqual(conflicts, []);
        assert.ok(isSameJson(notebook, expected));
      }
      const { notebook, conflicts } = mergeNotebooks(base, mine, structuredClone(mine));
      assert.deepEqual(conflicts, []);
      assert.ok(isSameJson(notebook, mine));
    }));
  });

  it("keeps what nobody deleted, each cell once, and every change where one side is chosen", () => {
    const side = fc.constantFrom<Side>("mine", "theirs");
    fc.assert(fc.property(versions, side, ([base, mine, theirs], chosen) => {
      const { conflicts } = mergeNotebooks(base, mine, theirs);
      const choices = new Map(conflicts.map(({ key }) => [key, chosen]));
      const { notebook } = mergeNotebooks(base, mine, theirs, choices);
      assert.equal(new Set(ids(notebook)).size, notebook.cells.length);
      const both = ids(mine).filter((id) => ids(theirs).includes(id));
      for (const id of both) assert.ok(ids(notebook).includes(id), id);
      const winner = chosen === "mine" ? mine : theirs;
      const conflicting = new Set(conflicts.map((conflict) => conflict.cell));
      for (const { id, params } of winner.cells) {
        const merged = notebook.cells.find((each) => each.id === id);
        if (conflicting.has(id)) assert.ok(merged, id);
        for (const { cell, path } of conflicts) {
          const name = path[1];
          if (cell !== id || name === undefined || path.length > 2) continue;
          assert.ok(isSameJson(ownValue(merged?.params ?? {}, name), ownValue(params, name)), name);
        }
      }
    }));
  });

  it("merges two params of one cell, and two params of one learner", () => {
    const base = book(
      cell("train", { folds: 5, learner: { name: "forest", trees: 300, depth: 3 } }),
    );
    const mine = book(
      cell("train", { folds: 3, learner: { name: "forest", trees: 12, depth: 3 } }),
    );
    const theirs = book(
      cell("train", { folds: 5, seed: 7, learner: { name: "forest", trees: 300, depth: 9 } }),
    );
    assert.deepEqual(mergeNotebooks(base, mine, theirs), {
      notebook: book(
        cell("train", { folds: 3, seed: 7, learner: { name: "forest", trees: 12, depth: 9 } }),
      ),
      conflicts: [],
    });
  });

  it("asks where a learner was changed for another one while one of its params was", () => {
    const base = book(cell("train", { learner: { name: "forest", trees: 300 } }));
    const mine = book(cell("train", { learner: { name: "boosting" } }));
    const theirs = book(cell("train", { learner: { name: "forest", trees: 12 } }));
    const { conflicts } = mergeNotebooks(base, mine, theirs);
    assert.deepEqual(conflicts.map(({ cell, path }) => ({ cell, path })), [
      { cell: "train", path: ["params", "learner"] },
    ]);
  });

  it("asks where one side changed what the other deleted, and does as it is told", () => {
    const base = book(cell("scale", { method: "robust" }), cell("train"));
    const mine = book(cell("train"));
    const theirs = book(cell("scale", { method: "standard" }), cell("train"));
    const { conflicts } = mergeNotebooks(base, mine, theirs);
    assert.deepEqual(conflicts.map(({ cell, path, mine }) => ({ cell, path, mine })), [
      { cell: "scale", path: [], mine: undefined },
    ]);
    const key = conflicts[0]?.key ?? "";
    const chosen = (side: Side) =>
      ids(mergeNotebooks(base, mine, theirs, new Map([[key, side]])).notebook);
    assert.deepEqual(chosen("mine"), ["train"]);
    assert.deepEqual(chosen("theirs"), ["scale", "train"]);
  });

  it("keeps both of two new cells that bear one id, and the wire to mine", () => {
    const base = book(cell("import"));
    const mine = book(
      cell("import"),
      cell("scale", { method: "robust" }),
      cell("train", {}, { table: "scale" }),
    );
    const theirs = book(cell("import"), cell("scale", { method: "standard" }));
    const { notebook, conflicts } = mergeNotebooks(base, mine, theirs);
    assert.deepEqual(conflicts, []);
    assert.deepEqual(
      notebook.cells.map(({ id, params }) => [id, params.method]),
      [["import", undefined], ["scale", "standard"], ["scale-2", "robust"], ["train", undefined]],
    );
    assert.deepEqual(notebook.cells[3]?.inputs, { table: "scale-2" });
  });

  it("leaves no wire to a cell that is deleted", () => {
    const base = book(cell("import"), cell("scale"), cell("train"));
    const mine = book(cell("import"), cell("train"));
    const theirs = book(cell("import"), cell("scale"), cell("train", {}, { table: "scale" }));
    const { notebook, conflicts } = mergeNotebooks(base, mine, theirs);
    assert.deepEqual(conflicts, []);
    assert.deepEqual(notebook, book(cell("import"), cell("train")));
  });

  it("lets each side move cells of its own", () => {
    const order = (...names: string[]) => book(...names.map((name) => cell(name)));
    const base = order("a", "b", "c", "d", "e");
    const mine = order("b", "a", "c", "d", "e");
    const theirs = order("a", "b", "c", "e", "d");
    assert.deepEqual(ids(mergeNotebooks(base, mine, theirs).notebook), ["b", "a", "c", "e", "d"]);
  });
});
