import type { Text } from "../problem.ts";
import type { Cluster } from "./cluster.ts";
import { type Kpi, type Unit, units, type View } from "./column.ts";
import { eachTexts, kpiTexts } from "./kpi_texts.ts";
import { databaseReaders } from "./kpis_database.ts";
import { databaseNodeReaders, nodeReaders, shardReaders } from "./kpis_each.ts";
import { hostReaders } from "./kpis_host.ts";

/** Counted or configured, besides the counters since the start. */
const exact: ReadonlySet<string> = new Set([
  "cpu.cores_count",
  "disk.limit_per_s",
  "net.link_bytes_per_s",
  "repl.streaming_count",
  "gw.nodes_up_count",
  "gw.min_uptime_s",
]);

/**
 * The KPIs of a cluster in their fixed order: cluster-wide ones, then those of each shard, then those of
 * each node. Two shards have 98, three 109, four 120.
 */
export function clusterKpis(cluster: Cluster): Kpi[] {
  return [
    ...entries({ ...hostReaders, ...databaseReaders }).map(([name, read]) =>
      kpi(name, kpiTexts[name], read)
    ),
    ...cluster.shards.flatMap((shard) =>
      entries(shardReaders).map(([name, read]) =>
        kpi(`${shard.name}.${name}`, about(shard.name, eachTexts[name]), () => read(shard))
      )
    ),
    ...cluster.nodes.flatMap((node) => {
      const readers = node === cluster.gateway
        ? nodeReaders
        : { ...nodeReaders, ...databaseNodeReaders };
      return entries(readers).map(([name, read]) =>
        kpi(`${node.name}.${name}`, about(node.name, eachTexts[name]), () => read(node))
      );
    }),
  ];
}

function kpi(name: string, description: Text, read: (view: View) => number): Kpi {
  const unit = unitOf(name);
  return {
    name,
    unit,
    description,
    exact: unit.endsWith("total") || exact.has(name),
    source: name.slice(0, name.indexOf(".")),
    read,
  };
}

/** The unit that a name ends with; the longer ones come first in the list. */
function unitOf(name: string): Unit {
  const unit = units.find((unit) => name.endsWith(`_${unit}`));
  if (unit === undefined) throw new TypeError(`The KPI ${name} has no unit`);
  return unit;
}

function about(owner: string, text: Text): Text {
  return { en: `${text.en} of ${owner}`, zh: `${owner} 的${text.zh}` };
}

function entries<Readers extends object>(
  readers: Readers,
): [Extract<keyof Readers, string>, Readers[keyof Readers]][] {
  return Object.entries(readers) as [Extract<keyof Readers, string>, Readers[keyof Readers]][];
}
