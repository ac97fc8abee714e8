/** Seconds after which a writer gives up waiting for a lock. */
const lockTimeout = 3;

/** The row locks of a shard: writers of the hot rows queue up before them, one at a time. */
export class Locks {
  /** Writers that wait now. */
  waiters = 0;
  /** Mean and worst seconds a write waits. */
  meanWait = 0;
  hotWait = 0;
  deadlocksPerSecond = 0;
  timeoutsPerSecond = 0;
  /** Since the start. */
  deadlocks = 0;

  private backlog = 0;

  /**
   * One second of `writes`, each holding its locks for `hold` seconds. The share `hotShare` of them wants
   * the same hot row, which is an M/M/1 server held for `hold + heldSeconds` by each.
   */
  step(writes: number, hold: number, hotShare: number, heldSeconds: number): void {
    const hotWrites = writes * hotShare;
    const service = hold + heldSeconds;
    const arrived = this.backlog + hotWrites;
    const served = Math.min(arrived, 1 / service);
    const kept = arrived - served;
    // Who would wait longer than the timeout leaves.
    const patient = Math.min(kept, lockTimeout / service);
    this.timeoutsPerSecond = (kept - patient) + 0.05 * patient / lockTimeout;
    this.backlog = patient * 0.98;
    const load = Math.min(0.95, hotWrites * service);
    this.hotWait = service * load / (1 - load) + this.backlog * service;
    this.waiters = hotWrites * service * load / (1 - load) + this.backlog +
      0.002 * writes * hold;
    this.meanWait = writes > 0 ? this.hotWait * hotShare : 0;
    // Two waiters who each hold what the other wants: pairs of waiters, over the time they wait.
    this.deadlocksPerSecond = 0.0004 * this.waiters * Math.min(60, this.waiters) +
      0.00001 * writes;
    this.deadlocks += this.deadlocksPerSecond;
  }

  /** Everyone who waits leaves. */
  clear(): void {
    this.backlog = 0;
    this.waiters = 0;
    this.meanWait = 0;
    this.hotWait = 0;
  }
}
