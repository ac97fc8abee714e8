/** How far something was at a moment. */
interface Sample {
  /** In seconds. */
  readonly time: number;
  readonly fraction: number;
}

/** Moments closer together than this say nothing of the speed, in seconds. */
const interval = 0.2;
/** Nothing is said before so many seconds and so much of the work. */
const firstSeconds = 2, firstFraction = 0.02;
/** So much at once was not worked for: it was kept from an earlier run. */
const leap = 0.15;
/** The speed is that of the last seconds, and at least of this share of all of them. */
const windowSeconds = 8, windowShare = 0.5;

/**
 * Tells how long work will still take, from how far it has come: by the speed of late, told so calmly that it
 * counts down rather than jumps.
 */
export class RemainingTime {
  private samples: Sample[] = [];
  /** When the work is thought to end, in seconds. */
  private end: number | undefined;

  /** @returns the seconds left; undefined while nobody can know */
  note(fraction: number, time: number): number | undefined {
    const last = this.samples.at(-1);
    if (last === undefined || fraction < last.fraction || isLeap(last, { fraction, time })) {
      this.samples = [{ fraction, time }];
      this.end = undefined;
      return undefined;
    }
    if (time - last.time >= interval) {
      this.samples.push({ fraction, time });
      this.forget(time);
      this.estimate(time - last.time);
    }
    return this.end === undefined ? undefined : Math.max(0, this.end - time);
  }

  /** Keeps the first sample of all, and those within the window with one before it. */
  private forget(now: number): void {
    const [first] = this.samples;
    const begin = now - Math.max(windowSeconds, windowShare * (now - (first?.time ?? now)));
    const inside = this.samples.findIndex(({ time }) => time >= begin);
    if (first !== undefined && inside > 2) {
      this.samples = [first, ...this.samples.slice(inside - 1)];
    }
  }

  private estimate(seconds: number): void {
    const [first, second = first] = this.samples;
    const now = this.samples.at(-1);
    if (first === undefined || second === undefined || now === undefined) return;
    const elapsed = now.time - first.time;
    if (elapsed < firstSeconds || now.fraction - first.fraction < firstFraction) return;
    const window = Math.max(windowSeconds, windowShare * elapsed);
    const base = now.time - first.time <= window ? first : second;
    const speed = (now.fraction - base.fraction) / (now.time - base.time);
    if (!(speed > 0)) return;
    const end = now.time + (1 - now.fraction) / speed;
    const calm = Math.max(2, elapsed / 8);
    const weight = 1 - Math.exp(-seconds / calm);
    this.end = this.end === undefined ? end : this.end + weight * (end - this.end);
  }
}

function isLeap(last: Sample, { fraction, time }: Sample): boolean {
  return fraction - last.fraction > leap && time - last.time < 1;
}
