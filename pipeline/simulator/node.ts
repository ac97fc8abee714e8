import { Cpu } from "./cpu.ts";
import { Disk } from "./disk.ts";
import { Link } from "./link.ts";
import { Memory } from "./memory.ts";
import { Strain } from "./strain.ts";
import type { NodeRole, TopologyNode } from "./topology.ts";

/** Bytes of log that one written row makes. */
export const bytesPerRecord = 6000;

/** Core-seconds of one piece of work. */
const cpuCost = {
  request: 0.0003,
  read: 0.0012,
  write: 0.0019,
  scan: 0.07,
  record: 0.0005,
  packet: 6e-6,
  retransmit: 4e-4,
  diskOperation: 1.5e-5,
  swapPage: 6e-5,
};
const pagesPerRead = 4;
const pagesPerWrite = 2;
const pagesPerScan = 250;

/** What is asked of a node in one second; rates per second. */
export interface NodeWork {
  /** Transactions a gateway passes on. */
  requests: number;
  reads: number;
  writes: number;
  scans: number;
  /** Bytes of log received and applied, or sent to the replica. */
  logReceived: number;
  logApplied: number;
  logSent: number;
  /** Bytes of log kept in memory for a replica that has not got them. */
  logKept: number;
  /** Writers that wait for a lock. */
  lockWaiters: number;
  connections: number;
}

/** One machine of the cluster. Its resources are models of their own; this binds them to its work. */
export class ClusterNode {
  readonly name: string;
  /** The role it has now; a failover swaps leader and replica. */
  role: NodeRole;
  readonly cpu: Cpu;
  readonly memory: Memory;
  readonly disk: Disk;
  readonly link: Link;
  readonly strain = new Strain();
  readonly work: NodeWork = {
    requests: 0,
    reads: 0,
    writes: 0,
    scans: 0,
    logReceived: 0,
    logApplied: 0,
    logSent: 0,
    logKept: 0,
    lockWaiters: 0,
    connections: 0,
  };
  up = true;
  /** Seconds since its last start; while it is down, those it had reached. */
  uptime = 0;
  /** Seconds of one read, write (without locks and replication) and scan on this node. */
  readSeconds = 0.0015;
  writeSeconds = 0.0025;
  scanSeconds = 0.1;

  private recovering = 0;

  constructor(readonly home: TopologyNode) {
    const gateway = home.role === "gateway";
    this.name = home.name;
    this.role = home.role;
    this.cpu = new Cpu(8);
    this.memory = new Memory(gateway ? 17_179_869_184 : 68_719_476_736);
    this.disk = new Disk(gateway ? 2000 : 6000);
    this.link = new Link(625_000_000);
  }

  /** Ends every process; what it measured last stays as it was, for nobody reads it any more. */
  crash(): void {
    this.up = false;
  }

  /** Starts it again with a cold cache, an empty queue and half a minute of recovery from the log. */
  restart(): void {
    this.up = true;
    this.uptime = 0;
    this.recovering = 30;
    this.cpu.restart();
    this.disk.restart();
    this.memory.restart();
  }

  /** As it is long after any trouble. */
  settle(): void {
    if (!this.up) this.restart();
    this.recovering = 0;
    this.cpu.restart();
    this.disk.restart();
    this.memory.recover();
    this.role = this.home.role;
  }

  /** One second; `wobble` is a random number around 0 that jolts the link. */
  step(wobble: number): void {
    if (!this.up) return;
    this.uptime++;
    const { work, strain, memory, disk, link, cpu } = this;
    this.recovering = Math.max(0, this.recovering - 1);
    const recovery = this.recovering > 0 ? 1 : 0;

    const runningScans = work.scans * this.scanSeconds;
    memory.step(work.connections, runningScans, work.logKept, strain.leakBytes);
    const miss = memory.missShare;
    const records = work.logApplied / bytesPerRecord;
    const pageReads = miss * (pagesPerRead * work.reads + pagesPerWrite * (work.writes + records)) +
      pagesPerScan * work.scans * Math.min(1, 0.03 + 2.5 * miss);
    memory.pageFaultsPerSecond = 120 + 0.4 * pageReads + memory.swapPagesPerSecond;

    disk.step(
      pageReads + strain.diskReads + 0.5 * memory.swapPagesPerSecond + 1800 * recovery,
      0.95 * work.writes + 0.6 * records + 20 + strain.diskWrites +
        0.5 * memory.swapPagesPerSecond,
      strain.diskSpeed,
    );

    const statements = work.requests + work.reads + work.writes;
    const bytesIn = 900 * work.requests + 500 * statements + work.logReceived;
    const bytesOut = 2600 * work.requests + 1600 * work.reads + 200 * work.writes +
      40_000 * work.scans + work.logSent + strain.sentBytes;
    const packets = 6 * statements + 3 * work.requests + (bytesIn + bytesOut) / 1448;
    link.step(bytesIn, bytesOut, packets, strain.loss, strain.delay, wobble);

    const blocked = Math.min(400, disk.queueLength);
    cpu.step(
      strain.cpuCost *
          (cpuCost.read * work.reads + cpuCost.write * work.writes + cpuCost.scan * work.scans) +
        cpuCost.request * work.requests + cpuCost.record * records + strain.cpuCores +
        1.2 * recovery,
      cpuCost.packet * packets + cpuCost.retransmit * link.retransmitsPerSecond +
        cpuCost.diskOperation * (disk.readsPerSecond + disk.writesPerSecond) +
        cpuCost.swapPage * memory.swapPagesPerSecond + 0.0008 * work.lockWaiters,
      4 * statements + 0.5 * packets + 12 * work.lockWaiters,
      blocked,
    );

    const swapStall = 0.00002 * memory.swapPagesPerSecond * disk.await;
    const cost = strain.cpuCost;
    this.readSeconds = cpu.secondsFor(cost * cpuCost.read) + pagesPerRead * miss * disk.await +
      swapStall;
    // A commit waits for the log to reach the disk.
    this.writeSeconds = cpu.secondsFor(cost * cpuCost.write) + pagesPerWrite * miss * disk.await +
      1.3 * disk.await + swapStall;
    this.scanSeconds = Math.min(
      20,
      cpu.secondsFor(cost * cpuCost.scan) + pagesPerScan / 16 * Math.min(1, 0.03 + 2.5 * miss) *
          disk.await +
        swapStall,
    );
  }

  /** Whether it answers a health check in a second. */
  get healthy(): boolean {
    return this.up && this.cpu.secondsFor(0.01) < 1;
  }

  /** Seconds that a gateway keeps one request. */
  get requestSeconds(): number {
    return this.cpu.secondsFor(cpuCost.request) +
      0.00002 * this.memory.swapPagesPerSecond * this.disk.await;
  }

  /** Log records that it can apply a second with four workers. */
  get recordsApplicable(): number {
    return 4 / (this.cpu.secondsFor(cpuCost.record) + 0.3 * this.disk.await);
  }

  /** Counters go on for `seconds` at their present rate. */
  pass(seconds: number): void {
    this.uptime += seconds;
    this.disk.bytesRead += seconds * this.disk.readBytesPerSecond;
    this.disk.bytesWritten += seconds * this.disk.writtenBytesPerSecond;
    this.link.bytesIn += seconds * this.link.bytesInPerSecond;
    this.link.bytesOut += seconds * this.link.bytesOutPerSecond;
    this.link.retransmits += seconds * this.link.retransmitsPerSecond;
  }
}
