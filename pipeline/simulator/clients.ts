import { LatencyMix } from "./latency.ts";
import type { ClusterNode } from "./node.ts";
import type { Shard } from "./shard.ts";
import type { ShardLoad, Workload } from "./workload.ts";

/** Seconds after which a client gives up. */
const clientTimeout = 1;
/** Connections that the gateway opens to one shard. */
const connectionsPerShard = 400;
/** Share of the failed transactions that are tried again. */
const retryShare = 0.75;
const idleConnections = 240;

/** What the clients meet at the gateway: admission, latency, errors, and the retries that come back as load. */
export class Clients {
  readonly latency = new LatencyMix();
  /** Rates per second. */
  requests = 0;
  committed = 0;
  errors = 0;
  timeouts = 0;
  retries = 0;
  rejected = 0;
  /** Connections in use or open, and requests that wait for one. */
  connections = idleConnections;
  queued = 0;
  scanSeconds = 0.1;
  /** Since the start. */
  totalCommitted = 0;
  totalErrors = 0;

  private readonly admitted: ShardLoad[];
  private readonly rejectedByShard: Float64Array;

  constructor(private readonly workload: Workload) {
    this.admitted = workload.shards.map((load) => ({ ...load }));
    this.rejectedByShard = new Float64Array(this.admitted.length);
  }

  /** Lets in what the connections can carry at the last latency, and routes it. */
  admit(shards: readonly Shard[], gateway: ClusterNode): void {
    this.requests = 0;
    this.retries = 0;
    this.rejected = 0;
    this.queued = 0;
    for (let index = 0; index < shards.length; index++) {
      const shard = shards[index]!;
      const fresh = this.workload.shards[index]!;
      const load = this.admitted[index]!;
      const asked = fresh.reads + fresh.writes + shard.retrying;
      const limit = connectionsPerShard / shard.latency.mean;
      const factor = Math.min(asked, limit) / (fresh.reads + fresh.writes + 1e-9);
      load.reads = fresh.reads * factor;
      load.writes = fresh.writes * factor;
      load.scans = fresh.scans;
      load.hotShare = fresh.hotShare;
      const over = Math.max(0, asked - limit);
      this.rejectedByShard[index] = over;
      this.rejected += over;
      this.queued += Math.min(500, asked * shard.latency.mean / 8 + over);
      this.retries += shard.retrying;
      this.requests += asked + fresh.scans;
      shard.route(load);
    }
    gateway.work.requests = this.requests;
    gateway.work.connections = this.connections;
  }

  /** After the cluster's second: latencies, errors, and what comes back. */
  settle(shards: readonly Shard[], gateway: ClusterNode): void {
    this.latency.clear();
    this.errors = 0;
    this.timeouts = 0;
    this.scanSeconds = 0;
    let busy = 0;
    let scans = 0;
    for (let index = 0; index < shards.length; index++) {
      const shard = shards[index]!;
      shard.settle(this.admitted[index]!, gateway);
      this.latency.addAll(shard.latency);
      const rate = shard.reads + shard.writes;
      const timeouts = rate > 0 ? rate * shard.latency.shareBeyond(clientTimeout) : 0;
      const failed = timeouts + shard.refused + this.rejectedByShard[index]! +
        shard.locks.timeoutsPerSecond + shard.locks.deadlocksPerSecond;
      shard.retrying = retryShare * failed;
      this.timeouts += timeouts;
      this.errors += failed;
      busy += rate * Math.min(clientTimeout, shard.latency.mean);
      const { leader, replica } = shard;
      this.scanSeconds += leader.work.scans * leader.scanSeconds +
        replica.work.scans * replica.scanSeconds;
      scans += leader.work.scans + replica.work.scans;
    }
    this.latency.fit();
    this.scanSeconds /= scans + 1e-9;
    this.connections = idleConnections + busy + this.queued;
    this.committed = Math.max(0, this.requests - this.errors);
    this.totalCommitted += this.committed;
    this.totalErrors += this.errors;
  }

  /** Counters go on for `seconds` at their present rate. */
  pass(seconds: number): void {
    this.totalCommitted += seconds * this.committed;
    this.totalErrors += seconds * this.errors;
  }
}
