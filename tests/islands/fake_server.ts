import { mock } from "node:test";

/** A request as it would have gone to the server. */
export interface Call {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

/** Answers `fetch` in place of a server, until it is disposed of. @param answer throws where nobody answers */
export function fakeServer(
  answer: (call: Call) => Response | Promise<Response>,
): Disposable & { readonly calls: Call[] } {
  const calls: Call[] = [];
  const fake = async (input: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    const { method = "GET", body } = init;
    const call = {
      method,
      path: String(input),
      body: typeof body === "string" ? JSON.parse(body) : undefined,
    };
    calls.push(call);
    return await answer(call);
  };
  const replaced = mock.method(globalThis, "fetch", fake);
  return { calls, [Symbol.dispose]: () => replaced.mock.restore() };
}

/** An answer that names a problem. */
export function refusal(code: string, status: number): Response {
  const text = { en: "Cannot do it.", zh: "无法执行。" };
  return Response.json({ error: { code, message: text, place: {}, hint: text } }, { status });
}
