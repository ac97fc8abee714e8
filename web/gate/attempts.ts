/** How many failed attempts are answered at once, and how long the next ones wait, in milliseconds. */
export interface AttemptLimits {
  readonly attempts: number;
  readonly window: number;
}

interface Count {
  failed: number;
  end: number;
}

/** Counts failed attempts by who makes them, in windows of time. */
export class Attempts {
  private readonly counts = new Map<string, Count>();

  /** @param now the time in milliseconds */
  constructor(
    private readonly limits: AttemptLimits,
    private readonly now: () => number = Date.now,
  ) {}

  /**
   * Counts an attempt before its outcome is known, so that many at once are no way around the limit.
   *
   * @returns seconds to wait before another one; 0 where this one may be made
   */
  begin(who: string): number {
    this.forgetOld();
    const count = this.counts.get(who) ?? { failed: 0, end: this.now() + this.limits.window };
    if (count.failed >= this.limits.attempts) return Math.ceil((count.end - this.now()) / 1000);
    count.failed++;
    this.counts.set(who, count);
    return 0;
  }

  /** The attempt has succeeded: those before it are forgotten. */
  succeeded(who: string): void {
    this.counts.delete(who);
  }

  private forgetOld(): void {
    for (const [who, { end }] of this.counts) if (end <= this.now()) this.counts.delete(who);
  }
}
