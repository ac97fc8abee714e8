/** Beyond this load the steady-state formula runs to infinity and the backlog takes over. */
const steadyLimit = 0.95;

/**
 * A queue before `servers` equal servers, stepped a second at a time. Within a second it is in the steady
 * state of an M/M/c queue (Sakasegawa, "An approximation formula L_q ≈ α·ρ^β/(1−ρ)", 1977; exact for one
 * server); what arrives beyond the capacity is carried over as a backlog.
 */
export class Queue {
  /** Share of the capacity in use, 0 to 1. */
  utilisation = 0;
  /** Work that waits for a later second, in units of work. */
  backlog = 0;
  /** Time in the system over the time of service, without the backlog; at least 1. */
  stretch = 1;
  /** Seconds until the backlog is worked off. */
  delay = 0;

  private readonly exponent: number;

  /** `patience`: the seconds of backlog beyond which arrivals give up. */
  constructor(private readonly servers: number, private readonly patience: number) {
    this.exponent = Math.sqrt(2 * (servers + 1)) - 1;
  }

  /** One second with `arrivals` units of work before servers that do `capacity` units in it. */
  step(arrivals: number, capacity: number): void {
    const waiting = this.backlog + arrivals;
    this.utilisation = Math.min(1, waiting / capacity);
    this.backlog = Math.min(Math.max(0, waiting - capacity), capacity * this.patience);
    this.delay = this.backlog / capacity;
    const load = Math.min(steadyLimit, arrivals / capacity);
    const busy = this.exponent === 1 ? load : load ** this.exponent;
    this.stretch = 1 + busy / (this.servers * (1 - load));
  }

  /** Everyone who waits leaves. */
  clear(): void {
    this.utilisation = 0;
    this.backlog = 0;
    this.stretch = 1;
    this.delay = 0;
  }
}
