import { Random } from "../random.ts";
import { bell } from "./bell.ts";
import type { Cluster } from "./cluster.ts";
import { isWhole, type Kpi, type SimulatedColumn, type View } from "./column.ts";
import { clusterKpis } from "./kpis.ts";
import type { ClusterNode } from "./node.ts";

/** Standard deviation of the measuring error of a gauge, as a share of it. */
const noise = 0.02;
const meanRunOfMisses = 4;
/** The chance in each observation that a node, or a rule over all nodes, begins to miss. */
const nodeMissStart = 0.011;
const ruleMissStart = 0.022;
/** Share of the runs of misses in which the last value is repeated in place of a hole. */
const staleShare = 0.25;
/** Observations for which the last values of a node that is gone are still served. */
const graceObservations = 2;

/** A source of columns: while `missing` it delivers nothing, or the last values again when `stale`. */
interface Source {
  readonly node: ClusterNode | undefined;
  missing: boolean;
  stale: boolean;
  goneFor: number;
}

/**
 * The monitoring of a cluster: reads its KPIs now and then, with measuring errors, with holes when a source
 * cannot be read (in runs, more often when the node is in trouble), and now and then with stale values.
 */
export class Monitor {
  readonly columns: readonly SimulatedColumn[];

  private readonly random: Random;
  private readonly kpis: readonly Kpi[];
  private readonly sources: readonly Source[];
  /** For each column its source. */
  private readonly sourceOf: readonly Source[];
  private readonly last: Float64Array;
  private readonly answering: ClusterNode[] = [];
  private readonly answeringDatabases: ClusterNode[] = [];
  private readonly view: View;

  constructor(private readonly cluster: Cluster, seed: number) {
    this.random = new Random(seed);
    this.kpis = clusterKpis(cluster);
    this.columns = this.kpis.map(({ name, unit, description }) => ({ name, unit, description }));
    const byName = new Map<string, Source>();
    this.sourceOf = this.kpis.map(({ source: name }) => {
      const found = byName.get(name) ?? {
        node: cluster.nodes.find((node) => node.name === name),
        missing: false,
        stale: false,
        goneFor: 0,
      };
      byName.set(name, found);
      return found;
    });
    this.sources = [...byName.values()];
    this.last = new Float64Array(this.kpis.length).fill(NaN);
    this.view = {
      cluster,
      answering: this.answering,
      answeringDatabases: this.answeringDatabases,
    };
  }

  /** Writes one observation, NaN = missing, into `values` from `offset`. */
  observe(values: Float64Array, offset: number): void {
    this.scrape();
    const { kpis, sourceOf, last, view, random } = this;
    for (let column = 0; column < kpis.length; column++) {
      const kpi = kpis[column]!;
      const source = sourceOf[column]!;
      // Drawn in any case, so that a hole in one place changes no number in another.
      const error = kpi.exact ? 0 : noise * bell(random);
      if (source.missing) {
        values[offset + column] = source.stale ? last[column]! : NaN;
        continue;
      }
      let value = kpi.read(view);
      // The error of a share becomes small towards both of its ends.
      value += error * (kpi.unit === "pct" ? Math.min(value, 100 - value) : value);
      if (isWhole(kpi.unit)) value = Math.round(value);
      last[column] = value;
      values[offset + column] = value;
    }
  }

  private scrape(): void {
    const { random, answering, answeringDatabases, cluster } = this;
    answering.length = 0;
    answeringDatabases.length = 0;
    for (const source of this.sources) {
      const { node } = source;
      const chance = random.next();
      const kind = random.next();
      if (source.missing) {
        if (chance < 1 / meanRunOfMisses) source.missing = false;
      } else if (chance < (node ? nodeMissStart + trouble(node) : ruleMissStart)) {
        source.missing = true;
        source.stale = kind < staleShare;
      }
      if (!node) continue;
      if (node.up) {
        if (source.goneFor > 0) source.missing = false;
        source.goneFor = 0;
      } else {
        source.goneFor++;
        source.missing = true;
        source.stale = source.goneFor <= graceObservations;
      }
      if (source.missing && !source.stale) continue;
      answering.push(node);
      if (node !== cluster.gateway) answeringDatabases.push(node);
    }
  }
}

/** The added chance that a node is too slow or too far away to answer. */
function trouble({ cpu, link }: ClusterNode): number {
  return Math.min(0.2, 2 * link.loss + (cpu.utilisation > 0.98 ? 0.03 : 0));
}
