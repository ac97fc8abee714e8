import * as z from "zod/mini";
import { HealerError, type Problem } from "@/pipeline/problem.ts";
import * as schema from "@/web/api_schema.ts";
import { upload, type UploadOptions } from "./upload.ts";

// zod makes functions out of text to be fast, which the Content Security Policy forbids.
z.config({ jitless: true });

/** The answer of a call that is only done, or not. */
export const anything = z.unknown();

const networkProblems = {
  /** The server cannot be reached, or hung up. */
  unreachable: (): Problem<"network/unreachable"> => ({
    code: "network/unreachable",
    message: { en: "Cannot reach the server.", zh: "无法连接到服务器。" },
    place: {},
    hint: {
      en: "Check that it is still running; the page tries again by itself where it can.",
      zh: "请确认服务器仍在运行；页面会在可能时自动重试。",
    },
  }),
  /** The server answered, but not as this page expects. */
  unexpected: (status: number): Problem<"network/unexpected-answer"> => ({
    code: "network/unexpected-answer",
    message: {
      en: `Cannot read the server's answer (status ${status}).`,
      zh: `无法读取服务器的答复（状态码 ${status}）。`,
    },
    place: {},
    hint: {
      en: "Reload the page. If that does not help, look into the server's terminal.",
      zh: "请重新加载页面；若仍无效，请查看服务器终端中的信息。",
    },
  }),
};

/** The problem that a call failed with; whatever else was thrown becomes a calm sentence. */
export function problemOf(error: unknown): Problem {
  return error instanceof HealerError ? error.problem : networkProblems.unexpected(0);
}

/** The error for a server that cannot be reached. */
export function unreachableServer(cause?: unknown): HealerError {
  return new HealerError(networkProblems.unreachable(), { cause });
}

/** The error for an answer that this page does not expect. */
export function unexpectedAnswer(): HealerError {
  return new HealerError(networkProblems.unexpected(200));
}

/** Whether the server could not be reached, so that trying again makes sense. */
export function isUnreachable(error: unknown): boolean {
  return error instanceof HealerError && error.problem.code === "network/unreachable";
}

/** Which cells shall run. */
export type RunRequest =
  | Exclude<schema.RunRequestBody["cells"], readonly string[]>
  | readonly string[];

/** What is saved: a notebook, and the revision that was changed. */
export interface Save {
  readonly basedOn: number;
  readonly notebook: schema.NotebookContent;
}

/** The calls of the HTTP API. Each throws a {@linkcode HealerError} with the problem the server named. */
export const api = {
  kinds: () => get("/api/kinds", schema.kindsSchema),
  notebooks: () => get("/api/notebooks", schema.notebooksSchema),
  models: () => get("/api/models", schema.modelsSchema),
  datasets: () => get("/api/datasets", schema.datasetsSchema),

  createNotebook: (from: z.input<typeof schema.newNotebookSchema>) =>
    send("POST", "/api/notebooks", from, schema.createdSchema),
  notebook: (id: string) => get(`/api/notebooks/${id}`, schema.notebookViewSchema),
  cell: (id: string, cell: string) =>
    get(`/api/notebooks/${id}/cells/${cell}`, schema.cellViewSchema),
  save: (id: string, change: Save) =>
    send("PUT", `/api/notebooks/${id}`, change, schema.savedNotebookSchema),
  run: (id: string, cells: RunRequest) =>
    send("POST", `/api/notebooks/${id}/run`, { cells }, schema.runAnswerSchema),
  cancel: (id: string, cells?: readonly string[]) =>
    send("POST", `/api/notebooks/${id}/cancel`, { cells }, anything),

  train: (dataset: string) => send("POST", "/api/train", { dataset }, schema.createdSchema),
};

/** Saves once more while the page goes away; nobody waits for the answer. */
export function saveAndLeave(id: string, change: Save): void {
  const body = JSON.stringify(change);
  const headers = { "content-type": "application/json" };
  fetch(`/api/notebooks/${id}`, { method: "PUT", body, headers, keepalive: true }).catch(() => {});
}

/** Asks for what is at `path`. @throws {HealerError} the problem the server named */
export async function get<Answer>(
  path: string,
  shape: z.ZodMiniType<Answer>,
  signal?: AbortSignal,
): Promise<Answer> {
  return await send("GET", path, undefined, shape, signal);
}

/** Sends `body` as JSON. @throws {HealerError} the problem the server named */
export async function send<Answer>(
  method: string,
  path: string,
  body: unknown,
  shape: z.ZodMiniType<Answer>,
  signal?: AbortSignal,
): Promise<Answer> {
  let response: Response;
  let text: string;
  try {
    response = await fetch(path, {
      method,
      headers: {
        accept: "application/json",
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal === undefined ? {} : { signal }),
    });
    text = await response.text();
  } catch (cause) {
    throw new HealerError(networkProblems.unreachable(), { cause });
  }
  return parseAnswer(response.status, text, shape);
}

/**
 * Sends a file, or a part of one, as the body of a request.
 *
 * @throws {HealerError} the problem the server named
 * @throws {DOMException} `AbortError` once it was broken off
 */
export async function sendPart<Answer>(
  method: "POST" | "PATCH",
  address: string,
  part: Blob,
  options: UploadOptions,
  shape: z.ZodMiniType<Answer>,
): Promise<Answer> {
  const answer = await upload(method, address, part, options);
  if (answer === "unreachable") throw new HealerError(networkProblems.unreachable());
  return parseAnswer(answer.status, answer.text, shape);
}

/** The checked answer. @throws {HealerError} the problem the server named, or that nobody can read it */
function parseAnswer<Answer>(status: number, text: string, shape: z.ZodMiniType<Answer>): Answer {
  const json = parseJson(text);
  if (status >= 400) {
    const failure = schema.errorSchema.safeParse(json);
    throw new HealerError(
      failure.success ? failure.data.error : networkProblems.unexpected(status),
    );
  }
  const parsed = z.safeParse(shape, json);
  if (parsed.success) return parsed.data;
  throw new HealerError(networkProblems.unexpected(status), { cause: parsed.error });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // whoever needs an object finds none
  }
}
