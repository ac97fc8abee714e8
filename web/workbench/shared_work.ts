/** Work that several may wait for at the same time; it ends early once nobody does any more. */
export class SharedWork<Result> {
  private readonly controller = new AbortController();
  private readonly listeners = new Set<(fraction: number) => void>();
  private waiting = 0;
  private readonly result: Promise<Result>;

  /** @param work Is told when to end early, and tells how far it is. */
  constructor(
    work: (signal: AbortSignal, tell: (fraction: number) => void) => Promise<Result>,
  ) {
    this.result = work(
      this.controller.signal,
      (fraction) => this.listeners.forEach((listener) => listener(fraction)),
    );
    // Whoever waits hears of a failure.
    this.result.catch(() => {});
  }

  /** Whether it was told to end, so that there is nothing to wait for. */
  get hasEnded(): boolean {
    return this.controller.signal.aborted;
  }

  /**
   * Waits for the result.
   *
   * @param signal Ends the waiting.
   * @throws what the work threw, or the signal's reason
   */
  async join(
    signal: AbortSignal,
    onProgress: (fraction: number) => void = () => {},
  ): Promise<Result> {
    signal.throwIfAborted();
    const { promise: left, reject } = Promise.withResolvers<never>();
    const leave = (): void => reject(signal.reason);
    signal.addEventListener("abort", leave, { once: true });
    this.listeners.add(onProgress);
    this.waiting++;
    try {
      return await Promise.race([this.result, left]);
    } finally {
      signal.removeEventListener("abort", leave);
      this.listeners.delete(onProgress);
      if (--this.waiting === 0) this.controller.abort();
    }
  }
}
