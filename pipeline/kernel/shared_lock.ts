/** A lock that many may share, or one may have alone; those who came first go first. */
export class SharedLock {
  private sharers = 0;
  private isExclusive = false;
  private readonly waiting: { alone: boolean; enter: () => void }[] = [];

  /**
   * Waits for the lock.
   *
   * @param alone Whether nobody else may have it meanwhile.
   * @returns What gives it back, to be called once.
   * @throws the signal's reason, once it is aborted while waiting
   */
  async acquire(alone: boolean, signal?: AbortSignal): Promise<() => void> {
    signal?.throwIfAborted();
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const entry = { alone, enter: resolve };
    const leave = () => {
      this.waiting.splice(this.waiting.indexOf(entry), 1);
      this.letEnter();
      reject(signal?.reason);
    };
    this.waiting.push(entry);
    this.letEnter();
    if (this.waiting.includes(entry)) {
      signal?.addEventListener("abort", leave, { once: true });
      entry.enter = () => {
        signal?.removeEventListener("abort", leave);
        resolve();
      };
    }
    await promise;
    return () => {
      if (alone) this.isExclusive = false;
      else this.sharers--;
      this.letEnter();
    };
  }

  private letEnter(): void {
    for (let next = this.waiting[0]; next !== undefined; next = this.waiting[0]) {
      if (this.isExclusive || (next.alone && this.sharers > 0)) return;
      if (next.alone) this.isExclusive = true;
      else this.sharers++;
      this.waiting.shift();
      next.enter();
    }
  }
}
