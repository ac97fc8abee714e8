import type { Random } from "../random.ts";

/** Something ordinary that comes and goes, such as a burst of load or a backup; times in seconds. */
export interface Episode<Kind extends string> {
  readonly kind: Kind;
  /** A random whole number to choose whom it meets. */
  readonly target: number;
  /** From mild (0) to strong (1). */
  readonly size: number;
  readonly start: number;
  readonly end: number;
}

const shortest = 40;
const longest = 260;
const rampSeconds = 12;

/** Episodes of some kinds that start at random (a Poisson process), whatever happens in the cluster. */
export class Episodes<Kind extends string> {
  private active: Episode<Kind>[] = [];

  /** `kinds` are equally likely; `rate` is the mean number of starts a second. */
  constructor(
    private readonly random: Random,
    private readonly kinds: readonly Kind[],
    private readonly rate: number,
  ) {}

  /** Forgets what runs and lets the process settle, as if hours had passed until `time`. */
  rest(time: number): void {
    this.active = [];
    for (let second = time - longest; second < time; second++) this.step(second);
  }

  /** Ends what is over at `time` and perhaps starts something. */
  step(time: number): void {
    if (this.active.length > 0 && this.active.some(({ end }) => end <= time)) {
      this.active = this.active.filter(({ end }) => end > time);
    }
    if (this.random.next() < this.rate) this.start(time);
  }

  /** Calls `visit` with every episode under way and its strength in this second, 0 to 1. */
  forEach(time: number, visit: (episode: Episode<Kind>, strength: number) => void): void {
    for (const episode of this.active) {
      const edge = Math.min(time - episode.start, episode.end - time) / rampSeconds;
      visit(episode, Math.min(1, edge) * (0.15 + 0.85 * episode.size));
    }
  }

  private start(time: number): void {
    const { random, kinds } = this;
    this.active.push({
      kind: kinds[random.below(kinds.length)]!,
      target: random.uint32(),
      size: random.next(),
      start: time,
      end: time + shortest + random.below(longest - shortest),
    });
  }
}
