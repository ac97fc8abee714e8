import { HealerError } from "../problem.ts";
import { Random } from "../random.ts";
import { Cluster } from "./cluster.ts";
import type { SimulatedColumn } from "./column.ts";
import { planIncidents, secondsPerRow } from "./incidents.ts";
import { Monitor } from "./monitor.ts";
import { simulatorProblem } from "./problems.ts";
import type { Topology } from "./topology.ts";

/** The most rows a simulation gives. */
export const mostRows = 100_000_000;

/** What to simulate. */
export interface SimulationOptions {
  /** 1 to 100,000,000. */
  readonly rows: number;
  /** A whole number; the same seed gives the same rows, and fewer rows are the beginning of more. */
  readonly seed: number;
  /** 2 to 4, each a leader and a replica behind one gateway; 3 when absent. */
  readonly shards?: number;
}

/** Some rows of a simulation. */
export interface SimulationBatch {
  /** n */
  readonly rows: number;
  /** n×d row-major, NaN = missing. */
  readonly values: Float64Array;
  /** n names of faults, or `normal`. */
  readonly labels: readonly string[];
  /** n ids of incidents. */
  readonly incidents: readonly string[];
  /** n times in milliseconds since 1970 (UTC). */
  readonly times: Float64Array;
}

/** A simulated export of the monitoring of a cluster. */
export interface Simulation {
  readonly rows: number;
  readonly topology: Topology;
  /** The d KPIs. */
  readonly columns: readonly SimulatedColumn[];
  /** The rows from the first, a few thousand at a time; every call begins anew. */
  batches(): Iterable<SimulationBatch>;
}

const rowsPerBatch = 2048;

/**
 * A table of incidents of a small distributed database, some with a fault in one node and some normal.
 * Nothing is computed before the batches are read, and one batch is in memory at a time.
 *
 * @throws {HealerError} `simulator/rows-out-of-range`, `simulator/seed-not-whole`,
 * `simulator/shards-out-of-range`
 */
export function simulate(options: SimulationOptions): Simulation {
  const { rows, seed } = options;
  if (!Number.isInteger(rows) || rows < 1 || rows > mostRows) {
    throw new HealerError(simulatorProblem.rowsOutOfRange(rows, mostRows));
  }
  if (!Number.isSafeInteger(seed) || seed < 0) {
    throw new HealerError(simulatorProblem.seedNotWhole(seed));
  }
  const { cluster, monitor } = begin(options);
  return {
    rows,
    topology: cluster.topology,
    columns: monitor.columns,
    batches: () => simulateBatches(options),
  };
}

function* simulateBatches(options: SimulationOptions): Generator<SimulationBatch> {
  const { cluster, monitor, random } = begin(options);
  const width = monitor.columns.length;
  let batch = new BatchBuilder(Math.min(rowsPerBatch, options.rows), width);
  let left = options.rows;
  for (const incident of planIncidents(random, cluster.topology)) {
    cluster.rest(incident.gap);
    for (let row = 0; row < incident.rows && left > 0; row++, left--) {
      if (incident.fault && row === incident.leadIn) cluster.inject(incident.fault);
      for (let second = 0; second < secondsPerRow; second++) cluster.step();
      monitor.observe(batch.values, batch.rows * width);
      const faulty = incident.fault && row >= incident.leadIn;
      batch.add(faulty ? incident.fault.name : "normal", incident.id, 1000 * cluster.time);
      if (batch.rows === batch.capacity) {
        yield batch;
        batch = new BatchBuilder(Math.min(rowsPerBatch, left - 1), width);
      }
    }
    if (left === 0) return;
  }
}

function begin({ seed, shards }: SimulationOptions) {
  const random = new Random(seed);
  const cluster = new Cluster({
    seed: random.uint32(),
    ...(shards === undefined ? {} : { shards }),
  });
  return { cluster, monitor: new Monitor(cluster, random.uint32()), random };
}

class BatchBuilder implements SimulationBatch {
  readonly values: Float64Array;
  readonly labels: string[] = [];
  readonly incidents: string[] = [];
  readonly times: Float64Array;

  constructor(readonly capacity: number, width: number) {
    this.values = new Float64Array(capacity * width);
    this.times = new Float64Array(capacity);
  }

  get rows(): number {
    return this.labels.length;
  }

  add(label: string, incident: string, time: number): void {
    this.times[this.rows] = time;
    this.labels.push(label);
    this.incidents.push(incident);
  }
}
