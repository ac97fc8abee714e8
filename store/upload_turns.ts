/** One at a time may write to a file; whoever comes later asks the one before to stop. */
export class UploadTurns {
  private readonly holders = new Map<
    string,
    { stop(): Promise<void>; readonly ended: Promise<void> }
  >();

  /**
   * Waits until nobody else works on the file of that id.
   *
   * @param stop Ends the work early, for the next in turn.
   * @returns The turn, which lasts until it is disposed of.
   */
  async take(id: string, stop: () => Promise<void> = () => Promise.resolve()): Promise<Disposable> {
    for (let holder = this.holders.get(id); holder !== undefined; holder = this.holders.get(id)) {
      await holder.stop().catch(() => {}); // it ends in whatever way, which `ended` tells
      await holder.ended;
    }
    const { promise, resolve } = Promise.withResolvers<void>();
    this.holders.set(id, { stop, ended: promise });
    return {
      [Symbol.dispose]: () => {
        this.holders.delete(id);
        resolve();
      },
    };
  }
}
