import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { type GraphRow, graphWires, laneCount } from "@/components/notebook/graph_lanes.ts";

const rowsArbitrary: fc.Arbitrary<GraphRow[]> = fc
  .array(
    fc.record({ hasMark: fc.boolean(), reads: fc.array(fc.nat(30), { maxLength: 3 }) }),
    { maxLength: 25 },
  )
  .map((rows) =>
    rows.map(({ hasMark, reads }, index) => ({
      hasMark,
      sources: index === 0 ? [] : reads.map((each) => each % index),
    }))
  );

const row = (...sources: number[]): GraphRow => ({ hasMark: true, sources });

describe("the wires of the outline", () => {
  it("go straight to the next mark and beside the marks to others", () => {
    const note = { hasMark: false, sources: [] };
    assert.deepEqual(graphWires([row(), note, row(0), row(2), row(2)]), [
      { from: 0, to: 2, lane: 0 },
      { from: 2, to: 3, lane: 0 },
      { from: 2, to: 4, lane: 1 },
    ]);
  });

  it("share a lane where they come from one row, and the shorter ones are nearer", () => {
    const wires = graphWires([row(), row(0), row(1), row(1, 0), row(0), row(0)]);
    assert.equal(wires.find(({ from, to }) => from === 1 && to === 3)?.lane, 1);
    assert.deepEqual(
      wires.filter(({ from, lane }) => from === 0 && lane > 0).map(({ lane }) => lane),
      [2, 2, 2],
    );
    assert.equal(laneCount(wires), 2);
  });

  it("are drawn once each and go through no mark", () => {
    fc.assert(fc.property(rowsArbitrary, (rows) => {
      const wires = graphWires(rows);
      const asked = rows.flatMap(({ sources }, to) =>
        [...new Set(sources)].map((from) => `${from} ${to}`)
      );
      assert.deepEqual(wires.map(({ from, to }) => `${from} ${to}`).sort(), asked.sort());
      for (const { from, to, lane } of wires) {
        const isFree = rows.slice(from + 1, to).every(({ hasMark }) => !hasMark);
        assert.equal(lane === 0, isFree);
      }
    }));
  });

  it("never touch in a lane, and run outside of those they enclose", () => {
    fc.assert(fc.property(rowsArbitrary, (rows) => {
      const buses = [...Map.groupBy(graphWires(rows).filter(({ lane }) => lane > 0), (w) => w.from)]
        .map(([from, wires]) => ({
          from,
          to: Math.max(...wires.map(({ to }) => to)),
          lanes: new Set(wires.map(({ lane }) => lane)),
        }));
      for (const { lanes } of buses) assert.equal(lanes.size, 1);
      for (const a of buses) {
        for (const b of buses) {
          if (a === b) continue;
          const [laneA = 0] = a.lanes;
          const [laneB = 0] = b.lanes;
          if (laneA === laneB) assert.ok(a.to < b.from || b.to < a.from);
          const encloses = a.from <= b.from && b.to <= a.to && a.to - a.from > b.to - b.from;
          if (encloses) assert.ok(laneA > laneB);
        }
      }
    }));
  });
});
