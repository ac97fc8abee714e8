import { type StreamMessage, streamSchemas } from "@/web/api_schema.ts";
import type { ApiApp } from "./api_app.ts";

/** A message with the id by which a client comes back to it. */
export interface ReceivedMessage {
  readonly id: string;
  readonly message: StreamMessage;
}

/** One client of the event stream. */
export interface EventReader extends AsyncDisposable {
  /** What has come so far. */
  readonly received: readonly ReceivedMessage[];
  /** The first message, come or to come, for which `matches` holds. */
  find(matches: (message: StreamMessage) => boolean): Promise<ReceivedMessage>;
  /** Resolves once the server has ended the stream. */
  readonly ended: Promise<void>;
}

/** Opens the event stream, behind the message `lastEventId` where one is named. */
export async function readEvents(app: ApiApp, lastEventId?: string): Promise<EventReader> {
  const headers: Record<string, string> = lastEventId === undefined
    ? {}
    : { "last-event-id": lastEventId };
  const response = await app.request("/api/events", { headers });
  const received: ReceivedMessage[] = [];
  let arrived = Promise.withResolvers<void>();
  const reader = (response.body ?? new ReadableStream()).pipeThrough(new TextDecoderStream())
    .getReader();
  const ended = (async () => {
    let text = "";
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return arrived.resolve();
      const blocks = (text + value).split("\n\n");
      text = blocks.pop() ?? "";
      received.push(...blocks.flatMap(parseBlock));
      arrived.resolve();
      arrived = Promise.withResolvers();
    }
  })();
  return {
    received,
    ended,
    async find(matches) {
      for (let index = 0;; index++) {
        while (index >= received.length) await arrived.promise;
        const found = received[index];
        if (found !== undefined && matches(found.message)) return found;
      }
    },
    [Symbol.asyncDispose]: async () => {
      await reader.cancel();
      await ended;
    },
  };
}

function parseBlock(block: string): ReceivedMessage[] {
  const fields = new Map(
    block.split("\n").map((line): [string, string] => {
      const colon = line.indexOf(": ");
      return [line.slice(0, colon), line.slice(colon + 2)];
    }),
  );
  const data = fields.get("data");
  if (data === undefined) return [];
  const id = fields.get("id") ?? "";
  const json: unknown = JSON.parse(data);
  switch (fields.get("event")) {
    case "hello":
      return [{ id, message: { event: "hello", data: streamSchemas.hello.parse(json) } }];
    case "notebook":
      return [{ id, message: { event: "notebook", data: streamSchemas.notebook.parse(json) } }];
    case "changed":
      return [{ id, message: { event: "changed", data: streamSchemas.changed.parse(json) } }];
    case "diagnosis":
      return [{ id, message: { event: "diagnosis", data: streamSchemas.diagnosis.parse(json) } }];
  }
  throw new TypeError(`There is no message ${fields.get("event")}.`);
}
