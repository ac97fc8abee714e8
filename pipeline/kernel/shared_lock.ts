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
   */
  async acquire(alone: boolean): Promise<() => void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.waiting.push({ alone, enter: resolve });
    this.letEnter();
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
