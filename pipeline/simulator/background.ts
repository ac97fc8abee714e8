import type { Random } from "../random.ts";
import { Episodes } from "./episodes.ts";
import type { ClusterNode } from "./node.ts";

type Job = "backup" | "maintenance" | "agent" | "route" | "checkpoint";

const jobs: readonly Job[] = ["backup", "maintenance", "agent", "route", "checkpoint"];

/** What operators and the system itself run on the side; it presses on a node without being a fault. */
export class Background {
  private readonly episodes: Episodes<Job>;

  constructor(random: Random) {
    this.episodes = new Episodes(random, jobs, 1 / 240);
  }

  /** Hours pass until `time`: other jobs are under way. */
  rest(time: number): void {
    this.episodes.rest(time);
  }

  /** Adds to the strain of the nodes what runs in the second after `time`. */
  step(time: number, nodes: readonly ClusterNode[]): void {
    this.episodes.step(time);
    this.episodes.forEach(time, ({ kind, target }, strength) => {
      const node = nodes[target % nodes.length]!;
      const { strain } = node;
      switch (kind) {
        case "backup":
          strain.diskReads += 0.35 * strength * node.disk.limit;
          strain.sentBytes += 9e7 * strength;
          strain.cpuCores += 0.5 * strength;
          break;
        case "maintenance":
          strain.cpuCores += 1.4 * strength;
          strain.diskReads += 0.2 * strength * node.disk.limit;
          strain.diskWrites += 0.12 * strength * node.disk.limit;
          break;
        case "agent":
          strain.cpuCores += 1.4 * strength;
          break;
        case "route":
          strain.delay += 0.004 * strength * strength;
          strain.loss += 0.002 * strength * strength;
          break;
        case "checkpoint":
          strain.diskWrites += 0.3 * strength * node.disk.limit;
          break;
      }
    });
  }
}
