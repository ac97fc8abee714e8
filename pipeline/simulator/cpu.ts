import { Queue } from "./queue.ts";

/** Tasks that a waiting core-second consists of; a typical statement takes a few milliseconds. */
const tasksPerCoreSecond = 60;

/** The processors of a node: demand against capacity. */
export class Cpu {
  /** Shares of the capacity, 0 to 1; together at most 1. */
  user = 0;
  system = 0;
  ioWait = 0;
  /** Tasks that run or want to. */
  runQueue = 0;
  contextSwitchesPerSecond = 0;

  private readonly queue: Queue;

  constructor(readonly cores: number) {
    this.queue = new Queue(cores, 1.5);
  }

  /** Share of the capacity in use, 0 to 1. */
  get utilisation(): number {
    return this.queue.utilisation;
  }

  /** The seconds that work of `cost` core-seconds takes now. */
  secondsFor(cost: number): number {
    return cost * this.queue.stretch + this.queue.delay;
  }

  /**
   * One second with a demand of `user` and `system` core-seconds, `tasks` statements and packets, while
   * `blocked` tasks wait for the disk.
   */
  step(user: number, system: number, tasks: number, blocked: number): void {
    const demand = user + system;
    this.queue.step(demand, this.cores);
    const busy = this.queue.utilisation;
    this.user = busy * user / (demand + 1e-9);
    this.system = busy * system / (demand + 1e-9);
    this.ioWait = (1 - busy) * blocked / (blocked + this.cores);
    this.runQueue = Math.min(demand, this.cores) * this.queue.stretch +
      this.queue.backlog * tasksPerCoreSecond + 0.3 * blocked;
    this.contextSwitchesPerSecond = 900 + 1.6 * tasks * (1 + 0.5 * busy);
  }

  /** What a restarted machine has: nothing to do. */
  restart(): void {
    this.queue.clear();
  }
}
