import type { Text } from "../problem.ts";
import type { Cluster } from "./cluster.ts";
import type { ClusterNode } from "./node.ts";

/** The units of the KPIs; `total` counts since the start. A name ends with its unit. */
export const units = [
  "bytes_per_s",
  "bytes_total",
  "per_s",
  "bytes",
  "count",
  "total",
  "pct",
  "ms",
  "s",
] as const;

/** See {@linkcode units}. */
export type Unit = typeof units[number];

/** Whether values of this unit are whole numbers. */
export function isWhole(unit: Unit): boolean {
  return unit === "count" || unit === "total" || unit === "bytes_total";
}

/** What a column of the simulated table holds. */
export interface SimulatedColumn {
  readonly name: string;
  readonly unit: Unit;
  readonly description: Text;
}

/** The cluster as a monitoring server sees it: only nodes that answer count in maxima, means and sums. */
export interface View {
  readonly cluster: Cluster;
  readonly answering: readonly ClusterNode[];
  readonly answeringDatabases: readonly ClusterNode[];
}

/** A column and how it is measured. */
export interface Kpi extends SimulatedColumn {
  /** Counted or configured, not measured: without a measuring error. */
  readonly exact: boolean;
  /** The exporter or rule that delivers it: columns of one source go missing together. */
  readonly source: string;
  /** The true value in this second; NaN when no node answers. */
  read(view: View): number;
}
