import type { Random } from "../random.ts";
import { type Fault, faultKinds, type FaultName } from "./faults.ts";
import type { Topology } from "./topology.ts";

/** Seconds between two rows of an incident. */
export const secondsPerRow = 5;

const fewestRows = 20;
const mostRows = 60;
const mildest = 0.35;

/** How many of forty incidents are of each kind; rows before an onset are normal as well. */
const shares: Readonly<Record<FaultName | "normal", number>> = {
  "normal": 8,
  "cpu-saturation": 5,
  "memory-leak": 4,
  "disk-saturation": 5,
  "network-loss": 4,
  "network-delay": 4,
  "lock-contention": 4,
  "node-crash": 3,
  "replication-lag": 3,
};

/** One incident before it happens. */
export interface Incident {
  readonly id: string;
  /** Seconds of quiet before it. */
  readonly gap: number;
  readonly rows: number;
  /** Rows before the fault begins; all of them when there is none. */
  readonly leadIn: number;
  readonly fault?: Fault;
}

/** The incidents of a cluster, one after the other without end: a shuffled deck of forty, then the next. */
export function* planIncidents(random: Random, topology: Topology): Generator<Incident> {
  const names = Object.keys(shares) as (FaultName | "normal")[];
  for (let number = 1;;) {
    const deck = random.shuffle(
      names.flatMap((name) => Array<typeof name>(shares[name]).fill(name)),
    );
    for (const name of deck) {
      yield plan(random, topology, name, `inc-${String(number++).padStart(6, "0")}`);
    }
  }
}

function plan(
  random: Random,
  topology: Topology,
  name: FaultName | "normal",
  id: string,
): Incident {
  const gap = 600 + random.below(6 * 3600);
  // Short incidents are more common than long ones.
  const rows = fewestRows + Math.floor((mostRows - fewestRows + 1) * random.next() ** 2);
  if (name === "normal") return { id, gap, rows, leadIn: rows };
  const leadIn = Math.floor(0.35 * random.next() * rows);
  const nodes = topology.nodes.filter(({ role }) => faultKinds[name].strikes.includes(role));
  const fault: Fault = {
    name,
    node: nodes[random.below(nodes.length)]!.name,
    intensity: mildest + (1 - mildest) * random.next(),
    flavour: random.next(),
    rampSeconds: 2 + random.below(14),
  };
  return { id, gap, rows, leadIn, fault };
}
