/** Received but unapplied bytes beyond which the replica asks its leader to slow down. */
const flowControlBytes = 96e6;
/** Seconds that a commit waits for the replica before the leader goes on without it. */
const acknowledgeTimeout = 0.4;

/** The log on its way from the leader of a shard to its replica. */
export class Replication {
  /** Bytes that the leader keeps because they are not sent, and bytes the replica has not applied. */
  unsent = 0;
  unapplied = 0;
  /** Whether the replica follows its leader. */
  connected = true;
  /** Bytes a second written, sent and applied. */
  logRate = 0;
  sendRate = 0;
  applyRate = 0;
  /** Seconds that the replica is behind. */
  lagSeconds = 0;
  /** Seconds that a commit waits for the replica to receive it. */
  commitWait = 0;
  /** Since the start. */
  bytesLogged = 0;

  private usualRate = 3e6;

  /** Bytes that the replica is behind. */
  get lagBytes(): number {
    return this.unsent + this.unapplied;
  }

  /**
   * One second: the leader writes `logged` bytes, the stream between them carries up to `streamable`, the
   * replica applies up to `applicable`. Without a replica (`connected` false) the leader keeps everything.
   */
  step(
    logged: number,
    streamable: number,
    applicable: number,
    roundTrip: number,
    connected: boolean,
  ): void {
    this.connected = connected;
    this.logRate = logged;
    this.bytesLogged += logged;
    this.usualRate += (logged - this.usualRate) / 30;
    const full = Math.max(0, 1 - this.unapplied / flowControlBytes);
    const open = connected ? streamable * Math.min(1, 4 * full) : 0;
    this.unsent += logged;
    this.sendRate = Math.min(this.unsent, open);
    this.unsent -= this.sendRate;
    this.unapplied += this.sendRate;
    this.applyRate = connected ? Math.min(this.unapplied, applicable) : 0;
    this.unapplied -= this.applyRate;
    this.lagSeconds = this.lagBytes / Math.max(200_000, this.usualRate) + roundTrip +
      (connected ? logged / (applicable + 1) * 0.05 : 0);
    const queued = open > 0 ? this.unsent / open : 0;
    this.commitWait = connected ? Math.min(acknowledgeTimeout, roundTrip + queued) : 0;
  }

  /** The replica has everything again. */
  clear(): void {
    this.unsent = 0;
    this.unapplied = 0;
  }
}
