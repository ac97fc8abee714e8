import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { movedIds } from "@/pipeline/kernel/cell_order.ts";
import { notebookChanges } from "@/pipeline/kernel/notebook_changes.ts";
import { isSameJson } from "@/pipeline/kernel/same_json.ts";

const notebook = (title: string, ...cells: { id: string; params?: Record<string, unknown> }[]) => ({
  title,
  cells: cells.map(({ id, params = {} }) => ({ id, kind: id, params })),
});

describe("the changes between two notebooks", () => {
  it("are told cell by cell and param by param", () => {
    const before = notebook(
      "Faults",
      { id: "import", params: { label: "fault" } },
      { id: "scale" },
      { id: "train", params: { learner: { name: "forest", trees: 300 }, folds: 5 } },
    );
    const after = notebook(
      "Faults of May",
      { id: "import" },
      { id: "train", params: { learner: { name: "forest", trees: 12 }, folds: 5, seed: 3 } },
      { id: "evaluate" },
    );
    const train = { cell: "train", kind: "train", number: 2 };
    assert.deepEqual(notebookChanges(before, after), [
      { type: "title", before: "Faults", after: "Faults of May" },
      {
        type: "param",
        cell: "import",
        kind: "import",
        number: 1,
        path: ["label"],
        before: "fault",
      },
      { type: "param", ...train, path: ["learner", "trees"], before: 300, after: 12 },
      { type: "param", ...train, path: ["seed"], after: 3 },
      { type: "added", cell: "evaluate", kind: "evaluate", number: 3 },
      { type: "removed", cell: "scale", kind: "scale", number: 2 },
    ]);
  });

  it("are a whole value where another variant is chosen", () => {
    const before = notebook("", { id: "train", params: { learner: { name: "forest", trees: 9 } } });
    const after = notebook("", { id: "train", params: { learner: { name: "boosting" } } });
    assert.deepEqual(notebookChanges(before, after), [{
      type: "param",
      cell: "train",
      kind: "train",
      number: 1,
      path: ["learner"],
      before: { name: "forest", trees: 9 },
      after: { name: "boosting" },
    }]);
  });

  it("are none exactly where both say the same, in whatever order of keys", () => {
    const params = fc.dictionary(
      fc.constantFrom("a", "b", "__proto__"),
      fc.jsonValue({ maxDepth: 2 }),
    );
    fc.assert(fc.property(params, params, (one, other) => {
      const [a, b] = [one, other].map((params) => notebook("", { id: "x", params }));
      assert.ok(a && b);
      const isSame = notebookChanges(a, b).length === 0;
      assert.equal(isSame, isSameJson(one, other));
      const turned = Object.fromEntries(Object.entries(one).reverse());
      assert.deepEqual(notebookChanges(a, notebook("", { id: "x", params: turned })), []);
    }));
  });

  it("name the fewest cells that were moved", () => {
    const order = fc.uniqueArray(fc.constantFrom(..."abcdefgh"), { maxLength: 8 });
    fc.assert(fc.property(order, fc.nat(7), fc.nat(7), (before, from, to) => {
      if (before.length === 0) return;
      const at = from % before.length;
      const after = before.toSpliced(at, 1).toSpliced(to % before.length, 0, before[at] ?? "");
      const moved = movedIds(before, after);
      assert.ok(moved.size <= 1);
      assert.equal(moved.size === 0, before.join() === after.join());
      const stay = (ids: readonly string[]) => ids.filter((id) => !moved.has(id));
      assert.deepEqual(stay(before), stay(after));
    }));
  });
});
