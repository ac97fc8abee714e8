import type { Random } from "../random.ts";
import { bell } from "./bell.ts";
import { Episodes } from "./episodes.ts";

/** What the clients ask of one shard, transactions a second, and the share of writes that meet on a hot row. */
export interface ShardLoad {
  reads: number;
  writes: number;
  scans: number;
  hotShare: number;
}

type Surge = "burst" | "hot-shard" | "report" | "import" | "sale";

const surges: readonly Surge[] = ["burst", "hot-shard", "report", "import", "sale"];
const meanRatePerShard = 1750;
const persistence = 0.985;
const daySeconds = 86_400;

/**
 * The clients: a daily and weekly wave, slow drifts of the total, of the mix and of each shard's share, and
 * surges. It looks at nothing in the cluster, so that faults leave it as it is.
 */
export class Workload {
  readonly shards: readonly ShardLoad[];

  private readonly episodes: Episodes<Surge>;
  /** Slow drifts (first-order autoregressive, standard deviation 1): total, writes, scans, then one a shard. */
  private readonly drifts: Float64Array;

  constructor(private readonly random: Random, shardCount: number) {
    this.shards = Array.from(
      { length: shardCount },
      () => ({ reads: 0, writes: 0, scans: 0, hotShare: 0 }),
    );
    this.drifts = new Float64Array(3 + shardCount);
    this.episodes = new Episodes(random.fork(), surges, 1 / 260);
  }

  /** Hours pass until `time`: the drifts are anywhere in their range, other surges are under way. */
  rest(time: number): void {
    for (let index = 0; index < this.drifts.length; index++) {
      this.drifts[index] = this.random.normal();
    }
    this.episodes.rest(time);
  }

  /** The load in the second after `time` (seconds since 1970, UTC). */
  step(time: number): void {
    const { random, drifts, shards } = this;
    const jolt = Math.sqrt(1 - persistence * persistence);
    for (let index = 0; index < drifts.length; index++) {
      drifts[index] = persistence * drifts[index]! + jolt * bell(random);
    }
    const total = meanRatePerShard * wave(time) * Math.exp(0.12 * drifts[0]!);
    const writeShare = 0.27 * Math.exp(0.16 * drifts[1]!);
    const scanShare = 0.009 * Math.exp(0.3 * drifts[2]!);
    for (let shard = 0; shard < shards.length; shard++) {
      const load = shards[shard]!;
      const own = total * Math.exp(0.14 * drifts[3 + shard]!);
      load.writes = own * writeShare;
      load.scans = own * scanShare;
      load.reads = own - load.writes - load.scans;
      load.hotShare = 0.002;
    }
    this.episodes.step(time);
    this.episodes.forEach(time, ({ kind, target }, strength) => {
      this.surge(kind, target % shards.length, strength);
    });
    for (const load of shards) {
      // Arrivals are a Poisson process, whose count of a second has the variance of its mean.
      load.reads = arrivals(random, load.reads);
      load.writes = arrivals(random, load.writes);
      load.scans = arrivals(random, load.scans);
    }
  }

  private surge(kind: Surge, target: number, strength: number): void {
    for (let shard = 0; shard < this.shards.length; shard++) {
      const load = this.shards[shard]!;
      const hit = shard === target;
      switch (kind) {
        case "burst":
          scale(load, 1 + 0.9 * strength);
          break;
        case "hot-shard":
          scale(load, hit ? 1 + 1.3 * strength : 1 - 0.2 * strength);
          break;
        case "report":
          load.scans *= 1 + (hit ? 3.5 : 0.8) * strength;
          break;
        case "import":
          if (hit) load.writes *= 1 + 2.6 * strength;
          break;
        case "sale":
          load.writes *= 1 + 0.3 * strength;
          if (hit) load.hotShare += 0.14 * strength;
          break;
      }
    }
  }
}

function scale(load: ShardLoad, factor: number): void {
  load.reads *= factor;
  load.writes *= factor;
  load.scans *= factor;
}

function arrivals(random: Random, mean: number): number {
  return Math.max(0, mean + Math.sqrt(mean) * bell(random));
}

/** The load at `time` over its mean: most at 15:00, least at 03:00, less at the weekend. */
function wave(time: number): number {
  const hour = (time % daySeconds) / 3600;
  // 1 January 1970 was a Thursday.
  const weekday = (Math.floor(time / daySeconds) + 4) % 7;
  const weekend = weekday === 0 || weekday === 6;
  return (1 + 0.4 * Math.sin((hour - 9) / 12 * Math.PI)) * (weekend ? 0.8 : 1.05);
}
