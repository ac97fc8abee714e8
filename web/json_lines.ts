/** The media type of a text whose lines are JSON. */
export const jsonLinesMedia = "application/jsonl";

/**
 * An answer that comes line by line while the work goes on, each line a value as JSON.
 *
 * @param closing Ends the work.
 * @param work Tells values, and ends early where the signal says so: the client has hung up, or the server closes.
 */
export function jsonLines<Line>(
  closing: AbortSignal,
  work: (tell: (line: Line) => void, signal: AbortSignal) => Promise<void>,
): Response {
  const left = new AbortController();
  const signal = AbortSignal.any([closing, left.signal]);
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      const tell = (line: Line): void => {
        if (!signal.aborted) controller.enqueue(encoder.encode(JSON.stringify(line) + "\n"));
      };
      await work(tell, signal);
      if (!left.signal.aborted) controller.close();
    },
    cancel: () => left.abort(new DOMException("The client has hung up.", "AbortError")),
  });
  return new Response(body, {
    headers: { "content-type": `${jsonLinesMedia}; charset=utf-8`, "cache-control": "no-store" },
  });
}
