import { type StreamMessage, streamSchemas } from "@/web/api_schema.ts";

/** What is heard: a message of the server, or that the connection was lost. `hello` says that it is there. */
export type Heard = StreamMessage | { readonly event: "lost" };

/** Takes what is heard; `id` is what the stream goes on behind. */
export type Listener = (heard: Heard, id: string | undefined) => void;

const address = "/api/events";
const patience = 2000;

/**
 * Reads the server's events until `signal` is aborted. After a loss the browser comes back by itself and names
 * what it has heard last, so that the server repeats what its logs have of the time between.
 *
 * @param after The id behind which to begin; only what happens from now on where there is none.
 */
export function readStream(tell: Listener, after: string | undefined, signal: AbortSignal): void {
  let last = after;
  const query = after === undefined ? "" : `?${new URLSearchParams({ after })}`;
  const source = new EventSource(address + query);
  for (const event of ["hello", "notebook", "changed", "diagnosis"] as const) {
    source.addEventListener(event, ({ data, lastEventId }: MessageEvent<string>) => {
      const message = parseMessage(event, data);
      last = lastEventId;
      if (message !== undefined) tell(message, last);
    });
  }
  source.addEventListener("error", () => {
    if (signal.aborted) return;
    tell({ event: "lost" }, last);
    // After an answer that is no stream, such as a refusal, the browser gives up; this page does not.
    if (source.readyState === EventSource.CLOSED) {
      setTimeout(() => !signal.aborted && readStream(tell, last, signal), patience);
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
      case "diagnosis":
        return { event, data: streamSchemas.diagnosis.parse(data) };
    }
  } catch (error) {
    reportError(error);
    return undefined;
  }
}
