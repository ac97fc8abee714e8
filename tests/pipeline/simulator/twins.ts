import { Cluster } from "@/pipeline/simulator/cluster.ts";
import type { Fault } from "@/pipeline/simulator/faults.ts";

/** Midday of a Monday, when there is load enough for every fault to show. */
const startsAt = Date.UTC(2026, 0, 5, 12) / 1000;

/** Two clusters with the same clients, one with `fault` for `seconds` and one without. */
export function twins(fault: Fault, seconds: number, seed = 11): { sick: Cluster; sound: Cluster } {
  const sick = new Cluster({ seed, startsAt });
  const sound = new Cluster({ seed, startsAt });
  sick.inject(fault);
  run(sick, seconds);
  run(sound, seconds);
  return { sick, sound };
}

/** Lets seconds pass. */
export function run(cluster: Cluster, seconds: number): void {
  for (let second = 0; second < seconds; second++) cluster.step();
}

/** The mean of `measure` over the next `seconds`. */
export function meanOver(
  cluster: Cluster,
  seconds: number,
  measure: (cluster: Cluster) => number,
): number {
  let sum = 0;
  for (let second = 0; second < seconds; second++) {
    cluster.step();
    sum += measure(cluster);
  }
  return sum / seconds;
}
