import type { JSX } from "preact";
import { type GraphWire, graphWires, laneCount } from "./graph_lanes.ts";
import type { GraphRow } from "./graph_lanes.ts";

/** The height of a row of the outline, as its stylesheet has it. */
const rowHeight = 28;
/** How far the lanes are apart, and how wide all of them may be. */
const widestLane = 7;
const allLanes = 42;
/** Half a mark with a gap around it. */
const reach = 9;
const bend = 4;

/** The wires of a notebook beside the rows of its outline; the column of the marks is at the right edge. */
export function OutlineGraph({ rows }: { rows: readonly GraphRow[] }): JSX.Element {
  const wires = graphWires(rows);
  const lanes = laneCount(wires);
  const step = Math.min(widestLane, allLanes / Math.max(1, lanes));
  const marks = lanes * step + reach;
  return (
    <svg
      class="outline-graph"
      width={marks + reach}
      height={rows.length * rowHeight}
      aria-hidden="true"
    >
      <path d={wires.map((wire) => wirePath(wire, marks, step)).join("")} />
    </svg>
  );
}

function wirePath({ from, to, lane }: GraphWire, marks: number, step: number): string {
  const top = (from + 0.5) * rowHeight;
  const bottom = (to + 0.5) * rowHeight;
  if (lane === 0) return `M${marks} ${top + reach}V${bottom - reach}`;
  const x = marks - reach - (lane - 1) * step - 1;
  const edge = marks - reach + 2;
  const radius = Math.min(bend, edge - x);
  return `M${edge} ${top}H${x + radius}Q${x} ${top} ${x} ${top + radius}` +
    `V${bottom - radius}Q${x} ${bottom} ${x + radius} ${bottom}H${edge}`;
}
