import { type StreamMessage, streamSchemas } from "@/web/api_schema.ts";

/** What is heard: a message of the server, or that the connection was lost. `hello` says that it is there. */
export type Heard = StreamMessage | { readonly event: "lost" };

type Passed = Heard | { readonly event: "who" };

const address = "/api/events";
const sharedName = "healer-events";
const patience = 2000;

/**
 * Listens to the server's events. A browser opens six connections to a host at most, so that all its tabs
 * share one stream: the tab that holds a lock reads it and tells the others.
 *
 * @returns what ends the listening
 */
export function listen(onHeard: (heard: Heard) => void): () => void {
  const ended = new AbortController();
  // Browsers lock for pages of this machine and of HTTPS only; elsewhere every tab has a stream of its own.
  if (!("locks" in navigator)) {
    readStream(onHeard, ended.signal);
    return () => ended.abort();
  }
  const channel = new BroadcastChannel(sharedName);
  channel.onmessage = ({ data }: MessageEvent<Passed>) => {
    if (data.event !== "who") onHeard(data);
  };
  channel.postMessage({ event: "who" } satisfies Passed);
  const lead = () => leadOthers(channel, onHeard, ended.signal);
  navigator.locks.request(sharedName, { signal: ended.signal }, lead).catch((error: unknown) => {
    if (!ended.signal.aborted) reportError(error);
  });
  return () => {
    ended.abort();
    channel.close();
  };
}

/** Reads the stream for all tabs, until this one leaves; the lock then passes on. */
async function leadOthers(
  channel: BroadcastChannel,
  onHeard: (heard: Heard) => void,
  signal: AbortSignal,
): Promise<void> {
  if (signal.aborted) return;
  /** Whether the connection is there, as a tab hears it that has just come. */
  let standing: Heard | undefined;
  readStream((heard) => {
    if (heard.event === "hello" || heard.event === "lost") standing = heard;
    onHeard(heard);
    channel.postMessage(heard);
  }, signal);
  channel.onmessage = ({ data }: MessageEvent<Passed>) => {
    if (data.event === "who" && standing !== undefined) channel.postMessage(standing);
  };
  await new Promise<void>((resolve) => {
    signal.addEventListener("abort", () => resolve(), { once: true });
  });
}

/** The stream itself; the browser comes back by itself after a loss, with `Last-Event-ID`. */
function readStream(tell: (heard: Heard) => void, signal: AbortSignal): void {
  const source = new EventSource(address);
  for (const event of ["hello", "notebook", "changed"] as const) {
    source.addEventListener(event, ({ data }: MessageEvent<string>) => {
      const message = parseMessage(event, data);
      if (message !== undefined) tell(message);
    });
  }
  source.addEventListener("error", () => {
    if (signal.aborted) return;
    tell({ event: "lost" });
    // After an answer that is no stream, such as a refusal, the browser gives up; this page does not.
    if (source.readyState === EventSource.CLOSED) {
      setTimeout(() => !signal.aborted && readStream(tell, signal), patience);
    }
  });
  signal.addEventListener("abort", () => source.close(), { once: true });
}

/** A message of the server; one that cannot be read is reported and left out. */
function parseMessage(event: StreamMessage["event"], text: string): StreamMessage | undefined {
  try {
    const data: unknown = JSON.parse(text);
    switch (event) {
      case "hello":
        return { event, data: streamSchemas.hello.parse(data) };
      case "notebook":
        return { event, data: streamSchemas.notebook.parse(data) };
      case "changed":
        return { event, data: streamSchemas.changed.parse(data) };
    }
  } catch (error) {
    reportError(error);
    return undefined;
  }
}
