import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type ServerEvent, serverEvents } from "@/web/server_events.ts";

const request = new Request("http://localhost/api/events");
const never = new AbortController().signal;

/** Gives `count` events, then waits until the stream ends, and tells `ended` how it was left. */
function source(count: number, ended: (why: string) => void = () => {}) {
  return async function* (
    last: string | undefined,
    signal: AbortSignal,
  ): AsyncGenerator<ServerEvent> {
    for (let id = Number(last ?? 0) + 1; id <= count; id++) {
      yield { id: String(id), event: "step", data: { id, text: "two\nlines" } };
    }
    await new Promise((resolve) => signal.addEventListener("abort", resolve, { once: true }));
    ended("signal");
  };
}

describe("a stream of server-sent events", () => {
  it("goes on behind what the address names, or behind what the browser says it has heard", async () => {
    const read = async (url: string, headers: Record<string, string> = {}): Promise<string> => {
      const closing = new AbortController();
      const response = serverEvents(new Request(url, { headers }), source(9), {
        closing: closing.signal,
      });
      const text = response.text();
      setTimeout(() => closing.abort(), 50);
      return (await text).match(/id: \d+/)?.[0] ?? "";
    };
    const address = "http://localhost/api/events?after=5";
    assert.equal(await read(address), "id: 6");
    assert.equal(await read(address, { "last-event-id": "7" }), "id: 8");
  });

  it("sends each as one event, with how long to wait before coming back", async () => {
    const closing = new AbortController();
    const response = serverEvents(request, source(2, () => {}), {
      closing: closing.signal,
      heartbeat: 20,
    });
    assert.equal(response.headers.get("content-type"), "text/event-stream");
    const text = response.text();
    setTimeout(() => closing.abort(), 50);
    assert.match(
      await text,
      /^retry: 1000\n\nid: 1\nevent: step\ndata: {"id":1,"text":"two\\nlines"}\n\nid: 2\nevent: step\ndata: .*\n\n(:\n\n)+$/,
    );
  });

  it("goes on after the event the client has seen last", async () => {
    const headers = { "last-event-id": "2" };
    const closing = new AbortController();
    const response = serverEvents(new Request(request, { headers }), source(3), {
      closing: closing.signal,
    });
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
    await reader.read();
    assert.match((await reader.read()).value ?? "", /^id: 3\n/);
    await reader.cancel();
  });

  it("tells its source when the client leaves", async () => {
    const { promise, resolve } = Promise.withResolvers<string>();
    const response = serverEvents(request, source(1, resolve), { closing: never });
    const reader = response.body!.getReader();
    await reader.read();
    await reader.read();
    const waiting = reader.read();
    await new Promise((resolve) => setTimeout(resolve, 10));
    await reader.cancel();
    assert.equal(await promise, "signal");
    assert.equal((await waiting).done, true);
  });

  it("asks its source for no more than the client takes", async () => {
    let asked = 0;
    const endless = async function* (): AsyncGenerator<ServerEvent> {
      while (true) yield { id: String(++asked), event: "step", data: "x".repeat(1000) };
    };
    const reader = serverEvents(request, endless, { closing: never }).body!.getReader();
    for (let chunk = 0; chunk < 5; chunk++) await reader.read();
    await new Promise((resolve) => setTimeout(resolve, 10));
    assert.ok(asked <= 6, `${asked}`);
    await reader.cancel();
  });

  it("ends when its source does, and fails when its source fails", async () => {
    const one = async function* (): AsyncGenerator<ServerEvent> {
      yield await Promise.resolve({ id: "1", event: "a\r\nb", data: null });
    };
    assert.match(
      await serverEvents(request, one, { closing: never }).text(),
      /event: a {2}b\ndata: null\n\n$/,
    );
    const broken = async function* (): AsyncGenerator<ServerEvent> {
      yield await Promise.reject(new Error("broken"));
    };
    await assert.rejects(serverEvents(request, broken, { closing: never }).text(), /broken/);
  });
});
