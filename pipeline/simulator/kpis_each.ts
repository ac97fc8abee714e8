import type { ClusterNode } from "./node.ts";
import type { Shard } from "./shard.ts";

/** What every node tells of itself, after its name: `db-01.cpu.user_pct`. */
export const nodeReaders = {
  "cpu.user_pct": (node: ClusterNode) => 100 * node.cpu.user,
  "mem.used_pct": (node: ClusterNode) => 100 * node.memory.usedShare,
  "net.round_trip_ms": (node: ClusterNode) => 1000 * node.link.roundTrip,
};

/** What every database node tells besides. */
export const databaseNodeReaders = {
  "disk.await_ms": (node: ClusterNode) => 1000 * node.disk.await,
};

/** What every shard tells, after its name: `shard-1.repl.lag_s`. */
export const shardReaders = {
  "txn.writes_per_s": (shard: Shard) => shard.writes,
  "txn.p95_latency_ms": (shard: Shard) => 1000 * shard.latency.p95,
  "repl.lag_s": (shard: Shard) => shard.replication.lagSeconds,
};
