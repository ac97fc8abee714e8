import { type Heard, readStream } from "./read_stream.ts";

export type { Heard } from "./read_stream.ts";

/** What tabs tell one another. */
type Passed =
  /** The tab that reads the stream passes on what it hears. */
  | { readonly kind: "heard"; readonly heard: Heard; readonly id: string | undefined }
  /** A tab that has just come asks whether the connection is there. */
  | { readonly kind: "who" }
  | { readonly kind: "standing"; readonly heard: Heard; readonly id: string | undefined };

const sharedName = "healer-events";

/**
 * Listens to the server's events. A browser opens six connections to a host at most, so that all its tabs
 * share one stream: the tab that holds a lock reads it and tells the others. When it is closed, frozen or put
 * aside, another one takes over behind what was heard last. Whatever happens, `hello` is heard after each gap.
 *
 * @returns what ends the listening
 */
export function listen(onHeard: (heard: Heard) => void): () => void {
  const ended = new AbortController();
  // Browsers lock for pages of this machine and of HTTPS only.
  if ("locks" in navigator) new SharedListener(onHeard, ended.signal);
  else listenWhileSeen(onHeard, ended.signal);
  return () => ended.abort();
}

/** The part of one tab in the stream that all share. */
class SharedListener {
  private channel = new BroadcastChannel(sharedName);
  /** Whether the connection is there, as far as this tab knows. */
  private standing: Heard | undefined;
  private last: string | undefined;
  private isLeading = false;
  /** Ends the wait for the lock, or the reading. */
  private turn = new AbortController();

  constructor(private readonly onHeard: (heard: Heard) => void, ended: AbortSignal) {
    const options = { signal: ended };
    // A page that is frozen or kept for the way back would hold the lock and read nothing.
    document.addEventListener("freeze", () => this.stop(), options);
    document.addEventListener("resume", () => this.start(), options);
    addEventListener("pagehide", () => this.stop(), options);
    addEventListener("pageshow", (event) => {
      if ("persisted" in event && event.persisted === true) this.start();
    }, options);
    ended.addEventListener("abort", () => this.stop(), { once: true });
    this.start();
  }

  private start(): void {
    this.stop();
    const { signal } = this.turn = new AbortController();
    this.standing = undefined;
    this.channel = new BroadcastChannel(sharedName);
    this.channel.onmessage = ({ data }: MessageEvent<Passed>) => this.take(data);
    this.pass({ kind: "who" });
    navigator.locks.request(sharedName, { signal }, () => this.lead(signal)).catch(
      (error: unknown) => {
        if (!signal.aborted) reportError(error);
      },
    );
  }

  private stop(): void {
    this.turn.abort();
    this.channel.close();
    this.isLeading = false;
  }

  /** Reads the stream for all tabs until this one leaves; the lock then passes on. */
  private async lead(signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    this.isLeading = true;
    readStream(
      (heard, id) => {
        if (signal.aborted) return;
        this.hear(heard, id);
        this.pass({ kind: "heard", heard, id });
      },
      this.last,
      signal,
    );
    await new Promise<void>((resolve) => {
      signal.addEventListener("abort", () => resolve(), { once: true });
    });
  }

  private take(passed: Passed): void {
    const { standing, last: id } = this;
    if (passed.kind === "heard") this.hear(passed.heard, passed.id);
    else if (passed.kind === "who") {
      if (this.isLeading && standing) this.pass({ kind: "standing", heard: standing, id });
    } else if (standing === undefined) this.hear(passed.heard, passed.id);
  }

  private hear(heard: Heard, id: string | undefined): void {
    if (heard.event === "hello" || heard.event === "lost") this.standing = heard;
    this.last = id ?? this.last;
    this.onHeard(heard);
  }

  private pass(passed: Passed): void {
    this.channel.postMessage(passed);
  }
}

/** Reads a stream of its own while the tab is looked at, so that not every tab holds a connection. */
function listenWhileSeen(onHeard: (heard: Heard) => void, ended: AbortSignal): void {
  let last: string | undefined;
  let reading: AbortController | undefined;
  const look = (): void => {
    if (document.hidden || ended.aborted) {
      reading?.abort();
      reading = undefined;
    } else if (reading === undefined) {
      reading = new AbortController();
      readStream(
        (heard, id) => {
          last = id ?? last;
          onHeard(heard);
        },
        last,
        reading.signal,
      );
    }
  };
  document.addEventListener("visibilitychange", look, { signal: ended });
  ended.addEventListener("abort", look, { once: true });
  look();
}
