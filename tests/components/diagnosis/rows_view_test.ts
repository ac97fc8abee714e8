import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import {
  addressOf,
  queryOf,
  rowsAPage,
  type RowsView,
  shownKinds,
  sortColumns,
  viewOf,
  viewOfRow,
  wholeView,
} from "@/components/diagnosis/rows/rows_view.ts";

const plain = { noNullPrototype: true };
const text = fc.string({ maxLength: 20, unit: "binary" }).map((each) => each.toWellFormed());

const views: fc.Arbitrary<RowsView> = fc.record({
  show: fc.constantFrom(...shownKinds),
  fault: fc.option(text),
  group: fc.option(fc.integer({ min: 1, max: 50 })),
  search: text,
  sort: fc.option(fc.record({
    column: fc.constantFrom(...sortColumns),
    isDescending: fc.boolean(),
  }, plain)),
  page: fc.integer({ min: 0, max: 40_000 }),
  row: fc.option(fc.integer({ min: 1, max: 1_000_000 })),
  among: fc.constant(null),
}, plain);

describe("what is seen of the rows of a diagnosis", () => {
  it("is the same again from its address, whatever the names of faults and the words", () => {
    fc.assert(fc.property(views, (view) => {
      const first = view.row !== null && view.page === 0 ? { ...view, row: null } : view;
      assert.deepEqual(viewOf(new URLSearchParams(addressOf(first).toString())), first);
    }));
  });

  it("begins with the page of the row that an address names", () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 1_000_000 }), (row) => {
      const view = viewOf(new URLSearchParams({ row: String(row) }));
      assert.deepEqual(view, viewOfRow(row));
      assert.ok(view.page * rowsAPage < row && row <= (view.page + 1) * rowsAPage);
    }));
  });

  it("leaves out what an address says wrongly", () => {
    for (
      const address of ["row=0", "row=x", "row=1e99", "page=-1", "show=none", "sort=p_a", "group=a"]
    ) {
      assert.deepEqual(viewOf(new URLSearchParams(address)), wholeView, address);
    }
  });

  it("counts a row that fits nothing known to no fault, unless unknown rows are asked for", () => {
    const view = { ...wholeView, fault: "lock" };
    assert.deepEqual(queryOf(view, true).filter, [
      { column: "diagnosis", op: "is", value: "lock" },
      { column: "verdict", op: "is-not", value: "unknown" },
    ]);
    assert.deepEqual(queryOf({ ...view, show: "unknown" }, true).filter, [
      { column: "verdict", op: "is", value: "unknown" },
      { column: "diagnosis", op: "is", value: "lock" },
    ]);
    assert.deepEqual(queryOf(view, false).filter, [
      { column: "diagnosis", op: "is", value: "lock" },
    ]);
  });
});
