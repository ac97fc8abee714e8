/** Share of the memory that processes may hold before pages go to swap. */
const swapThreshold = 0.92;
const bytesPerConnection = 9e6;
const bytesPerScan = 180e6;

/** The memory of a node: what processes hold, what is left to cache pages, and the swap. */
export class Memory {
  /** Bytes that the processes hold when nothing happens. */
  base: number;
  /** Bytes of the pages that the present workload touches again and again. */
  workingSet: number;
  /** Bytes lost to a leak. */
  leaked = 0;
  /** Bytes the processes ask for. */
  process = 0;
  /** Bytes of cached pages. */
  cached = 0;
  /** Share of page reads that the cache does not serve, 0 to 1. */
  missShare = 0.01;
  swapped = 0;
  swapPagesPerSecond = 0;
  pageFaultsPerSecond = 0;

  /** Share of the cache that is filled again after a restart. */
  private warmth = 1;

  constructor(readonly total: number) {
    this.base = 0.2 * total;
    this.workingSet = 0.6 * total;
    this.cached = 0.7 * total;
  }

  /** Share of the memory that processes hold, 0 to 1. */
  get usedShare(): number {
    return Math.min(0.995, (this.process - this.swapped) / this.total);
  }

  /** Bytes a new process could get. */
  get available(): number {
    return this.total * (1 - this.usedShare);
  }

  /** One second with so many connections, running scans, bytes of replication buffer, and bytes leaked. */
  step(connections: number, scans: number, buffer: number, leak: number): void {
    const { total } = this;
    // The kernel would kill the process here; the model stops the leak instead, in the midst of thrashing.
    this.leaked = Math.min(this.leaked + leak, Math.max(this.leaked, 1.04 * total - this.base));
    this.process = this.base + connections * bytesPerConnection + scans * bytesPerScan + buffer +
      this.leaked;
    this.swapped = Math.min(0.25 * total, Math.max(0, this.process - swapThreshold * total));
    this.swapPagesPerSecond = 24_000 * this.swapped / total;
    this.warmth += (1 - this.warmth) / 80;
    const room = Math.max(0.02 * total, 0.97 * total - this.process);
    this.cached = Math.min(room, 1.3 * this.workingSet) * this.warmth;
    const short = Math.max(0, 1 - this.cached / this.workingSet);
    // The pages that fall out first are the least asked for, so misses rise slower than linearly.
    this.missShare = 0.008 + 0.5 * short * Math.sqrt(short);
  }

  /** What a restarted machine has: no leak and a cold cache. */
  restart(): void {
    this.leaked = 0;
    this.swapped = 0;
    this.warmth = 0.12;
  }

  /** Long after a restart: the cache is warm again. */
  recover(): void {
    this.leaked = 0;
    this.warmth = 1;
  }
}
