/** Standard normal quantiles of 95 % and 99 %. */
const z95 = 1.6449;
const z99 = 2.3263;

/**
 * The latency of a mixture of transactions, as the lognormal distribution with the mixture's mean and
 * variance (the method of moments). Times are in seconds.
 */
export class LatencyMix {
  private weight = 0;
  private sum = 0;
  private squares = 0;
  private location = 0;
  private spread = 0;

  /** Forgets all transactions. */
  clear(): void {
    this.weight = 0;
    this.sum = 0;
    this.squares = 0;
  }

  /** Adds `weight` transactions with such a mean and variance. */
  add(weight: number, mean: number, variance: number): void {
    this.weight += weight;
    this.sum += weight * mean;
    this.squares += weight * (variance + mean * mean);
  }

  /** Adds all transactions of another mixture. */
  addAll(other: LatencyMix): void {
    this.weight += other.weight;
    this.sum += other.sum;
    this.squares += other.squares;
  }

  /** Fits the distribution to what was added; a mixture of nothing keeps the last one. */
  fit(): void {
    if (this.weight <= 0) return;
    const squaredMean = this.mean * this.mean;
    const variance = Math.max(1e-12, this.squares / this.weight - squaredMean);
    const squaredSpread = Math.log(1 + variance / squaredMean);
    this.spread = Math.sqrt(squaredSpread);
    this.location = Math.log(this.mean) - squaredSpread / 2;
  }

  get mean(): number {
    return this.weight > 0 ? this.sum / this.weight : 0.001;
  }

  get p50(): number {
    return Math.exp(this.location);
  }

  get p95(): number {
    return Math.exp(this.location + z95 * this.spread);
  }

  get p99(): number {
    return Math.exp(this.location + z99 * this.spread);
  }

  /** The share of transactions that take longer than `seconds`; a logistic curve stands for the normal one. */
  shareBeyond(seconds: number): number {
    const z = (Math.log(seconds) - this.location) / this.spread;
    return 1 / (1 + Math.exp(1.702 * z));
  }
}
