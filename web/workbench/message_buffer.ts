/** So many messages wait for a follower before it counts as too slow. */
const capacity = 10_000;

/** Messages on their way to one follower, so that nobody who sends has to wait for it. */
export class MessageBuffer<Message> implements AsyncIterable<Message> {
  private messages: Message[] = [];
  private isTooSlow = false;
  private wake: () => void = () => {};

  /** @param signal Ends the iteration. */
  constructor(private readonly signal: AbortSignal) {
    signal.addEventListener("abort", () => this.wake(), { once: true });
  }

  push(message: Message): void {
    if (this.messages.length >= capacity) {
      this.messages = [];
      this.isTooSlow = true;
    }
    if (!this.isTooSlow) this.messages.push(message);
    this.wake();
  }

  /** Ends where the signal does, or where a message had to be dropped. */
  async *[Symbol.asyncIterator](): AsyncGenerator<Message, void, void> {
    while (!this.signal.aborted && !this.isTooSlow) {
      const batch = this.messages;
      this.messages = [];
      for (const message of batch) {
        if (this.signal.aborted) return;
        yield message;
      }
      if (this.messages.length > 0 || this.isTooSlow || this.signal.aborted) continue;
      const { promise, resolve } = Promise.withResolvers<void>();
      this.wake = resolve;
      await promise;
    }
  }
}
