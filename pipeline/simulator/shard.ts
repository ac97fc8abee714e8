import { LatencyMix } from "./latency.ts";
import { anyLost, retransmissionTimeout, streamBytesPerSecond } from "./link.ts";
import { Locks } from "./locks.ts";
import { bytesPerRecord, type ClusterNode } from "./node.ts";
import { Replication } from "./replication.ts";
import type { ShardLoad } from "./workload.ts";

/** Seconds without a leader after which the replica takes over. */
const failoverSeconds = 12;
const replicaReadShare = 0.5;
const replicaScanShare = 0.8;
const idleConnections = 60;
/** Service times are close to exponential, whose variance is the square of the mean. */
const serviceVariance = 0.8;

/** One shard: two nodes that hold the same rows, the log between them, the locks, and what clients see. */
export class Shard {
  readonly locks = new Locks();
  readonly replication = new Replication();
  /** Latencies of this second's reads and writes, gateway included. */
  readonly latency = new LatencyMix();
  /** Transactions a second passed to the nodes. */
  reads = 0;
  writes = 0;
  scans = 0;
  /** Transactions a second that found no node to serve them. */
  refused = 0;
  /** Transactions a second that will be tried again in the next second. */
  retrying = 0;
  /** Times the replica has taken over since the start. */
  failovers = 0;

  private leaderless = 0;

  constructor(
    readonly name: string,
    public leader: ClusterNode,
    public replica: ClusterNode,
  ) {}

  /** Gives the two nodes their work for this second. */
  route(load: ShardLoad): void {
    this.watchLeader();
    const { leader, replica } = this;
    const toReplica = replica.up ? (leader.up ? replicaReadShare : 1) : 0;
    const scansToReplica = replica.up ? (leader.up ? replicaScanShare : 1) : 0;
    const served = leader.up || replica.up;
    this.reads = served ? load.reads : 0;
    this.writes = leader.up ? load.writes : 0;
    this.scans = served ? load.scans : 0;
    this.refused = load.reads + load.writes + load.scans - this.reads - this.writes - this.scans;

    const { replication, locks } = this;
    const leaderWork = leader.work;
    leaderWork.reads = this.reads * (1 - toReplica);
    leaderWork.writes = this.writes;
    leaderWork.scans = this.scans * (1 - scansToReplica);
    leaderWork.logReceived = 0;
    leaderWork.logApplied = 0;
    leaderWork.logSent = replication.sendRate;
    // The leader keeps recent log in memory; the rest goes to files.
    leaderWork.logKept = Math.min(2e9, replication.unsent);
    leaderWork.lockWaiters = locks.waiters;
    leaderWork.connections = idleConnections + leaderWork.reads * leader.readSeconds +
      Math.min(600, this.writes * this.writeSeconds) + leaderWork.scans * leader.scanSeconds;

    const replicaWork = replica.work;
    replicaWork.reads = this.reads * toReplica;
    replicaWork.writes = 0;
    replicaWork.scans = this.scans * scansToReplica;
    replicaWork.logReceived = replication.sendRate;
    replicaWork.logApplied = replication.applyRate;
    replicaWork.logSent = 0;
    replicaWork.logKept = Math.min(2e9, replication.unapplied);
    replicaWork.lockWaiters = 0;
    replicaWork.connections = idleConnections + replicaWork.reads * replica.readSeconds +
      replicaWork.scans * replica.scanSeconds;
  }

  /** After the nodes' second: the log moves, writers meet on locks, latencies follow. */
  settle(load: ShardLoad, gateway: ClusterNode): void {
    const { leader, replica, replication, locks } = this;
    const roundTrip = leader.link.roundTrip + replica.link.roundTrip;
    replication.step(
      this.writes * bytesPerRecord,
      streamBytesPerSecond(roundTrip, leader.link.loss + replica.link.loss),
      replica.recordsApplicable * bytesPerRecord * replica.strain.applySpeed,
      roundTrip,
      leader.up && replica.up,
    );
    locks.step(
      this.writes,
      leader.writeSeconds + replication.commitWait,
      Math.min(0.9, load.hotShare + leader.strain.hotShare),
      leader.strain.heldSeconds,
    );
    const { latency } = this;
    latency.clear();
    this.addLatency(gateway, leader, leader.work.reads, 2, leader.readSeconds, 0);
    this.addLatency(gateway, replica, replica.work.reads, 2, replica.readSeconds, 0);
    this.addLatency(gateway, leader, this.writes, 4, this.writeSeconds - locks.meanWait, 1);
    latency.fit();
  }

  /** Seconds of one write in the shard, with its locks and the replica's acknowledgement. */
  get writeSeconds(): number {
    return this.leader.writeSeconds + this.replication.commitWait + this.locks.meanWait;
  }

  /** Everything as it is long after any trouble, with the leader at home. */
  rest(): void {
    if (this.leader.home.role === "replica") this.swap();
    this.leaderless = 0;
    this.retrying = 0;
    this.locks.clear();
    this.replication.clear();
  }

  /** Counters go on for `seconds` at their present rate. */
  pass(seconds: number): void {
    this.replication.bytesLogged += seconds * this.replication.logRate;
    this.locks.deadlocks += seconds * this.locks.deadlocksPerSecond;
  }

  private addLatency(
    gateway: ClusterNode,
    node: ClusterNode,
    rate: number,
    trips: number,
    serverSeconds: number,
    locking: number,
  ): void {
    if (rate <= 0) return;
    const service = serverSeconds + gateway.requestSeconds;
    let mean = service + trips * node.link.roundTrip + (trips + 1) * gateway.link.roundTrip;
    let variance = serviceVariance * service * service;
    const lost = anyLost(2 * trips, node.link.loss) + anyLost(2 * trips + 4, gateway.link.loss);
    mean += lost * retransmissionTimeout;
    variance += lost * retransmissionTimeout ** 2;
    if (locking > 0) {
      const { meanWait, hotWait } = this.locks;
      mean += meanWait;
      variance += meanWait * (2 * hotWait - meanWait);
    }
    this.latency.add(rate, mean, variance);
  }

  private watchLeader(): void {
    this.leaderless = this.leader.up ? 0 : this.leaderless + 1;
    if (this.leaderless > failoverSeconds && this.replica.up) {
      this.swap();
      this.failovers++;
      this.leaderless = 0;
    }
  }

  private swap(): void {
    const { leader, replica } = this;
    this.leader = replica;
    this.replica = leader;
    this.leader.role = "leader";
    this.replica.role = "replica";
    // The new leader's log begins where the old one's ended.
    this.replication.clear();
    this.locks.clear();
  }
}
