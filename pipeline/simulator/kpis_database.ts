import { max, mean, min, sum } from "./aggregate.ts";
import type { View } from "./column.ts";

/** What the database and its gateway tell: locks, replication, transactions. */
export const databaseReaders = {
  "lock.waiters_count": (view: View) => sum(view.cluster.shards, ({ locks }) => locks.waiters),
  "lock.mean_wait_ms": (view: View) =>
    1000 * mean(view.cluster.shards, ({ locks }) => locks.meanWait),
  "lock.max_wait_ms": (view: View) => 1000 * max(view.cluster.shards, ({ locks }) => locks.hotWait),
  "lock.timeouts_per_s": (view: View) =>
    sum(view.cluster.shards, ({ locks }) => locks.timeoutsPerSecond),
  "lock.deadlocks_per_s": (view: View) =>
    sum(view.cluster.shards, ({ locks }) => locks.deadlocksPerSecond),
  "lock.deadlocks_total": (view: View) => sum(view.cluster.shards, ({ locks }) => locks.deadlocks),

  "repl.max_lag_bytes": (view: View) =>
    max(view.cluster.shards, ({ replication }) => replication.lagBytes),
  "repl.max_lag_s": (view: View) =>
    max(view.cluster.shards, ({ replication }) => replication.lagSeconds),
  "repl.max_unsent_bytes": (view: View) =>
    max(view.cluster.shards, ({ replication }) => replication.unsent),
  "repl.log_bytes_per_s": (view: View) =>
    sum(view.cluster.shards, ({ replication }) => replication.logRate),
  "repl.applied_bytes_per_s": (view: View) =>
    sum(view.cluster.shards, ({ replication }) => replication.applyRate),
  "repl.streaming_count": (view: View) =>
    sum(view.cluster.shards, ({ replication }) => replication.connected ? 1 : 0),
  "repl.max_commit_wait_ms": (view: View) =>
    1000 * max(view.cluster.shards, ({ replication }) => replication.commitWait),
  "repl.log_bytes_total": (view: View) =>
    sum(view.cluster.shards, ({ replication }) => replication.bytesLogged),
  "repl.failovers_total": (view: View) => sum(view.cluster.shards, ({ failovers }) => failovers),

  "txn.reads_per_s": (view: View) => sum(view.cluster.shards, ({ reads }) => reads),
  "txn.writes_per_s": (view: View) => sum(view.cluster.shards, ({ writes }) => writes),
  "txn.scans_per_s": (view: View) => sum(view.cluster.shards, ({ scans }) => scans),
  "txn.committed_per_s": (view: View) => view.cluster.clients.committed,
  "txn.errors_per_s": (view: View) => view.cluster.clients.errors,
  "txn.error_pct": ({ cluster: { clients } }: View) =>
    Math.min(100, 100 * clients.errors / (clients.requests + 1)),
  "txn.p50_latency_ms": (view: View) => 1000 * view.cluster.clients.latency.p50,
  "txn.p95_latency_ms": (view: View) => 1000 * view.cluster.clients.latency.p95,
  "txn.p99_latency_ms": (view: View) => 1000 * view.cluster.clients.latency.p99,
  "txn.mean_scan_ms": (view: View) => 1000 * view.cluster.clients.scanSeconds,
  "txn.committed_total": (view: View) => view.cluster.clients.totalCommitted,
  "txn.errors_total": (view: View) => view.cluster.clients.totalErrors,

  "gw.requests_per_s": (view: View) => view.cluster.clients.requests,
  "gw.retries_per_s": (view: View) => view.cluster.clients.retries,
  "gw.rejected_per_s": (view: View) => view.cluster.clients.rejected,
  "gw.connections_count": (view: View) => view.cluster.clients.connections,
  "gw.queued_count": (view: View) => view.cluster.clients.queued,
  "gw.nodes_up_count": (view: View) => sum(view.cluster.nodes, ({ healthy }) => healthy ? 1 : 0),
  "gw.min_uptime_s": (view: View) => min(view.cluster.nodes, ({ uptime }) => uptime),
};
