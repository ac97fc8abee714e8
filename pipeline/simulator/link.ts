const segmentBytes = 1448;
const windowBytes = 512 * 1024;
/** The least retransmission timeout of common TCP stacks, in seconds. */
export const retransmissionTimeout = 0.2;

/** The network link of a node. */
export class Link {
  /** Seconds of a round trip to the switch and back, the share of packets lost, and the spread of the former. */
  roundTrip = 0.0004;
  loss = 2e-5;
  jitter = 0.00003;
  bytesInPerSecond = 0;
  bytesOutPerSecond = 0;
  packetsPerSecond = 0;
  retransmitsPerSecond = 0;
  timeoutsPerSecond = 0;
  /** Seconds of a round trip when nothing is wrong; another route has another. */
  baseRoundTrip = 0.0004;
  /** Since the start. */
  bytesIn = 0;
  bytesOut = 0;
  retransmits = 0;

  constructor(readonly bytesPerSecond: number) {}

  /**
   * One second with so many bytes each way in `packets` packets, of which the share `extraLoss` is lost
   * and which take `extraDelay` seconds longer; `wobble` is a random number around 0.
   */
  step(
    bytesIn: number,
    bytesOut: number,
    packets: number,
    extraLoss: number,
    extraDelay: number,
    wobble: number,
  ): void {
    const load = Math.min(0.97, Math.max(bytesIn, bytesOut) / this.bytesPerSecond);
    // Switches drop packets only when a link is nearly full.
    const congestion = load * load * load * load;
    this.loss = 2e-5 * (1 + 0.5 * wobble * wobble) + 0.004 * congestion * congestion + extraLoss;
    const queueing = 0.0002 * load / (1 - load);
    const delay = this.baseRoundTrip + queueing + extraDelay;
    this.jitter = 0.08 * this.baseRoundTrip + 0.5 * queueing + 0.12 * extraDelay;
    this.roundTrip = Math.max(0.0001, delay + 0.4 * this.jitter * wobble);
    this.bytesInPerSecond = bytesIn;
    this.bytesOutPerSecond = bytesOut;
    this.packetsPerSecond = packets;
    this.retransmitsPerSecond = packets * this.loss * (1 + this.loss);
    // A lost packet is repaired without a timeout unless its neighbours are lost as well or there are none.
    this.timeoutsPerSecond = this.retransmitsPerSecond * Math.min(1, 0.15 + 3 * this.loss);
    this.bytesIn += bytesIn;
    this.bytesOut += bytesOut;
    this.retransmits += this.retransmitsPerSecond;
  }
}

/**
 * Bytes a second that one TCP stream carries: a window a round trip, and with losses at most
 * MSS/RTT·1.22/√p (Mathis et al., "The macroscopic behavior of the TCP congestion avoidance algorithm", 1997).
 */
export function streamBytesPerSecond(roundTrip: number, loss: number): number {
  const effective = roundTrip + loss * retransmissionTimeout;
  return Math.min(windowBytes / effective, segmentBytes / effective * 1.22 / Math.sqrt(loss));
}

/** The chance that at least one of `packets` is lost (a Poisson process of losses). */
export function anyLost(packets: number, loss: number): number {
  return 1 - Math.exp(-packets * loss);
}
