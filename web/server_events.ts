/** One event of a stream (WHATWG HTML, 9.2 Server-sent events). */
export interface ServerEvent {
  /** What a client names as `Last-Event-ID` when it comes back. */
  readonly id: string;
  readonly event: string;
  /** Sent as JSON. */
  readonly data: unknown;
}

/** How a stream of events is kept. */
export interface ServerEventsOptions {
  /** Ends the stream from the server's side. */
  readonly closing: AbortSignal;
  /** Milliseconds of silence after which a comment is sent, so that nobody in between hangs up. */
  readonly heartbeat?: number;
  /** Milliseconds a client waits before it comes back. */
  readonly retry?: number;
}

/**
 * A stream of server-sent events. It asks `source` for the next event only once the client has taken the last
 * one, and ends it through `signal` when the client leaves or the server closes.
 *
 * @param source gives the events after the one the client has seen last, then those that happen
 */
export function serverEvents(
  request: Request,
  source: (lastEventId: string | undefined, signal: AbortSignal) => AsyncIterable<ServerEvent>,
  { closing, heartbeat = 15_000, retry = 1000 }: ServerEventsOptions,
): Response {
  const left = new AbortController();
  const signal = AbortSignal.any([left.signal, closing]);
  // Only a stream that comes back by itself can send the header; one that takes over from another names it so.
  const after = new URL(request.url).searchParams.get("after");
  const lastEventId = request.headers.get("last-event-id") ?? after ?? undefined;
  const events = source(lastEventId, signal)[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  let next: Promise<IteratorResult<ServerEvent>> | undefined;
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(encoder.encode(`retry: ${retry}\n\n`)),
    async pull(controller) {
      next ??= events.next();
      const result = await firstOf(next, heartbeat, signal);
      if (result === "silence") return controller.enqueue(encoder.encode(":\n\n"));
      next = undefined;
      if (result === "ended" || result.done) {
        controller.close();
        left.abort();
      } else controller.enqueue(encoder.encode(eventText(result.value)));
    },
    cancel: () => left.abort(),
  });
  return new Response(body, {
    headers: { "content-type": "text/event-stream", "cache-control": "no-store" },
  });
}

/** The next event, or what came before it: silence for `heartbeat` milliseconds or the stream's end. */
async function firstOf<T>(
  next: Promise<T>,
  heartbeat: number,
  signal: AbortSignal,
): Promise<T | "silence" | "ended"> {
  if (signal.aborted) return "ended";
  const { promise, resolve } = Promise.withResolvers<"silence" | "ended">();
  const timer = setTimeout(() => resolve("silence"), heartbeat);
  const end = () => resolve("ended");
  signal.addEventListener("abort", end, { once: true });
  try {
    return await Promise.race([next, promise]);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", end);
  }
}

function eventText({ id, event, data }: ServerEvent): string {
  // JSON holds no line breaks, which would end the field.
  return `id: ${oneLine(id)}\nevent: ${oneLine(event)}\ndata: ${JSON.stringify(data)}\n\n`;
}

function oneLine(text: string): string {
  return text.replace(/[\r\n\0]/g, " ");
}
