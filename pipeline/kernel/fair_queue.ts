/** Gives a place back; calling it twice does no harm. */
export type Release = () => void;

interface Waiting {
  enter(): void;
}

/**
 * Hands out a fixed number of places to all notebooks: those that wait are served in turn, however many cells
 * each of them has waiting, and the cells of one in the order they came.
 */
export class FairQueue {
  private taken = 0;
  /** Owner → what it waits for; the first owner is next. */
  private readonly waiting = new Map<string, Waiting[]>();

  /** @param places How many hold a place at the same time: the number of cores. */
  constructor(readonly places: number = navigator.hardwareConcurrency) {}

  /**
   * Waits for a place.
   *
   * @param owner Whose turn it has to be: a notebook.
   * @throws the signal's reason, once it is aborted before the turn came
   */
  async acquire(owner: string, signal?: AbortSignal): Promise<Release> {
    signal?.throwIfAborted();
    if (this.taken < this.places) return this.take();
    const { promise, resolve, reject } = Promise.withResolvers<Release>();
    const entry: Waiting = { enter: () => resolve(this.take()) };
    const leave = () => {
      this.remove(owner, entry);
      reject(signal?.reason);
    };
    this.waiting.set(owner, [...this.waiting.get(owner) ?? [], entry]);
    signal?.addEventListener("abort", leave, { once: true });
    try {
      return await promise;
    } finally {
      signal?.removeEventListener("abort", leave);
    }
  }

  private take(): Release {
    this.taken++;
    let isHeld = true;
    return () => {
      if (!isHeld) return;
      isHeld = false;
      this.taken--;
      this.letNextEnter();
    };
  }

  private letNextEnter(): void {
    const [next] = this.waiting;
    if (next === undefined) return;
    const [owner, [entry, ...others]] = next;
    this.waiting.delete(owner);
    // Behind all other owners: that is the turn.
    if (others.length > 0) this.waiting.set(owner, others);
    entry?.enter();
  }

  private remove(owner: string, entry: Waiting): void {
    const others = (this.waiting.get(owner) ?? []).filter((other) => other !== entry);
    if (others.length > 0) this.waiting.set(owner, others);
    else this.waiting.delete(owner);
  }
}
