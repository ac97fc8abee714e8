/** What presses on a node from outside in this second: faults and background jobs add to it, the node reads it. */
export class Strain {
  /** Cores that strange processes keep busy. */
  cpuCores = 0;
  /** How many times its usual cost a statement takes. */
  cpuCost = 1;
  /** Bytes a second that are allocated and never freed. */
  leakBytes = 0;
  /** Operations a second that strange processes ask of the disk. */
  diskReads = 0;
  diskWrites = 0;
  /** Share of its speed that the disk still has. */
  diskSpeed = 1;
  /** Share of the packets on the link that are lost. */
  loss = 0;
  /** Seconds that a round trip on the link takes longer. */
  delay = 0;
  /** Bytes a second that strange processes send. */
  sentBytes = 0;
  /** Share of the writes that want the same hot rows. */
  hotShare = 0;
  /** Seconds that a lock on a hot row is held longer. */
  heldSeconds = 0;
  /** Share of its speed at which a replica still applies the log. */
  applySpeed = 1;

  /** Takes everything away. */
  clear(): void {
    this.cpuCores = 0;
    this.cpuCost = 1;
    this.leakBytes = 0;
    this.diskReads = 0;
    this.diskWrites = 0;
    this.diskSpeed = 1;
    this.loss = 0;
    this.delay = 0;
    this.sentBytes = 0;
    this.hotShare = 0;
    this.heldSeconds = 0;
    this.applySpeed = 1;
  }
}
