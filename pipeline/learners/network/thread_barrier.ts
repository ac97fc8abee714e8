/** Where some threads wait for each other, again and again, until one of them stops all. */
export class ThreadBarrier {
  /** @param state three numbers that the threads share, 0 at first: arrived, round, stopped */
  constructor(private readonly state: Int32Array, private readonly threads: number) {}

  /**
   * Waits until every thread has come here.
   *
   * @throws {ThreadsStopped} once any of them has called {@linkcode stop}
   */
  wait(): void {
    if (this.threads === 1) return;
    const { state } = this;
    const round = Atomics.load(state, 1);
    if (Atomics.add(state, 0, 1) === this.threads - 1) {
      Atomics.store(state, 0, 0);
      this.nextRound();
    } else {
      // The others are mostly near: looking again is quicker than being woken.
      for (let look = 0; look < looks && Atomics.load(state, 1) === round; look++);
      while (Atomics.load(state, 1) === round && !this.isStopped()) Atomics.wait(state, 1, round);
    }
    if (this.isStopped()) throw new ThreadsStopped();
  }

  /** Lets all threads end that wait or will wait. */
  stop(): void {
    Atomics.store(this.state, 2, 1);
    this.nextRound();
  }

  private isStopped(): boolean {
    return Atomics.load(this.state, 2) === 1;
  }

  private nextRound(): void {
    Atomics.add(this.state, 1, 1);
    Atomics.notify(this.state, 1);
  }
}

const looks = 2000;

/** Thrown by {@linkcode ThreadBarrier.wait} once the work is over. */
export class ThreadsStopped extends Error {}
