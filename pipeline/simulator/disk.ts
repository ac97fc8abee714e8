import { Queue } from "./queue.ts";

const serviceSeconds = 0.0004;
const bytesPerRead = 16_384;
const bytesPerWrite = 12_288;

/** The disk of a node: an M/M/1 queue of reads and writes. */
export class Disk {
  readsPerSecond = 0;
  writesPerSecond = 0;
  /** Seconds from asking to answer. */
  await = serviceSeconds;
  /** Requests in the queue or in service. */
  queueLength = 0;
  /** Since the start. */
  bytesRead = 0;
  bytesWritten = 0;

  private readonly queue = new Queue(1, 0.4);

  constructor(readonly limit: number) {}

  /** Share of the time it is busy, 0 to 1. */
  get utilisation(): number {
    return this.queue.utilisation;
  }

  get readBytesPerSecond(): number {
    return this.readsPerSecond * bytesPerRead;
  }

  get writtenBytesPerSecond(): number {
    return this.writesPerSecond * bytesPerWrite;
  }

  /** One second with demands in operations, of a device that works at `speed` (1 = sound). */
  step(reads: number, writes: number, speed: number): void {
    const demand = reads + writes;
    const capacity = this.limit * speed;
    this.queue.step(demand, capacity);
    const done = Math.min(1, this.queue.utilisation * capacity / (demand + 1e-9));
    this.readsPerSecond = reads * done;
    this.writesPerSecond = writes * done;
    this.await = serviceSeconds / speed * this.queue.stretch + this.queue.delay;
    this.queueLength = demand * done * this.await;
    this.bytesRead += this.readBytesPerSecond;
    this.bytesWritten += this.writtenBytesPerSecond;
  }

  /** What a restarted machine has: nothing to do. */
  restart(): void {
    this.queue.clear();
  }
}
