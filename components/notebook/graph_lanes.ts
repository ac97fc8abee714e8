/** A row of the outline as its wires see it. */
export interface GraphRow {
  /** Whether a mark stands in it, through which no wire may go. */
  readonly hasMark: boolean;
  /** The rows above that it reads, by their indices. */
  readonly sources: readonly number[];
}

/** A wire from a row down to another one. */
export interface GraphWire {
  readonly from: number;
  readonly to: number;
  /** How far left of the marks it runs, from 1; 0 where it goes straight down from mark to mark. */
  readonly lane: number;
}

interface Bus {
  readonly from: number;
  readonly to: number;
  readonly targets: readonly number[];
}

/**
 * Where the wires of a graph run. Those to the next mark go straight down, the others side by side in lanes; all
 * from one row share a lane, and the shorter ones are nearer to the marks. Wires of different rows never touch
 * in a lane.
 */
export function graphWires(rows: readonly GraphRow[]): GraphWire[] {
  const straight: GraphWire[] = [];
  const targetsOf = new Map<number, number[]>();
  rows.forEach(({ sources }, to) => {
    for (const from of new Set(sources)) {
      if (from >= to) continue;
      const between = rows.slice(from + 1, to);
      if (between.some(({ hasMark }) => hasMark)) {
        targetsOf.set(from, [...targetsOf.get(from) ?? [], to]);
      } else straight.push({ from, to, lane: 0 });
    }
  });
  const buses = [...targetsOf].map(([from, targets]): Bus => ({
    from,
    to: Math.max(...targets),
    targets,
  })).sort((a, b) => (a.to - a.from) - (b.to - b.from) || a.from - b.from);
  const lanes: Bus[][] = [];
  return [
    ...straight,
    ...buses.flatMap((bus) => {
      const free = lanes.findIndex((lane) => lane.every((other) => areApart(bus, other)));
      const lane = free === -1 ? lanes.length : free;
      lanes[lane] = [...lanes[lane] ?? [], bus];
      return bus.targets.map((to) => ({ from: bus.from, to, lane: lane + 1 }));
    }),
  ];
}

/** How many lanes there are. */
export function laneCount(wires: readonly GraphWire[]): number {
  return wires.reduce((most, { lane }) => Math.max(most, lane), 0);
}

function areApart(a: Bus, b: Bus): boolean {
  return a.to < b.from || b.to < a.from;
}
